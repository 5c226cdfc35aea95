import type { AgencyNames } from '../../domain/messages/facts.ts';
import { describeProblem } from '../../domain/messages/message.ts';
import type { Language } from '../../domain/messages/words.ts';
import { severityOf, type Problem } from '../../domain/diagnostics/problem.ts';
import type { Entry, SourcedText, Submission } from '../../domain/submissions/submission.ts';

/** One JSON document, as standard output gets it. */
export function jsonDocument(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A problem for other programs: its facts, and its words in one language. What does not apply is null. */
export function problemJson(problem: Problem, language: Language, names: AgencyNames): Record<string, unknown> {
  const { message, remedy } = describeProblem(problem, language, names);
  const { code, file = null, agency = null, sheet = null, cell = null, ...facts } = problem;
  return {
    code,
    severity: severityOf(problem),
    file,
    agency,
    sheet,
    cell,
    message,
    remedy,
    text: null,
    ...facts,
  };
}

/** An agency's answers for other programs. */
export function submissionJson({ agency, savedAt, contact, entries }: Submission): Record<string, unknown> {
  return {
    agency,
    savedAt: savedAt ?? null,
    contact: Object.fromEntries(Object.entries(contact).map(([field, { text }]) => [field, text])),
    entries: entries.map(entryJson),
  };
}

/** `cells` are where the texts stand, each once: the result's first, then those of the other fields. */
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
    cells: [...new Set(sources.map(({ sheet, cell }) => `${sheet}!${cell}`))],
  };
}

function joined(texts: readonly SourcedText[]): string | null {
  return texts.length === 0 ? null : texts.map(({ text }) => text).join('\n');
}
