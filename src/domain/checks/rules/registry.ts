import { agencyMisspelt } from './agency-misspelt.ts';
import { amLost } from './am-lost.ts';
import { answerMissing } from './answer-missing.ts';
import { contactMissing } from './contact-missing.ts';
import { dateImpossible } from './date-impossible.ts';
import { dateOutsideYear } from './date-outside-year.ts';
import { dateUnreadable } from './date-unreadable.ts';
import { digitsArabic } from './digits-arabic.ts';
import { digitsInAscii } from './digits-in-ascii.ts';
import { digitsMixed } from './digits-mixed.ts';
import { eventOutsideYear } from './event-outside-year.ts';
import { evidenceHollow } from './evidence-hollow.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { letterIncomplete } from './letter-incomplete.ts';
import { linkMalformed } from './link-malformed.ts';
import { linkNeedsAccount } from './link-needs-account.ts';
import { linkNotHttps } from './link-not-https.ts';
import { linkOwnerOnly } from './link-owner-only.ts';
import { linkPrivate } from './link-private.ts';
import { measureNotResponsible } from './measure-not-responsible.ts';
import { noBreakSpace } from './no-break-space.ts';
import { numberingBroken } from './numbering-broken.ts';
import { paragraphTooTall } from './paragraph-too-tall.ts';
import { pathPrivate } from './path-private.ts';
import { personalEmail } from './personal-email.ts';
import { personalId } from './personal-id.ts';
import { personalPhone } from './personal-phone.ts';
import { privateGlyphs } from './private-glyphs.ts';
import { resultHollow } from './result-hollow.ts';
import { resultMissing } from './result-missing.ts';
import { resultSpilt } from './result-spilt.ts';
import { resultUnexpected } from './result-unexpected.ts';
import type { Rule } from './rule.ts';
import { statusMissing } from './status-missing.ts';
import { sumDiffers } from './sum-differs.ts';
import { textAsFormula } from './text-as-formula.ts';
import { textOfLastYear } from './text-of-last-year.ts';
import { textRepeated } from './text-repeated.ts';
import { textTooLong } from './text-too-long.ts';
import { thaiDoubleE } from './thai-double-e.ts';
import { thaiMarksConflict } from './thai-marks-conflict.ts';
import { thaiMarksDoubled } from './thai-marks-doubled.ts';
import { thaiMarksSwapped } from './thai-marks-swapped.ts';
import { thaiSplitAm } from './thai-split-am.ts';
import { thaiVowelDangling } from './thai-vowel-dangling.ts';
import { yearMixed } from './year-mixed.ts';
import { yearShort } from './year-short.ts';

/** All rules, in the order of findings at one position; repairs are applied in this order. */
export const RULES = [
  answerMissing,
  resultSpilt,
  statusMissing,
  resultMissing,
  resultHollow,
  resultUnexpected,
  evidenceMissing,
  evidenceHollow,
  contactMissing,
  measureNotResponsible,
  textAsFormula,
  textTooLong,
  dateUnreadable,
  dateOutsideYear,
  dateImpossible,
  eventOutsideYear,
  yearMixed,
  yearShort,
  letterIncomplete,
  linkMalformed,
  linkPrivate,
  linkOwnerOnly,
  linkNeedsAccount,
  linkNotHttps,
  pathPrivate,
  privateGlyphs,
  invisibleCharacters,
  noBreakSpace,
  thaiDoubleE,
  thaiSplitAm,
  thaiMarksSwapped,
  thaiMarksDoubled,
  digitsInAscii,
  digitsMixed,
  digitsArabic,
  thaiMarksConflict,
  thaiVowelDangling,
  amLost,
  sumDiffers,
  agencyMisspelt,
  numberingBroken,
  textRepeated,
  textOfLastYear,
  personalId,
  personalPhone,
  personalEmail,
  paragraphTooTall,
] as const satisfies readonly Rule[];

export type RuleCode = (typeof RULES)[number]['code'];
