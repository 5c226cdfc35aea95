import { HostError } from './wire.ts';

/** What becomes of a value that is written into a cell, as if a person had typed it. */
export interface ParsedInput {
  readonly value: string | number | boolean;
  readonly formula?: string;
  /** Number format that the input brings along, where the cell has none. */
  readonly format?: string;
}

const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?$/;
const DATE = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/**
 * Excel's reading of a written value. In a cell of format `@` a text stays what it is; elsewhere a text that begins with
 * `=`, `+`, `-` or `@` is a formula, and one that looks like a number, a date or a boolean is one. A leading `'` says that
 * the rest is text, in every cell; with `keepsApostrophe` it is kept in cells of format `@`. Dates are read as in the United States,
 * whatever the computer's country (office-js#1559), and get the system's short date.
 */
export function parseInput(input: unknown, format: string, keepsApostrophe: boolean): ParsedInput {
  if (typeof input === 'number' || typeof input === 'boolean') return { value: input };
  const text = String(input);
  if (text.length > 32_767) throw new HostError('InvalidArgument', 'The text is longer than a cell holds.');
  const isText = format === '@';
  if (text.startsWith("'") && !(isText && keepsApostrophe)) return { value: text.slice(1) };
  if (isText) return { value: text };
  const digits = text.trim().replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  if (NUMBER.test(digits)) return { value: Number(digits.replaceAll(',', '')) };
  const [, month, day, year] = DATE.exec(digits) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) {
    return { value: serialOf(Number(year), Number(month), Number(day)), format: 'm/d/yyyy' };
  }
  if (/^(true|false)$/i.test(digits)) return { value: /^true$/i.test(digits) };
  if (/^[=+@-]./.test(text)) return parseFormula(text);
  return { value: text };
}

/** Formulas are not calculated: sums of numbers aside, they show a name error. One that is no formula at all is refused. */
function parseFormula(text: string): ParsedInput {
  const formula = text.replace(/^[+@]/, '=').replace(/^-/, '=-');
  if (/[=+*/(-]\s*$/.test(formula) || count(formula, '(') !== count(formula, ')') || count(formula, '"') % 2 === 1) {
    throw new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
  }
  const sum = /^=-?\d+([+-]\d+)*$/.test(formula) ? formula.slice(1).match(/[+-]?\d+/g) : undefined;
  return { formula, value: sum ? sum.reduce((total, term) => total + Number(term), 0) : '#NAME?' };
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}
