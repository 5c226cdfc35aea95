import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, type Effort } from './race.ts';
import { figure, type Result } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { runNode, type Used } from './used-process.ts';

const PROGRAM = 'dist/ita.mjs';

/** What `ita` is asked: for words, and for the least that it needs all of itself for. */
const LINES = { version: ['--version'], help: ['--help'], agencies: ['agencies'] } as const;

type Round = Readonly<Record<keyof typeof LINES | 'nothing', Used>>;

/** Starts `ita` for the least that it can do, in turn with a Node that does nothing. */
export function benchStartup({ rounds }: Effort): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const nothing = path.join(folder, 'nothing.mjs');
    writeFileSync(nothing, '');
    const done: Round[] = [];
    for (let round = 0; round < 6 * rounds; round += 1) {
      done.push({
        nothing: await runNode(nothing, []),
        version: await runNode(PROGRAM, LINES.version),
        help: await runNode(PROGRAM, LINES.help),
        agencies: await runNode(PROGRAM, LINES.agencies),
      });
    }
    const ms = (of: (round: Round) => number): number => median(done.map(of)) * 1000;
    const over = (line: keyof typeof LINES): number => ms((round) => round[line].seconds - round.nothing.seconds);
    const row = (line: keyof Round): string[] => [
      line === 'nothing' ? 'node' : `ita ${LINES[line].join(' ')}`,
      figure(ms((round) => round[line].seconds)),
      figure(ms((round) => round[line].processorSeconds)),
      line === 'nothing' ? '' : figure(over(line)),
      String(done.length),
    ];
    return {
      title: 'Start the command line',
      note: 'The version and the help, for which `ita` loads a small part of itself, and a list, for which it loads what its work needs, beside Node with an empty program: each as a whole process in turn; medians, of the difference too.',
      tables: [
        {
          title: 'From start to end',
          head: ['', 'ms', 'processor ms', 'ms over node', 'runs'],
          rows: [row('nothing'), row('version'), row('help'), row('agencies')],
        },
      ],
      charts: [],
      aims: [
        {
          name: 'start of ita over node’s',
          value: Math.max(over('version'), over('help')),
          limit: 25,
          kind: 'at-most',
          unit: 'ms',
        },
      ],
    };
  });
}
