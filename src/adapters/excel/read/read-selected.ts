import { HostFault, type SelectedContent } from '../../../usecases/ports/workbook-host.ts';
import { withCommonFont } from './cell-look.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';
import { LOCATIONS, queueSheet, rangesOf, readInPieces, sheetRead } from './read-sheet.ts';
import type { RunExcel } from '../run-excel.ts';
import { factsRead, queueFacts, type QueuedFacts } from './workbook-facts.ts';

/**
 * The sheet that cells are selected of, and the selection, in one round trip. Only where that is too much for one answer, it
 * comes in pieces.
 * @throws {HostFault} `no-cells-selected`
 */
export async function readSelected(run: RunExcel, known: KnownSheets): Promise<SelectedContent> {
  const { content, selection } = await readParts(run, known);
  return { content: withCommonFont(content), selection };
}

async function readParts(run: RunExcel, known: KnownSheets): Promise<SelectedContent> {
  try {
    return await run(async (context) => {
      const queued = queueSelection(context);
      const cells = queueSheet(queued.active);
      await context.sync();
      const { facts, sheet, selection } = selectionRead(queued, known);
      return { content: { ...facts, sheets: [sheetRead(cells, sheet, known)] }, selection };
    });
  } catch (error) {
    if (!(error instanceof HostFault) || error.reason !== 'too-large') throw error;
    const { facts, sheet, selection } = await run(async (context) => {
      const queued = queueSelection(context);
      await context.sync();
      return selectionRead(queued, known);
    });
    return { content: { ...facts, sheets: [await readInPieces(run, sheet, known)] }, selection };
  }
}

/** What is selected, asked for. */
interface QueuedSelection {
  readonly facts: QueuedFacts;
  readonly active: Excel.Worksheet;
  readonly areas: Excel.RangeAreas;
}

function queueSelection(context: Excel.RequestContext): QueuedSelection {
  const { workbook } = context;
  const areas = workbook.getSelectedRanges();
  areas.load(LOCATIONS);
  return { facts: queueFacts(context), active: workbook.worksheets.getActiveWorksheet().load('id'), areas };
}

interface Selected extends Pick<SelectedContent, 'selection'> {
  readonly facts: ReturnType<typeof factsRead>;
  readonly sheet: KnownSheet;
}

function selectionRead({ facts, active, areas }: QueuedSelection, known: KnownSheets): Selected {
  const read = factsRead(facts, known);
  const sheet = known.identified(active.id);
  return { facts: read, sheet, selection: rangesOf(areas).map((range) => ({ sheet: sheet.name, range })) };
}
