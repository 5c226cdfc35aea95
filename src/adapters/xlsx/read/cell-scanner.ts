import { limitText } from '../faults.ts';
import { standsAt } from '../xml/scanned-tag.ts';
import { textOf } from '../xml/xml-text.ts';
import type { CellCursor } from './cell-cursor.ts';

const QUOTE = 34;
const ZERO = 48;
const LESS = 60;

/** Limits of characters in a reference, a style index, a type and a number. */
const [MAX_REFERENCE, MAX_STYLE, MAX_TYPE, MAX_NUMBER] = [10, 6, 9, 15];

/**
 * Scans cells in the form that nearly every program writes: blank, with a value, with a formula and its value, or with a string without
 * runs. Most cells of a workbook are such, and scanning them takes a fraction of the time of general XML parsing. Everything else, be it an
 * array formula or an error, is left to the XML parser.
 */
export class CellScanner {
  /** Whether the cell scanned last has neither a value nor a string. */
  isBlank = false;
  /** Its value; undefined if it has none. */
  value: string | undefined;
  /** Its string as stored; empty if it has none. */
  inline = '';
  /** Its formula as stored; empty if it has none. */
  formula = '';
  #xml = '';
  /** Start and end of its reference, style and type in the text. */
  #reference = 0;
  #referenceEnd = 0;
  #style = 0;
  #styleEnd = 0;
  #type = 0;
  #typeEnd = 0;

  /** Moves a cursor to the cell. */
  place(cursor: CellCursor): void {
    cursor.toCellIn(this.#xml, this.#reference, this.#referenceEnd);
  }

  get style(): number {
    let style = 0;
    for (let at = this.#style; at < this.#styleEnd; at++) style = style * 10 + this.#xml.charCodeAt(at) - ZERO;
    return style;
  }

  /** Its type as written; `n` if it has none. */
  get type(): string {
    const length = this.#typeEnd - this.#type;
    // Nearly all are `s`, and `charAt` allocates no string for one character.
    return length === 0
      ? 'n'
      : length === 1
        ? this.#xml.charAt(this.#type)
        : this.#xml.slice(this.#type, this.#typeEnd);
  }

  /** Scans the cell at an offset. @returns the offset after it; `at` if there is no cell in that form */
  scan(xml: string, at: number): number {
    const end = this.#scanAttributes(xml, at);
    if (end === at) return at;
    this.isBlank = standsAt(xml, end, '/>');
    if (this.isBlank) return end + 2;
    const contentEnd = this.#scanContent(xml, end);
    return contentEnd < 0 ? at : contentEnd;
  }

  #scanAttributes(xml: string, at: number): number {
    if (!standsAt(xml, at, '<c r="')) return at;
    this.#xml = xml;
    this.#reference = at + 6;
    this.#referenceEnd = skipDigits(xml, skipCapitals(xml, this.#reference));
    let end = this.#referenceEnd;
    if (!isValue(xml, this.#reference, end, MAX_REFERENCE)) return at;
    end += 1;
    this.#style = this.#styleEnd = end;
    if (standsAt(xml, end, ' s="')) {
      this.#style = end + 4;
      end = this.#styleEnd = skipDigits(xml, this.#style);
      if (!isValue(xml, this.#style, end, MAX_STYLE)) return at;
      end += 1;
    }
    this.#type = this.#typeEnd = end;
    if (standsAt(xml, end, ' t="')) {
      this.#type = end + 4;
      end = this.#typeEnd = skipLetters(xml, this.#type);
      if (!isValue(xml, this.#type, end, MAX_TYPE)) return at;
      end += 1;
    }
    return end;
  }

  /** Scans the rest of a cell from the end of its attributes. @returns the offset after the cell, or -1 */
  #scanContent(xml: string, at: number): number {
    this.value = undefined;
    this.inline = '';
    this.formula = '';
    if (standsAt(xml, at, '><v>')) return this.#scanValue(xml, at + 4);
    if (standsAt(xml, at, '><f>')) return this.#scanFormula(xml, at + 4);
    if (!standsAt(xml, at, '><is>')) return -1;
    const start = startOfText(xml, at + 5);
    const end = start < 0 ? -1 : xml.indexOf('<', start);
    const text = plainText(xml, start, end);
    if (text === undefined || !standsAt(xml, end, '</t></is></c>')) return -1;
    this.inline = text;
    this.isBlank = text === '';
    return end + 13;
  }

  #scanFormula(xml: string, start: number): number {
    const end = xml.indexOf('<', start);
    const formula = plainText(xml, start, end);
    if (formula === undefined || !standsAt(xml, end, '</f><v>')) return -1;
    this.formula = formula;
    return this.#scanValue(xml, end + 7);
  }

  /** Scans the rest of a cell from its value. */
  #scanValue(xml: string, start: number): number {
    const digitsEnd = skipDigits(xml, start);
    // Most values are indexes of shared strings, which need no decoding.
    const isNumber = xml.charCodeAt(digitsEnd) === LESS && digitsEnd - start <= MAX_NUMBER;
    const end = isNumber ? digitsEnd : xml.indexOf('<', digitsEnd);
    this.value = isNumber ? xml.slice(start, end) : plainText(xml, start, end);
    return this.value !== undefined && standsAt(xml, end, '</v></c>') ? end + 8 : -1;
  }
}

/** The start of the text of an element `t` at an offset; -1 if there is none, or if it has other attributes. */
export function startOfText(xml: string, at: number): number {
  if (standsAt(xml, at, '<t>')) return at + 3;
  return standsAt(xml, at, '<t xml:space="preserve">') ? at + 24 : -1;
}

/** The text of an element from `start` to `end`; undefined if it is not well-formed XML text, or if `end` is -1. */
export function plainText(xml: string, start: number, end: number): string | undefined {
  if (end < 0) return undefined;
  limitText(end - start);
  const raw = xml.slice(start, end);
  return textOf(raw);
}

/** Whether an attribute's value of one to `most` characters ends at `end`. */
function isValue(xml: string, start: number, end: number, most: number): boolean {
  return end > start && end - start <= most && xml.charCodeAt(end) === QUOTE;
}

function skipCapitals(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at); code >= 65 && code <= 90; code = xml.charCodeAt(++at));
  return at;
}

function skipDigits(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at));
  return at;
}

function skipLetters(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at) | 32; code >= 97 && code <= 122; code = xml.charCodeAt(++at) | 32);
  return at;
}
