import type { RuleCode } from '../checks/rules/registry.ts';
import type { ContactField } from '../submissions/submission.ts';
import type { Template } from './words.ts';

/**
 * The words of what rules find; a record by code cannot leave one out. Beside the rule's own facts a template may ask for
 * `{measure}`, `{field}` and `{contact}`.
 */
export interface FindingWords {
  readonly findings: Readonly<Record<RuleCode, Template>>;
  readonly contacts: Readonly<Record<ContactField, string>>;
}
