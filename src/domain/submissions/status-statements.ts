import { UNFINISHED_STATUSES, type Measure } from '../programme/programme.ts';
import type { Roster } from '../programme/roster.ts';
import type { StatusStatement } from './consolidation.ts';
import { mergeParagraphs, type SubmittedEntry } from './merge-paragraphs.ts';
import type { Entry, SourcedText } from './submission.ts';

/**
 * States who has not finished a measure, by status: agencies that say the same of it are one statement. An agency's notes stand with
 * its status where they are all that it wrote; else its result, which is printed as it is, says why.
 */
export function statusStatements(
  roster: Roster,
  measure: Measure,
  entries: readonly SubmittedEntry[],
): readonly StatusStatement[] {
  return UNFINISHED_STATUSES.flatMap((status) => {
    const stated = entries.flatMap(({ submission, entry }): readonly SubmittedEntry[] =>
      entry.status?.id === status
        ? [{ submission, entry: { ...entry, paragraphs: [statementOf(entry, entry.status)] } }]
        : [],
    );
    return mergeParagraphs(roster, measure, stated).map((paragraph) => ({ ...paragraph, status }));
  });
}

function statementOf({ paragraphs, notes }: Entry, status: SourcedText): SourcedText {
  const { text, sheet, cell } = status;
  const why = paragraphs.length > 0 ? '' : notes.map((note) => note.text).join(' ');
  return { text: why === '' ? text : `${text} (หมายเหตุ: ${why})`, sheet, cell };
}
