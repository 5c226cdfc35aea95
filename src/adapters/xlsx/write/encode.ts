import type { SheetPlan, WorkbookPlan } from '../../../domain/spreadsheet/plan.ts';
import type { EncodeOptions } from '../../../usecases/ports/workbook-codec.ts';
import { chartXml } from './write-chart.ts';
import { drawingXml } from './write-drawing.ts';
import { Media } from './media.ts';
import { SharedStrings } from './write-cells.ts';
import {
  activeSheet,
  checkSheets,
  appPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  customPropertiesXml,
  relationshipsXml,
  workbookXml,
  type Relationship,
} from './write-package.ts';
import { taskPanesXml, webExtensionXml } from './write-pane.ts';
import { hasDrawing, writeSheet, type WrittenSheet } from './write-sheet.ts';
import { STYLES_XML } from './write-styles.ts';
import { tableXml } from './write-table.ts';
import { planFault } from './write-xml.ts';
import { deflatedPart, PartWriter, type WriteFunctions, type WrittenPart } from '../zip/part-writer.ts';
import { writeZip, zipPieces } from '../zip/write-zip.ts';
import { PORTABLE, type ZipFunctions } from '../zip/zip-functions.ts';

/**
 * Encodes a plan as an .xlsx file; the same plan always gives the same bytes.
 *
 * The XML is written here, not by a library: the library that was tried (hucre 1.0.0) turns a text such as `#N/A` into
 * an error value, loses lone surrogates and texts that look like escapes, and has no quote prefix, no warning-only data
 * validation and no default row height. Fixing its package would need a second pass over every part.
 * @throws {RangeError} (as a rejection) for a plan that Excel would refuse or repair on opening
 */
export function encodeWorkbook(
  plan: WorkbookPlan,
  { opensPane = true }: EncodeOptions = {},
  functions: WriteFunctions = PORTABLE,
): Promise<Uint8Array> {
  return Promise.resolve().then(() => writeZip(writeParts(plan, opensPane, functions)));
}

/**
 * Does the same and hands the file over in pieces; what it is made of is kept outside the memory, where the host can do that.
 * @throws {RangeError} (as a rejection) as {@link encodeWorkbook}, before `use` is called
 */
export async function encodeInPieces<Result>(
  plan: WorkbookPlan,
  use: (pieces: Iterable<Uint8Array>) => Promise<Result>,
  { opensPane = true }: EncodeOptions = {},
  functions: WriteFunctions & Pick<ZipFunctions, 'openPieces'> = PORTABLE,
): Promise<Result> {
  const { keep, close } = functions.openPieces();
  try {
    return await use(zipPieces(writeParts(plan, opensPane, { ...functions, keep })));
  } finally {
    close();
  }
}

/** The parts in file order. Large parts are written first, because others depend on the result. */
function writeParts(plan: WorkbookPlan, opensPane: boolean, functions: WriteFunctions): readonly WrittenPart[] {
  checkSheets(plan.sheets);
  const small: SmallPart[] = [];
  const add = (name: string, xml: string): void => void small.push([name, xml]);
  add('_rels/.rels', relationshipsXml(rootRelationships(plan, opensPane)));
  add('docProps/core.xml', corePropertiesXml(plan));
  add('docProps/app.xml', appPropertiesXml());
  if (Object.keys(plan.properties).length > 0) add('docProps/custom.xml', customPropertiesXml(plan));
  const { written, large } = writeSheets(plan, functions);
  add('xl/workbook.xml', workbookXml(plan, written));
  add(
    'xl/_rels/workbook.xml.rels',
    relationshipsXml([
      ...plan.sheets.map((_, index): Relationship => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  );
  add('xl/styles.xml', STYLES_XML);
  const media = new Media(functions);
  small.push(...writeSurroundings(plan, written, media));
  if (opensPane) {
    add('xl/webextensions/taskpanes.xml', taskPanesXml());
    add('xl/webextensions/_rels/taskpanes.xml.rels', relationshipsXml([['webextension', 'webextension1.xml']]));
    add('xl/webextensions/webextension1.xml', webExtensionXml());
  }
  const names = [...small.map(([name]) => name), ...[...large, ...media.parts].map(({ name }) => name)];
  small.unshift(['[Content_Types].xml', contentTypesXml(names)]);
  return [...small.map(([name, xml]) => deflatedPart(name, xml, functions)), ...large, ...media.parts];
}

function rootRelationships({ properties }: WorkbookPlan, opensPane: boolean): readonly Relationship[] {
  return [
    ['officeDocument', 'xl/workbook.xml'],
    ['core-properties', 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
    ...(Object.keys(properties).length > 0 ? ([['custom-properties', 'docProps/custom.xml']] as const) : []),
    ...(opensPane ? ([['webextensiontaskpanes', 'xl/webextensions/taskpanes.xml']] as const) : []),
  ];
}

/** Writes the sheets and shared strings, deflating them on the way. */
function writeSheets(
  { sheets }: WorkbookPlan,
  functions: WriteFunctions,
): {
  readonly written: readonly WrittenSheet[];
  readonly large: readonly WrittenPart[];
} {
  const strings = new SharedStrings(new PartWriter('xl/sharedStrings.xml', functions), functions);
  const sheetNames = new Set(sheets.map(({ name }) => name));
  const active = activeSheet(sheets);
  const large: WrittenPart[] = [];
  const written = sheets.map((sheet, index) => {
    const part = new PartWriter(`xl/worksheets/sheet${index + 1}.xml`, functions);
    const result = writeSheet(part, sheet, { strings, sheetNames, active: index === active });
    large.push(part.finish());
    return result;
  });
  return { written, large: [...large, strings.finish()] };
}

type SmallPart = readonly [name: string, xml: string];

/** Writes the tables, drawings, charts and pictures of the sheets, and the relationships of the sheets. */
function writeSurroundings(
  { sheets }: WorkbookPlan,
  written: readonly WrittenSheet[],
  media: Media,
): readonly SmallPart[] {
  const tables = new Set<string>();
  let drawings = 0;
  let charts = 0;
  return sheets.flatMap((sheet, index) => {
    const parts: SmallPart[] = [];
    const relationships: Relationship[] = [];
    const facts = written[index] ?? { rows: 0, values: new Map() };
    if (sheet.table !== undefined) {
      const id = numberOfTable(tables, sheet, sheet.table.name);
      relationships.push(['table', `../tables/table${id}.xml`]);
      parts.push([`xl/tables/table${id}.xml`, tableXml(sheet, sheet.table, id, facts)]);
    }
    if (hasDrawing(sheet)) {
      drawings += 1;
      relationships.push(['drawing', `../drawings/drawing${drawings}.xml`]);
      parts.push(...writeDrawing(sheet, facts, media, { drawing: drawings, chartsBefore: charts }));
      charts += sheet.charts?.length ?? 0;
    }
    if (relationships.length === 0) return [];
    return [[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationshipsXml(relationships)] as const, ...parts];
  });
}

function numberOfTable(tables: Set<string>, { name: sheet }: SheetPlan, name: string): number {
  const id = tables.size + 1;
  if (tables.add(name.toLowerCase()).size < id) throw planFault(`sheet "${sheet}"`, `another table is named "${name}"`);
  return id;
}

/** A drawing, its relationships and its charts, which are numbered from `chartsBefore` on. */
function writeDrawing(
  sheet: SheetPlan,
  { values }: WrittenSheet,
  media: Media,
  { drawing, chartsBefore }: { readonly drawing: number; readonly chartsBefore: number },
): readonly SmallPart[] {
  const { charts = [], pictures = [] } = sheet;
  const names = charts.map((_, index) => `charts/chart${chartsBefore + index + 1}.xml`);
  const images = pictures.map(({ picture }) => media.nameOf(picture));
  const relationships: readonly Relationship[] = [
    ...names.map((name): Relationship => ['chart', `../${name}`]),
    ...[...new Set(images)].map((name): Relationship => ['image', `../media/${name}`]),
  ];
  const ids = new Map(relationships.map(([, target], index) => [target, `rId${index + 1}`]));
  const imageOf = (index: number): string => ids.get(`../media/${images[index] ?? ''}`) ?? '';
  return [
    [`xl/drawings/drawing${drawing}.xml`, drawingXml(charts, pictures, imageOf)],
    [`xl/drawings/_rels/drawing${drawing}.xml.rels`, relationshipsXml(relationships)],
    ...charts.map((chart, index): SmallPart => [`xl/${names[index] ?? ''}`, chartXml(sheet, chart, values)]),
  ];
}
