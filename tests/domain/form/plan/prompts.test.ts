import fc from 'fast-check';
import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { issueSheetLayout } from '../../../../src/domain/form/plan/issue-sheet.ts';
import { promptRows } from '../../../../src/domain/form/plan/prompts.ts';
import { measuresOf, type Measure } from '../../../../src/domain/programme/programme.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../../support/small-programme.ts';

const [{ measure: model }] = measuresOf(SMALL_PROGRAMME) as unknown as readonly [{ readonly measure: Measure }];
const USUAL = 'เลขที่หนังสือ ชื่อเอกสาร หรือลิงก์';

describe('the prompts of a column', () => {
  it('tell beside the usual words what the office asks for, and its hint', () => {
    const parts = SMALL_PROGRAMME.parts.map((part) => ({
      ...part,
      issues: part.issues.map((issue) => ({
        ...issue,
        groups: issue.groups.map((group) => ({
          ...group,
          measures: group.measures.map((measure) =>
            measure.key === model.key ? { ...measure, asks: 'คำสั่งแต่งตั้ง', hint: 'ระบุจำนวนครั้ง' } : measure,
          ),
        })),
      })),
    }));
    const { sheets } = planAgencyWorkbook({ ...SMALL_PROGRAMME, parts }, smallAgency('02'), {
      created: '2027-04-01T00:00:00Z',
    });
    const prompts = sheets[1]!.validations.map(({ range, prompt }) => [range.left, range.top, range.bottom, prompt]);
    expect(prompts).toContainEqual([7, 5, 6, `${USUAL}\nหลักฐานที่ขอ: คำสั่งแต่งตั้ง`]);
    expect(prompts).toContainEqual([5, 5, 6, '๑ ย่อหน้าต่อ ๑ แถว\nคำแนะนำ: ระบุจำนวนครั้ง']);
  });

  it('stand at every row once, and are never longer than Excel allows', () => {
    const asks = fc.option(
      fc.constantFrom('แผน', 'ที่', 'คำสั่งหรือประกาศแต่งตั้งคณะทำงาน').map((text) => text.repeat(40)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(asks, { minLength: 1, maxLength: 8 }), (all) => {
        const measures = all.map((text): Measure => (text === undefined ? model : { ...model, asks: text }));
        const layout = issueSheetLayout(measures.length);
        const rows = promptRows('evidence', USUAL, measures, layout);
        const covered = rows.flatMap(({ top, bottom }) =>
          Array.from({ length: bottom - top + 1 }, (_, index) => top + index),
        );
        expect(covered).toEqual(
          Array.from({ length: layout.lastRow - layout.firstRow + 1 }, (_, index) => layout.firstRow + index),
        );
        for (const { prompt } of rows) expect(prompt.length).toBeLessThanOrEqual(255);
        expect(rows.every(({ prompt }) => prompt.startsWith(USUAL))).toBe(true);
      }),
    );
  });
});
