import { parseToken } from '../../form/identity.ts';
import { findAgency } from '../../programme/responsibility.ts';
import type { Agency, Roster } from '../../programme/roster.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import { compareKey } from '../../text/compare.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { isBackup } from '../backup-sheets.ts';
import {
  FOLLOW_UP_COLUMNS,
  FOLLOW_UP_ENTRIES,
  FOLLOW_UP_HEADINGS,
  type FollowUpHeading,
} from '../follow-up-headings.ts';
import { parseRowKey, textKey } from '../follow-up-keys.ts';
import { joinFollowUps, takenOnce, type AgencyNotes, type FollowUp, type FollowUpRow } from '../follow-up.ts';
import { FOLLOW_UP_SHEET } from '../sheet-names.ts';
import { takenBy } from '../taken-over.ts';

type Sheet = Pick<SheetContent, 'cells' | 'comments' | 'shapes' | 'texts'>;

/** Whether the program wrote a sheet: an office may have made one of that name before. */
export function isFollowUp({ cells }: Pick<SheetContent, 'cells'>): boolean {
  return headingRowOf(cells) !== undefined;
}

/**
 * The sheets ติดตาม of a master, the one with that name first: people rename the sheet and keep copies of it. Backup sheets do not count,
 * because they have an earlier state.
 */
export function followUpSheets(sheets: readonly SheetContent[]): readonly SheetContent[] {
  const isNamed = ({ name }: SheetContent): boolean => name === FOLLOW_UP_SHEET;
  const others = sheets.filter((sheet) => !isNamed(sheet) && isFollowUp(sheet) && !isBackup(sheet));
  return [...sheets.filter(isNamed), ...others];
}

/** What people wrote on all sheets ติดตาม of a master; that on a sheet of another name is taken over once. */
export function followUpOf(sheets: readonly SheetContent[], roster: Roster): FollowUp {
  const ours = followUpSheets(sheets);
  const taken = takenBy(ours);
  return joinFollowUps(
    ours.map((sheet) => {
      const written = followUpIn(sheet, roster);
      return sheet.name === FOLLOW_UP_SHEET ? written : takenOnce(written, taken);
    }),
  );
}

/**
 * Reads what people wrote on the sheet ติดตาม, wherever they moved its rows and columns: every text that is not the program's. A text typed
 * over one of the program's becomes a row of its own, and so does a comment. On a sheet with other headings, everything is the office's.
 * @internal
 */
export function followUpIn(sheet: Sheet, roster: Roster): FollowUp {
  // Tokens identify the sheet; nobody typed them.
  const written = sheet.cells.filter(({ text }) => parseToken(text) === undefined);
  const heading = headingRowOf(written);
  const rows = [...groupBy(written, ({ row }) => row)].map(([row, cells]) => ({
    row,
    texts: new Map(cells.map(({ column, text }) => [column, text])),
  }));
  const headings = rows.find(({ row }) => row === heading)?.texts ?? new Map<number, string>();
  const columnOf = columnsIn(headings);
  const known = new Set(columnOf.values());
  const own = [...new Set(written.map(({ column }) => column))]
    .filter((column) => !known.has(column))
    .sort((one, other) => one - other);
  const reader = new RowReader(columnOf, own, roster);
  for (const { row, texts } of rows) {
    if (row !== heading) reader.read(row, texts);
  }
  for (const { row, text } of [...(sheet.comments ?? []), ...(sheet.shapes ?? [])]) reader.comment(text, row);
  for (const { carrier, text } of sheet.texts ?? []) if (carrier === 'comment') reader.comment(text);
  return { ownHeadings: own.map((column) => headings.get(column) ?? ''), notes: reader.notes, rows: reader.rows };
}

/** The columns of the program's sheet by their headings; undefined if the program did not write the sheet. */
export function columnsOfFollowUp({
  cells,
}: Pick<SheetContent, 'cells'>): ReadonlyMap<FollowUpHeading, number> | undefined {
  const heading = headingRowOf(cells);
  if (heading === undefined) return undefined;
  return columnsIn(new Map(cells.filter(({ row }) => row === heading).map(({ column, text }) => [column, text])));
}

/** The first column with each heading. */
function columnsIn(headings: RowTexts): ReadonlyMap<FollowUpHeading, number> {
  const columnOf = new Map<FollowUpHeading, number>();
  for (const [column, text] of headings) {
    const id = FOLLOW_UP_COLUMNS.find((each) => compareKey(FOLLOW_UP_HEADINGS[each]) === compareKey(text));
    if (id !== undefined && !columnOf.has(id)) columnOf.set(id, column);
  }
  return columnOf;
}

function headingRowOf(cells: Sheet['cells']): number | undefined {
  const wanted = [FOLLOW_UP_HEADINGS.key, FOLLOW_UP_HEADINGS.note].map(compareKey);
  for (const [row, its] of groupBy(cells, (cell) => cell.row)) {
    const keys = new Set(its.map(({ text }) => compareKey(text)));
    if (wanted.every((key) => keys.has(key))) return row;
  }
  return undefined;
}

/** The texts of a row by column index, and by heading. */
type RowTexts = ReadonlyMap<number, string>;
type RowOfTexts = Readonly<Partial<Record<FollowUpHeading, string>>>;

/** Reads from top to bottom, because a row that names no agency is about the agency of the row above. */
class RowReader {
  readonly notes = new Map<string, AgencyNotes>();
  readonly rows: FollowUpRow[] = [];
  readonly #columnOf: ReadonlyMap<FollowUpHeading, number>;
  readonly #own: readonly number[];
  readonly #roster: Roster;
  readonly #seen = new Set<string>();
  readonly #agencyOf = new Map<number, string>();
  #last: string | undefined;

  constructor(columnOf: ReadonlyMap<FollowUpHeading, number>, own: readonly number[], roster: Roster) {
    this.#columnOf = columnOf;
    this.#own = own;
    this.#roster = roster;
  }

  read(row: number, cells: RowTexts): void {
    const { key: token = '', ...texts } = Object.fromEntries(
      Array.from(this.#columnOf, ([id, column]) => [id, cells.get(column)?.trim() ?? '']),
    ) as RowOfTexts;
    const own = this.#own.map((column) => cells.get(column)?.trim() ?? '');
    const key = parseRowKey(token);
    const isFirst = key !== undefined && !this.#seen.has(`${key.agency} ${key.piece}`);
    if (isFirst) {
      this.#seen.add(`${key.agency} ${key.piece}`);
      this.#last = key.agency;
      this.#readState(key, texts, own);
    } else {
      this.#last = this.#agencyNamed(texts)?.code ?? this.#last;
      this.#add(texts, key === undefined ? token : '', own);
    }
    if (this.#last !== undefined) this.#agencyOf.set(row, this.#last);
  }

  comment(text: string, row?: number): void {
    const agency = row === undefined ? undefined : this.#agencyOf.get(row);
    const texts = { ...this.#naming(agency), entry: FOLLOW_UP_ENTRIES.comment, note: text };
    this.rows.push({ ...(agency === undefined ? {} : { agency }), texts, own: [] });
  }

  /** Reads a row of the program: its own texts are generated anew, all others are kept. */
  #readState(
    { agency, piece, written }: NonNullable<ReturnType<typeof parseRowKey>>,
    { note = '', agency: name = '', ...texts }: RowOfTexts,
    own: readonly string[],
  ): void {
    const others = Object.entries({ ...texts, agency: name }).filter(
      ([id, text]) => text !== '' && written.get(id as FollowUpHeading) !== textKey(text),
    );
    if (piece === 0) this.notes.set(agency, { agency: name, note, own });
    if (others.length > 0) {
      // The new row must name the same agency, so a text typed over its code or name becomes a note.
      const ofRow = this.#naming(agency);
      const overNaming = others.filter(([id]) => id in ofRow || id === 'entry').map(([, text]) => text);
      const elsewhere = others.filter(([id]) => !(id in ofRow) && id !== 'entry');
      const typed = {
        ...ofRow,
        ...Object.fromEntries(elsewhere),
        entry: FOLLOW_UP_ENTRIES.typed,
        ...(overNaming.length === 0 ? {} : { note: overNaming.join('\n') }),
      };
      this.rows.push({ agency, texts: typed, own: [] });
    }
    if (piece > 0 && (note !== '' || own.some((text) => text !== ''))) {
      this.rows.push({ agency, texts: { ...this.#naming(agency), note }, own });
    }
  }

  /** @param inKeyColumn a text that stands where a key would be */
  #add({ note = '', ...texts }: RowOfTexts, inKeyColumn: string, own: readonly string[]): void {
    const all = { ...texts, note: [note, inKeyColumn].filter((text) => text !== '').join('\n') };
    const isBlank = [...Object.values(all), ...own].every((text) => text === '');
    if (!isBlank) this.rows.push({ ...(this.#last === undefined ? {} : { agency: this.#last }), texts: all, own });
  }

  /** The agency that a row names; Excel makes a number of a code that somebody types, and drops its zeros. */
  #agencyNamed({ code = '', agency = '' }: RowOfTexts): Agency | undefined {
    const number = /^\d+$/.test(foldDigits(code)) ? Number(foldDigits(code)) : undefined;
    return (
      findAgency(this.#roster, code) ??
      findAgency(this.#roster, agency) ??
      this.#roster.agencies.find((each) => number !== undefined && Number(each.code) === number)
    );
  }

  #naming(code: string | undefined): RowOfTexts {
    if (code === undefined) return {};
    return { code, agency: findAgency(this.#roster, code)?.name ?? '' };
  }
}
