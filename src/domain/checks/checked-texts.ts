import { paragraphsOf } from '../text/paragraphs.ts';
import { textsOfContact, textsOfEntry, type LocatedText } from '../submissions/entry-texts.ts';
import { groupBy } from '../text/group-by.ts';
import { repairText, type ActiveRepair, type RepairedText } from './repair-text.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { CheckedEntry, CheckedSubmission, CheckedText } from './rules/rule.ts';
import type { Submission } from '../submissions/submission.ts';

/** The whole text of a cell by its sheet and A1 reference, of which answers are paragraphs; undefined where it is not known. */
export type CellTexts = (sheet: string, cell: string) => string | undefined;

/** A text made ready for the rules. */
export interface ReadyText extends CheckedText {
  readonly fixed: RepairedText;
  /** Where it begins in the text of its cell; absent where it does not stand there, such as the target of a link. */
  readonly offset?: number;
}

/** A submission made ready for the rules. */
export interface ReadySubmission {
  readonly checked: CheckedSubmission;
  readonly texts: readonly ReadyText[];
}

/**
 * Fixes the texts of a submission and finds their places in their cells. What a cell holds as a number, a date or a formula
 * stays as it is, for a text in its place would be another value.
 */
export function makeReady(
  submission: Submission,
  problems: readonly Problem[],
  cells: CellTexts | undefined,
  repairs: readonly ActiveRepair[],
): ReadySubmission {
  const contacts = textsOfContact(submission);
  const entries = submission.entries.map((entry) => textsOfEntry(entry).filter(({ field }) => field !== 'status'));
  const offsets = findOffsets([...contacts, ...entries.flat()], cells);
  const values = new Set(problems.filter(({ code }) => code === 'value-not-text').map(cellKey));
  const ready = (source: LocatedText): ReadyText => {
    const offset = offsets.get(source);
    const fixed = repairText(source.text, values.has(cellKey(source)) ? [] : repairs);
    return { source, text: fixed.text, fixed, ...(offset === undefined ? {} : { offset }) };
  };
  const readyContacts = contacts.map(ready);
  const readyEntries = entries.map((texts) => texts.map(ready));
  return {
    texts: [...readyContacts, ...readyEntries.flat()],
    checked: {
      agency: submission.agency,
      issues: submission.issues,
      contacts: readyContacts.filter(isThere),
      entries: submission.entries.map(({ measure, status }, index): CheckedEntry => ({
        measure,
        status,
        texts: readyEntries[index]?.filter(isThere) ?? [],
      })),
      problems,
    },
  };
}

function isThere({ text }: CheckedText): boolean {
  return text !== '';
}

function cellKey({ sheet, cell }: { readonly sheet?: string; readonly cell?: string }): string {
  return JSON.stringify([sheet, cell]);
}

/** Where texts begin in their cells. Of a cell whose text is not known, they are taken for the lines. */
function findOffsets(
  texts: readonly LocatedText[],
  cells: CellTexts | undefined,
): ReadonlyMap<LocatedText, number | undefined> {
  const offsets = new Map<LocatedText, number | undefined>();
  for (const [first, ...more] of groupBy(texts, cellKey).values()) {
    const lines = [first, ...more];
    const cellText = cells?.(first.sheet, first.cell) ?? lines.map(({ text }) => text).join('\n');
    const paragraphs = [...paragraphsOf(cellText)];
    for (const source of lines) {
      if (source.text === cellText.trim()) offsets.set(source, cellText.indexOf(source.text));
      const index = paragraphs.findIndex(({ text }) => text === source.text);
      const [paragraph] = index < 0 ? [] : paragraphs.splice(index, 1);
      if (paragraph && !offsets.has(source)) offsets.set(source, paragraph.start);
    }
  }
  return offsets;
}
