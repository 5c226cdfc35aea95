import { issuesOfAgency } from '../../programme/assignment.ts';
import type { ContactField } from '../../submissions/submission.ts';
import { submissionRule } from './rule.ts';

const FIELDS: readonly ContactField[] = ['name', 'phone', 'email'];

/** A field of the contact person is empty. Files without a cover sheet are exempt. */
export const contactMissing = submissionRule({
  code: 'contact-missing',
  severity: 'should',
  facts: [],
  /** Required fields of the cover: `name`, `phone`, `email`. */
  parameters: { fields: ['name', 'phone'] },
  *find({ agency, issues, contacts }, { parameters: { fields }, programme }) {
    const isWhole = issuesOfAgency(programme, agency).every(({ issue }) => issues.includes(issue.number));
    if (!isWhole) return;
    for (const contact of FIELDS) {
      const isThere = contacts.some(({ source }) => source.contact === contact);
      if (fields.includes(contact) && !isThere) yield { contact, field: 'contact', facts: {} };
    }
  },
});
