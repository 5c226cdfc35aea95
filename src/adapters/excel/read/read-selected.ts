import { HostFault, type SelectedContent } from '../../../usecases/ports/workbook-host.ts';
import { withCommonFont } from './cell-formatting.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';
import {
  LOCATIONS,
  queueSheet,
  rangesOf,
  readInPieces,
  sheetContents,
  sheetRead,
  type SheetMatrices,
} from './read-sheet.ts';
import type { RunExcel } from '../run-excel.ts';
import { factsRead, queueFacts, type QueuedFacts } from './workbook-facts.ts';

/**
 * Reads the active sheet and the selection in two round trips: cell contents, then their formatting, which is read anew
 * because Excel does not report its changes. A sheet that is too large for one response is read in pieces.
 * @throws {HostFault} `no-cells-selected`
 */
export async function readSelected(run: RunExcel, known: KnownSheets): Promise<SelectedContent> {
  const { facts, matrices, selection } = await readParts(run, known);
  const sheets = await sheetContents(run, known, [matrices]);
  return { content: withCommonFont({ ...facts, sheets }), selection };
}

interface Parts extends Pick<Selected, 'facts' | 'selection'> {
  readonly matrices: SheetMatrices;
}

async function readParts(run: RunExcel, known: KnownSheets): Promise<Parts> {
  try {
    return await run(async (context) => {
      const queued = queueSelection(context);
      const cells = queueSheet(queued.active);
      await context.sync();
      const { sheet, ...selected } = selectionRead(queued, known);
      return { ...selected, matrices: sheetRead(cells, sheet) };
    });
  } catch (error) {
    if (!(error instanceof HostFault) || error.reason !== 'too-large') throw error;
    const { sheet, ...selected } = await run(async (context) => {
      const queued = queueSelection(context);
      await context.sync();
      return selectionRead(queued, known);
    });
    return { ...selected, matrices: await readInPieces(run, sheet) };
  }
}

/** The selection, queued for loading. */
interface QueuedSelection {
  readonly facts: QueuedFacts;
  readonly active: Excel.Worksheet;
  readonly areas: Excel.RangeAreas;
}

function queueSelection(context: Excel.RequestContext): QueuedSelection {
  const { workbook } = context;
  return {
    areas: workbook.getSelectedRanges().load(LOCATIONS),
    facts: queueFacts(context),
    active: workbook.worksheets.getActiveWorksheet().load('id'),
  };
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
