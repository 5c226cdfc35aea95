import type { Chase, ChaseContact, ChaseState } from '../../chasing/chase.ts';
import { missingText } from '../../chasing/missing-text.ts';
import { dayOf, type Timing } from '../../chasing/timing.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { thaiLongDate, thaiTime } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import {
  FOLLOW_UP_COLUMNS,
  FOLLOW_UP_ENTRIES,
  FOLLOW_UP_HEADINGS,
  type FollowUpHeading,
} from '../follow-up-headings.ts';
import { rowKey } from '../follow-up-keys.ts';
import type { AgencyNotes, FollowUp, FollowUpRow } from '../follow-up.ts';
import { FOLLOW_UP_SHEET } from '../sheet-names.ts';
import { fitLength, planListSheet, recordRows, sideBySide, textCell, type MasterColumn } from './layout.ts';

/** Widths and formats. The cells that people type into are formatted like answers. */
const FORMATS: Readonly<Record<FollowUpHeading, Omit<MasterColumn, 'heading'>>> = {
  number: { width: 5, style: 'labelCenter' },
  code: { width: 7, style: 'labelCenter' },
  agency: { width: 24, style: 'label' },
  entry: { width: 13, style: 'labelCenter' },
  state: { width: 13, style: 'labelCenter' },
  due: { width: 14, style: 'labelCenter' },
  when: { width: 18, style: 'labelCenter' },
  timing: { width: 18, style: 'label' },
  missing: { width: 38, style: 'label' },
  channel: { width: 11, style: 'answer' },
  contact: { width: 22, style: 'result' },
  note: { width: 28, style: 'answer' },
  key: { width: 16, style: 'hidden' },
};

const COLUMNS = FOLLOW_UP_COLUMNS.map((id) => ({ id, heading: FOLLOW_UP_HEADINGS[id], ...FORMATS[id] }));

/** The office's own rows are formatted like answers, so that everybody sees who wrote them. */
const OWN_COLUMNS = COLUMNS.map((column) => (column.id === 'key' ? column : { ...column, style: 'answer' as const }));

const STATES: Readonly<Record<ChaseState, string>> = {
  'not-received': 'ยังไม่ได้รับ',
  unfinished: 'ยังไม่ครบถ้วน',
  complete: 'ครบถ้วน',
};

const UNKNOWN_TIME = 'ไม่ทราบเวลา';

/** What the sheet shows. */
export interface FollowUpFacts {
  readonly chases: readonly Chase[];
  /** What people wrote on the sheets of earlier masters. */
  readonly followUp: FollowUp;
  /** When the master was made: an ISO 8601 instant. */
  readonly asOf: string;
}

/**
 * Plans the sheet ติดตาม. For each agency it has the state, the due date, how late it is, what it owes and whom to contact, with a cell for
 * a note; below follow the reminders to it and whatever else people typed. Rows about agencies that are not asked come last.
 */
export function planMasterFollowUp(facts: FollowUpFacts): SheetPlan {
  const { ownHeadings, taken = [] } = facts.followUp;
  const list = planListSheet({
    name: FOLLOW_UP_SHEET,
    columns: COLUMNS.map((column) => (column.id === 'key' ? { ...column, hidden: true } : column)),
    rows: () => followUpRows(facts),
    taken,
    table: 'FollowUp',
  });
  if (ownHeadings.length === 0) return list;
  const cells = ownHeadings.map((heading, index) => textCell(COLUMNS.length + index, 'heading', heading));
  return {
    ...list,
    columns: [...list.columns, ...ownHeadings.map(() => ({ width: OWN_WIDTH }))],
    rows: withCells(list.rows, HEADING, cells),
  };
}

/** Width of a column that people added, and index of the row with the headings. */
const OWN_WIDTH = 20;
const HEADING = 1;

function withCells(rows: Iterable<RowPlan>, at: number, cells: RowPlan['cells']): Iterable<RowPlan> {
  return {
    *[Symbol.iterator]() {
      let index = 0;
      for (const row of rows) yield index++ === at ? { ...row, cells: [...row.cells, ...cells] } : row;
    },
  };
}

function* followUpRows({ chases, followUp, asOf }: FollowUpFacts): Generator<RowPlan, void, undefined> {
  const asked = new Set<string>(chases.map(({ agency }) => agency.code));
  const rowsOf = groupBy(followUp.rows, ({ agency = '' }) => (asked.has(agency) ? agency : ''));
  for (const [index, chase] of chases.entries()) {
    const { code } = chase.agency;
    yield* stateRows(chase, thaiDigits(String(index + 1)), asOf, followUp.notes.get(code));
    for (const row of rowsOf.get(code) ?? []) yield* officeRows(row);
  }
  for (const [code, { agency, note, own }] of followUp.notes) {
    const isNoted = note !== '' || own.some((text) => text !== '');
    if (!asked.has(code) && isNoted) yield* officeRows({ texts: { code, agency, note }, own });
  }
  for (const row of rowsOf.get('') ?? []) yield* officeRows(row);
}

/** The program's rows about an agency; the first of them has what people wrote next to it. */
function* stateRows(
  chase: Chase,
  number: string,
  asOf: string,
  notes: AgencyNotes | undefined,
): Generator<RowPlan, void, undefined> {
  const { agency, state, due, savedAt, timing, files, contact } = chase;
  const texts: Readonly<Partial<Record<FollowUpHeading, string>>> = {
    number,
    code: agency.code,
    agency: agency.name,
    entry: FOLLOW_UP_ENTRIES.state,
    state: STATES[state],
    due: thaiLongDate(due),
    when: savedAt === undefined ? (files.length === 0 ? '' : UNKNOWN_TIME) : thaiTime(savedAt),
    timing: timingText(timing, asOf),
    missing: missingText(chase),
    contact: contactText(contact),
  };
  const rows = recordRows(
    COLUMNS,
    COLUMNS.map(({ id }) => texts[id] ?? ''),
  );
  const [note = '', ...more] = fitLength(notes?.note ?? '');
  for (const [piece, row] of rows.entries()) {
    const written = row.cells.flatMap(({ column, value }): readonly (readonly [FollowUpHeading, string])[] => {
      const id = COLUMNS[column]?.id;
      return id === undefined || value === undefined ? [] : [[id, String(value)]];
    });
    const key = rowKey(agency.code, piece, new Map(written));
    const kept = { key, ...(piece === 0 ? { note } : {}) } as Readonly<Partial<Record<string, string>>>;
    const cells = row.cells.map((cell) => {
      const { id = '', style = cell.style } = COLUMNS[cell.column] ?? {};
      return kept[id] === undefined ? cell : textCell(cell.column, style, kept[id]);
    });
    yield { ...row, cells: [...cells, ...(piece === 0 ? ownCells(notes?.own ?? []) : [])] };
  }
  for (const text of more) yield* officeRows({ texts: { code: agency.code, note: text }, own: [] });
}

/** The office's row, unchanged; a text too long for a cell continues in the next row. */
function officeRows({ texts, own }: FollowUpRow): readonly RowPlan[] {
  const pieces = OWN_COLUMNS.map(({ id }) => fitLength(texts[id] ?? ''));
  return sideBySide(...pieces).map((row, index) => ({
    cells: [
      ...row.map((text, column) => textCell(column, OWN_COLUMNS[column]?.style ?? 'answer', text)),
      ...(index === 0 ? ownCells(own) : []),
    ],
  }));
}

function ownCells(own: readonly string[]): RowPlan['cells'] {
  return own.flatMap((text, index) => (text === '' ? [] : [textCell(COLUMNS.length + index, 'answer', text)]));
}

function timingText(timing: Timing, asOf: string): string {
  const on = `ณ วันที่ ${thaiLongDate(dayOf(asOf) ?? asOf)}`;
  switch (timing.kind) {
    case 'early':
      return timing.days === 0 ? 'ในวันครบกำหนด' : thaiDigits(`ก่อนกำหนด ${timing.days} วัน`);
    case 'late':
      return thaiDigits(`หลังกำหนด ${timing.days} วัน`);
    case 'overdue':
      return thaiDigits(`เกินกำหนด ${timing.days} วัน ${on}`);
    case 'open':
      return thaiDigits(timing.days === 0 ? `ครบกำหนดวันนี้ ${on}` : `เหลือเวลา ${timing.days} วัน ${on}`);
    case 'unknown':
      return UNKNOWN_TIME;
  }
}

function contactText({ name, phone, email }: ChaseContact): string {
  return [name, phone === '' ? '' : `โทร. ${phone}`, email].filter((text) => text !== '').join('\n');
}
