import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import type { DefinedName, SheetContent, WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import { readOnSheet } from './on-sheet.ts';
import { CustomPropertiesHandler, TextPropertiesHandler } from './properties.ts';
import { SharedStringsHandler } from './shared-strings.ts';
import { SheetCells, type CellSources } from './sheet-cells.ts';
import { SheetHandler, type CoveredRange, type StoredLink } from './sheet-handler.ts';
import { NumberFormats, StylesHandler } from './styles-part.ts';
import { readWorkbookPart, relatedPart, type SheetEntry, type WorkbookPart } from './workbook-part.ts';
import { APPLICATION } from '../application.ts';
import { tooLarge } from '../faults.ts';
import type { ReadLimits } from '../limits.ts';
import type { ReadOptions } from '../options.ts';
import { OpcPackage } from '../package/opc-package.ts';

/**
 * Decodes the package of a workbook (ISO/IEC 29500, transitional or strict; .xlsx and .xlsm).
 * @throws {UnreadableWorkbook}
 */
export function decodeWorkbook(bytes: Uint8Array, options: ReadOptions): WorkbookContent {
  const file = new OpcPackage(bytes, options);
  const workbook = readWorkbookPart(file);
  const sources = readSources(file, workbook, options.limits);
  const sheets: SheetContent[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const content = inSheet(sheet.name, () => ({
      ...readSheet(file, sheet, sources, options.limits, cells),
      ...(sheet.part === undefined ? {} : readOnSheet(file, workbook, sheet.part)),
    }));
    cells += content.cells.length;
    sheets.push(content);
  }
  const core = readTexts(file, 'core-properties', 'cp:coreProperties');
  const savedAt = core?.timeOf('dcterms:modified');
  return {
    sheets,
    properties: readProperties(file),
    definedNames: workbook.names.map((name): DefinedName => {
      const sheet = name.sheet === undefined ? undefined : workbook.sheets[name.sheet]?.name;
      return { name: name.name, refersTo: name.refersTo, ...(sheet === undefined ? {} : { sheet }) };
    }),
    ...(savedAt === undefined ? {} : { savedAt }),
    ...(savedAt !== undefined && savedAt === core?.timeOf('dcterms:created') && isOurs(file)
      ? { asEncoded: true }
      : {}),
    ...(sources.font === undefined ? {} : { font: sources.font }),
  };
}

/** Adds the name of the sheet to a fault. */
function inSheet<Result>(sheet: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    throw new UnreadableWorkbook(error.why, error.detail, { cause: error, sheet });
  }
}

function readSources(file: OpcPackage, workbook: WorkbookPart, limits: ReadLimits): CellSources {
  const stringsPart = relatedPart(workbook, 'sharedStrings');
  const stylesPart = relatedPart(workbook, 'styles');
  const strings =
    stringsPart === undefined ? undefined : file.read(stringsPart, 'sst', () => new SharedStringsHandler(limits));
  const styles =
    stylesPart === undefined ? new StylesHandler() : file.read(stylesPart, 'styleSheet', () => new StylesHandler());
  return {
    strings: strings?.strings ?? [],
    runs: strings?.runs ?? new Map(),
    looks: styles.looks(),
    font: styles.font,
    formats: new NumberFormats(styles, workbook.date1904),
    date1904: workbook.date1904,
  };
}

function readSheet(
  file: OpcPackage,
  { name, state, part }: SheetEntry,
  sources: CellSources,
  limits: ReadLimits,
  cellsBefore: number,
): SheetContent {
  if (part === undefined) return { name, state, cells: [], merges: [] };
  let cells = new SheetCells(part, sources);
  const sheet = file.read(part, 'worksheet', () => {
    const gathered = new SheetCells(part, sources);
    cells = gathered;
    return new SheetHandler(part, limits, (cell) => {
      gathered.add(cell);
      if (cellsBefore + gathered.count > limits.cells) throw tooLarge('cells', limits.cells, 'cells');
    });
  });
  const links = linkTargets(file, part, sheet.links);
  return {
    name,
    state,
    cells: cells.finish(sheet.arrays, links, limits),
    merges: sheet.merges,
    ...(sheet.protected ? { protected: true } : {}),
  };
}

/** Resolves hyperlinks to URLs or `#Sheet!A1`; links without a target are left out. */
function linkTargets(file: OpcPackage, part: string, links: readonly StoredLink[]): readonly CoveredRange[] {
  if (links.length === 0) return [];
  const targets = new Map(file.relationships(part).map(({ id, target }) => [id, target]));
  return links.flatMap(({ range, relationship, location }) => {
    const address = relationship === undefined ? '' : (targets.get(relationship) ?? '');
    const text = location === undefined ? address : `${address}#${location}`;
    return text === '' ? [] : [{ range, text }];
  });
}

function readProperties(file: OpcPackage): ReadonlyMap<string, string> {
  const part = file
    .relationships('')
    .find(({ type }) => type === 'custom-properties' || type === 'customProperties')?.target;
  return part === undefined ? new Map() : file.read(part, 'Properties', () => new CustomPropertiesHandler()).properties;
}

function readTexts(file: OpcPackage, type: string, root: string): TextPropertiesHandler | undefined {
  const part = file.relationships('').find((relationship) => relationship.type === type)?.target;
  return part === undefined ? undefined : file.read(part, root, () => new TextPropertiesHandler());
}

/** Whether the package names this program as the one that wrote it, which every program that saves it replaces. */
function isOurs(file: OpcPackage): boolean {
  return readTexts(file, 'extended-properties', 'Properties')?.valueOf('Application') === APPLICATION;
}
