import { groupBy } from '../../text/group-by.ts';
import type { Origins } from './origins.ts';
import type { CellReader } from './read-cell.ts';
import { rawMeasure, type ReadMeasures } from './read-measures.ts';
import type { ReadRow } from './read-table.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The parts with their issues, groups and measures in the form of the data file. A part is the rows of issues with its id. */
export function rawParts(
  rows: readonly ReadRow[],
  measures: ReadMeasures,
  reader: CellReader,
  origins: Origins,
): readonly Raw[] {
  const numbers = new Set<number>();
  const byPart = groupBy(rows, (row) => reader.name(row.at('part')) ?? '');
  const parts = [...byPart].map(([id, own], part) => {
    const path = `programme.parts[${part}]`;
    const [first] = own;
    origins.note(`${path}.id`, first.at('part'));
    origins.note(`${path}.title`, first.at('partTitle'));
    return {
      id: id === '' ? undefined : id,
      title: titleOf(id, own, reader),
      issues: own.map((row, issue) => {
        const number = reader.number(row.at('number'));
        if (number !== undefined) numbers.add(number);
        return rawIssue(row, number, measures, `${path}.issues[${issue}]`, { reader, origins });
      }),
    };
  });
  for (const [issue, groups] of measures.groups) {
    if (numbers.has(issue)) continue;
    for (const { read } of [...groups.values()].flat()) {
      reader.say(read.at('issue'), { code: 'issue-unknown', found: read.at('issue').content?.text ?? '' });
    }
  }
  return parts;
}

/** The title of a part: its first one, from which no other row of it may differ. */
function titleOf(part: string, rows: readonly ReadRow[], reader: CellReader): string | undefined {
  const titles = rows.map((row) => ({ field: row.at('partTitle'), text: reader.text(row.at('partTitle')) }));
  const first = titles.find(({ text }) => text !== undefined)?.text;
  for (const { field, text } of titles) {
    if (first !== undefined && text !== undefined && text !== first) {
      reader.say(field, { code: 'part-title-differs', part, found: text, first });
    }
  }
  return first;
}

function rawIssue(
  row: ReadRow,
  number: number | undefined,
  measures: ReadMeasures,
  path: string,
  { reader, origins }: { readonly reader: CellReader; readonly origins: Origins },
): Raw {
  const groups = [...((number === undefined ? undefined : measures.groups.get(number)) ?? [])];
  for (const [name, column] of Object.entries(ISSUE_FIELDS)) origins.note(`${path}.${name}`, row.at(column));
  return {
    number,
    title: reader.text(row.at('title')),
    sheetName: reader.text(row.at('sheetName')),
    indicator: { id: reader.name(row.at('indicator')), title: reader.text(row.at('indicatorTitle')) },
    groups: groups.map(([group, keyed], index) => {
      const at = `${path}.groups[${index}]`;
      const [first] = keyed;
      if (first) origins.note(`${at}.number`, first.read.at('group'));
      return {
        number: group,
        measures: keyed.map((one, measure) => rawMeasure(one, `${at}.measures[${measure}]`, reader, origins)),
      };
    }),
  };
}

/** Columns of the fields of an issue; what is amiss with its groups as a whole is told at its number. */
const ISSUE_FIELDS = {
  number: 'number',
  title: 'title',
  sheetName: 'sheetName',
  'indicator.id': 'indicator',
  'indicator.title': 'indicatorTitle',
  groups: 'number',
};
