import { checkOf } from '../../../src/addin/session/selectors.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { answerForm, type MeasureForm } from '../../../src/domain/form/answers/answer-form.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import type { HostSheet } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created, district, districtPlan } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';

/** A pane beside an agency's workbook, and its first two sheets with measures. */
async function open(): Promise<{ readonly session: Session; readonly pages: readonly [HostSheet, HostSheet] }> {
  const { workbook } = await openInExcel(districtPlan, TODAY);
  const session = paneSession({ created });
  await session.start();
  const [, first, second] = districtPlan.sheets.map(({ name }) => workbook.sheet(name));
  return { session, pages: [first!, second!] };
}

function measureOf({ state }: Session, key: string): MeasureForm {
  const { content } = checkOf(state)!.result;
  return answerForm(content, { programme, roster, agency: district }).find((one) => one.measure.key === key)!;
}

describe('a sheet that a person renames beside the pane', () => {
  it('keeps what was typed for it and cannot be written yet', async () => {
    const { session, pages } = await open();
    const [page] = pages;
    const [cell] = measureOf(session, '1.1.1').fields.note;
    session.answers.type(cell!, 'ก'.repeat(40_000));
    page.name = 'ชื่อใหม่';
    await session.check();
    expect(session.state.typed).toMatchObject([{ sheet: 'ชื่อใหม่', row: cell!.row, column: cell!.column }]);
  });

  it('has its cells undone and made again, also where it changed its name with another and nobody looked since', async () => {
    const { session, pages } = await open();
    const [page, other] = pages;
    const [cell] = measureOf(session, '1.1.1').fields.note;
    const at = (sheet: HostSheet): unknown => sheet.at(cell!.row, cell!.column).value;
    session.answers.type(cell!, 'บันทึก');
    await session.answers.keep();
    const before = at(other);
    [page.name, other.name] = [other.name, page.name];
    expect(await session.undo()).toMatchObject({ code: 'undone' });
    expect([at(page), at(other)]).toEqual(['', before]);
    [page.name, other.name] = [other.name, page.name];
    expect(await session.redo()).toMatchObject({ code: 'redone' });
    expect([at(page), at(other)]).toEqual(['บันทึก', before]);
  });

  it('closes a preview of changes on it, of which a person saw another name, and leaves others open', async () => {
    const { session, pages } = await open();
    const [page, other] = pages;
    const [cell] = measureOf(session, '1.1.1').fields.note;
    session.answers.type(cell!, 'รวม 25 คน');
    await session.preview('thai', 'workbook');
    expect(session.state.preview!.changes.map(({ sheet }) => sheet)).toEqual([page.name]);
    other.name = 'อีกแผ่น';
    await session.check();
    expect(session.state.preview).toBeDefined();
    page.name = 'ชื่อใหม่';
    await session.check();
    expect(session.state.preview).toBeUndefined();
  });
});
