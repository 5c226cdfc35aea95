import type { MeasureKey } from '../programme/programme.ts';
import type { EntryField } from '../diagnostics/problem.ts';
import type { ContactField, Entry, SourcedText, Submission } from './submission.ts';

/** A text of an agency and the field that it fills. */
export interface LocatedText extends SourcedText {
  readonly field: EntryField;
  /** Absent for a contact. */
  readonly measure?: MeasureKey;
  /** Which field of the cover a contact fills. */
  readonly contact?: ContactField;
}

const CONTACT_FIELDS: readonly ContactField[] = ['name', 'phone', 'email'];

/** Every text of an entry: status, then results, dates, evidence and notes, in order. */
export function textsOfEntry(entry: Entry): readonly LocatedText[] {
  const lists: readonly (readonly [EntryField, readonly SourcedText[]])[] = [
    ['status', entry.status ? [entry.status] : []],
    ['result', entry.paragraphs],
    ['date', entry.dates],
    ['evidence', entry.evidence],
    ['note', entry.notes],
  ];
  return lists.flatMap(([field, texts]) =>
    texts.map(({ text, sheet, cell }) => ({ field, measure: entry.measure, text, sheet, cell })),
  );
}

/** The contact fields of a submission's cover. */
export function textsOfContact({ contact }: Submission): readonly LocatedText[] {
  return CONTACT_FIELDS.flatMap((field) => {
    const found = contact[field];
    return found ? [{ ...found, field: 'contact' as const, contact: field }] : [];
  });
}

/** Every text of a submission. */
export function textsOfSubmission(submission: Submission): readonly LocatedText[] {
  return [...textsOfContact(submission), ...submission.entries.flatMap(textsOfEntry)];
}
