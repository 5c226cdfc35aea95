import type { DataProblem } from '../../domain/programme/data-problem.ts';
import { countSeverities } from '../../domain/messages/describe-remark.ts';
import { excerpt } from '../../domain/messages/excerpt.ts';
import {
  describeDataProblem,
  describeProblem,
  wordsOf,
  type Message,
  type MessageContext,
} from '../../domain/messages/message.ts';
import { SEVERITIES, severityOf, textOf, type Problem } from '../../domain/diagnostics/problem.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { Remark } from '../../domain/checks/remark.ts';
import { describeYearProblem } from '../../domain/messages/year.ts';
import { severityOfYearProblem, type YearProblem } from '../../domain/year-workbook/problem.ts';
import { groupBy } from '../../domain/text/group-by.ts';
import type { Messages } from './messages.ts';
import { printable } from './printable.ts';

/** Most problems to show; the rest is counted. */
const SHOWN = 20;

/** Aligns rows of a label and a value in two columns. */
export function alignRows(rows: readonly (readonly [label: string, value: string])[]): string {
  const width = Math.max(0, ...rows.map(([label]) => displayWidth(label)));
  return rows.map(([label, value]) => printable(`${padded(label, width)}  ${value}`.trimEnd())).join('\n');
}

/** Pads a text with spaces to a width in terminal columns. */
function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/**
 * Width in terminal columns: Thai vowels and tone marks above and below a letter take none.
 * @internal
 */
export function displayWidth(text: string): number {
  return Array.from(text.replace(/\p{M}|\p{Cf}/gu, '')).length;
}

/** Counts problems by severity, or says that there are none. */
export function severitiesAsText(remarks: readonly Remark[], voice: Messages): string {
  return countSeverities(remarks, voice.language) || voice.label('none');
}

/**
 * Renders the first problems, most severe first, each with its location, remedy and the beginning of its text. Of many, only the first
 * few of one kind in a sheet are shown: those of a table that somebody pasted there would hide all others.
 */
export function renderProblems(problems: readonly Problem[], voice: Messages, context: MessageContext = {}): string {
  const { severities } = wordsOf(voice.language);
  const sorted = SEVERITIES.flatMap((severity) => problems.filter((problem) => severityOf(problem) === severity));
  const picked = (
    sorted.length > SHOWN ? firstOfEachKind(sorted) : sorted.map((problem) => ({ problem, alike: 0 }))
  ).slice(0, SHOWN);
  const shown = picked.map(({ problem, alike }, index) => {
    const head = `${voice.number(index + 1)}. [${severities[severityOf(problem)]}]`;
    const told = renderMessage(head, describeProblem(problem, voice.language, context), excerpt(textOf(problem)));
    return alike === 0 ? told : `${told}\n   ${voice.line('more-alike', { count: alike })}`;
  });
  const rest = picked.reduce((left, { alike }) => left - 1 - alike, problems.length);
  return [...shown, ...(rest > 0 ? [voice.line('more-problems', { count: rest })] : [])].join('\n');
}

/** Most problems of one kind in a sheet that are shown where there are many. */
const ALIKE = 3;

/** The first problems of each kind in a sheet of a file; with the last of them, how many more there are. */
function firstOfEachKind(
  problems: readonly Problem[],
): readonly { readonly problem: Problem; readonly alike: number }[] {
  const kinds = groupBy(problems, (problem) => {
    const { code, file, sheet } = problem;
    return sheet === undefined ? problem : JSON.stringify([code, file, sheet]);
  });
  return [...kinds.values()].flatMap((its) => {
    const first = its.slice(0, ALIKE);
    return first.map((problem, index) => ({
      problem,
      alike: index === first.length - 1 ? its.length - first.length : 0,
    }));
  });
}

/** Renders how many findings of each severity the first agencies' answers have, in their order. */
export function renderFindings(findings: readonly Finding[], voice: Messages, { names }: MessageContext): string {
  const byAgency = [...groupBy(findings, ({ agency }) => agency)];
  const shown = byAgency.slice(0, SHOWN).map(([agency, ofAgency]) => {
    const name = agency === undefined ? '' : `${names?.(agency) ?? ''} (${agency})`;
    return printable(`${name}: ${countSeverities(ofAgency, voice.language)}`);
  });
  const rest = byAgency.length - shown.length;
  if (shown.length === 0) return '';
  const head = voice.line('findings-by-agency');
  return [head, ...shown, ...(rest > 0 ? [voice.line('more-agencies', { count: rest })] : [])].join('\n');
}

/** Renders the problems of a data file, in its order. */
export function renderDataProblems(problems: readonly DataProblem[], voice: Messages): string {
  return problems
    .map((problem, index) => renderMessage(`${voice.number(index + 1)}.`, describeDataProblem(problem, voice.language)))
    .join('\n');
}

/** Renders the problems of a year's workbook, most severe first. */
export function renderYearProblems(problems: readonly YearProblem[], voice: Messages): string {
  const { severities } = wordsOf(voice.language);
  const sorted = SEVERITIES.flatMap((severity) =>
    problems.filter((problem) => severityOfYearProblem(problem) === severity),
  );
  return sorted
    .map((problem, index) => {
      const head = `${voice.number(index + 1)}. [${severities[severityOfYearProblem(problem)]}]`;
      return renderMessage(head, describeYearProblem(problem, voice.language));
    })
    .join('\n');
}

function renderMessage(head: string, { where, message, remedy }: Message, text = ''): string {
  const lines = [`${head} ${where}`.trimEnd(), `   ${message}`, `   → ${remedy}`];
  return printable([...lines, ...(text === '' ? [] : [`   “${text}”`])].join('\n'));
}
