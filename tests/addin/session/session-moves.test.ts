import type { PlannedMove } from '../../../src/domain/checks/cell-moves.ts';
import { answerLocations } from '../../../src/domain/form/read/answer-locations.ts';
import type { AgencyCoverage } from '../../../src/domain/submissions/consolidation.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { checkOf } from '../../../src/addin/session/selectors.ts';
import { contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import { contentOfPlan } from '../../support/plan-content.ts';
import { paneSession } from '../../support/pane-session.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { until } from '../../support/until.ts';
import { fileSession } from '../../support/file-session.ts';
import { created, districtPlan } from '../../support/plans-2565.ts';

/** The status of the first measure; its result is beside it. */
const { sheet, row: ROW, column } = answerLocations(contentOfPlan(districtPlan)).get('1.1.1' as MeasureKey)!;
const COLUMN = column + 1;
const PASTED = ['- จัดอบรม', '- ออกประกาศ', '- ประชุมคณะทำงาน', '- เผยแพร่คู่มือ', '- ติดตามผล'];

/** A pane beside a workbook with five pasted paragraphs, and the move that it proposes. */
async function open() {
  const host = await openInExcel(districtPlan, TODAY);
  const person = new Person(host.workbook, 'Local', host.undo);
  PASTED.forEach((text, index) => person.write(sheet, ROW + index, COLUMN, text));
  const session = paneSession({ created });
  await session.start();
  const [move] = checkOf(session.state)!.result.moves;
  return { host, session, person, move: move! };
}

function results({ host }: Awaited<ReturnType<typeof open>>): readonly (string | undefined)[] {
  const content = contentOfHostWorkbook(host.workbook).sheets.find(({ name }) => name === sheet)!;
  return PASTED.map(
    (_, index) => content.cells.find(({ row, column }) => row === ROW + index && column === COLUMN)?.text,
  );
}

/** How many measures count as answered. */
function answered({ state }: Session): number {
  const [{ issues }] = checkOf(state)!.result.coverage as [AgencyCoverage];
  return [...issues.values()].reduce((sum, issue) => sum + issue.answered, 0);
}

const moved = (session: Session, move: PlannedMove) => session.moveTexts(move);

describe('paragraphs that were pasted over several measures', () => {
  it('move under their measure at one press, and back by one undo', async () => {
    const opened = await open();
    const { session, move } = opened;
    expect(answered(session)).toBe(1);
    expect(await moved(session, move)).toMatchObject({ code: 'moved', facts: { cells: 3 }, canUndo: true });
    const [first, ...others] = PASTED;
    expect(results(opened)).toEqual([first, others.join('\n'), undefined, undefined, undefined]);
    expect(await session.undo()).toMatchObject({ code: 'undone' });
    expect(results(opened)).toEqual(PASTED);
  });

  it('move and come back on the page without Excel too', async () => {
    const codec = createXlsxCodec();
    const cells = PASTED.map((text, index) => ({ sheet, row: ROW + index, column: COLUMN, text }));
    const bytes = await codec.patch(await codec.encode(districtPlan), cells);
    const session = fileSession({ bytes });
    await session.start();
    const texts = () => {
      const content = checkOf(session.state)?.result.content.sheets.find(({ name }) => name === sheet);
      return PASTED.map(
        (_, index) => content?.cells.find(({ row, column }) => row === ROW + index && column === COLUMN)?.text,
      );
    };
    await session.moveTexts(checkOf(session.state)!.result.moves[0]!);
    await until(() => texts()[2] === undefined);
    expect(texts()).toEqual([PASTED[0], PASTED.slice(1).join('\n'), undefined, undefined, undefined]);
    expect(await session.undo()).toMatchObject({ code: 'undone' });
    await until(() => texts()[2] !== undefined);
    expect(texts()).toEqual(PASTED);
  });

  it.each([1, 2, 4])('all stay where one of the cells has been changed meanwhile: row %i', async (index) => {
    const opened = await open();
    const { session, person, move } = opened;
    person.write(sheet, ROW + index, COLUMN, 'แก้ใหม่');
    expect(await moved(session, move)).toMatchObject({ code: 'not-moved', canUndo: false });
    expect(results(opened)).toEqual(PASTED.map((text, at) => (at === index ? 'แก้ใหม่' : text)));
  });
});
