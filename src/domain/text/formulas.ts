import type { Span } from './edits.ts';
import { matchesWhere } from './matches.ts';

// The tokens of Excel's formula grammar ([MS-XLSX] 2.2.2). Lengths are limited as in Excel (31 characters for sheet names, 255 for names
// and texts), so that parsing takes linear time.
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const AREA = String.raw`${CELL}(?::${CELL})?#?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const BLANKS = /[ \t\r\u00a0]+/y;
const PREFIXES = /[+\-@]+/y;
const SHEET_NAME = /'(?:[^'\n]|''){1,255}'!|(?:\[[^\]\n]{1,255}\])?[\p{L}\p{M}_][\p{L}\p{M}\d_.]{0,30}!/uy;
const REFERENCE = new RegExp(`(?:${AREA})(?![A-Za-z0-9_(])`, 'y');
const FUNCTION = /[A-Za-z_][A-Za-z0-9_.]{0,254}\(/y;
const VALUE = /\d+(?:\.\d+)?(?::\d+|e[+-]?\d+)?|"(?:[^"\n]|""){0,255}"|#[A-Z/0]{1,12}[!?]?/iy;
const NAME = /[\p{L}\p{M}_\\][\p{L}\p{M}\d_.]{0,254}(?:\[[^\]\n]{0,255}\])?/uy;
const OPERATOR = /<>|<=|>=|[+\-*/^&=<>]/y;

/** The result of parsing a formula. */
export interface FormulaReading {
  /** The end of the formula; undefined if there is none. */
  readonly end: number | undefined;
  /** End of the text that was parsed; no other formula begins before it. */
  readonly parsedTo: number;
}

/**
 * Parses the formula whose `=` is at `start`. It must have a reference or a function: `= 250 บาท` is not a formula.
 * @param limit end of the line
 * @param isWhole whether the formula may extend over the whole line, with spaces between tokens; otherwise it ends at the last operand
 * before a space
 */
export function readFormula(text: string, start: number, limit: number, isWhole: boolean): FormulaReading {
  const reader = new FormulaReader(text, start + 1, limit);
  reader.read();
  const whole = isWhole && reader.isComplete ? reader.at : reader.tightEnd;
  return { end: reader.isFormula && whole > start + 1 ? whole : undefined, parsedTo: reader.at };
}

class FormulaReader {
  at: number;
  /** The end of the last complete operand before a blank outside of brackets. */
  tightEnd: number;
  /** Whether it has a reference or a function, which sentences do not have. */
  isFormula = false;
  isComplete = false;
  readonly #text: string;
  readonly #limit: number;
  #depth = 0;
  #isTight = true;

  constructor(text: string, at: number, limit: number) {
    this.#text = text;
    this.#limit = limit;
    this.at = at;
    this.tightEnd = at;
  }

  /** Reads operands and operators in turn, as long as they form a formula. */
  read(): void {
    for (let isFirst = true; ; isFirst = false) {
      if (!this.#operand(isFirst)) return;
      this.#closings();
      if (this.#depth === 0 && this.#isTight && this.isFormula) this.tightEnd = this.at;
      this.#blanks();
      this.isComplete = this.#depth === 0 && this.at === this.#limit;
      if (this.isComplete || !this.#operator()) return;
      this.isComplete = false;
    }
  }

  #operand(isFirst: boolean): boolean {
    if (!isFirst) this.#blanks();
    else if (this.#skip(BLANKS)) this.#isTight = false;
    this.#openings();
    if (this.#skip(SHEET_NAME)) return this.#known(this.#skip(REFERENCE) || this.#skip(NAME));
    if (this.#skip(REFERENCE)) return this.#known(true);
    if (this.#text.charAt(this.at) === ')') return this.#depth > 0;
    if (this.#depth > 0 && /[,;]/.test(this.#text.charAt(this.at))) return true;
    return this.#skip(VALUE) || this.#skip(NAME);
  }

  #known(isOperand: boolean): boolean {
    if (isOperand) this.isFormula = true;
    return isOperand;
  }

  /** Signs, brackets and functions before an operand. */
  #openings(): void {
    for (;;) {
      if (this.#skip(PREFIXES)) continue;
      if (this.#skip(FUNCTION)) this.isFormula = true;
      else if (this.#text.charAt(this.at) === '(' && this.at < this.#limit) this.at += 1;
      else return;
      this.#depth += 1;
      this.#blanks();
    }
  }

  /** Percent signs and brackets after an operand. */
  #closings(): void {
    for (;;) {
      const mark = this.at < this.#limit ? this.#text.charAt(this.at) : '';
      if (mark === ')' && this.#depth > 0) this.#depth -= 1;
      else if (mark !== '%') {
        if (this.#depth === 0) return;
        const blank = this.at;
        this.#blanks();
        if (this.at < this.#limit && this.#text.charAt(this.at) === ')') continue;
        this.at = blank;
        return;
      }
      this.at += 1;
    }
  }

  #operator(): boolean {
    if (this.#depth > 0 && /[,;]/.test(this.#text.charAt(this.at))) {
      this.at += 1;
      return true;
    }
    return this.#skip(OPERATOR);
  }

  #blanks(): void {
    if (this.#skip(BLANKS) && this.#depth === 0) this.#isTight = false;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null || this.at + match[0].length > this.#limit) return false;
    this.at += match[0].length;
    return true;
  }
}

/** A reference with a sheet name, which has at most 31 characters: `'แผ่น 2'!C4`, `ประเด็น1!B2:C3`. */
const ON_SHEET = String.raw`(?:'[^'\n]{1,31}'|[\w\u0e01-\u0e59.]{1,31})!\$?[A-Z]{1,3}\$?\d{1,7}`;
/** A reference with an absolute part: `$A$1`, `$C5`, `C$5`, and rows such as `$5:$12`. */
const ABSOLUTE = String.raw`\$[A-Z]{1,3}\$?\d{1,7}|(?<column>[A-Z]{1,3})\$\d{1,7}|\$\d{1,7}(?=:\$\d)`;
const IN_PROSE = new RegExp(
  String.raw`(?:${ON_SHEET}|${ABSOLUTE})(?::\$?[A-Z]{0,3}\$?\d{1,7})?(?![A-Za-z0-9]|[.,]\d)`,
  'g',
);

/** Currencies before a dollar sign. */
const CURRENCY = /^(?:USD?|HK|NT|NZ|AU|CA|SG)$/;
/** Letters before a dollar sign that are a currency or a column: of Australia, Brazil, Canada and Singapore. */
const CURRENCY_OR_COLUMN = /^[ABCRS]$/;
/** Words shortly before an amount of money, and before a reference. */
const MONEY = /ราคา|มูลค่า|เงิน|งบ|บาท|จ่าย|ค่า/;
const ADDRESS = /ช่อง|เซลล์|คอลัมน์|แถว|สูตร|cell/i;
/** Characters before a possible reference in which such words are looked for. */
const LOOKBEHIND = 24;

/** Finds absolute references and references to another sheet in a sentence, from left to right; not `US$100`. */
export function findReferences(text: string): readonly Span[] {
  if (!/[$!]/.test(text)) return [];
  const isReference = ({ index, groups }: RegExpExecArray): boolean => {
    const { column } = groups ?? {};
    if (column === undefined) return true;
    if (/[A-Za-z0-9]/.test(text.charAt(index - 1)) || CURRENCY.test(column)) return false;
    const before = text.slice(Math.max(0, index - LOOKBEHIND), index);
    return !CURRENCY_OR_COLUMN.test(column) || !MONEY.test(before) || ADDRESS.test(before);
  };
  return Array.from(matchesWhere(text, IN_PROSE, isReference), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}
