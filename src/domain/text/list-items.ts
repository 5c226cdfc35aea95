import { foldDigits } from './digits.ts';

/** A bullet or a list number at the start of a text, with the white space around it. */
const MARKER = /^\s*(?:[-–—•●▪·*]+|[\d๐-๙]{1,3}[.)]+(?![\d๐-๙]))\s*/u;

/** The bullet or number at the start of a paragraph, with the white space around it; empty if there is none. */
export function listMarkerOf(text: string): string {
  return MARKER.exec(text)?.[0] ?? '';
}

/** A list's number at the beginning of a paragraph: `๑.`, `๑)`, `(๑)`, `ข้อ ๑`; not `๑.๑`, nor `๑๐ ฝ่าย`. */
const NUMBER = /^(?:(\d{1,2})([.)])(?!\d)|\((\d{1,2})\)|(?:ข้อ|ข้อที่) ?(\d{1,2})(?![\d.]))/;

/** The number that a paragraph of a numbered list begins with. */
export interface ListItem {
  readonly number: number;
  /** The notation of the number, which is the same in all items of one list. */
  readonly style: string;
  /** Its length in UTF-16 code units. */
  readonly length: number;
}

/** The list number at the start of a paragraph; undefined if there is none. */
export function listItemOf(text: string): ListItem | undefined {
  const match = NUMBER.exec(foldDigits(text.slice(0, 12)));
  if (match === null) return undefined;
  const [found, plain, mark, inBrackets, named] = match as readonly (string | undefined)[];
  const style = mark ?? (inBrackets === undefined ? 'ข้อ' : '()');
  return { number: Number(plain ?? inBrackets ?? named), style, length: found?.length ?? 0 };
}
