import { cellKey, type CellPosition } from '../spreadsheet/address.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { textsOfContact, textsOfEntry, type LocatedText } from '../submissions/entry-texts.ts';
import { groupBy } from '../text/group-by.ts';
import type { Steps } from '../text/steps.ts';
import type { TextChecker, TextChecks } from './text-checks.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { CheckedEntry, CheckedSubmission, CheckedText } from './rules/rule.ts';
import type { Submission } from '../submissions/submission.ts';

/** Looks up the complete text of a cell, of which answers are paragraphs; undefined if unknown. */
export type CellTexts = (sheet: string, cell: CellPosition) => string | undefined;

/** A text prepared for the rules. */
export interface PreparedText extends CheckedText {
  readonly checks: TextChecks;
  /** Its offset in the cell's text; absent if it is not part of it, such as the target of a link. */
  readonly offset?: number;
}

/** A submission prepared for the rules. */
export interface PreparedSubmission {
  readonly checked: CheckedSubmission;
  readonly texts: readonly PreparedText[];
}

/** Problems of cells whose value is not a text. */
const NOT_TEXT: ReadonlySet<Problem['code']> = new Set(['value-not-text', 'formula-not-computed']);

/**
 * Fixes the texts of a submission and locates them in their cells. Numbers, dates and formulas
 * are left unchanged, because a text instead would change the value. A text is made ready in each step.
 */
export function* prepareSubmission(
  submission: Submission,
  problems: readonly Problem[],
  cells: CellTexts | undefined,
  checker: TextChecker,
): Steps<PreparedSubmission> {
  const contacts = textsOfContact(submission);
  const entries = submission.entries.map((entry) => textsOfEntry(entry).filter(({ field }) => field !== 'status'));
  const offsets = findOffsets([...contacts, ...entries.flat()], cells);
  const values = new Set(
    problems.flatMap(({ code, sheet, cell }) =>
      NOT_TEXT.has(code) && sheet !== undefined && cell !== undefined ? [cellKey(sheet, cell)] : [],
    ),
  );
  const ready = function* (sources: readonly LocatedText[]): Steps<readonly PreparedText[]> {
    const made: PreparedText[] = [];
    for (const source of sources) {
      const offset = offsets.get(source);
      const checks = values.has(keyOf(source)) ? checker.checkUnchanged(source.text) : checker.check(source.text);
      made.push({ source, text: checks.fixed.text, checks, ...(offset === undefined ? {} : { offset }) });
      yield;
    }
    return made;
  };
  const pictured = new Set(submission.pictures?.map(({ measure }) => measure));
  const readyContacts = yield* ready(contacts);
  const readyEntries: (readonly PreparedText[])[] = [];
  for (const texts of entries) readyEntries.push(yield* ready(texts));
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
        ...(pictured.has(measure) ? { hasPicture: true } : {}),
      })),
      problems,
    },
  };
}

function isThere({ text }: CheckedText): boolean {
  return text !== '';
}

function keyOf({ sheet, cell }: LocatedText): string {
  return cellKey(sheet, cell);
}

/** The offsets of texts in their cells. If a cell's text is unknown, its texts are taken as its lines. */
function findOffsets(
  texts: readonly LocatedText[],
  cells: CellTexts | undefined,
): ReadonlyMap<LocatedText, number | undefined> {
  const offsets = new Map<LocatedText, number | undefined>();
  for (const [first, ...more] of groupBy(texts, keyOf).values()) {
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
