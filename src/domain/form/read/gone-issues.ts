import type { KeptAnswer, Problem } from '../../diagnostics/problem.ts';
import type { Agency } from '../../programme/roster.ts';
import { compareKey } from '../../text/compare.ts';
import { thaiDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { fillTemplate, type FormWording } from '../wordings/form-wording.ts';
import type { KnownSheet } from './known-sheets.ts';
import { identityOfSheet } from './sheet-reading.ts';

/**
 * The problems of an agency's sheets with one for each issue that the programme does not have any more, in place of one for each of its
 * measures and for each title that names it. It carries all of their texts and answers. A measure that probably has another key now
 * stays a problem of its own, which says so.
 */
export function withGoneIssues(
  problems: readonly Problem[],
  sheets: readonly KnownSheet[],
  agency: Pick<Agency, 'name'>,
  wordings: readonly FormWording[],
): readonly Problem[] {
  return sheets.reduce((left, { kind, issue, tokens }) => {
    const number = kind === 'issue' && issue === undefined ? identityOfSheet(tokens).issue : undefined;
    if (number === undefined) return left;
    const title = titleIn(tokens.cells, wordings);
    const isIts = isOfIssue(tokens.sheet.name, titlesOf(number, title, agency, wordings), left);
    const its = left.filter(isIts);
    return its.some(isGone)
      ? [...left.filter((each) => !isIts(each)), problemOf(its, { issue: number, title, sheet: tokens.sheet.name })]
      : left;
  }, problems);
}

type Gone = Extract<Problem, { readonly code: 'measure-gone' | 'measure-gone-unanswered' }>;

/** Whether it tells of a measure that is gone with its issue. */
function isGone(problem: Problem): problem is Gone {
  return (
    problem.code === 'measure-gone-unanswered' || (problem.code === 'measure-gone' && problem.likely === undefined)
  );
}

function problemOf(
  its: readonly Problem[],
  about: { readonly issue: number; readonly title: string; readonly sheet: string },
): Problem {
  const gone = its.filter(isGone);
  const answers = gone.flatMap((each): readonly KeptAnswer[] => ('answers' in each ? each.answers : []));
  const all = {
    ...about,
    measures: new Set(gone.map(({ measure }) => measure)).size,
    text: linesOf(its).join('\n'),
    ...(gone[0]?.cell && { cell: gone[0].cell }),
  };
  return answers.length === 0 ? { code: 'issue-gone-unanswered', ...all } : { code: 'issue-gone', ...all, answers };
}

/** The texts of the problems, those of a row of another sheet as one line. */
function linesOf(its: readonly Problem[]): readonly string[] {
  const rows = groupBy(its, (each) => (isGone(each) ? each.measure : `${each.sheet ?? ''} ${each.cell?.row ?? ''}`));
  return [...rows.values()].map((row) => row.flatMap((each) => ('text' in each ? [each.text] : [])).join(' '));
}

/** The title of an issue as its sheet shows it; empty where no cell has it any more. */
function titleIn(cells: KnownSheet['tokens']['cells'], wordings: readonly FormWording[]): string {
  for (const { issueSheet } of wordings) {
    const [before = '', after = ''] = issueSheet.subtitle.split('{title}');
    for (const { text } of cells) {
      const shown = text.trim();
      if (shown.startsWith(before) && shown.endsWith(after) && shown.length > before.length + after.length)
        return shown.slice(before.length, shown.length - after.length).trim();
    }
  }
  return '';
}

/** Comparison keys of what the form shows of an issue by itself, and how those begin that end with what nobody knows any more. */
interface Titles {
  readonly whole: ReadonlySet<string>;
  /** Without blanks. */
  readonly beginning: string;
}

function titlesOf(
  issue: number,
  title: string,
  { name }: Pick<Agency, 'name'>,
  wordings: readonly FormWording[],
): Titles {
  const number = thaiDigits(String(issue));
  const texts = wordings.flatMap(({ issueSheet }) => [
    fillTemplate(issueSheet.end, { number }),
    fillTemplate(issueSheet.subtitle, { title }),
  ]);
  // In the footer openpyxl takes the title's number for a part of the font's size.
  const named = title === '' ? [] : [title, title.replace(/^[๐-๙]+/, '')];
  return { whole: new Set([...texts, ...named].map(compareKey)), beginning: `${withoutBlanks(name)}|` };
}

function withoutBlanks(text: string): string {
  return compareKey(text).replaceAll(' ', '');
}

/** What the cover counts of an issue, or the formula where a program saved no value of it. */
const COUNT = /^\s*[\d๐-๙]{1,3}\s*%?\s*$|^=/;

function isOfIssue(
  sheet: string,
  { whole, beginning }: Titles,
  problems: readonly Problem[],
): (problem: Problem) => boolean {
  const isTitle = (problem: Problem): boolean =>
    (problem.code === 'text-outside-measure' ||
      problem.code === 'text-outside-columns' ||
      problem.code === 'text-on-page') &&
    (whole.has(compareKey(problem.text)) ||
      (problem.sheet === sheet && withoutBlanks(problem.text).startsWith(beginning)));
  const placeOf = ({ sheet: where = '', cell }: Problem): string | undefined => cell && `${where} ${cell.row}`;
  const counted = new Set(
    problems.flatMap((each) => (each.code === 'text-outside-columns' && isTitle(each) ? [placeOf(each)] : [])),
  );
  return (problem) => {
    if (isGone(problem)) return problem.sheet === sheet;
    if (isTitle(problem)) return true;
    const isCount = problem.code === 'text-outside-columns' && problem.sheet !== sheet && COUNT.test(problem.text);
    return isCount && counted.has(placeOf(problem));
  };
}
