import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cellName } from '../../src/domain/spreadsheet/address.ts';
import type { CellPlan, WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';

/**
 * Holds a value against tests/golden/NAME.json. With UPDATE_GOLDEN=1 the file is written instead; look at the difference
 * before it is committed. Only values are compared, so the file may be formatted at will.
 */
export function expectGolden(name: string, value: unknown): void {
  const path = join(process.cwd(), 'tests', 'golden', `${name}.json`);
  const plain = JSON.parse(JSON.stringify(value)) as unknown;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, `${JSON.stringify(plain, null, 2)}\n`);
  expect(plain).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}

/** A plan in a form that people can compare: a line for each cell, by its name and format. */
export function readablePlan(plan: WorkbookPlan): unknown {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      rows: Array.from(sheet.rows, ({ cells, ...row }, index) => ({
        ...row,
        ...Object.fromEntries(
          cells.map((cell) => [`${cellName({ row: index, column: cell.column })} ${cell.style}`, readableValue(cell)]),
        ),
      })),
    })),
  };
}

function readableValue({ value, formula, link }: CellPlan): unknown {
  return formula === undefined && link === undefined ? (value ?? null) : { value, formula, link };
}
