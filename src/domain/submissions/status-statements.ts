import { UNFINISHED_STATUSES, type Measure } from '../programme/programme.ts';
import type { Roster } from '../programme/roster.ts';
import type { StatusStatement } from './consolidation.ts';
import type { SubmittedEntry } from './entries-by-measure.ts';
import { mergeParagraphs } from './merge-paragraphs.ts';
import { withParagraphs, type Entry, type SourcedText } from './submission.ts';

/** Most UTF-16 code units of a result that is printed as the reason of a status; a longer one is a paragraph of its own. */
const MAX_REASON = 500;

/**
 * States who has not finished a measure, by status: agencies that say the same of it are one statement. What an agency wrote as the
 * result of a measure that it has not begun, or has nothing to do with, is the reason, and stands with the status; else its notes do,
 * where they are all that it wrote.
 */
export function statusStatements(
  roster: Roster,
  measure: Measure,
  entries: readonly SubmittedEntry[],
): readonly StatusStatement[] {
  return UNFINISHED_STATUSES.flatMap((status) => {
    const stated = entries.flatMap(({ submission, entry }): readonly SubmittedEntry[] =>
      entry.status?.id === status
        ? [{ submission, entry: withParagraphs(entry, [statementOf(entry, entry.status)]) }]
        : [],
    );
    return mergeParagraphs(roster, measure, stated).map(({ text, naming, sources }) => ({
      text,
      naming,
      sources,
      status,
    }));
  });
}

/** An entry without the results that {@link statusStatements} prints as the reason of its status. */
export function withoutReason(entry: Entry): Entry {
  return reasonOf(entry) === '' ? entry : withParagraphs(entry, []);
}

function reasonOf({ status, paragraphs }: Entry): string {
  if (status?.id !== 'not-started' && status?.id !== 'not-applicable') return '';
  const reason = paragraphs.map(({ text }) => text.trim()).join(' ');
  return reason.length > MAX_REASON ? '' : reason;
}

function statementOf(entry: Entry, { text, sheet, cell }: SourcedText): SourcedText {
  const reason = reasonOf(entry);
  const notes = entry.paragraphs.length > 0 ? '' : entry.notes.map((note) => note.text).join(' ');
  const why = reason === '' && notes !== '' ? `หมายเหตุ: ${notes}` : reason;
  return { text: why === '' ? text : `${text} (${why})`, sheet, cell };
}
