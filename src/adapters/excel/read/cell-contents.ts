import { isDateFormat } from 'numfmt';
import { plainNumber } from '../../../domain/text/plain-number.ts';
import type { CellContent } from '../../../domain/spreadsheet/content.ts';
import type { CellLook } from './cell-look.ts';

/** What a range gives of its cells, all of one shape: rows of columns. */
export interface RangeMatrices {
  /** Of the first cell; counted from 0. */
  readonly row: number;
  /** Of the first cell; counted from 0. */
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly numberFormat: readonly (readonly string[])[];
  readonly looks: readonly (readonly CellLook[])[];
}

/** The cells of a range that hold something, by row, then by column. */
export function cellContents(range: RangeMatrices): readonly CellContent[] {
  return range.values.flatMap((row, rowIndex) =>
    row.flatMap((value, columnIndex) => cellContent(range, rowIndex, columnIndex, value)),
  );
}

function cellContent(range: RangeMatrices, row: number, column: number, value: unknown): readonly CellContent[] {
  const type = range.valueTypes[row]?.[column] ?? '';
  const format = range.numberFormat[row]?.[column] ?? 'General';
  const text = textOf(value, range.text[row]?.[column] ?? '', format);
  if (text === '') return [];
  const formula = formulaOf(range.formulas[row]?.[column], value, type);
  const look = range.looks[row]?.[column];
  const kind = kindOf(value, type, format);
  const hasFormat = (kind === 'number' || kind === 'date') && !isGeneral(format);
  return [
    {
      row: range.row + row,
      column: range.column + column,
      kind,
      text,
      ...(formula === undefined ? {} : { formula }),
      ...(look?.link === undefined ? {} : { link: look.link }),
      ...(look?.mixed === true ? { runs: UNKNOWN_RUNS } : {}),
      ...(look?.font === undefined ? {} : { font: look.font }),
      ...(hasFormat ? { format } : {}),
      ...(look?.unlocked === true ? { unlocked: true } : {}),
    },
  ];
}

/** Excel says that parts of a text look different, but neither where nor how. */
const UNKNOWN_RUNS = [{ start: 0 }] as const;

function isGeneral(format: string): boolean {
  return /^general$/i.test(format);
}

/** A text is the value itself; a number is shown by its format, and in General with all of its digits. */
function textOf(value: unknown, shown: string, format: string): string {
  if (typeof value === 'number') return isGeneral(format) || shown === '' ? plainNumber(value) : shown;
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' && shown === '' ? String(value).toUpperCase() : shown;
}

/** Excel gives a text such as `=A1` as its formula too (office-js#6687): it is one only where it shows something else. */
function formulaOf(formula: unknown, value: unknown, type: string): string | undefined {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return undefined;
  return type === 'String' && formula === value ? undefined : formula.slice(1);
}

function kindOf(value: unknown, type: string, format: string): CellContent['kind'] {
  if (type === 'Error') return 'error';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return 'text';
  return isDateFormat(format) ? 'date' : 'number';
}
