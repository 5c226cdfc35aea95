import type { RuleCode } from '../checks/rules/registry.ts';
import type { ContactField } from '../submissions/submission.ts';
import type { Template } from './words.ts';

/** The messages of findings by rule. A template may use its rule's facts and `{measure}`, `{field}` and `{contact}`. */
export interface FindingWords {
  readonly findings: Readonly<Record<RuleCode, Template>>;
  readonly contacts: Readonly<Record<ContactField, string>>;
}
