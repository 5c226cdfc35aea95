import { MAX_SHEET_NAME } from './limits.ts';

/** Why Excel refuses `name` as a sheet's name; undefined if it accepts it. */
export function sheetNameProblem(name: string): 'empty' | 'too-long' | 'bad-character' | 'quote-at-end' | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > MAX_SHEET_NAME) return 'too-long';
  if (/[\\/?*[\]:]/.test(name)) return 'bad-character';
  if (name.startsWith("'") || name.endsWith("'")) return 'quote-at-end';
  return undefined;
}

/** Whether Excel treats two sheet names as equal: it ignores case. */
export function isSameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
