import type { Agency, Roster } from '../../domain/programme/roster.ts';
import { findAgency } from '../../domain/programme/responsibility.ts';
import { compareKey } from '../../domain/text/compare.ts';
import { generate, type GenerateOutcome } from '../../usecases/generate.ts';
import { choiceOf, requiredValue } from '../args.ts';
import type { Call, Command } from '../command.ts';
import { DATA_OPTIONS, loadData } from '../data.ts';
import { EXIT } from '../io.ts';
import { jsonDocument } from '../output/json.ts';
import { nearest } from '../nearest.ts';
import { createProgress } from '../output/progress.ts';
import { printable } from '../output/render.ts';
import { UsageError } from '../usage-error.ts';
import { inLanguages, type Messages } from '../output/messages.ts';

/** `ita generate`: makes workbooks for agencies. */
export const generateCommand: Command = {
  name: 'generate',
  options: [...DATA_OPTIONS, 'agency', 'all', 'out', 'replace', 'format'],
  operands: { least: 0, most: Infinity },
  async run(call) {
    const { options, io, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const named = namedAgencies(call);
    const out = requiredValue(options, 'out', 'generate');
    const { programme, roster, doubtful } = await loadData(call);
    const outcome = await generate(
      { ...ports, progress: createProgress(io) },
      {
        programme,
        roster,
        agencies: named === 'all' ? roster.agencies : agenciesOf(named, roster),
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

/**
 * The requested agencies. `--agency` takes all words that are not options, because people write `--agency 5001 5002`.
 */
function namedAgencies({ options, operands }: Call): readonly string[] | 'all' {
  const codes = options.get('agency');
  const [stray] = operands;
  if (codes === undefined && stray !== undefined) {
    throw new UsageError('unexpected-operand', { found: stray, command: 'generate' });
  }
  if (codes !== undefined && options.has('all')) throw new UsageError('agency-and-all');
  if (codes !== undefined) return [...codes, ...operands];
  if (options.has('all')) return 'all';
  throw new UsageError('agency-or-all');
}

/**
 * Finds agencies by code or name, in roster order without duplicates.
 * @throws {UsageError} for one that is not in the roster
 */
function agenciesOf(named: readonly string[], roster: Roster): readonly Agency[] {
  const wanted = new Set(named.map((name) => findAgency(roster, name) ?? refuse(name, roster)));
  return roster.agencies.filter((agency) => wanted.has(agency));
}

function refuse(found: string, { agencies }: Roster): never {
  const names = agencies.flatMap(({ code, name, aliases }) => [code, name, ...aliases]);
  // People leave out the words that all names start with, so a name that contains the words comes first.
  const holding = names.filter((name) => compareKey(name).includes(compareKey(found)));
  const near = nearest(found, holding.length > 0 ? holding : names);
  const agency = agencies.find(({ code, name, aliases }) => [code, name, ...aliases].some((text) => text === near));
  throw new UsageError('unknown-agency', { found, nearest: agency ? `${agency.code} ${agency.name}` : '' });
}

function asText({ written, skipped }: GenerateOutcome, out: string, voice: Messages): string {
  const lines = [voice.line('generated', { count: written.length, out })];
  if (skipped.length > 0)
    lines.push(voice.line('files-skipped', { count: skipped.length }), ...skipped.map((path) => `  ${path}`));
  return printable([...lines, voice.line('generate-next')].join('\n'));
}
