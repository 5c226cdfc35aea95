import type {
  DefinedName,
  SheetContent,
  SheetObject,
  SheetText,
  WorkbookContent,
} from '../../../domain/spreadsheet/content.ts';
import { headerTexts } from '../../../domain/spreadsheet/header-footer.ts';
import { memoize } from '../../../domain/text/memoize.ts';
import type { SheetTailHandler } from './sheet-tail.ts';
import { Images } from './images.ts';
import { cellPictures } from './rich-values.ts';
import { detach } from '../xml/detach.ts';
import { readSheetExtras, type SheetExtras } from './sheet-extras.ts';
import { readOr, UnreadParts } from './unread-parts.ts';
import { CustomPropertiesHandler, TextPropertiesHandler } from './properties.ts';
import { SharedStringsHandler } from './shared-strings.ts';
import { SheetCells, type CellSources, type UnreadPlace } from './sheet-cells.ts';
import { SheetHandler, type CoveredRange, type StoredLink } from './sheet-handler.ts';
import { NumberFormats, StylesHandler } from './styles-part.ts';
import { readWorkbookPart, relatedPart, type SheetEntry, type WorkbookPart } from './workbook-part.ts';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { APPLICATION } from '../application.ts';
import { damaged, tooLarge } from '../faults.ts';
import type { ReadLimits } from '../limits.ts';
import type { ReadOptions } from '../options.ts';
import { OpcPackage } from '../package/opc-package.ts';
import type { XmlHandler } from '../xml/xml-events.ts';

/**
 * Decodes the package of a workbook (ISO/IEC 29500, transitional or strict; .xlsx and .xlsm). A damaged part does not keep the others from
 * being read: it is listed in `unread`.
 * @throws {UnreadableWorkbook} if nothing can be read, or if the whole exceeds a limit
 */
export function decodeWorkbook(bytes: Uint8Array, options: ReadOptions): WorkbookContent {
  const file = new OpcPackage(bytes, options);
  const properties = readProperties(file);
  try {
    return readContent(file, properties, options);
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook) || error.why.reason !== 'too-large') throw error;
    const { why, detail, sheet } = error;
    throw new UnreadableWorkbook(why, detail, { cause: error, properties, ...(sheet === undefined ? {} : { sheet }) });
  }
}

/**
 * The custom document properties of a workbook; empty where there are none that can be read.
 * @throws {UnreadableWorkbook} if the bytes are no package
 */
export function decodeProperties(bytes: Uint8Array, options: ReadOptions): WorkbookContent['properties'] {
  return readProperties(new OpcPackage(bytes, options));
}

function readContent(
  file: OpcPackage,
  properties: WorkbookContent['properties'],
  options: ReadOptions,
): WorkbookContent {
  const workbook = readWorkbookPart(file);
  const images = new Images(file, options);
  const sources = readSources(file, workbook, options.limits, images);
  const unread = new UnreadParts();
  const sheets: SheetContent[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const found = unread.attempt(
      { holds: 'cells', sheet: sheet.name },
      () => readSheet(file, sheet, sources, options.limits, cells),
      undefined,
    );
    cells += found?.cells.length ?? 0;
    for (const place of found?.places ?? []) unread.parts.push({ holds: 'place', sheet: sheet.name, ...place });
    const extras = readSheetExtras({ file, workbook, images, unread }, sheet, found?.embedded ?? NOWHERE);
    sheets.push(sheetContent(sheet, found, extras));
  }
  const [fault] = unread.sheetFaults;
  if (fault !== undefined && unread.sheetFaults.length === workbook.sheets.filter(hasCells).length) throw fault;
  const missing = sources.formats.missing;
  const parts = missing === undefined ? unread.parts : [...unread.parts, missing];
  const core = readTexts(file, 'core-properties', 'cp:coreProperties');
  const savedAt = core.timeOf('dcterms:modified');
  return {
    sheets,
    properties,
    definedNames: workbook.names.map((name): DefinedName => {
      const sheet = name.sheet === undefined ? undefined : workbook.sheets[name.sheet]?.name;
      return sheet === undefined
        ? { name: name.name, refersTo: name.refersTo }
        : { name: name.name, refersTo: name.refersTo, sheet };
    }),
    ...(savedAt === undefined ? {} : { savedAt }),
    ...(savedAt !== undefined && savedAt === core.timeOf('dcterms:created') && isOurs(file) ? { asEncoded: true } : {}),
    ...(sources.font === undefined ? {} : { font: sources.font }),
    ...(parts.length === 0 ? {} : { unread: parts }),
  };
}

/** Whether a sheet has a part with cells, or should have one. */
function hasCells({ part, lost }: SheetEntry): boolean {
  return part !== undefined || lost !== undefined;
}

function readSources(file: OpcPackage, workbook: WorkbookPart, limits: ReadLimits, images: Images): CellSources {
  const stringsPart = relatedPart(workbook, 'sharedStrings');
  const stylesPart = relatedPart(workbook, 'styles');
  const strings =
    stringsPart === undefined
      ? undefined
      : file.read(stringsPart, 'sst', () => new SharedStringsHandler(stringsPart, limits));
  const noStyles = new StylesHandler();
  // If a cell needs a format that is missing, the formats report it themselves.
  const styles =
    stylesPart === undefined
      ? noStyles
      : readOr(() => file.readAlike(stylesPart, 'styleSheet', () => new StylesHandler()), noStyles);
  return {
    strings: strings?.strings ?? [],
    runs: strings?.runs ?? new Map(),
    looks: styles.looks(),
    font: styles.font,
    formats: new NumberFormats(styles, workbook.date1904),
    date1904: workbook.date1904,
    pictures: cellPictures(file, workbook, images),
  };
}

const NOWHERE: SheetTailHandler['embedded'] = new Map();

/** What a worksheet part holds. */
interface FoundSheet extends Pick<SheetContent, 'cells' | 'merges' | 'protected'> {
  readonly pictures: readonly SheetObject[];
  readonly places: readonly UnreadPlace[];
  readonly pages: readonly SheetText[];
  readonly embedded: SheetTailHandler['embedded'];
}

function readSheet(
  file: OpcPackage,
  { name, part, lost }: SheetEntry,
  sources: CellSources,
  limits: ReadLimits,
  cellsBefore: number,
): FoundSheet | undefined {
  if (lost !== undefined) throw damaged(lost, 'missing-part', `no part for the sheet ${JSON.stringify(name)}`);
  if (part === undefined) return undefined;
  let cells = new SheetCells(part, sources);
  const sheet = file.read(part, 'worksheet', () => {
    const gathered = new SheetCells(part, sources);
    cells = gathered;
    return new SheetHandler(part, limits, (cell) => {
      gathered.add(cell);
      if (cellsBefore + gathered.count > limits.cells) throw tooLarge('cells', limits.cells, 'cells');
    });
  });
  const links = linkTargets(file, part, sheet.links).flatMap(({ range, reference, text }): readonly CoveredRange[] => {
    if (range !== undefined) return [{ range, text }];
    cells.lose('address', `range ${JSON.stringify(reference.slice(0, 40))}`, { text });
    return [];
  });
  const { pages, embedded } = sheet.tail;
  return {
    cells: cells.finish(sheet.arrays, links, limits),
    places: cells.places,
    merges: sheet.merges,
    ...(sheet.protected ? { protected: true } : {}),
    pictures: cells.pictures,
    pages: pages.flatMap(textsOfPage).map((text): SheetText => ({ carrier: 'page', text: detach(text) })),
    embedded,
  };
}

/** Excel's limit of characters in a header or footer. */
const MAX_PAGE_TEXT = 255;

/** Memoized, because the sheets of a file share their header, and files share their footers. */
const cachedHeaderTexts = memoize(headerTexts, 100);

function textsOfPage(code: string): readonly string[] {
  return code.length > MAX_PAGE_TEXT ? headerTexts(code) : cachedHeaderTexts(detach(code));
}

function sheetContent({ name, state }: SheetEntry, found: FoundSheet | undefined, extras: SheetExtras): SheetContent {
  const { cells = [], merges = [], pictures = [], pages = [], protected: isProtected } = found ?? {};
  const objects = [...pictures, ...(extras.objects ?? [])];
  const texts = [...pages, ...(extras.texts ?? [])];
  return {
    name,
    state,
    cells,
    merges,
    ...(isProtected === undefined ? {} : { protected: isProtected }),
    ...extras,
    ...(objects.length === 0 ? {} : { objects }),
    ...(texts.length === 0 ? {} : { texts }),
  };
}

type LinkTarget = Pick<StoredLink, 'range' | 'reference'> & Pick<CoveredRange, 'text'>;

/** Resolves hyperlinks to URLs or `#Sheet!A1`; links without a target are left out. */
function linkTargets(file: OpcPackage, part: string, links: readonly StoredLink[]): readonly LinkTarget[] {
  if (links.length === 0) return [];
  const targets = new Map(file.relationships(part).map(({ id, target }) => [id, target]));
  return links.flatMap(({ range, reference, relationship, location }) => {
    const address = relationship === undefined ? '' : (targets.get(relationship) ?? '');
    const text = location === undefined ? address : `${address}#${location}`;
    return text === '' ? [] : [{ range, reference, text }];
  });
}

function readProperties(file: OpcPackage): ReadonlyMap<string, string> {
  const types = ['custom-properties', 'customProperties'];
  return readMetadata(file, types, 'Properties', () => new CustomPropertiesHandler()).properties;
}

function readTexts(file: OpcPackage, type: string, root: string): TextPropertiesHandler {
  return readMetadata(file, [type], root, () => new TextPropertiesHandler());
}

/** Whether the package names this program as its application, which every other program that saves it replaces. */
function isOurs(file: OpcPackage): boolean {
  return readTexts(file, 'extended-properties', 'Properties').valueOf('Application') === APPLICATION;
}

/** Reads a part with metadata. A missing or damaged one counts as empty. */
function readMetadata<Handler extends XmlHandler>(
  file: OpcPackage,
  types: readonly string[],
  root: string,
  create: () => Handler,
): Handler {
  const part = file.relationships('').find(({ type }) => types.includes(type))?.target;
  return part === undefined ? create() : readOr(() => file.readAlike(part, root, create), create());
}
