import type { RuleCode } from '../checks/rules/registry.ts';
import type { ContactField } from '../submissions/submission.ts';
import type { Template } from './words.ts';

/** The messages of findings by rule. A template may use its rule's facts and `{measure}`, `{field}` and `{contact}`. */
export interface FindingWords {
  readonly findings: Readonly<Record<RuleCode, Template>>;
  /** What a rule finds in general, in a few words, where its message is long or has facts of one finding. */
  readonly rules: Readonly<Partial<Record<RuleCode, string>>>;
  readonly contacts: Readonly<Record<ContactField, string>>;
}
