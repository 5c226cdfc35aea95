import { hasUnit } from './counts.ts';
import type { DigitRules } from './digit-profile.ts';
import type { Span } from './edits.ts';

/** The number of a generation: `4.0`. */
const GENERATION = /^[1-9]\.0$/;
/** A Latin word before one or two blanks. */
const NAME = /(?:^|[^A-Za-z])([A-Za-z]{2,})[ \u00a0]{1,2}$/;
/** Words of statistics and measurement, whose numbers are values. */
const MEASURED = /^(?:mean|average|avg|median|mode|min|max|score|rate|ratio|index|total|grade|level|gpax?|sd|ph)$/i;
/** Words of measurement before a name: `คะแนน ITA 9.0`. */
const MEASURE = /(?:คะแนน|ค่า|เฉลี่ย|ร้อยละ|เกรด|ระดับ|อัตรา|สัดส่วน|ปริมาณ|จำนวน)/;
/** Characters before the number that are examined. */
const LOOKBEHIND = 40;

/**
 * Whether a number is the generation of a named policy, system or standard: `Smart City 2.0`, `PMQA 4.0`. A number with a unit, after a
 * word of measurement or of an article is not.
 */
export function isNamedVersion(text: string, { start, end }: Span, rules: DigitRules): boolean {
  if (end - start !== 3 || !GENERATION.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - LOOKBEHIND), start);
  const name = NAME.exec(before)?.[1];
  if (name === undefined || !/[A-Z]/.test(name) || MEASURED.test(name) || MEASURE.test(before)) return false;
  return !rules.articleWords.precedes(text, start) && !hasUnit(text, end, rules.countWords);
}
