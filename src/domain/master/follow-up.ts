import type { Chase } from '../chasing/chase.ts';
import { missingText } from '../chasing/missing-text.ts';
import { dayOf } from '../chasing/timing.ts';
import { thaiLongDate } from '../text/dates.ts';
import { combineTexts } from '../text/combine-texts.ts';
import { compareKey } from '../text/compare.ts';
import { groupBy } from '../text/group-by.ts';
import { FOLLOW_UP_ENTRIES, type FollowUpHeading } from './follow-up-headings.ts';
import { sumOfTaken } from './taken-over.ts';

/** What people wrote on the sheet ติดตาม of a master, and what the program recorded there. */
export interface FollowUp {
  /** Headings of the columns that people added to the right of the program's; empty for a column without one. */
  readonly ownHeadings: readonly string[];
  /** What people wrote into the rows with the states of agencies, by agency code. */
  readonly notes: ReadonlyMap<string, AgencyNotes>;
  /** Rows that are not the program's, in sheet order: the reminders, and whatever else somebody typed. */
  readonly rows: readonly FollowUpRow[];
  /** What sheets of other names say, each text of which is taken over once: see `taken-over.ts`. */
  readonly taken?: readonly string[];
}

/** What people wrote into the row with the state of one agency. */
export interface AgencyNotes {
  /** The name of the agency as the row has it. */
  readonly agency: string;
  readonly note: string;
  /** Texts of the columns that people added. */
  readonly own: readonly string[];
}

/** A row that the office wrote. */
export interface FollowUpRow {
  /** Code of the agency that it is about, by its texts or its position; absent if neither tells. */
  readonly agency?: string;
  readonly texts: Readonly<Partial<Record<FollowUpHeading, string>>>;
  readonly own: readonly string[];
}

/** A reminder that the office sent to an agency, as it was written down. */
export interface Reminder {
  readonly when: string;
  readonly missing: string;
  readonly channel: string;
  readonly note: string;
}

/** A sheet on which nobody has written. */
export const NO_FOLLOW_UP: FollowUp = { ownHeadings: [], notes: new Map(), rows: [] };

/** The reminders to an agency, in the order of the sheet. */
export function remindersIn({ rows }: FollowUp, code: string): readonly Reminder[] {
  return rows.flatMap(({ agency, texts }) => {
    const { when = '', missing = '', channel = '', note = '', entry } = texts;
    const isReminder =
      entry === FOLLOW_UP_ENTRIES.asked || ((when !== '' || channel !== '') && entry !== FOLLOW_UP_ENTRIES.typed);
    return agency === code && isReminder ? [{ when, missing, channel, note }] : [];
  });
}

/**
 * The rows that record reminders about these chases.
 * @param asOf the day in Bangkok, or an ISO 8601 instant
 */
export function reminderRows(chases: readonly Chase[], asOf: string, channel: string): readonly FollowUpRow[] {
  return chases.map((chase) => ({
    agency: chase.agency.code,
    texts: {
      code: chase.agency.code,
      agency: chase.agency.name,
      entry: FOLLOW_UP_ENTRIES.asked,
      when: thaiLongDate(dayOf(asOf) ?? asOf),
      missing: missingText(chase),
      channel,
    },
    own: [],
  }));
}

/** Those of {@link reminderRows} that are not recorded yet. A reminder is the same if its day, its measures and its channel are. */
export function newReminders(
  rows: readonly FollowUpRow[],
  remindersTo: (code: string) => readonly Reminder[],
): readonly FollowUpRow[] {
  const keyOfReminder = ({ when = '', missing = '', channel = '' }: Partial<Reminder>): string =>
    JSON.stringify([when, missing, channel].map(compareKey));
  return rows.filter(
    ({ agency = '', texts }) => !remindersTo(agency).some((each) => keyOfReminder(each) === keyOfReminder(texts)),
  );
}

/** What stands on a sheet of another name, each note and each row of which is taken over once. */
export function takenOnce({ ownHeadings, notes, rows }: FollowUp, taken: ReadonlySet<string>): FollowUp {
  const ownIn = (own: readonly string[]): unknown =>
    own.flatMap((text, index) => (text === '' ? [] : [[ownHeadings[index], text]]));
  const noted = [...notes]
    .filter(([, { note, own }]) => note !== '' || own.some((text) => text !== ''))
    .map((each) => ({ each, sum: sumOfTaken(JSON.stringify([each[0], each[1].note, ownIn(each[1].own)])) }));
  const copies = new Map<string, number>();
  const written = rows.map((each) => {
    const key = JSON.stringify([keyOf({ ...each, own: [] }), ownIn(each.own)]);
    const copy = copies.get(key) ?? 0;
    copies.set(key, copy + 1);
    return { each, sum: sumOfTaken(`${key} ${copy}`) };
  });
  const isNew = ({ sum }: { readonly sum: string }): boolean => !taken.has(sum);
  const left: FollowUp = {
    ownHeadings,
    notes: new Map(noted.filter(isNew).map(({ each }) => each)),
    rows: written.filter(isNew).map(({ each }) => each),
  };
  const sums = [...noted, ...written].map(({ sum }) => sum);
  const isAllTaken = sums.length > 0 && left.notes.size + left.rows.length === 0;
  return { ...(isAllTaken ? NO_FOLLOW_UP : left), ...(sums.length === 0 ? {} : { taken: sums }) };
}

/** Merges the sheets of several masters. A row that several sheets have is kept as often as the sheet with most copies of it has it. */
export function joinFollowUps(all: readonly FollowUp[]): FollowUp {
  return all.reduce(joined, NO_FOLLOW_UP);
}

function joined(one: FollowUp, other: FollowUp): FollowUp {
  const ownHeadings = [...one.ownHeadings];
  const known = numbered(one.ownHeadings);
  const placeOf = numbered(other.ownHeadings).map((heading, index) => {
    const place = known.indexOf(heading);
    return place < 0 ? ownHeadings.push(other.ownHeadings[index] ?? '') - 1 : place;
  });
  const moved = (own: readonly string[]): readonly string[] => {
    const texts = ownHeadings.map(() => '');
    own.forEach((text, index) => (texts[placeOf[index] ?? index] = text));
    return texts;
  };
  const notes = new Map(one.notes);
  for (const [code, { agency, note, own }] of other.notes) {
    const before = notes.get(code);
    notes.set(code, {
      agency,
      note: combineTexts(before?.note ?? '', note),
      own: moved(own).map((text, index) => combineTexts(before?.own[index] ?? '', text)),
    });
  }
  const there = groupBy(one.rows, keyOf);
  const count = new Map(Array.from(there, ([key, rows]) => [key, rows.length]));
  const added = other.rows
    .map((row) => ({ ...row, own: moved(row.own) }))
    .filter((row) => {
      const left = count.get(keyOf(row)) ?? 0;
      count.set(keyOf(row), left - 1);
      return left <= 0;
    });
  const taken = [...(one.taken ?? []), ...(other.taken ?? [])];
  return { ownHeadings, notes, rows: [...one.rows, ...added], ...(taken.length === 0 ? {} : { taken }) };
}

/** Headings made unique: the second of two equal ones is another column. */
function numbered(headings: readonly string[]): readonly string[] {
  return headings.map(
    (heading, index) => `${heading} ${headings.slice(0, index).filter((each) => each === heading).length}`,
  );
}

function keyOf({ agency, texts, own }: FollowUpRow): string {
  const written = Object.entries(texts).filter(([, text]) => text !== '');
  const last = own.findLastIndex((text) => text !== '');
  return JSON.stringify([agency, written.sort(([one], [other]) => (one < other ? -1 : 1)), own.slice(0, last + 1)]);
}
