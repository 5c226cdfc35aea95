import { MAX_DETAIL, type Problem } from '../../diagnostics/problem.ts';
import { issuesOf, type Programme } from '../../programme/programme.ts';
import type { UnreadPart } from '../../spreadsheet/content.ts';
import { oneLine } from '../../text/one-line.ts';
import { FORM_WORDINGS } from '../wordings/wordings.ts';
import type { ReadResult } from '../../submissions/submission.ts';

/**
 * The result of reading a file, with problems for the parts that could not be read. If the cells of a sheet are unreadable and the rest
 * does not tell whose file it is, the whole file counts as unreadable and has to be sent again.
 */
export function withUnread(result: ReadResult, unread: readonly UnreadPart[], programme: Programme): ReadResult {
  const isOfOffice = result.problems.some(({ code }) => code === 'file-of-office-skipped');
  if (unread.length === 0 || isOfOffice) return result;
  const lost = unread.filter(({ holds }) => holds === 'cells');
  const isForeign = result.problems.some(({ code }) => code === 'not-agency-workbook');
  if (lost[0] !== undefined && isForeign) return { submissions: [], problems: [fileFault(lost[0])] };
  const agencies = new Set(result.submissions.map(({ agency }) => agency));
  const [agency] = agencies.size === 1 ? agencies : [];
  // An unreadable sheet is not missing, although its issue is missing from the submission.
  const names = new Set(lost.map(({ sheet }) => sheet));
  const unreadIssues = new Set(
    issuesOf(programme).flatMap(({ issue }) => (names.has(issue.sheetName) ? [issue.number] : [])),
  );
  const reported = result.problems.filter(
    (problem) => problem.code !== 'sheet-missing' || !unreadIssues.has(problem.issue),
  );
  const renamed = renamedSheets(lost, reported, programme);
  const problems = unread.map((part): Problem => {
    const problem = { ...problemOf(part), ...(agency === undefined ? {} : { agency }) };
    const missing = renamed.get(part);
    if (missing === undefined || problem.code !== 'sheet-unreadable') return problem;
    return { ...problem, issue: { number: missing.issue, title: missing.title } };
  });
  const known = new Set<Problem>(renamed.values());
  return { ...result, problems: [...reported.filter((problem) => !known.has(problem)), ...problems] };
}

type Missing = Extract<Problem, { readonly code: 'sheet-missing' }>;

/**
 * Pairs renamed damaged sheets with the missing issues, in order. Only if there are as many sheets as issues: otherwise there is no
 * telling which is which.
 */
function renamedSheets(
  lost: readonly UnreadPart[],
  problems: readonly Problem[],
  programme: Programme,
): ReadonlyMap<UnreadPart, Missing> {
  const names = new Set([
    ...issuesOf(programme).map(({ issue }) => issue.sheetName),
    ...FORM_WORDINGS.map(({ cover }) => cover.sheetName),
  ]);
  const sheets = lost.filter(({ sheet = '', why }) => why.reason === 'damaged' && !names.has(sheet));
  const missing = problems.filter((problem): problem is Missing => problem.code === 'sheet-missing');
  if (sheets.length !== missing.length) return new Map();
  return new Map(missing.flatMap((problem, index) => (sheets[index] ? [[sheets[index], problem]] : [])));
}

/** The problem of an unreadable file, with the fault of one of its sheets. */
function fileFault(part: UnreadPart): Problem {
  return part.why.reason === 'too-large'
    ? { code: 'file-too-large', ...placeOf(part), limit: part.why.limit, most: part.why.most }
    : { code: 'file-damaged', ...placeOf(part), damage: part.why.damage, detail: oneLine(part.detail, MAX_DETAIL) };
}

function problemOf(part: UnreadPart): Problem {
  const { holds, why } = part;
  const detail = oneLine(part.detail, MAX_DETAIL);
  if (holds === 'formats') return { code: 'formats-missing', detail };
  if (why.reason === 'too-large') {
    return { code: 'sheet-too-large', ...placeOf(part), limit: why.limit, most: why.most };
  }
  const facts = { ...placeOf(part), damage: why.damage, detail };
  return holds === 'place'
    ? { code: 'place-unreadable', ...facts, text: part.text ?? '' }
    : { code: 'sheet-unreadable', ...facts, holds };
}

function placeOf({ sheet, cell }: UnreadPart): Pick<Problem, 'sheet' | 'cell'> {
  return { ...(sheet === undefined ? {} : { sheet }), ...(cell === undefined ? {} : { cell }) };
}
