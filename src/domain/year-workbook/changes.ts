import {
  measuresOf,
  type Measure,
  type MeasureKey,
  type PlacedMeasure,
  type Programme,
} from '../programme/programme.ts';
import { agenciesOfAllYears, type Agency } from '../programme/roster.ts';
import type { YearData } from '../programme/year-data.ts';
import { groupBy } from '../text/group-by.ts';
import { sameTextKey } from '../text/compare.ts';
import { agencyRows, classRows, issueRows, measureRows, type TableRow } from './plan/data-rows.ts';
import { ruleRows } from './plan/rule-rows.ts';
import { fieldTexts } from './plan/year-sheet.ts';
import { yearFields } from './fields.ts';
import { TABLES, type TableId } from './sheets.ts';

/** A difference between two editions of a year's data. */
export type YearChange =
  | { readonly code: 'measure-added'; readonly key: MeasureKey; readonly text: string }
  | { readonly code: 'measure-gone'; readonly key: MeasureKey; readonly text: string }
  | { readonly code: 'measure-reworded'; readonly key: MeasureKey; readonly before: string; readonly after: string }
  /** To another place in its group; `before` and `key` differ where it was moved to another group. */
  | { readonly code: 'measure-moved'; readonly key: MeasureKey; readonly before: MeasureKey; readonly text: string }
  | { readonly code: 'agency-added'; readonly agency: string; readonly name: string }
  | { readonly code: 'agency-gone'; readonly agency: string; readonly name: string }
  | { readonly code: 'agency-renamed'; readonly agency: string; readonly before: string; readonly after: string }
  | { readonly code: 'agency-moved'; readonly agency: string; readonly name: string }
  /** Another value of a field; empty where there is none. `of` is the measure, agency, issue, class or rule; empty for the year itself. */
  | {
      readonly code: 'value-changed';
      readonly of: string;
      readonly label: string;
      readonly before: string;
      readonly after: string;
    };

/** What changed from one edition of a year's data to another, in the order of the workbook's sheets. */
export function changesBetween(before: YearData, after: YearData): readonly YearChange[] {
  return [
    ...yearChanges(before.programme, after.programme),
    ...tableChanges('issues', 'number', issueRows(before.programme), issueRows(after.programme)),
    ...measureChanges(before, after),
    ...agencyChanges(before, after),
    ...tableChanges('classes', 'id', classRows(before.roster.classes), classRows(after.roster.classes)),
    ...tableChanges('rules', 'rule', settingRows(before.programme), settingRows(after.programme)),
  ];
}

function yearChanges(before: Programme, after: Programme): readonly YearChange[] {
  const [old, now] = [fieldTexts(before), fieldTexts(after)];
  return yearFields().flatMap(({ fields }) =>
    fields.flatMap(({ id, label }) =>
      changed('', label, (old.get(id) ?? []).join('\n'), (now.get(id) ?? []).join('\n')),
    ),
  );
}

function measureChanges(before: YearData, after: YearData): readonly YearChange[] {
  const [old, now] = [byKey(before.programme), byKey(after.programme)];
  const rows = { old: rowsByKey(before), now: rowsByKey(after) };
  const gone = [...old.values()].filter(({ measure }) => !now.has(measure.key));
  const moved = movedWithin(before.programme, after.programme);
  const followed = new Map<MeasureKey, Measure>();
  const found = [...now.values()].flatMap(({ measure: { key, text } }): readonly YearChange[] => {
    const own = old.get(key)?.measure;
    const origin =
      own ??
      gone.find(({ measure }) => !followed.has(measure.key) && sameTextKey(measure.text) === sameTextKey(text))
        ?.measure;
    if (origin === undefined) return [{ code: 'measure-added', key, text }];
    followed.set(origin.key, origin);
    return [
      ...(origin.key !== key || moved.has(key)
        ? [{ code: 'measure-moved', key, before: origin.key, text } as const]
        : []),
      ...(origin.text === text ? [] : [{ code: 'measure-reworded', key, before: origin.text, after: text } as const]),
      ...rowChanges('measures', key, rows.old.get(origin.key), rows.now.get(key), ['issue', 'group', 'text']),
    ];
  });
  const lost = gone.filter(({ measure }) => !followed.has(measure.key));
  return [...found, ...lost.map(({ measure: { key, text } }): YearChange => ({ code: 'measure-gone', key, text }))];
}

/** The measures whose place among those of their group that both editions have is another one: as few as can be. */
function movedWithin(before: Programme, after: Programme): ReadonlySet<MeasureKey> {
  const ranks = new Map([...byKey(before).keys()].map((key, rank) => [key, rank]));
  const groups = groupBy(
    [...byKey(after).keys()].filter((key) => ranks.has(key)),
    (key) => key.replace(/\.\d+$/, ''),
  );
  return new Set([...groups.values()].flatMap((keys) => outOfOrder(keys, (key) => ranks.get(key) ?? 0)));
}

/** The fewest items without which the others are in order. */
function outOfOrder<Item>(items: readonly Item[], rankOf: (item: Item) => number): readonly Item[] {
  // For each item the longest run of rising ranks that ends with it.
  const runs: (readonly Item[])[] = [];
  for (const item of items) {
    const before = runs.filter((run) => rankOf(run.at(-1) ?? item) < rankOf(item));
    runs.push([...longest(before), item]);
  }
  const kept = new Set(longest(runs));
  return items.filter((item) => !kept.has(item));
}

function longest<Item>(runs: readonly (readonly Item[])[]): readonly Item[] {
  return runs.reduce<readonly Item[]>((best, run) => (run.length > best.length ? run : best), []);
}

function agencyChanges(before: YearData, after: YearData): readonly YearChange[] {
  const [old, now] = [agenciesOf(before), agenciesOf(after)];
  const kept = [...now.keys()].filter((code) => old.has(code));
  const ranks = new Map([...old.keys()].map((code, rank) => [code, rank]));
  const moved = new Set(outOfOrder(kept, (code) => ranks.get(code) ?? 0));
  const found = [...now].flatMap(([agency, { agency: one, row }]): readonly YearChange[] => {
    const was = old.get(agency);
    if (was === undefined) return [{ code: 'agency-added', agency, name: one.name }];
    return [
      ...(was.agency.name === one.name
        ? []
        : [{ code: 'agency-renamed', agency, before: was.agency.name, after: one.name } as const]),
      ...(moved.has(agency) ? [{ code: 'agency-moved', agency, name: one.name } as const] : []),
      ...rowChanges('agencies', `${agency} ${one.name}`, was.row, row, ['code', 'name']),
    ];
  });
  const gone = [...old].filter(([code]) => !now.has(code));
  return [
    ...found,
    ...gone.map(
      ([
        agency,
        {
          agency: { name },
        },
      ]): YearChange => ({ code: 'agency-gone', agency, name }),
    ),
  ];
}

/** Changes of a table whose rows are known by one of their columns; a row that is new or gone changes all its values. */
function tableChanges(
  id: TableId,
  column: string,
  before: readonly TableRow[],
  after: readonly TableRow[],
): readonly YearChange[] {
  const named = (rows: readonly TableRow[]): ReadonlyMap<string, TableRow> =>
    new Map(rows.map((row) => [`${row.values[column] ?? ''} ${row.values.parameter ?? ''}`.trim(), row]));
  const [old, now] = [named(before), named(after)];
  const label = TABLES[id].find((one) => one.id === column)?.heading ?? '';
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
    rowChanges(id, `${label} ${name}`, old.get(name), now.get(name), [column]),
  );
}

function rowChanges(
  id: TableId,
  of: string,
  before: TableRow | undefined,
  after: TableRow | undefined,
  except: readonly string[],
): readonly YearChange[] {
  return TABLES[id]
    .filter(({ id: column, isShown }) => !isShown && !except.includes(column))
    .flatMap(({ id: column, heading }) =>
      changed(of, heading, before?.values[column] ?? '', after?.values[column] ?? ''),
    );
}

function changed(of: string, label: string, before: string, after: string): readonly YearChange[] {
  return before === after ? [] : [{ code: 'value-changed', of, label, before, after }];
}

function byKey(programme: Programme): ReadonlyMap<MeasureKey, PlacedMeasure> {
  return new Map(measuresOf(programme).map((placed) => [placed.measure.key, placed]));
}

function rowsByKey(data: YearData): ReadonlyMap<MeasureKey, TableRow> {
  const rows = measureRows(data);
  return new Map(
    measuresOf(data.programme).flatMap(({ measure }, index) => (rows[index] ? [[measure.key, rows[index]]] : [])),
  );
}

function agenciesOf({ roster }: YearData): ReadonlyMap<string, { readonly agency: Agency; readonly row: TableRow }> {
  const all = agenciesOfAllYears(roster);
  const rows = agencyRows(all);
  return new Map(all.flatMap((agency, index) => (rows[index] ? [[agency.code, { agency, row: rows[index] }]] : [])));
}

/** The rules that are set, without what is usual. */
function settingRows({ rules = {} }: Programme): readonly TableRow[] {
  return ruleRows(rules, [], new Map()).rows;
}
