import type { CellComment, DefinedName, SheetContent, WorkbookContent } from '../../domain/workbook/sheet-content.ts';
import { HostFault } from '../../usecases/ports.ts';
import { withCommonFont } from './cell-look.ts';
import type { KnownSheet, KnownSheets } from './known-sheets.ts';
import { commentsOf, queueComments, queueLocations } from './read-comments.ts';
import { queueRange, rangeRead, readRows, type QueuedRange, type RangeRead } from './read-range.ts';
import type { RunExcel } from './run-excel.ts';

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
  const sheet = known.named(name);
  const { used, merged, located } = await run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet.id).getUsedRange(true);
    const comments = queueComments(context);
    const queued = { used: range.load('rowIndex,columnIndex,rowCount,columnCount'), merged: queueMerges(range) };
    await context.sync();
    const locations = queueLocations(comments);
    if (locations.length > 0) await context.sync();
    return { ...queued, located: locations };
  });
  const { rowIndex: row, rowCount: rows, columnIndex: column, columnCount: columns } = used;
  const read = await readRows(run, { id: sheet.id, name, row, rows, column, columns });
  const content = sheetContent(sheet, read, merged, known);
  return { ...facts, sheets: [withComments(content, commentsOf(sheet.name, located))] };
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
  const facts = queueFacts(context);
  const readsCells = names === undefined || names.length > 0;
  const comments = readsCells ? queueComments(context) : undefined;
  const reading = new Map(known.all.filter(isWanted).map(({ id }) => [id, queueSheet(context, id)]));
  await context.sync();
  known.replace(facts.sheets.items.map(knownSheet));
  known.readOnly = context.workbook.readOnly;
  for (const name of names ?? []) known.named(name);
  const wanted = known.all.filter(isWanted);
  const missing = wanted.filter(({ id }) => !reading.has(id));
  for (const { id } of missing) reading.set(id, queueSheet(context, id));
  const located = comments === undefined ? [] : queueLocations(comments);
  if (missing.length > 0 || located.length > 0) await context.sync();
  return {
    sheets: wanted.flatMap((sheet) => {
      const read = reading.get(sheet.id);
      if (read === undefined) return [];
      const content = sheetContent(sheet, rangeRead(read.used, sheet.name), read.merged, known);
      return [withComments(content, commentsOf(sheet.name, located))];
    }),
    properties: new Map(facts.properties.items.map(({ key, value }) => [key, String(value)])),
    definedNames: facts.names.items.map(({ name, formula }): DefinedName => ({
      name,
      refersTo: String(formula).replace(/^=/, ''),
    })),
  };
}

interface Facts {
  readonly sheets: Excel.WorksheetCollection;
  readonly properties: Excel.CustomPropertyCollection;
  readonly names: Excel.NamedItemCollection;
}

function queueFacts({ workbook }: Excel.RequestContext): Facts {
  workbook.load('readOnly');
  return {
    sheets: workbook.worksheets.load(
      'items/id,items/name,items/visibility,items/protection/protected,items/protection/options',
    ),
    properties: workbook.properties.custom.load('items/key,items/value'),
    names: workbook.names.load('items/name,items/formula'),
  };
}

function knownSheet({ id, name, visibility, protection }: Excel.Worksheet): KnownSheet {
  const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
  return { id, name, state: states[visibility], protection: protection.protected ? protection.options : undefined };
}

function withComments(content: SheetContent, comments: readonly CellComment[]): SheetContent {
  return comments.length === 0 ? content : { ...content, comments };
}

interface QueuedSheet {
  readonly used: QueuedRange;
  readonly merged: Excel.RangeAreas;
}

/** A blank sheet's used range is its first cell: nothing here stands on a null object. */
function queueSheet({ workbook }: Excel.RequestContext, id: string): QueuedSheet {
  const used = workbook.worksheets.getItem(id).getUsedRange(true);
  return { used: queueRange(used), merged: queueMerges(used) };
}

function queueMerges(range: Excel.Range): Excel.RangeAreas {
  const merged = range.getMergedAreasOrNullObject();
  merged.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return merged;
}

function sheetContent(
  { id, name, state, protection }: KnownSheet,
  { cells, unlocked, mixed }: RangeRead,
  merged: Excel.RangeAreas,
  known: KnownSheets,
): SheetContent {
  known.sheetRead(id, { unlocked: new Set(unlocked), mixed: new Set(mixed) });
  return {
    name,
    state,
    cells,
    merges: merged.isNullObject ? [] : merged.areas.items.map(rangeOf),
    ...(protection === undefined ? {} : { protected: true }),
  };
}

function rangeOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): SheetContent['merges'][number] {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}
