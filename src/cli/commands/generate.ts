import { generate, type GenerateOutcome } from '../../usecases/generate.ts';
import { choiceOf, requiredValue } from '../args.ts';
import { agenciesOf, namedAgencies } from '../named-agencies.ts';
import type { Command } from '../command.ts';
import { DATA_OPTIONS, loadData } from '../data.ts';
import { EXIT } from '../io.ts';
import { jsonDocument } from '../output/json.ts';
import { createProgress } from '../output/progress.ts';
import { printable } from '../output/render.ts';
import { inLanguages, type Messages } from '../output/messages.ts';

/** `ita generate`: makes workbooks for agencies. */
export const generateCommand: Command = {
  name: 'generate',
  options: [...DATA_OPTIONS, 'agency', 'all', 'out', 'replace', 'format'],
  operands: { least: 0, most: Infinity },
  async run(call) {
    const { options, io, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const named = namedAgencies(options, call.operands, 'generate');
    const out = requiredValue(options, 'out', 'generate');
    const { programme, roster, doubtful } = await loadData(call);
    const outcome = await generate(
      { ...ports, progress: createProgress(io) },
      {
        programme,
        roster,
        agencies: agenciesOf(named, roster),
        index: named === 'all',
        out,
        replaceAnswers: options.has('replace'),
      },
    );
    io.out(
      format === 'json'
        ? jsonDocument({ out, ...outcome })
        : `${inLanguages(call.languages, (voice) => asText(outcome, out, voice))}\n`,
    );
    return doubtful || outcome.skipped.length > 0 ? EXIT.problems : EXIT.clean;
  },
};

function asText({ written, skipped }: GenerateOutcome, out: string, voice: Messages): string {
  const lines = [voice.line('generated', { count: written.length, out })];
  if (skipped.length > 0)
    lines.push(voice.line('files-skipped', { count: skipped.length }), ...skipped.map((path) => `  ${path}`));
  return printable([...lines, voice.line('generate-next')].join('\n'));
}
