import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { agencyFileName, planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { GROUPS_SHEET } from '../../../src/domain/master/sheet-names.ts';
import type { WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { answer } from '../../support/answer.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { HostWorkbook } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';

const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';

const masterOf = (grouping: boolean): WorkbookPlan =>
  planMaster(finish(emptyConsolidation(programme, roster), { grouping }), { created });

async function collected(
  plan: WorkbookPlan,
  grouping: boolean,
): Promise<{ readonly book: HostWorkbook; readonly session: Session }> {
  const { workbook: book } = await openInExcel(plan);
  const session = paneSession({ created });
  session.set({ grouping });
  await session.start();
  const files = await Promise.all(
    roster.agencies.slice(0, 2).map(async (agency, index) => {
      const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created }));
      const bytes = await answer(codec, blank, { '1.1.1': { result: index === 0 ? SAID : `ได้${SAID}แล้ว` } });
      return new File([bytes as Uint8Array<ArrayBuffer>], agencyFileName(programme, agency));
    }),
  );
  await session.collect(createChosenFiles(files));
  return { book, session };
}

function isGrouped({ state: { collection } }: Session): boolean | undefined {
  return collection?.kind === 'read' ? collection.answers.consolidation.isGrouped : undefined;
}

describe('similar answers in the pane', () => {
  it('are put together in the report that is open, with the list of them', async () => {
    const { book, session } = await collected(masterOf(true), true);
    await session.putMaster('here');
    const { sheets } = contentOfHostWorkbook(book);
    expect(sheets.filter(({ name }) => name === GROUPS_SHEET)).toHaveLength(1);
    const texts = sheets.find(({ name }) => name.startsWith('๑'))!.cells.map(({ text }) => text);
    expect(texts.filter((text) => text.includes(SAID))).toHaveLength(1);
  });

  it.each([
    [true, false],
    [false, true],
  ])('stay as the open report has them (grouped: %s), whatever the settings say', async (ofReport, ofSettings) => {
    const { session } = await collected(masterOf(ofReport), ofSettings);
    expect(isGrouped(session)).toBe(ofReport);
  });

  it.each([true, false])('are put together in a new report as the settings say: %s', async (grouping) => {
    const { session } = await collected(planAgencyWorkbook(programme, roster.agencies[0]!, { created }), grouping);
    expect(isGrouped(session)).toBe(grouping);
  });
});
