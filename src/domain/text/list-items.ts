import { foldDigits } from '../../text/digits.ts';

/** A list's number at the beginning of a paragraph: `๑.`, `๑)`, `(๑)`, `ข้อ ๑`; not `๑.๑`, nor `๑๐ ฝ่าย`. */
const NUMBER = /^(?:(\d{1,2})([.)])(?!\d)|\((\d{1,2})\)|(?:ข้อ|ข้อที่) ?(\d{1,2})(?![\d.]))/;

/** The number that a paragraph of a numbered list begins with. */
export interface ListItem {
  readonly number: number;
  /** What is the same in all items of one list. */
  readonly style: string;
  /** Its length in UTF-16 code units. */
  readonly length: number;
}

/** The number of a paragraph of a list; undefined if it begins otherwise. */
export function listItemOf(text: string): ListItem | undefined {
  const match = NUMBER.exec(foldDigits(text.slice(0, 12)));
  if (match === null) return undefined;
  const [found, plain, mark, inBrackets, named] = match as readonly (string | undefined)[];
  const style = mark ?? (inBrackets === undefined ? 'ข้อ' : '()');
  return { number: Number(plain ?? inBrackets ?? named), style, length: found?.length ?? 0 };
}
