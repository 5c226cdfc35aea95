import { cellName, locationName } from '../../domain/spreadsheet/address.ts';
import { describeProblem, type MessageContext } from '../../domain/messages/message.ts';
import type { Language } from '../../domain/messages/words.ts';
import { severityOf, type KeptAnswer, type Problem, type TextDifference } from '../../domain/diagnostics/problem.ts';
import type { Entry, SourcedText, Submission } from '../../domain/submissions/submission.ts';

/** Formats a JSON document for standard output. */
export function jsonDocument(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The same document in pieces.
 * @param facts what it begins with; at least one
 * @param lists what it ends with, by name; the items may be made as they are asked for
 */
export function* jsonPieces(
  facts: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, Iterable<unknown>>>,
): Generator<string, void, undefined> {
  yield JSON.stringify(facts, null, 2).slice(0, -'\n}'.length);
  for (const [name, items] of Object.entries(lists)) {
    yield `,\n  ${JSON.stringify(name)}: [`;
    let isEmpty = true;
    for (const item of items) {
      // A line feed in a text is an escape.
      yield `${isEmpty ? '' : ','}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`;
      isEmpty = false;
    }
    yield isEmpty ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

/** The JSON of a problem: its facts, and its message in one language; null for what does not apply. */
export function problemJson(problem: Problem, language: Language, context: MessageContext): Record<string, unknown> {
  const { message, remedy } = describeProblem(problem, language, context);
  const { code, file = null, agency = null, sheet = null, cell, ...facts } = problem;
  return {
    code,
    severity: severityOf(problem),
    file,
    agency,
    sheet,
    cell: cell ? cellName(cell) : null,
    message,
    remedy,
    text: null,
    ...facts,
    ...('differences' in problem ? { differences: problem.differences.map(differenceJson) } : {}),
    ...('answers' in problem ? { answers: problem.answers.map(keptJson) } : {}),
  };
}

function keptJson({ measure, field, sheet, cell, text }: KeptAnswer): Record<string, unknown> {
  return { measure: measure ?? null, field, sheet, cell: cellName(cell), text };
}

function differenceJson(difference: TextDifference): Record<string, unknown> {
  return { ...keptJson(difference), usedText: difference.usedText };
}

/** The JSON of an agency's answers. */
export function submissionJson({
  agency,
  savedAt,
  madeFrom,
  contact,
  entries,
  pictures = [],
}: Submission): Record<string, unknown> {
  return {
    agency,
    savedAt: savedAt ?? null,
    madeFrom: madeFrom ?? [],
    contact: Object.fromEntries(Object.entries(contact).map(([field, { text }]) => [field, text])),
    entries: entries.map(entryJson),
    pictures: pictures.map(({ measure = null, description, sheet, cell }) => ({
      measure,
      description,
      cell: locationName({ sheet, ...cell }),
    })),
  };
}

/** The JSON of an entry; `cells` are the cells of its texts without duplicates, those of the result first. */
function entryJson({ measure, status, paragraphs, dates, evidence, notes }: Entry): Record<string, unknown> {
  const sources = [...paragraphs, ...(status ? [status] : []), ...dates, ...evidence, ...notes];
  return {
    measure,
    status: status?.text ?? null,
    statusId: status?.id ?? null,
    paragraphs: paragraphs.map(({ text }) => text),
    evidence: joined(evidence),
    date: joined(dates),
    note: joined(notes),
    cells: [...new Set(sources.map(({ sheet, cell }) => locationName({ sheet, ...cell })))],
  };
}

function joined(texts: readonly SourcedText[]): string | null {
  return texts.length === 0 ? null : texts.map(({ text }) => text).join('\n');
}
