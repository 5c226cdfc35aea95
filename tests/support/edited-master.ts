import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import type { CellPatch } from '../../src/domain/spreadsheet/content.ts';
import type { Submission } from '../../src/domain/submissions/submission.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import type { Answers } from './answer.ts';
import { folderOfWorkbooks } from './chosen-files.ts';
import { consolidate } from './consolidate.ts';
import { programme, roster } from './report-2565.ts';

const codec = createXlsxCodec();
const [one, two, three, four] = roster.agencies as unknown as readonly [Agency, Agency, Agency, Agency];

type Texts = Readonly<Record<string, string>>;

/** What agencies answered before somebody edited the report, and what they say later; the last one is late. */
const BEFORE: ReadonlyMap<Agency, Texts> = new Map<Agency, Texts>([
  [one, { '1.1.1': 'จัดอบรม ๒๕ คน เมื่อวันที่ ๑๗ ก.พ. ๒๕๖๕', '1.1.2': 'เผยแพร่คู่มือแล้ว' }],
  [two, { '1.1.1': 'ติดประกาศ ๓ แห่ง' }],
  [three, { '1.1.1': 'ประชุมชี้แจง ๑ ครั้ง' }],
]);
const LATER: ReadonlyMap<Agency, Texts> = new Map<Agency, Texts>([
  [one, { '1.1.1': 'จัดอบรม ๓๐ คน เมื่อวันที่ ๑๗ ก.พ. ๒๕๖๕' }],
  [two, { '1.1.1': 'ติดประกาศ ๕ แห่ง' }],
  [three, { '1.1.1': 'ประชุมชี้แจง ๒ ครั้ง' }],
  [four, { '1.1.1': 'แจ้งเวียนแล้ว' }],
]);
/** What the office made of it: one edit goes together with the change, one meets it. */
const EDITS: readonly (readonly [was: string, now: string])[] = [
  ['จัดอบรม ๒๕ คน', 'ได้จัดอบรมบุคลากรจำนวน ๒๕ คน'],
  ['ติดประกาศ ๓ แห่ง', 'ติดประกาศ ๔ แห่ง'],
];

/** A report that somebody edited, and a folder with later answers of its agencies; whoever asked for it removes the folder. */
export async function editedMaster(): Promise<{ readonly master: Uint8Array; readonly folder: string }> {
  const submissions = Array.from(BEFORE, ([agency, texts]) => submissionOf(agency, texts));
  const consolidation = consolidate(programme, roster, [{ submissions, problems: [] }]);
  const bytes = await codec.encode(planMaster(consolidation, { created: '2022-01-31T00:00:00.000Z' }));
  const { sheets } = await codec.decode(bytes);
  const issues = sheets.filter(({ name }) => /^[๐-๙]/.test(name));
  const patches = issues.flatMap(({ name: sheet, cells }) =>
    cells.flatMap(({ row, column, text }): readonly CellPatch[] => {
      const edited = EDITS.reduce((now, [was, after]) => now.replace(was, after), text);
      return edited === text ? [] : [{ sheet, row, column, text: edited }];
    }),
  );
  const answersOf = (agency: Agency): Answers =>
    Object.fromEntries(
      Object.entries(LATER.get(agency) ?? {}).map(([key, result]) => [key, { status: 'ดำเนินการแล้ว', result }]),
    );
  return {
    master: await codec.patch(bytes, patches, '2022-02-01T00:00:00.000Z'),
    folder: await folderOfWorkbooks([...LATER.keys()], {}, answersOf),
  };
}

function submissionOf({ code: agency }: Agency, texts: Texts): Submission {
  const entries = Object.entries(texts).map(([measure, text], row) => ({
    measure: measure as MeasureKey,
    paragraphs: [{ text, sheet: 'แบบรายงาน', cell: { row, column: 5 } }],
    dates: [],
    evidence: [],
    notes: [],
  }));
  return { agency, file: `${agency}.xlsx`, savedAt: '2022-01-30T00:00:00Z', issues: [1], contact: {}, entries };
}
