import type { MeasureKey } from '../../programme/programme.ts';
import type { MasterParagraph, Source } from '../../submissions/consolidation.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import type { Roster } from '../../programme/roster.ts';
import { cellName } from '../../spreadsheet/address.ts';
import { MAX_CELL_TEXT } from '../../spreadsheet/limits.ts';
import { REPORT_HEADINGS } from '../report-headings.ts';
import { TABLE_SHEET } from '../sheet-names.ts';
import { exactThaiTime } from '../../text/dates.ts';
import type { CellPlan } from '../../spreadsheet/plan.ts';

/** The hidden columns that say where a row of the report comes from. Lists hold the sources in the same order. */
const COLUMNS: readonly {
  readonly heading: string;
  readonly valueOf: (source: Source, inWords: (instant: string) => string) => string;
}[] = [
  { heading: REPORT_HEADINGS.agency, valueOf: ({ agency }) => agency },
  { heading: REPORT_HEADINGS.file, valueOf: ({ file }) => file },
  { heading: REPORT_HEADINGS.sheet, valueOf: ({ sheet }) => sheet },
  { heading: REPORT_HEADINGS.cell, valueOf: ({ cell }) => cellName(cell) },
  { heading: REPORT_HEADINGS.savedAt, valueOf: ({ savedAt = '' }, inWords) => inWords(savedAt) },
];

/** Between the sources of a paragraph. */
export const SOURCE_SEPARATOR = '; ';

/** Stands where a list is cut: the table has a row for each source. */
const MORE = ` … (ดูแผ่นงาน ${TABLE_SHEET})`;

/** Headings of the hidden columns; the last one says which rows are parts of one paragraph. */
export const PROVENANCE_HEADINGS: readonly string[] = [
  REPORT_HEADINGS.measure,
  ...COLUMNS.map(({ heading }) => heading),
  REPORT_HEADINGS.names,
  REPORT_HEADINGS.part,
];

/** Says where rows of the report come from. */
export class Provenance {
  readonly #roster: Roster;
  /** The times of files in words: a file is the source of many rows. */
  readonly #times = new Map<string, string>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  /**
   * The provenance of a row, from column `first` on: its measure, and the sources of its paragraph, where it has one; last the
   * names in full of the agencies, each once, which the printed paragraph may name by their class.
   */
  cells(
    first: number,
    measure: MeasureKey,
    paragraph: Pick<MasterParagraph, 'sources'> | undefined,
  ): readonly CellPlan[] {
    const sources = paragraph?.sources ?? [];
    const lists = COLUMNS.map(({ valueOf }) => sourceList(sources.map((source) => valueOf(source, this.#inWords))));
    const codes = new Set(sources.map(({ agency }) => agency));
    const names = agencyByCode(this.#roster);
    const inFull = sourceList(Array.from(codes, (code) => names.get(code)?.name ?? code));
    return [measure, ...lists, inFull].flatMap((value, index): readonly CellPlan[] =>
      value === '' ? [] : [{ column: first + index, style: 'hidden', value }],
    );
  }

  readonly #inWords = (instant: string): string => {
    const time = this.#times.get(instant) ?? exactThaiTime(instant);
    this.#times.set(instant, time);
    return time;
  };
}

/**
 * The values with separators between; a list that a cell cannot hold ends after a whole value and says where the rest is.
 * @internal
 */
export function sourceList(values: readonly string[]): string {
  const whole = values.join(SOURCE_SEPARATOR);
  if (whole.length <= MAX_CELL_TEXT) return whole;
  const end = whole.lastIndexOf(SOURCE_SEPARATOR, MAX_CELL_TEXT - MORE.length);
  return whole.slice(0, Math.max(end, 0)) + MORE;
}
