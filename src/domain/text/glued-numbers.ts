import type { NameList } from './digit-profile.ts';

/** A list number without a space before a word, an address or a host: `1.Facebook`, `2.ita@bangkok.go.th`. */
const ITEM = /^(\d{1,2})\.(?=[a-z])/i;

/** A number of a list or an outline before an address: `1.`, `1-`, `2.1.`, `2.1`. */
const BEFORE_ADDRESS = /^\d{1,2}(?:(?:\.\d{1,2}){0,3}[.:-]|(?:\.\d{1,2}){1,3})(?=[a-z])/i;
/** A telephone number before an address, also without a sign between them: `02-221-2141-ita@bangkok.go.th`. */
const TELEPHONE_BEFORE_ADDRESS = /^0(?:[.-]?\d){8,9}[.:_+-]?(?=[a-z])/i;

/** The length of a possible list or telephone number at the start of an address, with the sign after it; 0 if there is none. */
export function gluedLength(run: string): number {
  return (BEFORE_ADDRESS.exec(run) ?? TELEPHONE_BEFORE_ADDRESS.exec(run))?.[0].length ?? 0;
}

/** The digits of a list number at the head of a run, and whether the numbers before or after it in the text continue the list. */
export interface ListItem {
  readonly digits: string;
  readonly isListed: boolean;
}

/** The list numbers of a text, found once: `1.` at the beginning, or after a blank or bracket. */
export class ListNumbers {
  readonly #text: string;
  #numbers: ReadonlySet<number> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The list number at the head of a run; undefined if there is none. */
  at(run: string): ListItem | undefined {
    const digits = ITEM.exec(run)?.[1];
    if (digits === undefined) return undefined;
    this.#numbers ??= new Set(
      Array.from(this.#text.matchAll(/(?:^|[\s(])(\d{1,2})[.)](?!\d)/g), ({ 1: number }) => Number(number)),
    );
    const number = Number(digits);
    return { digits, isListed: this.#numbers.has(number - 1) || (number === 1 && this.#numbers.has(2)) };
  }
}

/** A telephone number that a slash joins to a Latin word: `02-221-2141/Facebook`. */
const BEFORE_SLASH = /^(\d(?:[\d.-]{0,18}\d)?)\/[a-z]{2}/i;
/** A whole number of nine or ten digits, also in groups. */
const TELEPHONE = /(?:^|\D)0(?:[ \u00a0.-]{0,2}\d){8,9}$/;
/** Characters before the last group of a telephone number in which its other groups are. */
const LOOKBEHIND = 16;

/**
 * The length of a telephone number at the start of a run that a slash joins to a word; 0 if there is none. It is recognized by nine or ten
 * digits that begin with 0, also in groups before the run, or by a word such as Tel before it.
 */
export function telephoneLength(text: string, start: number, run: string, telephoneWords: NameList): number {
  const [, number] = BEFORE_SLASH.exec(run) ?? [];
  if (number === undefined) return 0;
  const groups = text.slice(Math.max(0, start - LOOKBEHIND), start + number.length);
  return TELEPHONE.test(groups) || telephoneWords.precedesWithColon(text, start) ? number.length : 0;
}

/** A price for each piece after `@`. */
const PRICE = /@(\d[\d,]{0,12}(?:\.\d{1,2})?) ?(?:บาท|฿|\.-|\/|ต่อ|ชิ้น|ละ)/y;

/** The end of the price for each piece whose `@` is at `sign`: `@50 บาท`; undefined if it is none. */
export function priceEnd(text: string, sign: number): number | undefined {
  PRICE.lastIndex = sign;
  const [, price] = PRICE.exec(text) ?? [];
  return price === undefined ? undefined : sign + 1 + price.length;
}

/** Whether a handle consists of ASCII digits, so that it may be a price as well. */
export function isDigitHandle(handle: string): boolean {
  return /^@\d+$/.test(handle);
}
