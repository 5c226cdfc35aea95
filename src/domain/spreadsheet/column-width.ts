import { advanceOf } from '../text/advance.ts';
import { STANDARD_FONT } from './styles.ts';

/**
 * Excel counts the width of a column in digits of the workbook's standard font. A digit of Laksaman, the relative of TH SarabunPSK
 * that heights are estimated with, is 0.544 em wide. Both fonts have the same proportions, so a line holds as many words in either.
 */
const DIGIT_EM = 0.544;

/**
 * The width of a column in points.
 * @param characters its width as Excel counts it, in digits of the standard font
 */
export function columnPoints(characters: number): number {
  return characters * DIGIT_EM * STANDARD_FONT.size;
}

/**
 * The width of a cell's indent in points.
 * @param steps as Excel counts them: three blanks of the standard font each (ISO 29500-1, 18.8.1)
 */
export function indentPoints(steps: number): number {
  return steps * 3 * advanceOf(0x20) * STANDARD_FONT.size;
}
