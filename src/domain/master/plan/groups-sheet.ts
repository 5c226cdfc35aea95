import { nameAgencies } from '../../programme/name-agencies.ts';
import { measureByKey } from '../../programme/programme.ts';
import type { SheetPlan } from '../../spreadsheet/plan.ts';
import type { Consolidation, Difference, DifferenceKind, Variant } from '../../submissions/consolidation.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import { thaiDigits } from '../../text/digits.ts';
import { GROUPS_SHEET } from '../sheet-names.ts';
import { planListSheet, recordRows, withMeasureLink, type MasterColumn, type MeasureLocations } from './layout.ts';

const COLUMNS: readonly MasterColumn[] = [
  { heading: 'กลุ่มที่', width: 8, style: 'labelCenter' },
  { heading: 'มาตรการ', width: 34, style: 'label' },
  { heading: 'ข้อความในรายงาน', width: 60, style: 'result' },
  { heading: 'หน่วยงาน', width: 28, style: 'label' },
  { heading: 'ข้อความของหน่วยงาน', width: 60, style: 'result' },
  { heading: 'ส่วนที่ต่าง', width: 34, style: 'result' },
  { heading: 'ดูในรายงาน', width: 14, style: 'linkCell' },
];

const PLACE = 6;

/** Columns that are repeated in every row of a record, so that filters and sorting keep the record together. */
const REPEATED = [0, 1, 3];

const KINDS: Readonly<Record<DifferenceKind, string>> = {
  fact: 'ข้อมูลเฉพาะ',
  circumstance: 'รายละเอียดเพิ่ม',
  word: 'คำที่อาจต่างความหมาย',
  spelling: 'ตัวสะกด',
  wording: 'ถ้อยคำ',
};

/**
 * Plans the list of grouped answers: for each group the paragraph of the report, and every text that it stands for with its agencies and
 * its differences. No sheet if there are no groups.
 * @param locations where the measures are in the report
 */
export function planMasterGroups(
  { programme, roster, measures }: Consolidation,
  locations: MeasureLocations,
): readonly SheetPlan[] {
  const titles = measureByKey(programme);
  const groups = measures.flatMap(({ measure, paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      paragraph.variants ? [{ measure, paragraph, variants: paragraph.variants }] : [],
    ),
  );
  if (groups.length === 0) return [];
  const sheet = planListSheet({
    name: GROUPS_SHEET,
    columns: COLUMNS,
    rows: function* () {
      for (const [index, { measure: key, paragraph, variants }] of groups.entries()) {
        const number = thaiDigits(String(index + 1));
        for (const [at, variant] of variants.entries()) {
          const names = nameAgencies(roster, new Set(variant.sources.map(({ agency }) => agency))).words;
          const printed = at === 0 ? withNaming(paragraph) : '';
          const texts = [number, titles.get(key)?.text ?? key, printed, names, variant.text, differences(variant)];
          const rows = recordRows(COLUMNS, texts, REPEATED);
          yield* at === 0 ? withMeasureLink(rows, PLACE, key, locations) : rows;
        }
      }
    },
    table: 'Groups',
  });
  return [sheet];
}

/** The differences of a text from the common wording, on a line for each kind. */
function differences({ text, differences }: Variant): string {
  const ofKind = (kind: DifferenceKind): readonly Difference[] => differences.filter((each) => each.kind === kind);
  return (Object.keys(KINDS) as DifferenceKind[])
    .map((kind) => ({ kind, parts: ofKind(kind).map(({ start, end }) => text.slice(start, end).trim()) }))
    .map(({ kind, parts }) => ({ kind, words: parts.filter((part) => part !== '') }))
    .filter(({ words }) => words.length > 0)
    .map(({ kind, words }) => `${KINDS[kind]}: ${words.map((word) => `“${word}”`).join(' ')}`)
    .join('\n');
}
