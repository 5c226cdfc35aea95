import { isDateFormat } from 'numfmt';
import { shownDateFormat } from '../../../domain/spreadsheet/short-date.ts';
import { isTypedInBuddhistEra } from '../../../domain/spreadsheet/serial-date.ts';
import { generalText } from '../../../domain/spreadsheet/number-formats.ts';
import { plainNumber } from '../../../domain/text/plain-number.ts';
import type { CellContent } from '../../../domain/spreadsheet/content.ts';
import type { CellFormatting, CellIndex } from './cell-formatting.ts';

/** The loaded properties of a range, all matrices of the same size: rows of columns. */
export interface RangeMatrices {
  /** Of the first cell, zero-based. */
  readonly row: number;
  /** Of the first cell, zero-based. */
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly numberFormat: readonly (readonly string[])[];
}

/** The cells of a range that are not blank, by row, then by column. */
export function filledCells({ row, column, values, text, numberFormat }: RangeMatrices): readonly CellIndex[] {
  return values.flatMap((line, y) =>
    line.flatMap((value, x) =>
      textOf(value, text[y]?.[x] ?? '', numberFormat[y]?.[x] ?? 'General') === ''
        ? []
        : [{ row: row + y, column: column + x }],
    ),
  );
}

/**
 * The content of the filled cells of a range, by row, then by column.
 * @param formattingOf the formatting of a cell; undefined if it was not loaded
 */
export function cellContents(
  range: RangeMatrices,
  formattingOf: (cell: CellIndex) => CellFormatting | undefined,
): readonly CellContent[] {
  return filledCells(range).map((cell) => cellContent(range, cell, formattingOf(cell)));
}

function cellContent(range: RangeMatrices, cell: CellIndex, formatting: CellFormatting | undefined): CellContent {
  const [y, x] = [cell.row - range.row, cell.column - range.column];
  const value = range.values[y]?.[x];
  const type = range.valueTypes[y]?.[x] ?? '';
  const format = range.numberFormat[y]?.[x] ?? 'General';
  const formula = formulaOf(range.formulas[y]?.[x], value, type);
  const kind = kindOf(value, type, format);
  const hasFormat = (kind === 'number' || kind === 'date') && !isGeneral(format);
  const text = textOf(value, range.text[y]?.[x] ?? '', format);
  const shownFormat = kind === 'date' ? shownDateFormat(format, Number(value), text) : undefined;
  return {
    ...cell,
    kind,
    text,
    ...(formula === undefined ? {} : { formula }),
    ...(formatting?.link === undefined ? {} : { link: formatting.link }),
    ...(formatting?.mixed === true ? { runs: UNKNOWN_RUNS } : {}),
    ...(formatting?.font === undefined ? {} : { font: formatting.font }),
    ...(hasFormat ? { format } : {}),
    ...(shownFormat === undefined ? {} : { shownFormat }),
    ...(kind === 'date' && isTypedInBuddhistEra(Number(value), shownFormat ?? format)
      ? { typedInBuddhistEra: true }
      : {}),
    ...(formatting?.unlocked === true ? { unlocked: true } : {}),
  };
}

/** Excel reports that a text has several formats, but not where or which. */
const UNKNOWN_RUNS = [{ start: 0 }] as const;

function isGeneral(format: string): boolean {
  return /^general$/i.test(format);
}

/** The text of a cell: a text value as it is, a number as displayed, in General format with all digits. */
function textOf(value: unknown, shown: string, format: string): string {
  if (typeof value === 'number') return generalText(format, value) ?? (shown === '' ? plainNumber(value) : shown);
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' && shown === '' ? String(value).toUpperCase() : shown;
}

/**
 * Excel returns a text such as `=A1` as its formula too (office-js#6687); it is a formula only if the cell shows
 * another value.
 */
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
