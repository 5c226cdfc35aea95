import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, type Effort } from './race.ts';
import { figure, type Result } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { runNode, type Used } from './used-process.ts';

/** Starts `ita` for the least that it can do, in turn with a Node that does nothing. */
export function benchStartup({ rounds }: Effort): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const nothing = path.join(folder, 'nothing.mjs');
    writeFileSync(nothing, '');
    const pairs: { readonly ita: Used; readonly node: Used }[] = [];
    for (let round = 0; round < 6 * rounds; round += 1) {
      pairs.push({ node: await runNode(nothing, []), ita: await runNode('dist/ita.mjs', ['--version']) });
    }
    const ms = (of: (pair: (typeof pairs)[number]) => number): number => median(pairs.map(of)) * 1000;
    const more = ms(({ ita, node }) => ita.seconds - node.seconds);
    const moreProcessor = ms(({ ita, node }) => ita.processorSeconds - node.processorSeconds);
    const row = (name: string, of: (pair: (typeof pairs)[number]) => Used): string[] => [
      name,
      figure(ms((pair) => of(pair).seconds)),
      figure(ms((pair) => of(pair).processorSeconds)),
      String(pairs.length),
    ];
    return {
      title: 'Start the command line',
      note: '`ita --version` beside Node with an empty program, each as a whole process in turn; medians, of the difference too.',
      tables: [
        {
          title: 'From start to end',
          head: ['', 'ms', 'processor ms', 'runs'],
          rows: [
            row('node', ({ node }) => node),
            row('ita', ({ ita }) => ita),
            ['ita over node', figure(more), figure(moreProcessor), String(pairs.length)],
          ],
        },
      ],
      charts: [],
      aims: [{ name: 'start of ita over node’s', value: more, limit: 25, kind: 'at-most', unit: 'ms' }],
    };
  });
}
