import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { columnIndex } from '../../../domain/spreadsheet/address.ts';
import type { WorkbookChange } from '../../../usecases/ports/workbook-host.ts';

import type { ChangedRange, KnownSheets } from '../sheets/known-sheets.ts';
import type { Delay, RunExcel } from '../run-excel.ts';

/** Milliseconds without a change before changes are reported. */
const QUIET = 400;

/**
 * Reports changes that this add-in did not make, after a short pause. Each changed range is stale at once, so that
 * nothing overwrites it until its sheet has been read again. New names of sheets are reported before what was read with them is given.
 * @returns a function that stops watching
 */
export async function watchChanges(
  run: RunExcel,
  known: KnownSheets,
  delay: Delay,
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  let pending = new Map<string, boolean>();
  let latest = 0;
  const tell = async (turn: number): Promise<void> => {
    await delay(QUIET);
    if (turn !== latest || pending.size === 0) return;
    const changed = pending;
    pending = new Map();
    const sheets = known.all.filter(({ id }) => changed.has(id)).map(({ name }) => name);
    listener({ sheets, remote: [...changed.values()].includes(true) });
  };
  const handler = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    const range = changedRange(event);
    // Excel names the source from ExcelApi 1.14 on; before, this program's own changes are known by their cells.
    const isAnnounced = event.source !== 'Remote' && known.isOwnChange(range);
    if (event.triggerSource === 'ThisLocalAddin') return Promise.resolve();
    if ((event.triggerSource as string | undefined) === undefined && isAnnounced) return Promise.resolve();
    known.othersChanged(range);
    const remote = event.source === 'Remote';
    pending.set(event.worksheetId, (pending.get(event.worksheetId) ?? false) || remote);
    latest += 1;
    void tell(latest);
    return Promise.resolve();
  };
  const registered = await run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(handler);
    await context.sync();
    return result;
  });
  known.onRenamed = (renamed) => listener({ sheets: [...renamed.values()], remote: false, renamed });
  return async () => {
    known.onRenamed = () => undefined;
    latest += 1;
    pending.clear();
    registered.remove();
    await registered.context.sync();
  };
}

/** The range that a change may have touched: its cells, or the whole sheet if cells moved. */
function changedRange({ worksheetId, address, changeType }: Excel.WorksheetChangedEventArgs): ChangedRange {
  const whole = { sheetId: worksheetId, top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };
  if (changeType !== 'RangeEdited') return whole;
  const corners = address.replaceAll('$', '').split(':').map(corner);
  const [first = corner(''), last = first] = corners;
  return {
    sheetId: worksheetId,
    top: first.row ?? 0,
    left: first.column ?? 0,
    bottom: last.row ?? ROWS - 1,
    right: last.column ?? COLUMNS - 1,
  };
}

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

/** One corner of an address. A missing row or column, as in `A:B` and `2:3`, or an invalid address is undefined. */
function corner(text: string): Corner {
  const [, letters, digits] = /^([A-Z]{1,3})?(\d+)?$/.exec(text) ?? [];
  const column = letters === undefined ? undefined : columnIndex(letters);
  return { row: digits === undefined ? undefined : Number(digits) - 1, column };
}
