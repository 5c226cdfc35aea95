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
const COLUMNS: readonly { readonly heading: string; readonly valueOf: (source: Source) => string }[] = [
  { heading: REPORT_HEADINGS.agency, valueOf: ({ agency }) => agency },
  { heading: REPORT_HEADINGS.file, valueOf: ({ file }) => file },
  { heading: REPORT_HEADINGS.sheet, valueOf: ({ sheet }) => sheet },
  { heading: REPORT_HEADINGS.cell, valueOf: ({ cell }) => cellName(cell) },
  { heading: REPORT_HEADINGS.savedAt, valueOf: ({ savedAt = '' }) => exactThaiTime(savedAt) },
];

/** Between the sources of a paragraph. */
export const SOURCE_SEPARATOR = '; ';

/** Stands where a list is cut: the table has a row for each source. */
const MORE = ` … (ดูแผ่นงาน ${TABLE_SHEET})`;

export const PROVENANCE_HEADINGS: readonly string[] = [
  REPORT_HEADINGS.measure,
  ...COLUMNS.map(({ heading }) => heading),
  REPORT_HEADINGS.names,
];

/**
 * The provenance of a row, from column `first` on: its measure, and the sources of its paragraph, where it has one; last the
 * names in full of the agencies, each once, which the printed paragraph may name by their class.
 */
export function provenanceCells(
  roster: Roster,
  first: number,
  measure: MeasureKey,
  paragraph: Pick<MasterParagraph, 'sources'> | undefined,
): readonly CellPlan[] {
  const lists = COLUMNS.map(({ valueOf }) => sourceList(paragraph?.sources.map(valueOf) ?? []));
  const codes = new Set(paragraph?.sources.map(({ agency }) => agency));
  const names = sourceList(Array.from(codes, (code) => agencyByCode(roster).get(code)?.name ?? code));
  return [measure, ...lists, names].flatMap((value, index): readonly CellPlan[] =>
    value === '' ? [] : [{ column: first + index, style: 'hidden', value }],
  );
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
