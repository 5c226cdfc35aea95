import { compareKey } from '../../text/compare.ts';
import { yearFields, type YearField } from '../fields.ts';
import { FIRST_COLUMN, HEADING_ROW, SHEETS, YEAR_HEADINGS } from '../sheets.ts';
import type { Origins } from './origins.ts';
import type { CellReader, Field } from './read-cell.ts';
import type { KnownSheet } from './sheet-cells.ts';

/** What the sheet of the year tells: the raw programme without its parts and rules. */
export interface RawYear {
  readonly programme: Readonly<Record<string, unknown>>;
  readonly roster: string | undefined;
}

const BANDS = yearFields();
const FIELDS = BANDS.flatMap(({ fields }) => fields);

/** Reads the sheet of the year. A row without a token goes on with the field above it. */
export function readYearSheet(known: KnownSheet, reader: CellReader, origins: Origins): RawYear {
  const found = findFields(known, reader);
  const values: Record<string, unknown> = {};
  const statuses: { id: string; label: unknown }[] = [];
  // Where a field's row is gone, it is missed under the heading.
  const heading = { sheet: known.sheet.name, cell: { row: HEADING_ROW, column: labelColumn(known) + 1 } };
  for (const field of FIELDS) origins.note(pathOf(field, 0), { ...heading, label: field.label });
  for (const { field, cells } of found) {
    const value = valueOf(field, cells, reader);
    const path = pathOf(field, statuses.length);
    if (cells[0]) origins.note(path, cells[0]);
    if (field.type === 'lines') cells.forEach((cell, index) => origins.note(`${path}[${index}]`, cell));
    const status = statusOf(field);
    if (status === undefined) values[field.id] = value;
    else statuses.push({ id: status, label: value });
  }
  const { id, year, title, organisation, due, roster, cover, introduction, asOf, compiledBy } = values;
  const anchor = found.find(({ field }) => statusOf(field) !== undefined)?.cells[0];
  if (anchor) origins.note('programme.statuses', anchor);
  const letter = rawLetter(values);
  const report = {
    cover,
    heading: values.heading,
    introduction,
    asOf,
    compiledBy,
    ...(letter === undefined ? {} : { letter }),
  };
  return {
    programme: { id, year, title, organisation, due, roster, statuses, report },
    roster: typeof roster === 'string' ? roster : undefined,
  };
}

/** The letter of transmission; undefined where nothing of it is filled in. */
function rawLetter(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const fields = Object.entries(values).flatMap(([id, value]) => {
    const [, name] = /^letter\.(.*)$/.exec(id) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return fields.some(([, value]) => value !== undefined) ? Object.fromEntries(fields) : undefined;
}

/** A field, and its rows: all of a field of lines that are filled in, else the first one even where it is blank. */
interface FoundField {
  readonly field: YearField;
  readonly cells: readonly Field[];
}

function findFields(known: KnownSheet, reader: CellReader): readonly FoundField[] {
  const { sheet, tokens, cells } = known;
  const label = labelColumn(known);
  const rows = [...new Set([...tokens.map(({ cell }) => cell.row), ...cells.map(({ row }) => row)])];
  const words = plannedWords();
  const found = new Map<YearField, { rows: Field[] }>();
  let current: YearField | undefined;
  for (const row of rows.sort((one, other) => one - other)) {
    const inRow = cells.filter((cell) => cell.row === row);
    const text = inRow.find(({ column }) => column === label)?.text ?? '';
    const key = compareKey(text);
    const byToken = tokens.find(({ cell, token }) => cell.row === row && token.kind === 'field')?.token;
    const named =
      FIELDS.find(({ id }) => byToken?.kind === 'field' && id === byToken.field) ??
      FIELDS.find((field) => compareKey(field.label) === key);
    if (named === undefined && words.has(key) && key !== '') current = undefined;
    current = named ?? current;
    const content = inRow.find(({ column }) => column === label + 1);
    const others = inRow.filter((cell) => cell !== content && !words.has(compareKey(cell.text)));
    for (const cell of [
      ...others,
      ...(content && current === undefined && !words.has(compareKey(content.text)) ? [content] : []),
    ])
      reader.say({ sheet: sheet.name, cell, label: '' }, { code: 'text-stray', found: cell.text });
    if (current === undefined) continue;
    const place = { sheet: sheet.name, cell: { row, column: label + 1 }, label: current.label, content };
    const entry = found.get(current) ?? { rows: [] };
    entry.rows.push(place);
    found.set(current, entry);
  }
  return [...found].map(([field, { rows: places }]) => {
    const filled = places.filter(({ content }) => content !== undefined);
    return { field, cells: filled.length > 0 ? filled : places.slice(0, 1) };
  });
}

/** What the sheet itself says: everything else in its columns of words was written by a person. */
function plannedWords(): ReadonlySet<string> {
  const { title, howTo } = SHEETS.year;
  return new Set(
    [
      title,
      howTo.join('\n'),
      ...YEAR_HEADINGS,
      ...BANDS.map(({ band }) => band),
      ...FIELDS.flatMap(({ label, hint }) => [label, hint]),
    ].map(compareKey),
  );
}

/** The column of the fields' names, which may have been moved. */
function labelColumn({ tokens, cells }: KnownSheet): number {
  const token = tokens.find((one) => one.token.kind === 'sheet')?.cell.column;
  const heading = cells.find(({ text }) => compareKey(text) === compareKey(YEAR_HEADINGS[0]))?.column;
  return token ?? heading ?? FIRST_COLUMN;
}

function valueOf(field: YearField, cells: readonly Field[], reader: CellReader): unknown {
  const [first, second] = cells;
  if (first === undefined) return undefined;
  if (field.type === 'lines') {
    const texts = cells.flatMap((cell) => reader.text(cell) ?? []);
    return texts.length === 0 ? undefined : texts;
  }
  if (second?.content) reader.say(second, { code: 'several-values', label: field.label, found: second.content.text });
  if (field.type === 'number') return reader.number(first);
  if (field.type === 'date') return reader.date(first);
  return ['id', 'roster'].includes(field.id) ? reader.name(first) : reader.text(first);
}

function statusOf({ id }: YearField): string | undefined {
  return /^status\.(.*)$/.exec(id)?.[1];
}

/** Where a field is in the raw data. */
function pathOf(field: YearField, statuses: number): string {
  if (statusOf(field) !== undefined) return `programme.statuses[${statuses}].label`;
  const isOfReport = !['id', 'year', 'title', 'organisation', 'due', 'roster'].includes(field.id);
  return `programme.${isOfReport ? 'report.' : ''}${field.id}`;
}
