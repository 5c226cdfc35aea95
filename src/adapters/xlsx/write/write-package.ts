import { APPLICATION } from '../application.ts';
import { sheetNameProblem } from '../../../domain/spreadsheet/sheet-name.ts';
import type { SheetPlan, WorkbookPlan } from '../../../domain/spreadsheet/plan.ts';
import { sheetNamesXml } from './write-page.ts';
import { NAMESPACE, XML_DECLARATION, checkLength, planFault, xmlAttribute, xmlPlain } from './write-xml.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Namespaces of parts beside the workbook begin with this. */
export const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** Base URIs of relationship types other than {@link DOCUMENT}. */
const RELATIONSHIPS: Readonly<Record<string, string>> = {
  'core-properties': `${PACKAGE}/relationships/metadata`,
  webextensiontaskpanes: 'http://schemas.microsoft.com/office/2011/relationships',
  webextension: 'http://schemas.microsoft.com/office/2011/relationships',
};

/** The property set of custom properties, of which the first two ids are reserved (MS-OLEPS 2.25). */
const PROPERTY_SET = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const FIRST_PROPERTY_ID = 2;
const PROPERTY_LIMIT = 255;

/** A relationship: the last segment of its type, and its target. */
export type Relationship = readonly [type: string, target: string];

/** A relationships part with ids `rId1`, `rId2` and so on, in the given order. */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  const entries = relationships.map(([type, target], index) => {
    const family = RELATIONSHIPS[type] ?? `${DOCUMENT}/relationships`;
    return `<Relationship Id="rId${index + 1}" Type="${family}/${type}" Target="${target}"/>`;
  });
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

/** The part `[Content_Types].xml` for a package with these parts. */
export function contentTypesXml(parts: readonly string[]): string {
  const types: readonly (readonly [RegExp, string])[] = [
    [/^xl\/workbook\.xml$/, `${CONTENT_TYPE}.sheet.main+xml`],
    [/^xl\/worksheets\/[^/]+\.xml$/, `${CONTENT_TYPE}.worksheet+xml`],
    [/^xl\/tables\//, `${CONTENT_TYPE}.table+xml`],
    [/^xl\/drawings\/[^/]+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
    [/^xl\/charts\/[^/]+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
    [/^xl\/styles\.xml$/, `${CONTENT_TYPE}.styles+xml`],
    [/^xl\/sharedStrings\.xml$/, `${CONTENT_TYPE}.sharedStrings+xml`],
    [/^xl\/webextensions\/taskpanes\.xml$/, 'application/vnd.ms-office.webextensiontaskpanes+xml'],
    [/^xl\/webextensions\/webextension1\.xml$/, 'application/vnd.ms-office.webextension+xml'],
    [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
    [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    [/^docProps\/custom\.xml$/, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  ];
  const overrides = parts.map((part) => {
    const type = types.find(([pattern]) => pattern.test(part))?.[1];
    return type === undefined ? '' : `<Override PartName="/${part}" ContentType="${type}"/>`;
  });
  const images = ['png', 'jpeg']
    .filter((extension) => parts.some((part) => part.endsWith(`.${extension}`)))
    .map((extension) => `<Default Extension="${extension}" ContentType="image/${extension}"/>`);
  return (
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${images.join('')}${overrides.join('')}</Types>`
  );
}

/** The part `xl/workbook.xml`; sheet n is relationship `rIdn` and has `written[n - 1]` rows. */
export function workbookXml({ sheets }: WorkbookPlan, written: readonly { readonly rows: number }[]): string {
  const entries = sheets.map(({ name, state }, index) => {
    const hide = state === 'visible' ? '' : ` state="${state}"`;
    return `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}"${hide} r:id="rId${index + 1}"/>`;
  });
  const names = sheets.map((sheet, index) => sheetNamesXml(sheet, index, written[index]?.rows ?? 0)).join('');
  return (
    `${XML_DECLARATION}<workbook xmlns="${NAMESPACE.main}" xmlns:r="${NAMESPACE.relationships}">` +
    `<bookViews><workbookView activeTab="${activeSheet(sheets)}"/></bookViews>` +
    `<sheets>${entries.join('')}</sheets>` +
    (names === '' ? '' : `<definedNames>${names}</definedNames>`) +
    // Programs that fill in cells without calculating leave stale cached values; this makes Excel recalculate on
    // opening.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

/** Index of the active sheet: the first visible one. */
export function activeSheet(sheets: readonly SheetPlan[]): number {
  return sheets.findIndex(({ state }) => state === 'visible');
}

/**
 * The part `docProps/core.xml`.
 * @throws {RangeError} if `created` is not a valid instant
 */
export function corePropertiesXml({ title, author, created }: WorkbookPlan): string {
  const time = Date.parse(created);
  if (Number.isNaN(time)) throw planFault('workbook', `created at "${created}", which is no instant`);
  const instant = new Date(time).toISOString();
  return (
    `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlPlain(title)}</dc:title><dc:creator>${xmlPlain(author)}</dc:creator>` +
    `<cp:lastModifiedBy>${xmlPlain(author)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
  );
}

/** The part `docProps/app.xml`. */
export function appPropertiesXml(): string {
  return (
    `${XML_DECLARATION}<Properties xmlns="${DOCUMENT}/extended-properties">` +
    `<Application>${APPLICATION}</Application></Properties>`
  );
}

/**
 * The part `docProps/custom.xml`.
 * @throws {RangeError} for a name or value that Excel would truncate
 */
export function customPropertiesXml({ properties }: WorkbookPlan): string {
  const entries = Object.entries(properties).map(([name, value], index) => {
    checkLength('workbook', 'a property name', name, PROPERTY_LIMIT);
    checkLength(`property "${name}"`, 'a value', value, PROPERTY_LIMIT);
    return customPropertyXml(FIRST_PROPERTY_ID + index, name, value);
  });
  return (
    `${XML_DECLARATION}<Properties xmlns="${DOCUMENT}/custom-properties" xmlns:vt="${DOCUMENT}/docPropsVTypes">` +
    `${entries.join('')}</Properties>`
  );
}

/** One custom property, a text. */
export function customPropertyXml(id: number, name: string, value: string): string {
  return (
    `<property fmtid="${PROPERTY_SET}" pid="${id}" name="${xmlPlain(name)}">` +
    `<vt:lpwstr>${xmlPlain(value)}</vt:lpwstr></property>`
  );
}

/**
 * Checks sheet names and visibility.
 * @throws {RangeError} for a name that Excel refuses, or if no sheet is visible
 */
export function checkSheets(sheets: readonly SheetPlan[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const problem = sheetNameProblem(name);
    if (problem !== undefined) throw planFault(`sheet "${name}"`, `its name breaks a rule of Excel: ${problem}`);
    // Excel reserves "History".
    if (/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(name) || /^history$/i.test(name)) {
      throw planFault(`sheet "${name}"`, 'its name is reserved or holds a control character');
    }
    if (seen.has(name.toLowerCase())) throw planFault(`sheet "${name}"`, 'another sheet has the same name');
    seen.add(name.toLowerCase());
  }
  if (activeSheet(sheets) < 0) throw planFault('workbook', 'no sheet is visible');
}
