import { groupBy } from '../../text/group-by.ts';
import type { MeasureKey } from '../../programme/programme.ts';
import { splitLines } from '../lines.ts';
import { parseMisprintLine } from '../misprint-lines.ts';
import type { YearToken } from '../tokens.ts';
import { textChecksum } from '../version.ts';
import type { Origins } from './origins.ts';
import type { CellReader, Field } from './read-cell.ts';
import type { ReadRow, ReadTable } from './read-table.ts';

type RowToken = YearToken & { readonly kind: 'row' };

/** A row with a measure, before it has a key. */
interface Row {
  readonly read: ReadRow;
  readonly issue: number;
  readonly group: number;
  readonly text: string;
  readonly token: RowToken | undefined;
}

/** A measure in the form of the data file. */
export type RawMeasure = Readonly<Record<string, unknown>>;

/** The measures by issue, then by group, in the order of their rows; and the keys that are no longer in use. */
export interface ReadMeasures {
  readonly groups: ReadonlyMap<number, ReadonlyMap<number, readonly KeyedRow[]>>;
  readonly retired: readonly MeasureKey[];
}

/** A measure's row with its key. */
export interface KeyedRow {
  readonly key: MeasureKey;
  readonly read: ReadRow;
  readonly text: string;
}

/**
 * Gives each measure its key. A row keeps the key in its token; of several rows with the same one, that whose text is as it was
 * written, else the first. A new row, a copy, and a row that was moved into another group get the next ordinal that was never used.
 */
export function readMeasures(table: ReadTable, reader: CellReader): ReadMeasures {
  const rows = table.rows.flatMap((read) => rowOf(read, reader));
  const told = table.rows.flatMap(({ tokens }) => tokens.map(({ key }) => key));
  const given = [...table.keys, ...told, ...table.emptied];
  const [any] = table.rows;
  if (given.length === table.keys.length && any) reader.say({ ...any.at('text') }, { code: 'keys-gone' });
  const owners = ownersOf(rows);
  const nextKey = keysAfter(given);
  const keyed = rows.map((row) => ({ ...row, key: keyOf(row, owners, nextKey, reader) }));
  const used = new Set(keyed.map(({ key }) => key));
  const groups = new Map(
    [...groupBy(keyed, ({ issue }) => issue)].map(([issue, inIssue]) => [
      issue,
      new Map([...groupBy(inIssue, ({ group }) => group)].sort(([one], [other]) => one - other)),
    ]),
  );
  return { groups, retired: [...new Set(given)].filter((key) => !used.has(key)) };
}

/** A measure in the form of the data file; `path` is where it will be. */
export function rawMeasure(
  { key, read, text }: KeyedRow,
  path: string,
  reader: CellReader,
  origins: Origins,
): RawMeasure {
  origins.note(path, read.at('text'));
  const field = (name: string, column = name): Field => {
    origins.note(`${path}.${name}`, read.at(column));
    return read.at(column);
  };
  const lines = (name: string): readonly string[] | undefined => {
    const cell = reader.text(field(name));
    const items = cell === undefined ? [] : splitLines(cell);
    items.forEach((_, index) => origins.note(`${path}.${name}[${index}]`, read.at(name)));
    return items.length === 0 ? undefined : items;
  };
  field('text');
  return {
    key,
    printed: reader.text(field('printed'), { isNumberAllowed: true }),
    text,
    responsible: reader.text(field('responsible')),
    agencies: lines('agencies'),
    asks: reader.text(field('asks')),
    hint: reader.text(field('hint')),
    misprints: lines('misprints')?.flatMap((line) => {
      const misprint = parseMisprintLine(line);
      if (misprint === undefined) reader.say(read.at('misprints'), { code: 'misprint-unreadable', found: line });
      return misprint ?? [];
    }),
  };
}

function rowOf(read: ReadRow, reader: CellReader): readonly Row[] {
  const [token, other] = read.tokens;
  const place = read.at('text');
  const text = reader.text(place) ?? '';
  if (token && other && token.key !== other.key) reader.say(place, { code: 'row-torn', found: text });
  const [issue, group] = (['issue', 'group'] as const).map((column) => {
    const field = read.at(column);
    if (field.content === undefined) reader.say(field, { code: 'cell-empty', label: field.label });
    return reader.number(field);
  });
  if (place.content === undefined) reader.say(place, { code: 'cell-empty', label: place.label });
  return issue === undefined || group === undefined ? [] : [{ read, issue, group, text, token }];
}

/** The row that a key in several rows belongs to. */
function ownersOf(rows: readonly Row[]): ReadonlyMap<MeasureKey, Row> {
  const withToken = rows.filter(({ token }) => token !== undefined);
  return new Map(
    [...groupBy(withToken, ({ token }) => token?.key)].flatMap(([key, same]) =>
      key === undefined ? [] : [[key, same.find(({ text, token }) => token?.text === textChecksum(text)) ?? same[0]]],
    ),
  );
}

/** Gives the keys of a group that were never given, one after the other. */
function keysAfter(given: readonly MeasureKey[]): (issue: number, group: number) => MeasureKey {
  const last = new Map<string, number>();
  for (const key of given) {
    const [, group = '', ordinal = ''] = /^(.*)\.(\d+)$/.exec(key) ?? [];
    last.set(group, Math.max(last.get(group) ?? 0, Number(ordinal)));
  }
  return (issue, group) => {
    const prefix = `${issue}.${group}`;
    const next = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, next);
    // The parser of the data says so where the numbers make no key.
    return `${prefix}.${next}` as MeasureKey;
  };
}

function keyOf(
  row: Row,
  owners: ReadonlyMap<MeasureKey, Row>,
  nextKey: (issue: number, group: number) => MeasureKey,
  reader: CellReader,
): MeasureKey {
  const { token, issue, group, text: found, read } = row;
  const place = read.at('text');
  const owner = token && owners.get(token.key);
  if (token && owner === row && token.key.startsWith(`${issue}.${group}.`)) return token.key;
  const key = nextKey(issue, group);
  if (token === undefined || owner === undefined) reader.say(place, { code: 'measure-new', key, found });
  else if (owner === row) reader.say(place, { code: 'measure-moved-key', key, before: token.key, found });
  else reader.say(place, { code: 'measure-copied', key, original: owner.read.at('text').cell, found });
  return key;
}
