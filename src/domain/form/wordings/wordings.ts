import { FORM_1 } from './form-1.ts';
import { FORM_2 } from './form-2.ts';
import type { FormWording } from './form-wording.ts';

/** The words of new workbooks. */
export const CURRENT_FORM = FORM_2;

/** The words of every version that was ever sent, the oldest first. */
export const FORM_WORDINGS: readonly FormWording[] = [FORM_1, FORM_2];

/**
 * The words that a workbook may show: those of the version that it names, or all if it names no version or an unknown one.
 * @param version as the workbook spells it; undefined or empty if it names none
 */
export function wordingsOf(
  version: string | undefined,
  wordings: readonly FormWording[] = FORM_WORDINGS,
): readonly FormWording[] {
  const named = wordings.filter((wording) => String(wording.version) === version);
  return named.length > 0 ? named : wordings;
}

/** Whether a workbook names a version of the form that this program does not know. */
export function isUnknownVersion(
  version: string | undefined,
  wordings: readonly FormWording[] = FORM_WORDINGS,
): boolean {
  return version !== undefined && version !== '' && !wordings.some((one) => String(one.version) === version);
}
