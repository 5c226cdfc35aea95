import { cellName, columnName } from '../../../domain/spreadsheet/address.ts';
import type { CellRange } from '../../../domain/spreadsheet/content.ts';

/** First line of every part. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces of SpreadsheetML and relationships (ISO 29500-1, annex A). */
export const NAMESPACE = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;

/**
 * Characters that {@link xmlText} may have to escape, and the halves of others; nearly every text has none, and one test shows it. Without
 * the flag `u`, which makes a search several times as slow.
 */
// eslint-disable-next-line no-control-regex -- these are the characters that are looked for
const SPECIAL = /[&<>_\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/** The same without those of markup. */
// eslint-disable-next-line no-control-regex -- these are the characters that are looked for
const UNUSUAL = /[_\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/**
 * Characters that XML cannot contain safely: control characters but tab and line feed, lone surrogates, two
 * non-characters; and a `_` that would be read as the start of an escape, or would become one when the next character
 * is escaped.
 */
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]|_(?=x[\dA-F]{4}(?:_|(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]))/giu;

/** Escapes text as ST_Xstring: characters that XML cannot contain become `_xHHHH_` (ISO 29500-1, 22.9.2.19). */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return markup(UNUSUAL.test(text) ? text.replace(UNSAFE, escapeUnit) : text);
}

/** Like {@link xmlText} for an attribute value, preserving line feeds and tabs. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/**
 * Escapes text without `_xHHHH_`, for document properties.
 * @throws {RangeError} for a character that XML cannot contain
 */
export function xmlPlain(text: string): string {
  if (/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)) {
    throw new RangeError(`document property "${text.slice(0, 40)}": it holds a control character`);
  }
  return markup(text).replaceAll('"', '&quot;');
}

/** A range as `A1:B2`, or `A1` for one cell. */
export function rangeName({ top, left, bottom, right }: CellRange): string {
  const first = cellName({ row: top, column: left });
  const last = cellName({ row: bottom, column: right });
  return first === last ? first : `${first}:${last}`;
}

/** A range as `$A$1:$B$2`. */
export function absoluteRange({ top, left, bottom, right }: CellRange): string {
  return `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
}

/** A plan that Excel would reject or repair on opening: an error of the planner, with its location. */
export function planFault(location: string, fact: string): RangeError {
  return new RangeError(`${location}: ${fact}`);
}

/**
 * Checks a text's length in UTF-16 code units, as Excel counts.
 * @throws {RangeError} above `limit`
 */
export function checkLength(location: string, what: string, text: string, limit: number): void {
  if (text.length > limit) throw planFault(location, `${what} of ${text.length} characters, Excel takes ${limit}`);
}

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeUnit(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
