import { issueOfMeasure } from '../../programme/programme.ts';
import { compareKey } from '../../text/compare.ts';
import { memoize } from '../../text/memoize.ts';
import { COLUMNS, isAnswerColumn, type ColumnId } from '../columns.ts';
import { pastChecksum } from '../past-checksum.ts';
import { beginsAsToken, parseToken, type Token, type WorkbookIdentity } from '../identity.ts';
import type { CellPosition } from '../../spreadsheet/address.ts';
import type { CellContent, CellRange, SheetContent } from '../../spreadsheet/content.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { FORM_WORDINGS } from '../wordings/wordings.ts';

/** A sheet and its tokens, which identify rows and columns wherever they are now. */
export interface TokenSheet {
  readonly sheet: SheetContent;
  /** The other cells with text, by row, then by column: neither tokens nor last year's answers. */
  readonly cells: readonly CellContent[];
  /** Last year's answers as the program wrote them next to this year's cells, with the heading of their column. */
  readonly past: readonly CellContent[];
  readonly tokens: readonly { readonly cell: CellContent; readonly token: Token }[];
}

/** Separates a sheet's tokens from its other cells. A token in an answer column is not one: somebody typed or pasted it. */
export function findTokens(sheet: SheetContent): TokenSheet {
  const parsed: { readonly cell: CellContent; readonly token: Token }[] = [];
  for (const cell of sheet.cells) {
    const token = tokenOf(cell.text);
    if (token !== undefined) parsed.push({ cell, token });
  }
  const { row, answers } = columnTokens(parsed);
  const isPast = pastCells(parsed.flatMap(({ cell, token }) => (token.kind === 'past' ? [{ cell, token }] : [])));
  const tokens = parsed.filter(({ cell, token }) =>
    token.kind === 'column' ? cell.row === row : !answers.has(cell.column),
  );
  const cells: CellContent[] = [];
  const past: CellContent[] = [];
  let next = 0;
  for (const cell of sheet.cells) {
    if (cell === tokens[next]?.cell) next += 1;
    else if (cell.text.trim() !== '') (isPast(cell) ? past : cells).push(cell);
  }
  return { sheet, cells, past, tokens };
}

/** Each row of a measure has its token twice, and the sheets of all workbooks have the same column tokens. */
const cachedToken = memoize(parseToken, 2_000);

/** Longer texts are not cached: a hostile file could fill the cache with them. */
const MAX_CACHED_LENGTH = 100;

function tokenOf(text: string): Token | undefined {
  if (!beginsAsToken(text) || !text.includes('ita:')) return undefined;
  return text.length > MAX_CACHED_LENGTH ? parseToken(text) : cachedToken(text);
}

/** Returns a test for cells with last year's answers as the program wrote them, and not as a person typed or edited them. */
function pastCells(
  tokens: readonly { readonly cell: CellContent; readonly token: Extract<Token, { kind: 'past' }> }[],
): (cell: CellContent) => boolean {
  const columns = new Set(tokens.filter(({ token }) => token.sum === undefined).map(({ cell }) => cell.column));
  const sums = new Set(tokens.map(({ token }) => token.sum));
  return ({ column, text }) => columns.has(column) && sums.has(pastChecksum(text));
}

/** The row with the column tokens, and the answer columns that these mark. */
function columnTokens(parsed: TokenSheet['tokens']): {
  readonly row: number | undefined;
  readonly answers: ReadonlySet<number>;
} {
  const rows = new Map<number, Map<number, ColumnId>>();
  for (const { cell, token } of parsed) {
    if (token.kind !== 'column') continue;
    rows.set(cell.row, (rows.get(cell.row) ?? new Map<number, ColumnId>()).set(cell.column, token.column));
  }
  const [fullest] = [...rows].sort((a, b) => b[1].size - a[1].size);
  const answers = [...(fullest?.[1] ?? [])].filter(([, id]) => isAnswerColumn(id)).map(([column]) => column);
  return { row: fullest?.[0], answers: new Set(answers) };
}

/** The identity of a sheet: by the sheet's own token or, without one, by the majority of its row tokens. */
export function identityOfSheet({ tokens }: TokenSheet): {
  readonly kind: 'cover' | 'issue' | 'unknown';
  readonly workbook?: WorkbookIdentity;
  readonly issue?: number;
} {
  const votes = new Map<
    string,
    { kind: 'cover' | 'issue'; workbook: WorkbookIdentity; issue?: number; count: number }
  >();
  for (const [token, times] of countTokens(tokens)) {
    if (token.kind !== 'cover' && token.kind !== 'sheet' && token.kind !== 'row') continue;
    const issue =
      token.kind === 'sheet' ? token.issue : token.kind === 'row' ? issueOfMeasure(token.measure) : undefined;
    const { programme, version, agency } = token.workbook;
    // No part of a token has a slash.
    const key = `${programme}/${version}/${agency}/${issue}`;
    const vote = votes.get(key) ?? {
      kind: token.kind === 'cover' ? 'cover' : 'issue',
      workbook: token.workbook,
      ...(issue === undefined ? {} : { issue }),
      count: 0,
    };
    vote.count += times * (token.kind === 'row' ? 1 : OWN_TOKEN_WEIGHT);
    votes.set(key, vote);
  }
  const [winner] = [...votes.values()].sort((a, b) => b.count - a.count);
  return winner ?? { kind: 'unknown' };
}

/** Counts equal tokens. {@link tokenOf} mostly returns the same object for equal texts. */
function countTokens(tokens: TokenSheet['tokens']): ReadonlyMap<Token, number> {
  const times = new Map<Token, number>();
  for (const { token } of tokens) times.set(token, (times.get(token) ?? 0) + 1);
  return times;
}

/** A sheet's or cover's own token outweighs any number of rows that were copied in from elsewhere. */
const OWN_TOKEN_WEIGHT = 1_000_000;

/** The known columns of a sheet, by column index. */
export interface SheetColumns {
  readonly columnOf: ReadonlyMap<number, ColumnId>;
}

/** Finds a sheet's columns, wherever they were moved: by their tokens, else by the words of their headings. */
export function findColumns(tokenSheet: TokenSheet, wordings: readonly FormWording[] = FORM_WORDINGS): SheetColumns {
  const columnOf = new Map<number, ColumnId>();
  for (const { cell, token } of tokenSheet.tokens) {
    if (token.kind === 'column') columnOf.set(cell.column, token.column);
  }
  const known = new Set(columnOf.values());
  if (known.size === COLUMNS.length) return { columnOf };
  for (const [column, id] of findHeadings(tokenSheet, wordings)?.columns ?? []) {
    if (!columnOf.has(column) && !known.has(id)) columnOf.set(column, id);
  }
  return { columnOf };
}

/** The row with the most headings in the words of one version; undefined if no row has three. */
export function findHeadings(
  { cells }: TokenSheet,
  wordings: readonly FormWording[] = FORM_WORDINGS,
): { readonly row: number; readonly columns: ReadonlyMap<number, ColumnId> } | undefined {
  const keyed = cells.map(({ row, column, text }) => ({ row, column, key: compareKey(text) }));
  const candidates = wordings.flatMap((wording) => {
    const headings = columnsByHeading(wording);
    const byRow = new Map<number, Map<number, ColumnId>>();
    for (const { row, column, key } of keyed) {
      const id = headings.get(key);
      if (id === undefined) continue;
      const found = byRow.get(row) ?? new Map<number, ColumnId>();
      byRow.set(row, found.set(column, id));
    }
    return [...byRow].filter(([, found]) => found.size >= 3);
  });
  const [heading] = candidates.sort((a, b) => b[1].size - a[1].size);
  return heading && { row: heading[0], columns: heading[1] };
}

const HEADINGS = new WeakMap<FormWording, ReadonlyMap<string, ColumnId>>();

/** The columns by their headings, as comparison keys. */
function columnsByHeading(wording: FormWording): ReadonlyMap<string, ColumnId> {
  const known = HEADINGS.get(wording);
  if (known) return known;
  const columns = new Map(COLUMNS.map(({ id }) => [compareKey(wording.issueSheet.headings[id]), id]));
  HEADINGS.set(wording, columns);
  return columns;
}

/**
 * The column that a cell's text belongs to. A merged cell belongs to its first column, unless it includes the result column: then
 * somebody wrote a result over several columns.
 */
export function columnOfCell(
  cell: CellPosition,
  columns: SheetColumns,
  merges: readonly CellRange[],
): ColumnId | undefined {
  const own = columns.columnOf.get(cell.column);
  const merge = merges.find(({ top, left }) => top === cell.row && left === cell.column);
  if (merge === undefined) return own;
  for (let column = merge.left + 1; column <= merge.right; column += 1) {
    if (columns.columnOf.get(column) === 'result') return 'result';
  }
  return own;
}
