import type { CellRange, SheetContent, SheetRule } from '../../../domain/spreadsheet/content.ts';
import type { RunExcel } from '../run-excel.ts';
import type { KnownSheets } from '../sheets/known-sheets.ts';

/** Cells of a sheet whose data validation is asked for. */
interface Asked {
  readonly id: string;
  readonly sheet: string;
  readonly area: CellRange;
}

/** An area with its validation; `type` says whether all its cells have the same one. */
type Answered = Asked & Pick<Excel.DataValidation, 'type' | 'rule'>;

/** Areas that one request asks about. */
const AREAS_PER_REQUEST = 4_000;

/** Parts of a column that are asked about where its cells are too many for one request. */
const PARTS = 16;

/**
 * Reads the data validations with formulas from the first to the last filled cell of each sheet. Excel tells the validation of an area only
 * where all its cells have the same one: columns are asked about first, and then the cells of those that have several. All requests are
 * sent as reads.
 * @throws {HostFault}
 */
export async function readRules(
  run: RunExcel,
  known: KnownSheets,
  sheets: readonly SheetContent[],
): Promise<readonly SheetRule[]> {
  const rules: SheetRule[] = [];
  let asked = sheets.flatMap((sheet) => columnsOf(known.named(sheet.name).id, sheet));
  while (asked.length > 0) {
    const mixed: Asked[] = [];
    for (const { type, rule, ...where } of await ofAreas(run, asked)) {
      if (type === 'Inconsistent' || type === 'MixedCriteria') mixed.push(where);
      else rules.push(...formulasOf(rule).map((found) => ({ sheet: where.sheet, cells: [where.area], ...found })));
    }
    const cells = mixed.reduce((sum, { area }) => sum + area.bottom - area.top + 1, 0);
    asked = mixed.flatMap((one) => partsOf(one, cells > AREAS_PER_REQUEST ? PARTS : Infinity));
  }
  return rules;
}

/** The columns from the first to the last filled one, over all filled rows. */
function columnsOf(id: string, { name: sheet, cells }: SheetContent): readonly Asked[] {
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) return [];
  const columns = cells.reduce(
    ({ left, right }, { column }) => ({ left: Math.min(left, column), right: Math.max(right, column) }),
    { left: Infinity, right: 0 },
  );
  return Array.from({ length: columns.right - columns.left + 1 }, (_, index) => {
    const column = columns.left + index;
    return { id, sheet, area: { top: first.row, left: column, bottom: last.row, right: column } };
  });
}

async function ofAreas(run: RunExcel, asked: readonly Asked[]): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  for (let from = 0; from < asked.length; from += AREAS_PER_REQUEST) {
    answers.push(...(await ofSomeAreas(run, asked.slice(from, from + AREAS_PER_REQUEST))));
  }
  return answers;
}

async function ofSomeAreas(run: RunExcel, asked: readonly Asked[]): Promise<readonly Answered[]> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    const sheets = new Map([...new Set(asked.map(({ id }) => id))].map((id) => [id, worksheets.getItem(id)]));
    const queued = asked.flatMap((one) => {
      const { top, left, bottom } = one.area;
      const range = sheets.get(one.id)?.getRangeByIndexes(top, left, bottom - top + 1, 1);
      return range === undefined ? [] : [{ one, range: range.load('dataValidation/type,dataValidation/rule') }];
    });
    await context.sync();
    return queued.map(({ one, range: { dataValidation } }): Answered => {
      const { type, rule } = dataValidation;
      return { ...one, type, rule };
    });
  });
}

/** An area of one column in at most so many parts; a single cell has none. */
function partsOf({ area, ...where }: Asked, most: number): readonly Asked[] {
  const { top, bottom } = area;
  if (top === bottom) return [];
  const rows = Math.ceil((bottom - top + 1) / most) || 1;
  return Array.from({ length: Math.ceil((bottom - top + 1) / rows) }, (_, index) => {
    const first = top + index * rows;
    return { ...where, area: { ...area, top: first, bottom: Math.min(bottom, first + rows - 1) } };
  });
}

/** The formulas of a validation as a file has them: a list of items is a literal text. Excel may give null for a rule. */
function formulasOf(rule: Excel.DataValidationRule | null): readonly Pick<SheetRule, 'isList' | 'formula'>[] {
  const { list, custom } = rule ?? {};
  const source: unknown = list?.source;
  const found = [
    ...(typeof source === 'string' ? [{ isList: true, formula: source }] : []),
    ...(custom === undefined ? [] : [{ isList: false, formula: custom.formula }]),
  ];
  return found.map(({ isList, formula }) => ({
    isList,
    formula: formula.startsWith('=') ? formula.slice(1) : `"${formula.replaceAll('"', '""')}"`,
  }));
}
