import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { answerLocations } from '../../src/domain/form/read/answer-locations.ts';
import { planMasterCompleteness } from '../../src/domain/master/plan/completeness-sheet.ts';
import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import { answeredInFull, totalOf } from '../../src/domain/submissions/coverage.ts';
import { stateCounts } from '../../src/domain/submissions/measure-states.ts';
import { collectAnswers } from '../../src/usecases/collect-answers.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { created, districtPlan } from '../support/plans-2565.ts';
import { programme, roster } from '../support/report-2565.ts';

const codec = createXlsxCodec();
const first = answerLocations(contentOfPlan(districtPlan)).get('1.1.1' as MeasureKey)!;

/** What the report says where a district answers one measure with this status and result. */
async function reported(status: string, result: string) {
  const answers = [
    { ...first, text: status },
    { ...first, column: first.column + 1, text: result },
  ];
  const bytes = await codec.patch(await codec.encode(districtPlan), answers);
  const files = createMemoryStore(new Map([['/in/5019.xlsx', bytes]]));
  const collected = await collectAnswers(
    { codec, files, progress: () => undefined },
    { programme, roster, paths: ['/in'] },
  );
  const { consolidation, findings } = collected as Extract<typeof collected, { kind: 'collected' }>;
  const { issues } = consolidation.agencies.find(({ agency }) => agency === '5019')!;
  const total = totalOf(issues.values());
  const master = contentOfPlan(planMaster(consolidation, { created, findings, decisions: [] }));
  const sheetsWith = (text: string): readonly string[] =>
    master.sheets.filter(({ cells }) => cells.some((cell) => cell.text.includes(text))).map(({ name }) => name);
  return {
    counts: [total.answered, answeredInFull(total)],
    printed: consolidation.measures.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    sheetsWith,
    states: stateCounts(consolidation).get('1.1.1' as MeasureKey),
    matrix: JSON.stringify([...planMasterCompleteness(consolidation).rows]),
  };
}

describe('a measure with a result and its status', () => {
  it('is answered in full', async () => {
    const { counts, printed, matrix } = await reported('ดำเนินการแล้ว', 'จัดอบรมแล้ว');
    expect([counts, printed]).toEqual([[1, 1], ['จัดอบรมแล้ว']]);
    expect(matrix).not.toContain('?');
  });

  it.each(['-', '…', '- -', '.'])(
    'is not answered in full by %s, which is kept in the table and not printed',
    async (sign) => {
      const { counts, printed, sheetsWith, matrix } = await reported('ดำเนินการแล้ว', sign);
      expect([counts, printed]).toEqual([[1, 0], []]);
      expect(sheetsWith(sign)).toContain('ตารางรวม');
      expect(matrix).toContain('?๑');
    },
  );

  it('is not answered in full without a status, and the agency is not said to be done with it', async () => {
    const { counts, printed, matrix, states } = await reported('', 'จัดอบรมแล้ว');
    expect([counts, printed]).toEqual([[1, 0], ['จัดอบรมแล้ว']]);
    expect(matrix).toContain('?๑');
    expect(states).toMatchObject({ done: 0, unclear: 1 });
  });

  it.each(['จัดอบรมแล้ว', '-'])('is not answered in full with a status that the list does not have: %s', async (text) => {
    const { counts, sheetsWith } = await reported('ดำเนินการบางส่วน', text);
    expect(counts[1]).toBe(0);
    expect(sheetsWith('ดำเนินการบางส่วน')).not.toEqual([]);
  });
});
