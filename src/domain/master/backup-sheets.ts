import { isSameSheetName } from '../spreadsheet/sheet-name.ts';
import type { SheetContent } from '../spreadsheet/content.ts';

/**
 * A sheet that another one took the place of is kept in the workbook, hidden and under a name by which it is known: nothing else
 * remembers it, so that it can still be brought back when the file was saved, closed and opened again.
 */
const MARK = 'เดิม · ';

/** What Excel allows, in UTF-16 units. */
const MAX_NAME = 31;

const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** What is seen of a sheet without opening it. */
export type SheetState = Pick<SheetContent, 'name' | 'state'>;

/** The name under which a sheet is kept. One that would be too long is cut, and a checksum of the whole of it tells it from others. */
export function backupName(name: string): string {
  const whole = MARK + name;
  if (whole.length <= MAX_NAME) return whole;
  const end = `…${checksum(name)}`;
  let start = MARK;
  for (const { segment } of GRAPHEMES.segment(name)) {
    if (start.length + segment.length + end.length > MAX_NAME) break;
    start += segment;
  }
  return start + end;
}

/** Which of these names a sheet is kept of, by its own name; undefined where it is none of them. The inverse of {@link backupName}. */
export function originalName(kept: string, names: readonly string[]): string | undefined {
  return names.find((name) => isSameSheetName(backupName(name), kept));
}

/** The names of which a sheet is kept. */
export function backupsOf(sheets: readonly SheetState[], names: readonly string[]): readonly string[] {
  return names.filter((name) => sheets.some((sheet) => isSameSheetName(sheet.name, backupName(name))));
}

/** Whether a sheet is kept, whatever the name is of which it is. One that a person shows again is theirs to work with. */
export function isBackup({ name, state }: SheetState): boolean {
  return state !== 'visible' && name.startsWith(MARK);
}

/** A sheet as it looks while it is kept. One that was hidden before is hidden deeper, so that it is known how it comes back. */
export function asBackup({ name, state }: SheetState): SheetState {
  return { name: backupName(name), state: state === 'visible' ? 'hidden' : 'veryHidden' };
}

/**
 * Sheets after those of some names and those kept of them have changed places, in the same order; as they were where none is kept.
 * A sheet without a counterpart goes the same way: shown where it was kept, and kept where it stood alone. So doing it twice changes
 * nothing, unless nothing was left to take the place of what was kept.
 */
export function swapBackups(sheets: readonly SheetState[], names: readonly string[]): readonly SheetState[] {
  if (backupsOf(sheets, names).length === 0) return sheets;
  return sheets.map((sheet) => {
    const name = originalName(sheet.name, names);
    if (name !== undefined) return { name, state: sheet.state === 'veryHidden' ? 'hidden' : 'visible' };
    return names.some((one) => isSameSheetName(one, sheet.name)) ? asBackup(sheet) : sheet;
  });
}

/** Four letters or digits for a name without regard to case: FNV-1a (32 bits), of which base 36 keeps the last four places. */
function checksum(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name.toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36).slice(-4).padStart(4, '0');
}
