import { SEVERITIES, textOf, type Severity } from '../diagnostics/problem.ts';
import { isFinding, severityOfRemark, type Remark } from '../checks/remark.ts';
import { maskPersonalData } from '../text/personal-data.ts';
import { describeFinding } from './describe-finding.ts';
import { excerpt } from './excerpt.ts';
import { describeProblem, wordsOf, type Message, type MessageContext } from './message.ts';
import { formatDigits } from './format-values.ts';
import { fill, type Language } from './words.ts';

/** Describes a problem or finding. */
export function describeRemark(remark: Remark, language: Language, context: MessageContext = {}): Message {
  return isFinding(remark)
    ? describeFinding(remark, language, context.programme)
    : describeProblem(remark, language, context);
}

/** The text of a remark on one line, with personal data masked. */
export function foundIn(remark: Remark): string {
  return isFinding(remark) ? remark.found : excerpt(maskPersonalData(textOf(remark)));
}

/** The text of a finding's fix; empty if it has none. */
export function suggestedFor(remark: Remark): string {
  return isFinding(remark) && remark.fix !== undefined ? (remark.suggestion ?? '') : '';
}

/** The severity of a remark in words. A measure without an answer is not filled in yet: nothing in it has to be corrected. */
export function severityInWords(remark: Remark, language: Language): string {
  const { severities, phrases } = wordsOf(language);
  return isUnanswered(remark) ? phrases.notFilled : severities[severityOfRemark(remark)];
}

/** Counts remarks: `ยังไม่ได้กรอก ๔๘ ข้อ, ต้องแก้ไข ๓, แจ้งให้ทราบ ๑`; empty if there are none. */
export function countSeverities(remarks: readonly Remark[], language: Language): string {
  const { severities, phrases } = wordsOf(language);
  const { unanswered, bySeverity } = countsOf(remarks);
  return [
    ...(unanswered > 0 ? [fill(phrases.unanswered, { count: formatDigits(unanswered, language) })] : []),
    ...[...bySeverity].map(([severity, count]) => `${severities[severity]} ${formatDigits(count, language)}`),
  ].join(', ');
}

/** How many remarks there are of each kind. */
export interface RemarkCounts {
  /** Measures without an answer: nothing in them is wrong, so they are not counted among what must be corrected. */
  readonly unanswered: number;
  /** All other remarks, the most severe first; only severities that occur. */
  readonly bySeverity: ReadonlyMap<Severity, number>;
}

/** Counts measures without an answer, and the other remarks by severity. */
export function countsOf(remarks: readonly Remark[]): RemarkCounts {
  const others = remarks.filter((remark) => !isUnanswered(remark));
  const counts = SEVERITIES.map(
    (severity) => [severity, others.filter((remark) => severityOfRemark(remark) === severity).length] as const,
  );
  return { unanswered: remarks.length - others.length, bySeverity: new Map(counts.filter(([, count]) => count > 0)) };
}

function isUnanswered({ code }: Remark): boolean {
  return code === 'answer-missing';
}
