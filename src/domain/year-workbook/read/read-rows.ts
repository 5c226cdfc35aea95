import { splitLines } from '../lines.ts';
import { RULE_STATES, EMPTY_LIST } from '../sheets.ts';
import type { Origins } from './origins.ts';
import type { CellReader, Field } from './read-cell.ts';
import type { ReadRow } from './read-table.ts';
import { groupBy } from '../../text/group-by.ts';
import type { RuleParameter, RuleSettings } from '../../programme/rule-settings.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What kind of value a column holds; `names` are identifiers or addresses, a line each. */
type Kind = 'text' | 'name' | 'address' | 'number' | 'date' | 'lines' | 'names' | 'code';

const AGENCY: Readonly<Record<string, Kind>> = {
  code: 'code',
  kind: 'name',
  name: 'text',
  aliases: 'lines',
  sharedWith: 'names',
  contact: 'text',
  email: 'address',
  phone: 'text',
  due: 'date',
  from: 'number',
  until: 'number',
};

const CLASS: Readonly<Record<string, Kind>> = {
  id: 'name',
  kinds: 'names',
  label: 'text',
  partLabel: 'text',
  names: 'lines',
  selfReference: 'lines',
};

/** The agencies in the form of the data file. A code that Excel took for a number gets the zeros before it back, and a problem says so. */
export function rawAgencies(rows: readonly ReadRow[], reader: CellReader, origins: Origins): readonly Raw[] {
  const digits = Math.max(
    0,
    ...rows
      .map((row) => row.at('code').content)
      .flatMap((cell) => (cell?.kind === 'text' ? [cell.text.trim().length] : [])),
  );
  const code = (field: Field): string | undefined => codeOf(field, digits, reader);
  return rows.map((row, index) => rawRow(AGENCY, row, `roster.agencies[${index}]`, { reader, origins, code }));
}

/** The classes of agencies in the form of the data file. */
export function rawClasses(rows: readonly ReadRow[], reader: CellReader, origins: Origins): readonly Raw[] {
  const raw = rows.map((row, index) => rawRow(CLASS, row, `roster.classes[${index}]`, { reader, origins }));
  return raw.map(({ kinds, ...rest }) => ({
    ...rest,
    kinds: Array.isArray(kinds) && kinds.length === 1 && kinds[0] === '*' ? '*' : kinds,
  }));
}

interface Reading {
  readonly reader: CellReader;
  readonly origins: Origins;
  readonly code?: (field: Field) => string | undefined;
}

function rawRow(kinds: Readonly<Record<string, Kind>>, row: ReadRow, path: string, reading: Reading): Raw {
  const { origins } = reading;
  const fields = Object.entries(kinds).map(([name, kind]) => {
    const field = row.at(name);
    origins.note(`${path}.${name}`, field);
    const value = read(kind, field, reading);
    if (Array.isArray(value)) value.forEach((_, index) => origins.note(`${path}.${name}[${index}]`, field));
    return [name, value] as const;
  });
  return Object.fromEntries(fields);
}

function read(kind: Kind, field: Field, { reader, code }: Reading): unknown {
  switch (kind) {
    case 'text':
      return reader.text(field);
    case 'name':
      return reader.name(field);
    case 'address':
      return reader.text(field)?.trim();
    case 'number':
      return reader.number(field);
    case 'date':
      return reader.date(field);
    case 'code':
      return code?.(field);
    case 'names':
    case 'lines': {
      const items = splitLines(reader.text(field) ?? '');
      return items.length === 0 ? undefined : items;
    }
  }
}

/** The code of an agency; a number with fewer digits than the other codes had zeros before it. */
function codeOf(field: Field, digits: number, reader: CellReader): string | undefined {
  const found = reader.name(field);
  if (found === undefined || field.content?.kind !== 'number') return found;
  const understood = found.padStart(digits, '0');
  if (understood !== found) reader.say(field, { code: 'code-padded', found, understood });
  return understood;
}

/** The settings of rules in the form of the data file. A rule with parameters has a row for each; the state stands in one of them. */
export function rawRules(
  rows: readonly ReadRow[],
  isList: (rule: string, parameter: string) => boolean,
  { reader, origins }: Reading,
): RuleSettings {
  const named = groupBy(rows, (row) => reader.name(row.at('rule')) ?? '');
  const settings = [...named].flatMap(([rule, own]): readonly (readonly [string, RuleSettings[string]])[] => {
    const [first] = own;
    const path = `programme.rules.${rule}`;
    origins.note(path, first.at('rule'));
    const values = own.flatMap((row) => parameterOf(rule, row, path, { isList, reader, origins }));
    const state = own.flatMap((row) => stateOf(row.at('state'), reader));
    if (rule === '' && values.length + state.length > 0) {
      reader.say(first.at('rule'), { code: 'cell-empty', label: first.at('rule').label });
    }
    if (new Set(values.map(([name]) => name)).size < values.length || state.length > 1) {
      reader.say(first.at('rule'), { code: 'rule-twice', rule });
    }
    if (state[0] === false && values.length > 0) reader.say(first.at('rule'), { code: 'rule-off-with-values', rule });
    if (rule === '') return [];
    if (values.length > 0) return [[rule, Object.fromEntries(values)]];
    return state[0] === undefined ? [] : [[rule, state[0]]];
  });
  return Object.fromEntries(settings);
}

function parameterOf(
  rule: string,
  row: ReadRow,
  path: string,
  { isList, reader, origins }: Reading & { readonly isList: (rule: string, parameter: string) => boolean },
): readonly (readonly [string, RuleParameter])[] {
  const field = row.at('value');
  const name = reader.name(row.at('parameter'));
  const text = reader.text(field, { isNumberAllowed: true });
  if (text === undefined) return [];
  if (name === undefined) {
    reader.say(row.at('parameter'), { code: 'cell-empty', label: row.at('parameter').label });
    return [];
  }
  origins.note(`${path}.${name}`, field);
  const number = isList(rule, name) ? undefined : plainNumber(text);
  return [[name, number ?? (text.trim() === EMPTY_LIST ? [] : splitLines(text))]];
}

function plainNumber(text: string): number | undefined {
  return /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

function stateOf(field: Field, reader: CellReader): readonly boolean[] {
  const text = reader.name(field);
  if (text === undefined) return [];
  if (text === RULE_STATES.on) return [true];
  if (text === RULE_STATES.off) return [false];
  reader.say(field, { code: 'rule-state-unknown', found: text });
  return [];
}
