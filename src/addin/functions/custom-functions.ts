import type { FunctionId } from '../../domain/messages/functions-words.ts';
import { functionsWordsOf } from '../../domain/messages/message.ts';
import { LANGUAGES } from '../../domain/messages/words.ts';
import { builtInDigitProfile } from '../../domain/programme/catalogue.ts';
import { thaiLongDate } from '../../domain/text/dates.ts';
import { writtenIsoDate } from '../../domain/text/find-dates.ts';
import { plainNumber } from '../../domain/text/plain-number.ts';
import { serialIsoDate } from '../../domain/spreadsheet/serial-date.ts';
import { toArabicDigits, toThaiDigits } from '../../domain/text/thai-digits.ts';

/** The argument of a function: the value of one cell. A blank cell is null, or 0 in some versions of Excel. */
export type Argument = string | number | boolean | null | undefined;

/** A function for formulas, with one argument that is the value of one cell. */
export interface CustomFunction {
  readonly id: FunctionId;
  /** The argument's name in formulas and, as Excel's metadata calls it, its type: Excel turns every value into text for `string`. */
  readonly parameter: { readonly name: string; readonly type: 'string' | 'any' };
  /** Undefined for an argument that the function cannot use. */
  readonly run: (argument: Argument) => string | undefined;
}

/**
 * Every function of the add-in. An argument is one cell and not a range: Excel then calls the function for each cell of a range that it
 * is given and spills the results, and a blank cell is an empty text to it, which within a range would be 0 (office-js#4702).
 */
export const CUSTOM_FUNCTIONS: readonly CustomFunction[] = [
  {
    id: 'THAIDIGITS',
    parameter: { name: 'text', type: 'string' },
    run: (argument) => toThaiDigits(shownText(argument), builtInDigitProfile()).text,
  },
  {
    id: 'ARABICDIGITS',
    parameter: { name: 'text', type: 'string' },
    run: (argument) => toArabicDigits(shownText(argument)).text,
  },
  { id: 'THAIDATE', parameter: { name: 'date', type: 'any' }, run: thaiDate },
];

/** The result of a function, or why it has none, in Thai and English. */
export function compute(id: FunctionId, argument: Argument): { readonly value: string } | { readonly refused: string } {
  const value = CUSTOM_FUNCTIONS.find((one) => one.id === id)?.run(argument);
  return value === undefined ? { refused: NOT_DATE } : { value };
}

/** Only dates are ever refused. */
const NOT_DATE = LANGUAGES.map((language) => functionsWordsOf(language).notDate).join(' / ');

/** A value as Excel shows it in the format General in a wide enough cell. */
function shownText(value: Argument): string {
  if (typeof value === 'number') return plainNumber(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : (value ?? '');
}

function thaiDate(value: Argument): string | undefined {
  const iso =
    typeof value === 'number' ? serialIsoDate(value) : typeof value === 'string' ? writtenIsoDate(value) : undefined;
  return iso === undefined ? undefined : thaiLongDate(iso);
}
