import { cellRange } from './cell-reference.ts';
import type { CellRange } from './content.ts';

/** Cells of a sheet. */
export interface SheetRange extends CellRange {
  /** Name of the sheet, in small letters: Excel ignores case. */
  readonly sheet: string;
  /** Whether the formula calculates with them: a sign of arithmetic stands beside the reference. */
  readonly isCalculated: boolean;
}

/** What a formula names, as far as it can be told without calculating it. */
export interface FormulaPieces {
  /** Literal texts. */
  readonly texts: readonly string[];
  readonly ranges: readonly SheetRange[];
  /** Names that are no functions, in small letters. */
  readonly names: readonly string[];
  /** Functions, in capitals and without the prefixes of newer ones. */
  readonly functions: readonly string[];
  /** Whether it joins texts by `&`. */
  readonly joins: boolean;
  /** Whether it compares something with anything but the empty text. */
  readonly compares: boolean;
}

const NAME = String.raw`[\p{L}_\\][\p{L}\p{M}\p{N}_.]*`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const AREA = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;

/** Pieces of a formula ([MS-XLSX] 2.2.2). What is never closed goes to the end, so that no part is looked at twice. */
const PIECE = new RegExp(
  [
    String.raw`"(?<text>(?:[^"]|"")*)(?:"|$)`,
    String.raw`(?:(?:'(?<quoted>(?:[^']|'')*)'|(?<sheet>${NAME}))!)?(?<area>${AREA})(?![\p{L}\p{M}\p{N}_.(])`,
    String.raw`(?<name>${NAME})(?<call>\()?`,
    String.raw`'(?:[^']|'')*(?:'|$)|\[[^\]]*(?:\]|$)`,
    String.raw`(?<join>&)|(?<comparison><>|[<>]=?|=)(?!\s*""(?!"))`,
  ].join('|'),
  'gu',
);

/** Reads the pieces of a formula without its `=`; references without a sheet are to `ownSheet`. Takes linear time. */
export function formulaPieces(formula: string, ownSheet: string): FormulaPieces {
  const texts: string[] = [];
  const ranges: SheetRange[] = [];
  const names: string[] = [];
  const functions: string[] = [];
  let [joins, compares] = [false, false];
  for (const { 0: found, index, groups = {} } of formula.matchAll(PIECE)) {
    const { text, area, quoted, sheet = ownSheet, name, call, join, comparison } = groups;
    if (text !== undefined) texts.push(text.replaceAll('""', '"'));
    else if (area !== undefined) {
      const range = cellRange(area.replaceAll('$', '').toUpperCase());
      const isCalculated = isBesideSign(formula, index, index + found.length);
      const owner = (quoted?.replaceAll("''", "'") ?? sheet).toLowerCase();
      if (range !== undefined) ranges.push({ ...range, sheet: owner, isCalculated });
    } else if (name !== undefined) {
      if (call === undefined) names.push(name.toLowerCase());
      else functions.push(name.toUpperCase().replace(/^_XL[A-Z]+\./, ''));
    }
    joins ||= join !== undefined;
    compares ||= comparison !== undefined;
  }
  return { texts, ranges, names, functions, joins, compares };
}

/** Whether a sign of arithmetic stands directly before or after a part of a formula. */
function isBesideSign(formula: string, start: number, end: number): boolean {
  return (
    /[-+*/^]\s*$/.test(formula.slice(Math.max(0, start - LOOK), start)) ||
    /^\s*[-+*/^%]/.test(formula.slice(end, end + LOOK))
  );
}

/** Most characters that are looked at beside a reference. */
const LOOK = 8;
