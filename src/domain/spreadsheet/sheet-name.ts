import { MAX_SHEET_NAME } from './limits.ts';

/** Why Excel would refuse `name` as a sheet's name, or undefined where it takes it. */
export function sheetNameProblem(name: string): 'empty' | 'too-long' | 'bad-character' | 'quote-at-end' | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > MAX_SHEET_NAME) return 'too-long';
  if (/[\\/?*[\]:]/.test(name)) return 'bad-character';
  if (name.startsWith("'") || name.endsWith("'")) return 'quote-at-end';
  return undefined;
}

/** Whether Excel takes two names for that of one sheet: it compares them without case. */
export function isSameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
