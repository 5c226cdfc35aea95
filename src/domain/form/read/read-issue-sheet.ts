import { measureByKey, type Issue, type MeasureKey, type Programme } from '../../programme/programme.ts';
import { positionOf } from '../../spreadsheet/address.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { SourcedText, SubmittedPicture } from '../../submissions/submission.ts';
import { sameKey } from '../../text/compare.ts';
import { paragraphsOf } from '../../text/paragraphs.ts';
import { parseToken } from '../identity.ts';
import { measureLabels } from '../wordings/form-texts.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { isAnswerColumn, type AnswerColumn, type ColumnId } from '../columns.ts';
import { findStatus } from '../../programme/find-status.ts';
import type { Labels } from './form-labels.ts';
import { problemsOfGone, type GoneCell } from './gone-measures.ts';
import { picturesOnSheet } from './read-sheet-objects.ts';
import { findRowOwners, locationsOf, type RowOwner } from './row-owners.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import { columnOfCell, findColumns, type SheetColumns, type TokenSheet } from './sheet-reading.ts';
import { formulaOf, valueProblems } from './value-problems.ts';

/** One answer of an agency to a measure. */
export interface Answer extends SourcedText {
  readonly measure: MeasureKey;
  readonly column: AnswerColumn;
}

type CellOfSheet = Pick<SourcedText, 'sheet' | 'cell'>;

/** The result of reading one sheet. */
export interface SheetReading {
  readonly answers: readonly Answer[];
  readonly pictures: readonly SubmittedPicture[];
  readonly problems: readonly Problem[];
}

/** What reading a sheet needs besides its cells. */
export interface SheetContext {
  readonly programme: Programme;
  readonly issue: Issue | undefined;
  /** Words of the versions of the form that the sheet may be of. */
  readonly wordings: readonly FormWording[];
  /** The workbook's own texts in these words. */
  readonly labels: Labels;
  /** Whether the sheet was made from another version of the programme, in which measures may have had other numbers. */
  readonly isOtherVersion: boolean;
}

/** Reads an issue's sheet by identity. Every cell with a text is an answer, a label of the form, or a problem that carries the text. */
export function readIssueSheet(tokenSheet: TokenSheet, context: SheetContext): SheetReading {
  const columns = findColumns(tokenSheet, context.wordings);
  const ownerOf = findRowOwners(tokenSheet, columns, context.programme, context.issue);
  const answers: Answer[] = [];
  const problems: Problem[] = [...rowProblems(tokenSheet, columns, ownerOf, context.programme)];
  const gone: GoneCell[] = [];
  const { merges, name: sheet } = tokenSheet.sheet;
  for (const cell of tokenSheet.cells) {
    const column = { own: columns.columnOf.get(cell.column), effective: columnOfCell(cell, columns, merges) };
    const placed = placeCell(cell, column, ownerOf(cell.row), context);
    if (placed.kind === 'label') continue;
    const location = { sheet, cell: positionOf(cell) };
    switch (placed.kind) {
      case 'problem':
        problems.push({ ...placed.problem, ...location });
        break;
      case 'answer':
        problems.push(...valueProblems(cell, location));
        if (cell.kind !== 'error') answers.push(...answersOf(cell, placed, location));
        break;
      case 'gone':
        gone.push(goneCell(cell, placed, location));
    }
  }
  problems.push(...problemsOfGone(gone, tokenSheet, context.programme));
  const measureOf = (row: number): MeasureKey | undefined => measureOfOwner(ownerOf(row), context.programme);
  return { answers, pictures: picturesOnSheet(tokenSheet.sheet, measureOf), problems };
}

/** The measure of a row if it is certain: in a sorted sheet, the row above proves nothing. */
function measureOfOwner(owner: RowOwner, programme: Programme): MeasureKey | undefined {
  return 'key' in owner && locationsOf(programme).has(owner.key) ? owner.key : undefined;
}

type Placed =
  | { readonly kind: 'label' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'answer'; readonly measure: MeasureKey; readonly column: AnswerColumn }
  /** Of a measure that the programme does not have. */
  | { readonly kind: 'gone'; readonly measure: MeasureKey; readonly column: ColumnId };

/** A cell's own column, and the column that its text belongs to if the cell is merged. */
interface CellColumn {
  readonly own: ColumnId | undefined;
  readonly effective: ColumnId | undefined;
}

function placeCell(
  { text }: CellContent,
  { own, effective: column }: CellColumn,
  owner: RowOwner,
  context: SheetContext,
): Placed {
  const { labels } = context;
  // Titles and the end row are merged over all columns: a label there is a label in any row.
  const isMerged = column !== own && (own === undefined || !isAnswerColumn(own));
  if (isMerged && labels.includes(text)) return { kind: 'label' };
  if (column === undefined) {
    return labels.includes(text) ? { kind: 'label' } : problem({ code: 'text-outside-columns', text });
  }
  if (owner.kind === 'none') {
    // The form itself has statuses in a hidden list only, so one in an answer column was chosen by a person.
    const isChosen = isAnswerColumn(column) && findStatus(context.programme, text) !== undefined;
    return labels.includes(text) && !isChosen ? { kind: 'label' } : problem({ code: 'text-outside-measure', text });
  }
  if (!isAnswerColumn(column)) return placeLabel(text, column, owner, context);
  // In a damaged file, a token may be where an answer was.
  if (parseToken(text) !== undefined) return problem({ code: 'token-not-answer', text });
  if (owner.kind === 'sorted') return problem({ code: 'text-in-sorted-row', measure: owner.above, text });
  const kind = locationsOf(context.programme).has(owner.key) ? 'answer' : 'gone';
  return { kind, measure: owner.key, column };
}

/** A measure's number as it is printed. */
const PRINTED_NUMBER = /^\s*[\d๐-๙]+\.?\s*$/;

/** Places a cell of a column that agencies do not fill in: it has the form's own text, or an edited one. */
function placeLabel(
  text: string,
  column: 'ordinal' | 'measure' | 'responsible',
  owner: Exclude<RowOwner, { kind: 'none' }>,
  { programme, wordings, labels, isOtherVersion }: SheetContext,
): Placed {
  const key = owner.kind === 'sorted' || ('by' in owner && owner.by === 'above') ? undefined : owner.key;
  const measure = key && measureByKey(programme).get(key);
  if (measure === undefined) {
    if (labels.includes(text)) return { kind: 'label' };
    return key === undefined ? problem({ code: 'text-outside-columns', text }) : { kind: 'gone', measure: key, column };
  }
  const same =
    (isOtherVersion && column === 'ordinal' && PRINTED_NUMBER.test(text)) ||
    wordings.some((wording) => sameKey(measureLabels(measure, wording)[column], text));
  return same ? { kind: 'label' } : problem({ code: 'measure-text-edited', measure: measure.key, text });
}

/** A cell of a measure that the programme does not have; its formula is kept in the text, because no problem about the value follows. */
function goneCell(
  cell: CellContent,
  { measure, column }: Extract<Placed, { readonly kind: 'gone' }>,
  location: CellOfSheet,
): GoneCell {
  const shown = { ...cell, text: cell.text + formulaOf(cell) };
  const answers = isAnswerColumn(column) ? answersOf(shown, { measure, column }, location) : [];
  return { key: measure, column, cell, answers: answers.map(({ column: field, ...rest }) => ({ ...rest, field })) };
}

/** Each line of a result cell is a paragraph; a link that the cell's text does not show is separate evidence. */
function answersOf(
  cell: CellContent,
  { measure, column }: { readonly measure: MeasureKey; readonly column: AnswerColumn },
  location: CellOfSheet,
): readonly Answer[] {
  const answers: Answer[] = [];
  const add = (field: AnswerColumn, text: string): void => {
    if (text !== '') answers.push({ measure, column: field, text, ...location });
  };
  if (column === 'result') for (const { text } of paragraphsOf(cell.text)) add(column, text.trim());
  else add(column, cell.text.trim());
  const { link } = cell;
  if (link !== undefined && !link.startsWith('#') && !cell.text.includes(link)) add('evidence', link);
  return answers;
}

/** A problem for each row whose identity is doubtful, with the measure's text as the row shows it. */
function rowProblems(
  { cells, sheet, tokens }: TokenSheet,
  columns: SheetColumns,
  ownerOf: (row: number) => RowOwner,
  programme: Programme,
): readonly Problem[] {
  const hasTokens = tokens.some(({ token }) => token.kind === 'row');
  return cells.flatMap((cell): readonly Problem[] => {
    if (columns.columnOf.get(cell.column) !== 'measure') return [];
    const owner = ownerOf(cell.row);
    const location = { sheet: sheet.name, cell: positionOf(cell) };
    if (owner.kind === 'conflict') {
      const found = owner.found.join(', ');
      return [{ code: 'row-identity-conflict', found, text: cell.text, ...location }];
    }
    if (owner.kind === 'measure' && owner.by === 'text' && hasTokens && measureByKey(programme).get(owner.key)) {
      return [{ code: 'measure-by-text', measure: owner.key, ...location }];
    }
    return [];
  });
}

function problem(value: Problem): Placed {
  return { kind: 'problem', problem: value };
}
