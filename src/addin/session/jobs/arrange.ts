import type { RowChange } from '../../../domain/master/merge/row-changes.ts';
import { GROUPS_SHEET, TABLE_SHEET } from '../../../domain/master/sheet-names.ts';
import { arrangeableReport } from '../../../usecases/arrange-report.ts';
import { changeRows } from '../../../usecases/change-rows.ts';
import { notice, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Arranging, Job, UndoStep } from '../session-state.ts';

/** Shows the paragraph of the report that has the first selected cell, or a notice if none has it. */
export async function lookAtParagraph({ ports, state, set }: Job): Promise<Notice | undefined> {
  set({ arranging: undefined });
  const selected = await ports.live?.readSelected();
  const [first] = selected?.selection ?? [];
  if (first === undefined) return notice('no-paragraph-selected');
  const report = arrangeableReport(await ports.workbook.read(undefined, 'texts'), programmeOfReport(state()));
  if (report === undefined) return notice('not-arrangeable', { facts: { sheet: TABLE_SHEET } });
  const arranging = paragraphAt(report, first.sheet, first.range?.top ?? 0);
  if (arranging === undefined) return notice('no-paragraph-selected');
  set({ arranging, notice: undefined });
  return undefined;
}

function paragraphAt(report: Arranging['report'], sheet: string, row: number): Arranging | undefined {
  for (const [measure, paragraphs] of report.paired.measures) {
    const paragraph = paragraphs.find(({ own: { location, rowCount = 1 } }) => {
      return location.sheet === sheet && row >= location.row && row < location.row + rowCount;
    });
    if (paragraph) return { report, measure, paragraph };
  }
  return undefined;
}

/** Applies planned changes to paragraphs of the report. If their rows were edited in the meantime, nothing is changed. */
export async function arrange({ ports, state, set }: Job, changes: readonly RowChange[]): Promise<Notice> {
  const isDone = ports.live !== undefined && (await changeRows(ports.live, changes));
  set({ arranging: undefined });
  if (!isDone) return notice('arrange-outdated');
  const step: UndoStep = { kind: 'rows', changes };
  set({ undoable: [step, ...state().undoable] });
  return notice('arranged', { facts: { sheet: GROUPS_SHEET }, canUndo: true });
}
