import { generate, type GenerateOutcome } from '../../usecases/generate.ts';
import { choiceOf, requiredValue } from '../args.ts';
import { agenciesOf, namedAgencies } from '../named-agencies.ts';
import type { Command } from '../command.ts';
import { DATA_OPTIONS, loadData } from '../data.ts';
import { EXIT } from '../io.ts';
import { messageContext, type MessageContext } from '../../domain/messages/message.ts';
import type { Language } from '../../domain/messages/words.ts';
import { jsonDocument, problemJson } from '../output/json.ts';
import { createProgress } from '../output/progress.ts';
import { printable } from '../output/printable.ts';
import { renderProblems } from '../output/render.ts';
import { inLanguages, type Messages } from '../output/messages.ts';

/** `ita generate`: makes workbooks for agencies. */
export const generateCommand: Command = {
  name: 'generate',
  options: [...DATA_OPTIONS, 'agency', 'all', 'out', 'replace', 'last-year', 'format'],
  operands: { least: 0, most: Infinity },
  async run(call) {
    const { options, io, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const named = namedAgencies(options, call.operands, 'generate');
    const out = requiredValue(options, 'out', 'generate');
    const { programme, roster, doubtful } = await loadData(call);
    const lastYear = options.get('last-year');
    const outcome = await generate(
      { ...ports, progress: createProgress(io) },
      {
        programme,
        roster,
        agencies: agenciesOf(named, roster),
        index: named === 'all',
        out,
        replaceAnswers: options.has('replace'),
        ...(lastYear ? { lastYear } : {}),
      },
    );
    const context = messageContext({ programme, roster }, 'office');
    const { lastYear: past, ...files } = outcome;
    const [language = 'th'] = call.languages;
    io.out(
      format === 'json'
        ? jsonDocument({ out, ...files, ...(past ? { lastYear: pastAsJson(past, language, context) } : {}) })
        : `${inLanguages(call.languages, (voice) => asText(outcome, out, voice, context))}\n`,
    );
    const isClean = !doubtful && outcome.skipped.length === 0 && (past?.problems ?? []).length === 0;
    return isClean ? EXIT.clean : EXIT.problems;
  },
};

type LastYear = NonNullable<GenerateOutcome['lastYear']>;

function pastAsJson({ agencies, problems }: LastYear, language: Language, context: MessageContext): unknown {
  return { agencies, problems: problems.map((problem) => problemJson(problem, language, context)) };
}

function asText(
  { written, skipped, index, lastYear }: GenerateOutcome,
  out: string,
  voice: Messages,
  context: MessageContext,
): string {
  const lines = [voice.line('generated', { count: written.filter((path) => path !== index).length, out })];
  if (index !== undefined) lines.push(voice.line('generated-index', { path: index }));
  if (lastYear) {
    lines.push(voice.line('generated-beside', { count: lastYear.agencies.length }));
    if (lastYear.problems.length > 0) lines.push(renderProblems(lastYear.problems, voice, context));
  }
  if (skipped.length > 0)
    lines.push(voice.line('files-skipped', { count: skipped.length }), ...skipped.map((path) => `  ${path}`));
  return printable([...lines, voice.line('generate-next')].join('\n'));
}
