/**
 * The events of a parser, in document order. Names are canonical: the part's own
 * vocabulary has no prefix, others have the prefixes of {@link NAMESPACES}, whatever the writer chose; a name with
 * another prefix, or one that begins with `?`, is foreign and means nothing here.
 */
export interface XmlHandler {
  /** A start tag from `start` to `end`. The attributes are valid only during the call. */
  open(name: string, attributes: XmlAttributes, start: number, end: number): void;
  /** Text with references resolved and line ends normalised; the text of one element may arrive in pieces. */
  text(text: string): void;
  /** An end tag; for a self-closing element, its only tag. */
  close(name: string, start: number, end: number): void;
  /**
   * Where a start tag begins at `at`, a handler may take whole elements by itself, as long as they have the shape that
   * nearly every writer gives them, are well-formed whatever surrounds them, and mean what they would have meant told
   * one by one. @returns the offset after them; `at` if it takes none.
   */
  skim?(xml: string, at: number): number;
}

/** The attributes of a start tag by their canonical names. */
export interface XmlAttributes {
  /** True for an empty, self-closing element. */
  readonly selfClosing: boolean;
  get(name: string): string | undefined;
}

/** Most nesting of elements; workbooks need about ten. */
export const MAX_DEPTH = 256;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument';

/** Canonical prefix of each known namespace, transitional and strict (ISO/IEC 29500-1 and -4, annex A). */
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', ''],
  ['http://schemas.openxmlformats.org/package/2006/content-types', ''],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  [`${OFFICE}/custom-properties`, ''],
  [`${OFFICE}/extended-properties`, ''],
  [`${STRICT}/customProperties`, ''],
  [`${OFFICE}/docPropsVTypes`, 'vt'],
  [`${STRICT}/docPropsVTypes`, 'vt'],
  [`${OFFICE}/relationships`, 'r'],
  [`${STRICT}/relationships`, 'r'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments', ''],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing', 'xdr'],
  ['http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing', 'xdr'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.microsoft.com/office/spreadsheetml/2017/richdata', ''],
  ['http://schemas.microsoft.com/office/spreadsheetml/2022/richvaluerel', ''],
  ['http://www.wps.cn/officeDocument/2017/etCustomData', 'etc'],
  // Not the usual v, o and x: parts that use these short prefixes for something else would be left to the slow parser.
  ['urn:schemas-microsoft-com:vml', 'vml'],
  ['urn:schemas-microsoft-com:office:office', 'vml-o'],
  ['urn:schemas-microsoft-com:office:excel', 'vml-x'],
]);

/** A handler for parts in which only start tags matter. */
export function startTagHandler(open: XmlHandler['open']): XmlHandler {
  return { open, text: ignore, close: ignore };
}

function ignore(): void {
  // Only start tags matter.
}
