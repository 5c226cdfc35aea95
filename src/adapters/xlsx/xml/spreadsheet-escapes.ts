import { escapeText } from './xml-text.ts';

/** Decodes the escapes `_xHHHH_` of SpreadsheetML (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19). */
export function unescapeXstring(text: string): string {
  let at = text.indexOf('_x');
  if (at < 0) return text;
  let plain = '';
  let done = 0;
  // Not `replace` with a function: a text may consist of a hundred thousand escapes.
  for (; at >= 0; at = text.indexOf('_x', at)) {
    const code = text.charCodeAt(at + 6) === UNDERSCORE ? hexadecimal(text, at + 2) : -1;
    if (code < 0) at += 1;
    else {
      plain += text.slice(done, at) + String.fromCharCode(code);
      at = done = at + 7;
    }
  }
  return plain + text.slice(done);
}

const UNDERSCORE = 0x5f;

/** The value of four hexadecimal digits, or -1. */
function hexadecimal(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + 4; at += 1) {
    const code = text.charCodeAt(at);
    const letter = code | 0x20;
    const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
    if (digit < 0) return -1;
    number = number * 16 + digit;
  }
  return number;
}

/**
 * Escapes text as the content of an element of type ST_Xstring, the inverse of {@link unescapeXstring}. Control
 * characters, lone surrogates and what looks like an escape are escaped; tabs and line feeds stay.
 */
export function escapeXstring(text: string): string {
  const escaped = text
    .replace(/_(?=x[\da-fA-F]{4})/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- these are the characters that need it
    .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu, escapeUnit);
  return escapeText(escaped);
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
