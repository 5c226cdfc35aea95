import { textOf, type Severity } from '../diagnostics/problem.ts';
import { isFinding, severityOfRemark, type Remark } from '../checks/remark.ts';
import { collapse } from '../text/compare.ts';
import { maskPersonalData } from '../text/personal-data.ts';
import { describeFinding } from './describe-finding.ts';
import type { AgencyNames } from './facts.ts';
import { describeProblem, wordsOf, type Message } from './message.ts';
import { formatDigits } from './format-values.ts';
import type { Language } from './words.ts';

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ['must', 'should', 'may'];

/** Graphemes of a text that are shown. */
const EXCERPT = 120;

/** What a remark says. */
export function describeRemark(remark: Remark, language: Language, names: AgencyNames): Message {
  return isFinding(remark) ? describeFinding(remark, language) : describeProblem(remark, language, names);
}

/** What stands there, on one line and without numbers and addresses of persons. */
export function foundIn(remark: Remark): string {
  return isFinding(remark) ? remark.found : excerpt(maskPersonalData(textOf(remark)));
}

/** What a fix puts there; empty where there is none. */
export function suggestedFor(remark: Remark): string {
  return isFinding(remark) && remark.fix !== undefined ? (remark.suggestion ?? '') : '';
}

/** `ต้องแก้ไข ๓, แจ้งให้ทราบ ๑`: remarks counted by severity; empty where there is none. */
export function countSeverities(remarks: readonly Remark[], language: Language): string {
  const { severities } = wordsOf(language);
  return SEVERITIES.map((severity) => ({
    severity,
    count: remarks.filter((remark) => severityOfRemark(remark) === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${severities[severity]} ${formatDigits(count, language)}`)
    .join(', ');
}

/** The beginning of a text on one line. */
export function excerpt(text: string): string {
  const graphemes = Array.from(new Intl.Segmenter('th').segment(collapse(text)), ({ segment }) => segment);
  return graphemes.length > EXCERPT ? `${graphemes.slice(0, EXCERPT).join('')}…` : graphemes.join('');
}
