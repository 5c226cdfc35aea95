import type { Session } from '../../../src/addin/session/session.ts';
import { checkOf } from '../../../src/addin/session/selectors.ts';
import { contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import type { Platform } from '../../support/excel-host/undo.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created, districtPlan } from '../../support/plans-2565.ts';
import { until } from '../../support/until.ts';

const sheet = districtPlan.sheets[1]!.name;
/** Row and column of the first answer of an issue sheet; more are below it. */
const [ROW, COLUMN] = [5, 5];

/** A pane beside an agency's workbook, and a person who works in it. */
async function open(platform: Platform) {
  const host = await openInExcel(districtPlan, { ...TODAY, platform });
  const session = paneSession({ created });
  await session.start();
  return { host, session, person: new Person(host.workbook, 'Local', host.undo) };
}

/** Waits until the pane has checked the workbook with this text of an answer, or without any. */
function checked(session: Session, row: number, text: string | undefined): Promise<void> {
  return until(() => textRead(session, row) === text);
}

function textRead({ state }: Session, row: number): string | undefined {
  const content = checkOf(state)?.result.content.sheets.find(({ name }) => name === sheet);
  return content?.cells.find((cell) => cell.row === row && cell.column === COLUMN)?.text;
}

describe.each(['windows', 'mac', 'web'] as const)('Ctrl+Z beside the pane, on %s', (platform) => {
  it('takes back three answers that the pane has checked as they were typed, one by one', async () => {
    const { host, session, person } = await open(platform);
    const first = contentOfHostWorkbook(host.workbook);
    for (const [index, text] of ['อบรม 1 ครั้ง', 'อบรม 2 ครั้ง', 'อบรม 3 ครั้ง'].entries()) {
      person.write(sheet, ROW + index, COLUMN, text);
      await checked(session, ROW + index, text);
    }
    expect(host.undo.depth).toBe(3);
    for (const index of [2, 1, 0]) {
      expect(person.undo()).toBe(true);
      await checked(session, ROW + index, undefined);
    }
    expect(person.undo()).toBe(false);
    expect(contentOfHostWorkbook(host.workbook)).toEqual(first);
  });

  it('takes back a conversion in one step, which the pane then has nothing left to undo of, and what was typed before', async () => {
    const { host, session, person } = await open(platform);
    const first = contentOfHostWorkbook(host.workbook);
    person.write(sheet, ROW, COLUMN, 'อบรม 25 คน');
    person.write(sheet, ROW + 1, COLUMN, 'อบรม 30 คน');
    await checked(session, ROW + 1, 'อบรม 30 คน');
    const typed = contentOfHostWorkbook(host.workbook);
    expect(await session.convert('thai', 'workbook')).toMatchObject({ facts: { cells: 2 }, canUndo: true });
    await checked(session, ROW, 'อบรม ๒๕ คน');
    expect(person.undo()).toBe(true);
    expect(contentOfHostWorkbook(host.workbook)).toEqual(typed);
    expect(await session.undo()).toMatchObject({ code: 'undone', facts: { cells: 0 } });
    person.undo();
    person.undo();
    await checked(session, ROW, undefined);
    expect(contentOfHostWorkbook(host.workbook)).toEqual(first);
  });
});
