import type { AnswerCell } from './answer-form.ts';
import { cellKey, type CellLocation } from '../../spreadsheet/address.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../spreadsheet/content.ts';
import { MAX_CELL_TEXT, MAX_LINE_FEEDS } from '../../spreadsheet/limits.ts';
import { groupBy } from '../../text/group-by.ts';

/** A text that a person typed for a cell and that is not written there yet. */
export interface TypedText extends CellLocation {
  /** What the cell answered at the time; see {@link AnswerCell}. */
  readonly answers: string;
  /** The cell's text when the person began to type. */
  readonly before: string;
  /** As typed, leading spaces included; see {@link writtenText}. */
  readonly text: string;
}

const DESCRIPTION = 'picture ';

/** The value of {@link TypedText.answers} for the description of a picture. */
export function describing(name: string): string {
  return `${DESCRIPTION}${name}`;
}

/** The name of the picture that a typed text describes; undefined for the text of a cell. */
export function describedPicture({ answers }: Pick<TypedText, 'answers'>): string | undefined {
  return answers.startsWith(DESCRIPTION) ? answers.slice(DESCRIPTION.length) : undefined;
}

/** Why a typed text cannot be written: it exceeds a limit of cells, or the cell's text has changed since the person began. */
export type TypedFault = 'too-long' | 'too-many-lines' | 'changed-meanwhile';

/** The typed texts with one added or replaced. A text equal to that of its cell is left out. */
export function withTyped(typed: readonly TypedText[], cell: AnswerCell, text: string): readonly TypedText[] {
  const known = typedAt(typed, cell);
  const { sheet, row, column, answers } = cell;
  const next = { sheet, row, column, answers, before: known?.before ?? cell.text, text };
  const others = typed.filter((one) => one !== known);
  return next.text === next.before ? others : [...others, next];
}

/**
 * Finds the cells that typed texts belong to after rows or columns were moved: a cell of the same answer, at the same location or with the
 * text that the cell had before. Texts without such a cell, such as descriptions of pictures, are `unplaced`.
 */
export function placeTyped(
  typed: readonly TypedText[],
  cells: readonly AnswerCell[],
): { readonly placed: readonly TypedText[]; readonly unplaced: readonly TypedText[] } {
  const placed: TypedText[] = [];
  const unplaced: TypedText[] = [];
  for (const one of typed) {
    const own = cells.filter(({ answers, fixed }) => answers === one.answers && fixed === undefined);
    const cell = own.find((each) => isAt(each, one)) ?? own.find(({ text }) => text === one.before);
    if (cell === undefined) unplaced.push(one);
    else placed.push(isAt(cell, one) ? one : { ...one, sheet: cell.sheet, row: cell.row, column: cell.column });
  }
  return { placed, unplaced };
}

/** The text to write for a typed one: white space alone clears the cell, and lines end with a line feed, as in Excel. */
export function writtenText({ text }: Pick<TypedText, 'text'>): string {
  return text.trim() === '' ? '' : text.replace(/\r\n?/g, '\n');
}

/** The text typed for a cell; undefined if there is none. */
export function typedAt(
  typed: readonly TypedText[],
  location: CellLocation & { readonly answers?: string },
): TypedText | undefined {
  const { answers } = location;
  return typed.find((one) => isAt(one, location) && (answers === undefined || answers === one.answers));
}

/**
 * Why a typed text cannot be written; undefined if it can.
 * @param content the workbook as it was last read
 */
export function typedFault(typed: TypedText, content: WorkbookContent): TypedFault | undefined {
  if (typed.text.length > MAX_CELL_TEXT) return 'too-long';
  if (typed.text.split('\n').length - 1 > MAX_LINE_FEEDS) return 'too-many-lines';
  const there = textAt(content, typed);
  return there === typed.before || there === writtenText(typed) ? undefined : 'changed-meanwhile';
}

/** The typed texts after some of them were written. One that changed in the meantime continues from the written text. */
export function afterWriting(typed: readonly TypedText[], written: readonly TypedText[]): readonly TypedText[] {
  return typed.map((one) => {
    const done = typedAt(written, one);
    return done === undefined || done.text === writtenText(one) ? one : { ...one, before: done.text };
  });
}

/** The typed texts that are not yet in their cells, and all descriptions of pictures. */
export function unwritten(typed: readonly TypedText[], content: WorkbookContent): readonly TypedText[] {
  const left = typed.filter((one) => describedPicture(one) !== undefined || textAt(content, one) !== writtenText(one));
  return left.length === typed.length ? typed : left;
}

/** The text of a cell; '' if it is blank. */
export function textAt({ sheets }: WorkbookContent, { sheet, row, column }: CellLocation): string {
  const cells = sheets.find(({ name }) => name === sheet)?.cells ?? [];
  const text = cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '';
  return text.trim() === '' ? '' : text;
}

/** The content of a workbook with typed texts put into their cells. */
export function contentWithTyped(content: WorkbookContent, typed: readonly TypedText[]): WorkbookContent {
  if (typed.length === 0) return content;
  const bySheet = groupBy(typed, ({ sheet }) => sheet);
  const sheets = content.sheets.map((sheet) => sheetWithTyped(sheet, bySheet.get(sheet.name) ?? []));
  return { ...content, sheets };
}

function sheetWithTyped(sheet: SheetContent, typed: readonly TypedText[]): SheetContent {
  if (typed.length === 0) return sheet;
  const before = new Map(sheet.cells.map((cell) => [cellKey('', cell), cell]));
  const changed = new Set(typed.map((one) => cellKey('', one)));
  const cells = typed.flatMap(({ row, column, ...one }): readonly CellContent[] => {
    const text = writtenText(one);
    const known = before.get(cellKey('', { row, column }));
    // Blank cells are not in the content; those for answers are unlocked.
    const unlocked = known?.unlocked ?? (known === undefined && sheet.protected);
    if (text === '') return [];
    return [
      {
        row,
        column,
        kind: 'text',
        text,
        ...(known?.font === undefined ? {} : { font: known.font }),
        ...(unlocked === true ? { unlocked } : {}),
      },
    ];
  });
  const all = [...sheet.cells.filter((cell) => !changed.has(cellKey('', cell))), ...cells];
  return { ...sheet, cells: all.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function isAt(one: CellLocation, other: CellLocation): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
