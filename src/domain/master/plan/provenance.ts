import type { MeasureKey } from '../../programme/programme.ts';
import type { MasterParagraph, Source } from '../../submissions/consolidation.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import type { Roster } from '../../programme/roster.ts';
import { cellName } from '../../spreadsheet/address.ts';
import { MAX_CELL_TEXT } from '../../spreadsheet/limits.ts';
import { TABLE_SHEET } from '../sheet-names.ts';
import type { CellPlan } from '../../spreadsheet/plan.ts';

/** The hidden columns that say where a row of the report comes from. Lists hold the sources in the same order. */
const COLUMNS: readonly { readonly heading: string; readonly valueOf: (source: Source) => string }[] = [
  { heading: 'หน่วยงาน', valueOf: ({ agency }) => agency },
  { heading: 'ไฟล์', valueOf: ({ file }) => file },
  { heading: 'แผ่นงาน', valueOf: ({ sheet }) => sheet },
  { heading: 'เซลล์', valueOf: ({ cell }) => cellName(cell) },
  { heading: 'เวลาที่บันทึก', valueOf: ({ savedAt = '' }) => savedAt },
];

const SEPARATOR = '; ';

/** Stands where a list is cut: the table has a row for each source. */
const MORE = ` … (ดูแผ่นงาน ${TABLE_SHEET})`;

export const PROVENANCE_HEADINGS: readonly string[] = [
  'รหัสมาตรการ',
  ...COLUMNS.map(({ heading }) => heading),
  'ชื่อหน่วยงาน',
];

/**
 * The provenance of a row, from column `first` on: its measure, and the sources of its paragraph, where it has one; last the
 * names in full of the agencies, each once, which the printed paragraph may name by their class.
 */
export function provenanceCells(
  roster: Roster,
  first: number,
  measure: MeasureKey,
  paragraph: MasterParagraph | undefined,
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
  const whole = values.join(SEPARATOR);
  if (whole.length <= MAX_CELL_TEXT) return whole;
  const end = whole.lastIndexOf(SEPARATOR, MAX_CELL_TEXT - MORE.length);
  return whole.slice(0, Math.max(end, 0)) + MORE;
}
