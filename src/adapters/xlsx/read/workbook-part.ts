import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { tooLarge } from '../faults.ts';
import { MAX_SHEETS } from '../limits.ts';
import type { OpcPackage, Relationship } from '../package/opc-package.ts';
import { detach } from '../xml/detach.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';

/** The workbook part and its relationships. */
export interface WorkbookPart {
  /** Name of the part. */
  readonly part: string;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameEntry[];
  /** True for the 1904 date system. */
  readonly date1904: boolean;
}

/** A sheet in the workbook's list. */
export interface SheetEntry {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** The part of a worksheet; undefined for {@link WITHOUT_CELLS}. */
  readonly part?: string;
  /** The part whose relationships lead to what lies on the sheet; undefined for a sheet without a part. */
  readonly surface?: string;
  /** Where the sheet leads to no part of a sheet: the part that should lead to it. */
  readonly lost?: string;
}

/** A defined name; `sheet` is the index of its sheet if its scope is one sheet. */
export interface NameEntry {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet?: number;
}

const WORKBOOK_TYPE = /^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml|ms-excel)\..*\bmain\+xml$/i;
const BINARY_TYPE = /^application\/vnd\.ms-excel\.sheet\.binary\b/i;

/**
 * Finds and reads the workbook part.
 * @throws {UnreadableWorkbook} `not-workbook` for a package of something else, `other-format` for .xlsb and .ods.
 */
export function readWorkbookPart(file: OpcPackage): WorkbookPart {
  const part = file.relationships('').find(({ type, external }) => type === 'officeDocument' && !external)?.target;
  const type = part === undefined ? undefined : file.contentType(part);
  if (part === undefined || type === undefined) throw notOffice(file);
  if (BINARY_TYPE.test(type)) throw new UnreadableWorkbook({ reason: 'other-format', format: 'xlsb' }, type);
  if (!WORKBOOK_TYPE.test(type)) throw new UnreadableWorkbook({ reason: 'not-workbook' }, type);
  const relationships = file.relationships(part);
  const { sheets, names, date1904 } = file.readAlike(part, 'workbook', () => new WorkbookHandler());
  return {
    part,
    relationships,
    sheets: locate(part, sheets, relationships),
    names,
    date1904,
  };
}

/**
 * The fault of a package outside ISO/IEC 29500. An OpenDocument package names its type in its first entry (version 1.2,
 * part 3, 3.3).
 */
function notOffice(file: OpcPackage): UnreadableWorkbook {
  const type = file.entryName('mimetype') === undefined ? '' : file.text('mimetype').text;
  return type.startsWith('application/vnd.oasis.opendocument.spreadsheet')
    ? new UnreadableWorkbook({ reason: 'other-format', format: 'ods' }, type)
    : new UnreadableWorkbook({ reason: 'not-workbook' }, 'zip file without a document');
}

/** The first part related to the workbook by a type; undefined if there is none. */
export function relatedPart(workbook: WorkbookPart, type: string): string | undefined {
  return workbook.relationships.find((relationship) => relationship.type === type && !relationship.external)?.target;
}

interface FoundSheet extends Pick<SheetEntry, 'name' | 'state'> {
  readonly relationship: string | undefined;
}

/** Types of sheets that have no readable cells: of charts, dialogs and macros (ISO/IEC 29500-1, 12.3; [MS-OFFMACRO2] 2.2.1). */
const WITHOUT_CELLS: ReadonlySet<string> = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

function locate(
  part: string,
  sheets: readonly FoundSheet[],
  relationships: readonly Relationship[],
): readonly SheetEntry[] {
  const byId = new Map<string, Relationship | undefined>();
  for (const relationship of relationships) {
    const { id, target } = relationship;
    // One identifier of two parts tells neither.
    byId.set(id, byId.has(id) && byId.get(id)?.target !== target ? undefined : relationship);
  }
  const named = new Set(sheets.map(({ relationship }) => relationship));
  const hasOthers = relationships.some(({ id, type }) => type === 'worksheet' && !named.has(id));
  return sheets.map(({ name, state, relationship }) => {
    // Excel writes an empty identifier for a module of macros, which never had a sheet.
    if (relationship === '' && !hasOthers) return { name, state };
    const found = byId.get(relationship ?? '');
    if (found === undefined || found.external) return { name, state, lost: part };
    const { type, target } = found;
    if (WITHOUT_CELLS.has(type)) return { name, state, surface: target };
    return type === 'worksheet' ? { name, state, surface: target, part: target } : { name, state, lost: part };
  });
}

class WorkbookHandler implements XmlHandler {
  readonly sheets: FoundSheet[] = [];
  readonly names: NameEntry[] = [];
  date1904 = false;
  #name: Omit<NameEntry, 'refersTo'> | undefined;
  #text = '';

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'workbookPr') this.date1904 = isTrue(attributes.get('date1904'));
    else if (name === 'sheet') {
      if (this.sheets.length >= MAX_SHEETS) throw tooLarge('sheets', MAX_SHEETS, 'sheets');
      this.sheets.push(sheetOf(attributes));
    } else if (name === 'definedName') {
      this.#name = nameOf(attributes);
      this.#text = '';
    }
  }

  text(text: string): void {
    if (this.#name !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (name !== 'definedName' || this.#name === undefined) return;
    const { name: of, sheet } = this.#name;
    const refersTo = detach(unescapeXstring(this.#text));
    // A literal takes half the memory of a spread object, and a file may have hundreds of thousands of names.
    this.names.push(sheet === undefined ? { name: of, refersTo } : { name: of, refersTo, sheet });
    this.#name = undefined;
  }
}

function sheetOf(attributes: XmlAttributes): FoundSheet {
  const state = attributes.get('state');
  return {
    name: detach(unescapeXstring(attributes.get('name') ?? '')),
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    relationship: attributes.get('r:id'),
  };
}

function nameOf(attributes: XmlAttributes): Omit<NameEntry, 'refersTo'> {
  const name = detach(unescapeXstring(attributes.get('name') ?? ''));
  const sheet = wholeNumber(attributes.get('localSheetId'));
  return sheet === undefined ? { name } : { name, sheet };
}

/** Parses a value of type xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
