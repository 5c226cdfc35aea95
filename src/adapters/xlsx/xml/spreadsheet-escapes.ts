import { escapeText } from './xml-text.ts';

/** The text behind the escapes `_xHHHH_` that SpreadsheetML uses for what XML cannot hold (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19). */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Text as the content of an element of type ST_Xstring: its inverse, whatever the text holds. Control characters,
 * lone surrogates and what only looks like an escape are escaped; tabs and line feeds stay.
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
