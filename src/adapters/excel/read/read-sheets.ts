import type { CellComment, SheetContent, WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import type { RunExcel } from '../run-excel.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';
import { withCommonFont } from './cell-formatting.ts';
import { commentsOf, queueComments, queueLocations, type LocatedComment } from './read-comments.ts';
import {
  queueSheet,
  readInPieces,
  sheetContents,
  sheetRead,
  withMissing,
  type Detail,
  type QueuedSheet,
  type SheetMatrices,
} from './read-sheet.ts';
import { factsRead, queueFacts } from './workbook-facts.ts';

/**
 * Reads sheets. Known sheets take one round trip if no other cells were filled since; others take one more. All
 * requests are sent as reads, so that Excel keeps the person's undo stack. A request whose response is too large is
 * split in halves: by sheets, then by the rows of a sheet.
 */
export async function readSheets(
  run: RunExcel,
  known: KnownSheets,
  names: readonly string[] | undefined,
  detail: Detail = 'all',
): Promise<WorkbookContent> {
  const { facts, sheets, located } = await readParts(run, known, names, detail);
  const contents = await sheetContents(run, known, sheets, detail);
  return withCommonFont({
    ...facts,
    sheets: contents.map((content) => withComments(content, commentsOf(content.name, located))),
  });
}

/** The content that was read before the formatting of all cells is loaded. */
interface Parts {
  readonly facts: Omit<WorkbookContent, 'sheets'>;
  readonly sheets: readonly SheetMatrices[];
  readonly located: readonly LocatedComment[];
}

async function readParts(
  run: RunExcel,
  known: KnownSheets,
  names: readonly string[] | undefined,
  detail: Detail,
): Promise<Parts> {
  try {
    return await run((context) => readAtOnce(context, known, names, detail));
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    if (error.reason === 'sheet-gone' && error.detail === '') {
      // A known sheet has been deleted.
      known.replace([]);
      return run((context) => readAtOnce(context, known, names, detail));
    }
    if (error.reason !== 'too-large') throw error;
    return readInHalves(run, known, names, detail);
  }
}

async function readInHalves(
  run: RunExcel,
  known: KnownSheets,
  names: readonly string[] | undefined,
  detail: Detail,
): Promise<Parts> {
  if (names === undefined) await readParts(run, known, [], detail);
  const wanted = names ?? known.all.map(({ name }) => name);
  const [only] = wanted;
  if (only === undefined) throw new HostFault('too-large', '');
  if (wanted.length === 1) return readAlone(run, known, only);
  const middle = Math.ceil(wanted.length / 2);
  const first = await readParts(run, known, wanted.slice(0, middle), detail);
  const second = await readParts(run, known, wanted.slice(middle), detail);
  return {
    facts: second.facts,
    sheets: inOrder([...first.sheets, ...second.sheets], known),
    located: second.located,
  };
}

/** Reads one sheet in pieces. */
async function readAlone(run: RunExcel, known: KnownSheets, name: string): Promise<Parts> {
  const { facts } = await readParts(run, known, [], 'texts');
  const located = await run(async (context) => {
    const comments = queueComments(context);
    await context.sync();
    const locations = queueLocations(comments);
    if (locations.length > 0) await context.sync();
    return locations;
  });
  return { facts, sheets: [await readInPieces(run, known.named(name))], located };
}

function inOrder(sheets: readonly SheetMatrices[], known: KnownSheets): readonly SheetMatrices[] {
  return known.all.flatMap(({ id }) => sheets.filter(({ sheet }) => sheet.id === id));
}

async function readAtOnce(
  context: Excel.RequestContext,
  known: KnownSheets,
  names: readonly string[] | undefined,
  detail: Detail,
): Promise<Parts> {
  const isWanted = ({ name }: { readonly name: string }): boolean => names === undefined || names.includes(name);
  const { worksheets } = context.workbook;
  const queue = ({ id }: KnownSheet): QueuedSheet => queueSheet(worksheets.getItem(id), known.cellsToExpect(id));
  const queued = queueFacts(context);
  const readsCells = names === undefined || names.length > 0;
  const comments = readsCells ? queueComments(context) : undefined;
  const reading = new Map(known.all.filter(isWanted).map((sheet) => [sheet.id, queue(sheet)]));
  const blind = names === undefined && known.all.length === 0 ? firstSheets(worksheets) : [];
  await context.sync();
  for (const { sheet, queued: read } of blind) if (!sheet.isNullObject) reading.set(sheet.id, read);
  const facts = factsRead(queued, known);
  for (const name of names ?? []) known.named(name);
  const wanted = known.all.filter(isWanted);
  const located = comments === undefined ? [] : queueLocations(comments);
  const complete = wanted.map((sheet) => {
    const read = reading.get(sheet.id);
    if (read === undefined) return { sheet, read: queue(sheet) };
    return { sheet, read: detail === 'texts' ? read : withMissing(worksheets.getItem(sheet.id), read, sheet) };
  });
  if (located.length > 0 || complete.some(({ sheet, read }) => read !== reading.get(sheet.id))) await context.sync();
  const sheets = complete.map(({ sheet, read }) => sheetRead(read, sheet));
  return { facts, sheets, located };
}

/** Sheets to load at first: those of an agency's workbook or of the report, and some that people added. */
const FIRST_SHEETS = 24;

/** Queues the first sheets of an unknown workbook; past its last sheet they are null objects. */
function firstSheets(
  worksheets: Excel.WorksheetCollection,
): readonly { readonly sheet: Excel.Worksheet; readonly queued: QueuedSheet }[] {
  const found = [];
  let sheet = worksheets.getFirst();
  for (let count = 0; count < FIRST_SHEETS; count += 1) {
    sheet.load('id');
    found.push({ sheet, queued: queueSheet(sheet) });
    sheet = sheet.getNextOrNullObject();
  }
  return found;
}

function withComments(content: SheetContent, comments: readonly CellComment[]): SheetContent {
  return comments.length === 0 ? content : { ...content, comments };
}
