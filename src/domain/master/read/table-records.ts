import type { CellContent } from '../../spreadsheet/content.ts';
import { groupBy } from '../../text/group-by.ts';
import { TABLE_HEADINGS, type TableHeading } from '../table-headings.ts';

/** A row of the table of all answers: the text under each heading, empty where there is none. */
export type TableRecord = (heading: TableHeading) => string;

/**
 * The rows of the table of all answers that name an agency, wherever people moved its columns and rows; none if the cells are not those of
 * such a table.
 */
export function tableRecords(cells: Iterable<Pick<CellContent, 'row' | 'column' | 'text'>>): readonly TableRecord[] {
  const rows = [...groupBy(cells, ({ row }) => row).values()].map(
    (row) => new Map(row.map(({ column, text }) => [column, text])),
  );
  const first = rows.findIndex((row) => [...row.values()].includes(TABLE_HEADINGS.agency));
  const columnOf = new Map(Array.from(rows[first] ?? [], ([column, heading]) => [heading, column]));
  return rows
    .slice(first + 1)
    .map(
      (row): TableRecord =>
        (heading) =>
          row.get(columnOf.get(TABLE_HEADINGS[heading]) ?? -1) ?? '',
    )
    .filter((record) => record('agency') !== '');
}
