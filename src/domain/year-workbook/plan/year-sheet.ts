import { formatToken } from '../../form/identity.ts';
import type { Programme } from '../../programme/programme.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { thaiDigits } from '../../text/digits.ts';
import { yearFields, type YearField } from '../fields.ts';
import { FIRST_COLUMN, HEADING_ROW, HOW_TO_ROW, SHEETS, TITLE_ROW, YEAR_HEADINGS } from '../sheets.ts';
import { formatYearToken } from '../tokens.ts';
import { writtenDate } from '../written-date.ts';
import { howToRow, titleRow } from './heading-rows.ts';

/** Columns of the sheet of the year, between those of its tokens. */
const YEAR_COLUMNS = { label: FIRST_COLUMN, value: FIRST_COLUMN + 1, hint: FIRST_COLUMN + 2 } as const;
const TOKEN_COLUMNS = [0, YEAR_COLUMNS.hint + 1] as const;
const WIDTHS = [34, 90, 52] as const;

/** Empty rows after the texts of a field that takes several. */
const SPARE_LINES = 1;

/**
 * The sheet with what is of the year as a whole: a row for each field, or for each of its lines.
 * @param dataToken what the workbook is written from
 */
export function planYearSheet(programme: Programme, dataToken: string): SheetPlan {
  const { title, howTo, name } = SHEETS.year;
  const bands = yearFields(programme.statuses.map(({ id }) => id));
  const above: readonly RowPlan[] = [
    {
      hidden: true,
      cells: [
        { column: 0, style: 'hidden', value: formatToken({ kind: 'office', reportColumns: 0 }) },
        { column: FIRST_COLUMN, style: 'hidden', value: formatYearToken({ kind: 'sheet', sheet: 'year' }) },
        { column: YEAR_COLUMNS.value, style: 'hidden', value: dataToken },
      ],
    },
    titleRow(title),
    howToRow(
      howTo,
      WIDTHS.reduce<number>((sum, width) => sum + width, 0),
    ),
    {
      cells: YEAR_HEADINGS.map((heading, index) => ({
        column: FIRST_COLUMN + index,
        style: 'heading',
        value: heading,
      })),
    },
  ];
  const values = fieldTexts(programme);
  const rows: RowPlan[] = [...above];
  const bandRows: number[] = [];
  for (const { band, fields } of bands) {
    bandRows.push(rows.length);
    rows.push({
      cells: [0, 1, 2].map((at) => ({
        column: FIRST_COLUMN + at,
        style: 'band',
        ...(at === 0 ? { value: band } : {}),
      })),
    });
    for (const field of fields) rows.push(...fieldRows(field, values.get(field.id) ?? []));
  }
  return {
    name,
    state: 'visible',
    columns: [{ width: 10, hidden: true }, ...WIDTHS.map((width) => ({ width })), { width: 10, hidden: true }],
    rows,
    merges: [TITLE_ROW, HOW_TO_ROW, ...bandRows].map((row) => ({
      top: row,
      bottom: row,
      left: FIRST_COLUMN,
      right: YEAR_COLUMNS.hint,
    })),
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    selected: { row: HEADING_ROW + 2, column: YEAR_COLUMNS.value },
    protection: { allow: ['formatCells', 'formatColumns', 'formatRows', 'insertRows'] },
    validations: [],
    conditionalFormats: [],
    print: {
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      lastColumn: YEAR_COLUMNS.hint,
      header: {},
      footer: { left: headerText(title), right: PAGE_NUMBER },
    },
  };
}

function fieldRows({ id, label, hint, type }: YearField, values: readonly string[]): readonly RowPlan[] {
  const token = formatYearToken({ kind: 'field', field: id });
  const lines = type === 'lines' ? values.length + SPARE_LINES : 1;
  return Array.from({ length: Math.max(lines, 1) }, (_, index): RowPlan => {
    const value = values[index];
    const cells: readonly CellPlan[] = [
      { column: YEAR_COLUMNS.label, style: 'labelStrong', ...(index === 0 ? { value: label } : {}) },
      { column: YEAR_COLUMNS.value, style: 'entry', ...(value === undefined ? {} : { value }) },
      { column: YEAR_COLUMNS.hint, style: 'label', ...(index === 0 && hint !== '' ? { value: hint } : {}) },
    ];
    const tokens = TOKEN_COLUMNS.map((column): CellPlan => ({ column, style: 'hidden', value: token }));
    return { cells: [...tokens.slice(0, 1), ...cells, ...tokens.slice(1)] };
  });
}

/** The texts of each field that has any, a row each, by the ids of the fields. */
export function fieldTexts(programme: Programme): ReadonlyMap<string, readonly string[]> {
  const values = fieldValues(programme);
  const fields = yearFields().flatMap((band) => band.fields);
  return new Map(fields.map((field) => [field.id, textsOf(values[field.id], field)]));
}

function textsOf(value: string | number | readonly string[] | undefined, { type }: YearField): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [thaiDigits(String(value))];
  if (typeof value !== 'string') return value;
  return [type === 'date' ? writtenDate(value) : value];
}

/** The values of the fields, by their ids. */
function fieldValues(programme: Programme): Readonly<Record<string, string | number | readonly string[]>> {
  const { id, year, title, organisation, due, roster, statuses, report } = programme;
  const { letter = {}, ...texts } = report;
  const under = (group: string, values: object): object =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${group}.${name}`, value as unknown]));
  return {
    ...{ id, year, title, organisation, due, roster, ...texts },
    ...under('status', Object.fromEntries(statuses.map(({ id, label }) => [id, label]))),
    ...under('letter', letter),
  };
}
