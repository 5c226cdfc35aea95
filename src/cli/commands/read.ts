import { agencyNames, describeMeasure, messageContext } from '../../domain/messages/message.ts';
import type { ReadResult, Submission } from '../../domain/submissions/submission.ts';
import { withArchives } from '../../usecases/archived-files.ts';
import { readWorkbookFile } from '../../usecases/read-workbook.ts';
import { isUnreadable } from '../../usecases/unreadable.ts';
import { choiceOf } from '../args.ts';
import type { Command } from '../command.ts';
import { DATA_OPTIONS, loadData, type Data } from '../data.ts';
import { EXIT } from '../io.ts';
import { jsonDocument, problemJson, submissionJson } from '../output/json.ts';
import { alignRows, severitiesAsText, renderProblems } from '../output/render.ts';
import { inLanguages, type Messages } from '../output/messages.ts';
import type { Language } from '../../domain/messages/words.ts';

/** `ita read`: shows the answers of one workbook, and its problems. */
export const readCommand: Command = {
  name: 'read',
  options: [...DATA_OPTIONS, 'format'],
  operands: { least: 1, most: 1, missing: 'missing-file' },
  async run(call) {
    const { operands, options, languages, io, ports } = call;
    const [file = ''] = operands;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const files = withArchives(ports.files, ports.codec);
    const data = await loadData(call, { files, paths: [file] });
    const { programme, roster } = data;
    const result = await readWorkbookFile({ ...ports, files }, { file, programme, roster });
    io.out(
      format === 'json'
        ? jsonDocument(asJson(result, data, languages[0] ?? 'th'))
        : `${inLanguages(languages, (voice) => asText(result, file, data, voice))}\n`,
    );
    if (result.problems.some(isUnreadable)) return EXIT.fault;
    return data.doubtful || result.problems.length > 0 ? EXIT.problems : EXIT.clean;
  },
};

/** A file can have the sheets of several agencies: the first is the document's own, the others are listed with it. */
function asJson({ submissions, problems }: ReadResult, data: Data, language: Language): unknown {
  const context = messageContext(data, 'agency');
  const [first, ...others] = submissions;
  const document =
    first === undefined
      ? { agency: null, savedAt: null, contact: {}, entries: [], pictures: [] }
      : submissionJson(first);
  return {
    ...document,
    year: first === undefined ? null : data.programme.year,
    others: others.map(submissionJson),
    problems: problems.map((problem) => problemJson(problem, language, context)),
  };
}

function asText({ submissions, problems }: ReadResult, file: string, data: Data, voice: Messages): string {
  const names = agencyNames(data.roster);
  const pictures = submissions.reduce((count, submission) => count + (submission.pictures?.length ?? 0), 0);
  const head: (readonly [string, string])[] = [
    [voice.label('file'), file],
    ...submissions.map(
      ({ agency, entries }) =>
        [
          voice.label('agency'),
          `${names(agency) ?? agency}: ${voice.line('entry-summary', { count: entries.length })}`,
        ] as const,
    ),
    ...(pictures === 0 ? [] : [[voice.label('pictures'), voice.line('picture-count', { count: pictures })] as const]),
    [voice.label('problems'), severitiesAsText(problems, voice)],
  ];
  const blocks = [alignRows(head), ...submissions.map((submission) => entriesAsText(submission, data, voice))];
  return [...blocks, renderProblems(problems, voice, messageContext(data, 'agency'))].filter(Boolean).join('\n\n');
}

function entriesAsText({ entries }: Submission, data: Data, voice: Messages): string {
  const context = messageContext(data, 'agency');
  return alignRows(
    entries.map(({ measure, status, paragraphs }) => {
      const said = [status?.text ?? voice.line('no-status'), voice.line('paragraphs', { count: paragraphs.length })];
      return [`  ${describeMeasure(measure, voice.language, context)}`, said.join(', ')];
    }),
  );
}
