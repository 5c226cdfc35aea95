import { measuresOfIssue, type Issue, type MeasureKey, type Programme } from '../../programme/programme.ts';
import { groupBy } from '../../text/group-by.ts';
import { compareKey } from '../../text/compare.ts';
import type { SheetColumns, TokenSheet } from './sheet-reading.ts';

/** The measure that a row itself identifies. */
type OwnKey =
  | { readonly kind: 'measure'; readonly key: MeasureKey; readonly by: 'token' | 'text' }
  /** Two tokens of one row differ; the key is the likelier one. */
  | { readonly kind: 'conflict'; readonly key: MeasureKey; readonly found: readonly MeasureKey[] };

/** The measure that a row belongs to, and how it was identified. */
export type RowOwner =
  | OwnKey
  | { readonly kind: 'measure'; readonly key: MeasureKey; readonly by: 'above' }
  /** The sheet was sorted, so the row above proves nothing about this one. */
  | { readonly kind: 'sorted'; readonly above: MeasureKey }
  | { readonly kind: 'none' };

/**
 * Finds the measure of every row of a sheet. A row without a key belongs to the measure above it, as long as the keys
 * are still in the programme's order; a row below the end row or above the first measure belongs to none.
 */
export function findRowOwners(
  tokenSheet: TokenSheet,
  columns: SheetColumns,
  programme: Programme,
  issue: Issue | undefined,
): (row: number) => RowOwner {
  const keyed = keyedRows(tokenSheet, columns, issue);
  const sorted = [...keyed].sort(([a], [b]) => a - b);
  const rows = sorted.map(([row]) => row);
  const ordered = isOrdered(
    sorted.map(([, { key }]) => key),
    programme,
  );
  const end = tokenSheet.tokens.find(({ token }) => token.kind === 'end')?.cell.row ?? Infinity;
  return (row) => {
    const own = keyed.get(row);
    if (own !== undefined) return own;
    if (row === end) return { kind: 'none' };
    const above = keyed.get(lastBefore(rows, row) ?? -1);
    if (above === undefined) return { kind: 'none' };
    if (!ordered) return { kind: 'sorted', above: above.key };
    return row < end ? { kind: 'measure', key: above.key, by: 'above' } : { kind: 'none' };
  };
}

function keyedRows(
  { cells, tokens }: TokenSheet,
  columns: SheetColumns,
  issue: Issue | undefined,
): ReadonlyMap<number, OwnKey> {
  const textKeys = keysByText(cells, columns, issue);
  const rowTokens = new Map<number, [MeasureKey, ...MeasureKey[]]>();
  for (const { cell, token } of tokens) {
    if (token.kind !== 'row') continue;
    const found = rowTokens.get(cell.row);
    if (found === undefined) rowTokens.set(cell.row, [token.measure]);
    else found.push(token.measure);
  }
  const owners = new Map<number, OwnKey>();
  for (const [row, key] of textKeys) owners.set(row, { kind: 'measure', key, by: 'text' });
  for (const [row, found] of rowTokens) owners.set(row, ownerByTokens(found, textKeys.get(row)));
  return owners;
}

/** The measures of rows that show a measure's text. Measures with equal texts are distinguished by their order. */
function keysByText(
  cells: TokenSheet['cells'],
  columns: SheetColumns,
  issue: Issue | undefined,
): ReadonlyMap<number, MeasureKey> {
  if (issue === undefined) return new Map();
  const { keyOf, measures } = textsOf(issue);
  const taken = new Map<string, number>();
  const keys = new Map<number, MeasureKey>();
  for (const cell of cells) {
    if (columns.columnOf.get(cell.column) !== 'measure') continue;
    const text = keyOf.get(cell.text) ?? compareKey(cell.text);
    const candidates = measures.get(text);
    if (candidates === undefined) continue;
    const before = taken.get(text) ?? 0;
    taken.set(text, before + 1);
    const key = candidates[Math.min(before, candidates.length - 1)];
    if (key !== undefined) keys.set(cell.row, key);
  }
  return keys;
}

interface IssueTexts {
  /** Comparison key of each measure's text. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** Measures by that key, in printed order. */
  readonly measures: ReadonlyMap<string, readonly MeasureKey[]>;
}

const TEXTS = new WeakMap<Issue, IssueTexts>();

function textsOf(issue: Issue): IssueTexts {
  const known = TEXTS.get(issue);
  if (known) return known;
  const keyOf = new Map(measuresOfIssue(issue).map(({ text }) => [text, compareKey(text)]));
  const groups = groupBy(measuresOfIssue(issue), ({ text }) => keyOf.get(text) ?? text);
  const measures = new Map(Array.from(groups, ([text, group]) => [text, group.map(({ key }) => key)]));
  const texts = { keyOf, measures };
  TEXTS.set(issue, texts);
  return texts;
}

function ownerByTokens(found: readonly [MeasureKey, ...MeasureKey[]], byText: MeasureKey | undefined): OwnKey {
  const [first] = found;
  if (found.every((key) => key === first)) return { kind: 'measure', key: first, by: 'token' };
  const keys = [...new Set(found)];
  return { kind: 'conflict', key: keys.find((key) => key === byText) ?? first, found: keys };
}

/** Whether the keys are in the programme's order, with the rows of each measure together. */
function isOrdered(keys: readonly MeasureKey[], programme: Programme): boolean {
  const location = locationsOf(programme);
  let last = -1;
  for (const key of keys) {
    const at = location.get(key);
    if (at === undefined) continue;
    if (at < last) return false;
    last = at;
  }
  return true;
}

const LOCATIONS = new WeakMap<Programme, ReadonlyMap<MeasureKey, number>>();

/** The index of each measure in printed order, counted from 0. */
export function locationsOf(programme: Programme): ReadonlyMap<MeasureKey, number> {
  const known = LOCATIONS.get(programme);
  if (known) return known;
  const keys = programme.parts.flatMap(({ issues }) => issues.flatMap(measuresOfIssue)).map(({ key }) => key);
  const locations = new Map(keys.map((key, index) => [key, index]));
  LOCATIONS.set(programme, locations);
  return locations;
}

function lastBefore(rows: readonly number[], row: number): number | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}
