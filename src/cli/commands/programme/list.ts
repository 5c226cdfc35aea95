import {
  issuesOf,
  measuresOf,
  measuresOfIssue,
  type Issue,
  type Programme,
} from '../../../domain/programme/programme.ts';
import type { Language } from '../../../domain/messages/words.ts';
import { choiceOf } from '../../args.ts';
import type { Call } from '../../command.ts';
import { loadData } from '../../data.ts';
import { EXIT, type ExitCode } from '../../io.ts';
import { jsonDocument } from '../../output/json.ts';
import { alignRows } from '../../output/render.ts';
import { labelIn } from '../../output/messages.ts';

/** `ita programme`: lists the year's measures in printed order. */
export async function listProgramme(call: Call): Promise<ExitCode> {
  const format = choiceOf(call.options, 'format', ['text', 'json']);
  const { programme, doubtful } = await loadData(call);
  call.io.out(format === 'json' ? jsonDocument(asJson(programme)) : `${asText(programme, call.languages)}\n`);
  return doubtful ? EXIT.problems : EXIT.clean;
}

function asJson(programme: Programme): unknown {
  const { id, version, year, title, parts } = programme;
  return {
    year,
    title,
    id,
    version,
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title,
      issues: part.issues.map(({ number, title, indicator }) => ({ number, title, indicator })),
    })),
    measures: measuresOf(programme).map(({ part, issue, group, measure }) => ({
      key: measure.key,
      part: part.id,
      issue: issue.number,
      issueTitle: issue.title,
      group: group.number,
      number: measure.printed ?? null,
      responsible: measure.responsible.printed,
      text: measure.text,
      agencies: measure.responsible.agencies,
      misprints: measure.misprints,
    })),
  };
}

function asText(programme: Programme, languages: readonly Language[]): string {
  const responsible = labelIn(languages, 'responsible');
  const heading = `${programme.title}\n${labelIn(languages, 'year')} ${programme.year}`;
  const issues = issuesOf(programme).map(({ part, issue }) => {
    const band = part.issues[0] === issue ? `${part.title}\n\n` : '';
    return `${band}${issue.title}\n${measuresAsText(issue, responsible)}`;
  });
  return [heading, ...issues].join('\n\n');
}

function measuresAsText(issue: Issue, responsible: string): string {
  const rows = measuresOfIssue(issue).flatMap(({ key, printed, text, responsible: party }) => [
    [`  ${key}`, [printed, text].filter(Boolean).join(' ')] as const,
    ['', `${responsible}: ${party.printed} (${party.agencies.length})`] as const,
  ]);
  return alignRows(rows);
}
