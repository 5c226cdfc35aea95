import type { MeasureKey, Programme, StatusId } from '../../programme/programme.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { Entry, SourcedText } from '../../submissions/submission.ts';
import { sameTextKey } from '../../text/compare.ts';
import type { Answer } from './read-issue-sheet.ts';
import { findStatus } from '../../programme/find-status.ts';
import { locationsOf } from './row-owners.ts';

/** Collects answers into one entry per measure, in the programme's order. Status, date and evidence may be in any row. */
export function entriesOf(
  answers: readonly Answer[],
  programme: Programme,
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const locations = locationsOf(programme);
  const byMeasure = new Map<MeasureKey, Answer[]>();
  for (const answer of answers) {
    const list = byMeasure.get(answer.measure);
    if (list) list.push(answer);
    else byMeasure.set(answer.measure, [answer]);
  }
  const collected = [...byMeasure]
    .sort(([a], [b]) => (locations.get(a) ?? 0) - (locations.get(b) ?? 0))
    .map(([measure, list]) => entryOf(measure, list, programme));
  return {
    entries: collected.flatMap(({ entry }) => (isBlank(entry) ? [] : [entry])),
    problems: collected.flatMap(({ problems }) => problems),
  };
}

function entryOf(
  measure: MeasureKey,
  answers: readonly Answer[],
  programme: Programme,
): { readonly entry: Entry; readonly problems: readonly Problem[] } {
  const textsIn = (column: Answer['column']): readonly SourcedText[] =>
    withoutRepeats(answers.filter((answer) => answer.column === column)).map(({ text, sheet, cell }) => ({
      text,
      sheet,
      cell,
    }));
  const { status, problems } = statusOf(measure, textsIn('status'), programme);
  return {
    entry: {
      measure,
      ...(status === undefined ? {} : { status }),
      paragraphs: textsIn('result'),
      dates: textsIn('date'),
      evidence: textsIn('evidence'),
      notes: textsIn('note'),
    },
    problems,
  };
}

/** Leaves out texts that are repeated in copies of a sheet; repetitions within one sheet are kept. */
function withoutRepeats(answers: readonly Answer[]): readonly Answer[] {
  if (answers.every(({ sheet }) => sheet === answers[0]?.sheet)) return answers;
  const sheetOf = new Map<string, string>();
  return answers.filter(({ text, sheet }) => {
    const key = sameTextKey(text);
    const first = sheetOf.get(key) ?? sheet;
    sheetOf.set(key, first);
    return first === sheet;
  });
}

function statusOf(
  measure: MeasureKey,
  texts: readonly SourcedText[],
  programme: Programme,
): { readonly status?: SourcedText & { readonly id: StatusId }; readonly problems: readonly Problem[] } {
  let status: (SourcedText & { readonly id: StatusId }) | undefined;
  const problems: Problem[] = [];
  for (const source of texts) {
    const id = findStatus(programme, source.text);
    if (id === undefined) problems.push({ code: 'status-unknown', measure, ...source });
    else if (status === undefined) status = { ...source, id };
    else if (status.id !== id) problems.push({ code: 'status-twice', measure, usedText: status.text, ...source });
  }
  return { ...(status === undefined ? {} : { status }), problems };
}

function isBlank({ status, paragraphs, dates, evidence, notes }: Entry): boolean {
  return status === undefined && paragraphs.length + dates.length + evidence.length + notes.length === 0;
}
