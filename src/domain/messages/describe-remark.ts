import { textOf, type Severity } from '../diagnostics/problem.ts';
import { isFinding, severityOfRemark, type Remark } from '../checks/remark.ts';
import { collapse } from '../text/compare.ts';
import { maskPersonalData } from '../text/personal-data.ts';
import { describeFinding } from './describe-finding.ts';
import type { AgencyNames } from './facts.ts';
import { describeProblem, wordsOf, type Message } from './message.ts';
import { formatDigits } from './format-values.ts';
import type { Language } from './words.ts';

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ['must', 'should', 'may'];

/** Most graphemes of an excerpt. */
const EXCERPT = 120;

/** Describes a problem or finding. */
export function describeRemark(remark: Remark, language: Language, names: AgencyNames): Message {
  return isFinding(remark) ? describeFinding(remark, language) : describeProblem(remark, language, names);
}

/** The text of a remark on one line, with personal data masked. */
export function foundIn(remark: Remark): string {
  return isFinding(remark) ? remark.found : excerpt(maskPersonalData(textOf(remark)));
}

/** The text of a finding's fix; empty if it has none. */
export function suggestedFor(remark: Remark): string {
  return isFinding(remark) && remark.fix !== undefined ? (remark.suggestion ?? '') : '';
}

/** Counts remarks by severity: `ต้องแก้ไข ๓, แจ้งให้ทราบ ๑`; empty if there are none. */
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

/** An excerpt of a text on one line. */
export function excerpt(text: string): string {
  const graphemes = Array.from(new Intl.Segmenter('th').segment(collapse(text)), ({ segment }) => segment);
  return graphemes.length > EXCERPT ? `${graphemes.slice(0, EXCERPT).join('')}…` : graphemes.join('');
}
