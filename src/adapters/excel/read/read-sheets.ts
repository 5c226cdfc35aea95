import type { CellComment, SheetContent, WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { withCommonFont } from './cell-look.ts';
import type { KnownSheets } from '../sheets/known-sheets.ts';
import { commentsOf, queueComments, queueLocations } from './read-comments.ts';
import { queueSheet, readInPieces, sheetRead } from './read-sheet.ts';
import type { RunExcel } from '../run-excel.ts';
import { factsRead, queueFacts } from './workbook-facts.ts';

/**
 * What the workbook holds, in one round trip for the sheets that are known already and one more where there are others, or
 * comments.
 * Only where it is too much for one answer, it is asked for in halves: of the sheets, then of a sheet's rows.
 */
export async function readSheets(
  run: RunExcel,
  known: KnownSheets,
  names: readonly string[] | undefined,
): Promise<WorkbookContent> {
  return withCommonFont(await readParts(run, known, names));
}

async function readParts(
  run: RunExcel,
  known: KnownSheets,
  names: readonly string[] | undefined,
): Promise<WorkbookContent> {
  try {
    return await run((context) => readAtOnce(context, known, names));
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    if (error.reason === 'sheet-gone' && error.detail === '') {
      // A sheet that was known has been deleted.
      known.replace([]);
      return run((context) => readAtOnce(context, known, names));
    }
    if (error.reason !== 'too-large') throw error;
    return readInHalves(run, known, names);
  }
}

async function readInHalves(
  run: RunExcel,
  known: KnownSheets,
  names: readonly string[] | undefined,
): Promise<WorkbookContent> {
  if (names === undefined) await readParts(run, known, []);
  const wanted = names ?? known.all.map(({ name }) => name);
  const [only] = wanted;
  if (only === undefined) throw new HostFault('too-large', '');
  if (wanted.length === 1) return readAlone(run, known, only);
  const middle = Math.ceil(wanted.length / 2);
  const first = await readParts(run, known, wanted.slice(0, middle));
  const second = await readParts(run, known, wanted.slice(middle));
  return { ...second, sheets: inOrder([...first.sheets, ...second.sheets], known) };
}

/** One sheet, in pieces. */
async function readAlone(run: RunExcel, known: KnownSheets, name: string): Promise<WorkbookContent> {
  const facts = await readParts(run, known, []);
  const located = await run(async (context) => {
    const comments = queueComments(context);
    await context.sync();
    const locations = queueLocations(comments);
    if (locations.length > 0) await context.sync();
    return locations;
  });
  const content = await readInPieces(run, known.named(name), known);
  return { ...facts, sheets: [withComments(content, commentsOf(name, located))] };
}

function inOrder(sheets: readonly SheetContent[], known: KnownSheets): readonly SheetContent[] {
  return known.all.flatMap(({ name }) => sheets.filter((sheet) => sheet.name === name));
}

async function readAtOnce(
  context: Excel.RequestContext,
  known: KnownSheets,
  names: readonly string[] | undefined,
): Promise<WorkbookContent> {
  const isWanted = ({ name }: { readonly name: string }): boolean => names === undefined || names.includes(name);
  const { worksheets } = context.workbook;
  const queued = queueFacts(context);
  const readsCells = names === undefined || names.length > 0;
  const comments = readsCells ? queueComments(context) : undefined;
  const reading = new Map(known.all.filter(isWanted).map(({ id }) => [id, queueSheet(worksheets.getItem(id))]));
  await context.sync();
  const facts = factsRead(queued, known);
  for (const name of names ?? []) known.named(name);
  const wanted = known.all.filter(isWanted);
  const missing = wanted.filter(({ id }) => !reading.has(id));
  for (const { id } of missing) reading.set(id, queueSheet(worksheets.getItem(id)));
  const located = comments === undefined ? [] : queueLocations(comments);
  if (missing.length > 0 || located.length > 0) await context.sync();
  const sheets = wanted.flatMap((sheet) => {
    const read = reading.get(sheet.id);
    return read === undefined ? [] : [withComments(sheetRead(read, sheet, known), commentsOf(sheet.name, located))];
  });
  return { ...facts, sheets };
}

function withComments(content: SheetContent, comments: readonly CellComment[]): SheetContent {
  return comments.length === 0 ? content : { ...content, comments };
}
