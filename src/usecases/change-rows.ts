import type { RowChange, RowTexts } from '../domain/master/merge/row-changes.ts';
import type { CellPatch } from '../domain/spreadsheet/content.ts';
import { HostFault, type LiveWorkbook } from './ports/workbook-host.ts';

/** A live workbook, as far as changing rows goes. */
type Rows = Pick<LiveWorkbook, 'read' | 'write' | 'insertRows' | 'deleteRows'>;

/**
 * Carries out changes of rows, in their order: all of them or none. False, and nothing is changed, where a row does not hold what
 * it held when they were planned.
 * @throws {HostFault}
 */
export async function changeRows(live: Rows, changes: readonly RowChange[]): Promise<boolean> {
  if (!(await isAsPlanned(live, changes))) return false;
  const done: RowChange[] = [];
  try {
    for (const change of changes) {
      await changeThese(live, change);
      done.push(change);
    }
  } catch (error) {
    for (const change of inverseOf(done)) await changeThese(live, change);
    throw error;
  }
  return true;
}

/** The changes that take changes back. */
export function inverseOf(changes: readonly RowChange[]): readonly RowChange[] {
  return changes.map(({ before, after, ...place }) => ({ ...place, before: after, after: before })).reverse();
}

async function isAsPlanned(live: Rows, changes: readonly RowChange[]): Promise<boolean> {
  const { sheets } = await live.read([...new Set(changes.map(({ sheet }) => sheet))], 'texts');
  return changes.every(({ sheet, row, before }, index) => {
    // Where a change above comes first, as on the way back, its rows are not yet as they will be.
    const moved = changes
      .slice(0, index)
      .filter((other) => other.row < row)
      .reduce((total, other) => total + other.before.length - other.after.length, 0);
    const cells = sheets.find(({ name }) => name === sheet)?.cells ?? [];
    return before.every((texts, at) => {
      const own = cells.filter((cell) => cell.row === row + moved + at);
      return own.length === texts.size && own.every(({ column, text }) => texts.get(column) === text);
    });
  });
}

async function changeThese(live: Rows, { sheet, row, before, after }: RowChange): Promise<void> {
  const more = after.length - before.length;
  const added = { sheet, row: row + before.length, count: more };
  if (more > 0) await live.insertRows(added);
  try {
    const patches = patchesOf({ sheet, row, before, after });
    const [skipped] = patches.length === 0 ? [] : await live.write(patches);
    if (skipped) throw new HostFault('failed', skipped.reason);
  } catch (error) {
    // Empty rows that nobody asked for must not stay.
    if (more > 0) await live.deleteRows(added);
    throw error;
  }
  if (more < 0) await live.deleteRows({ sheet, row: row + after.length, count: -more });
}

function patchesOf({ sheet, row, before, after }: RowChange): readonly CellPatch[] {
  return after.flatMap((texts, index) => {
    const was: RowTexts = before[index] ?? new Map();
    const columns = [...new Set([...was.keys(), ...texts.keys()])];
    return columns
      .filter((column) => was.get(column) !== texts.get(column))
      .map((column) => ({ sheet, row: row + index, column, text: texts.get(column) ?? '' }));
  });
}
