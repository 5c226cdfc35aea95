import { choiceOf } from '../args.ts';
import type { Command } from '../command.ts';
import { DATA_OPTIONS, loadData } from '../data.ts';
import { EXIT } from '../io.ts';
import { jsonDocument } from '../output/json.ts';
import { alignRows } from '../output/render.ts';

/** `ita agencies`: lists the roster. */
export const agenciesCommand: Command = {
  name: 'agencies',
  options: [...DATA_OPTIONS, 'format'],
  operands: { least: 0, most: 0 },
  async run(call) {
    const format = choiceOf(call.options, 'format', ['text', 'json']);
    const { roster, doubtful } = await loadData(call);
    if (format === 'json') {
      call.io.out(
        jsonDocument(roster.agencies.map(({ code, kind, name, aliases }) => ({ code, kind, name, aliases }))),
      );
    } else {
      const rows = roster.agencies.map(({ code, name, aliases }) => [code, [name, ...aliases].join(' / ')] as const);
      call.io.out(`${alignRows(rows)}\n`);
    }
    return doubtful ? EXIT.problems : EXIT.clean;
  },
};
