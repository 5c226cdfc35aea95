import { measuresOf } from '../../../domain/programme/programme.ts';
import { freePath } from '../../../usecases/free-path.ts';
import { planYear } from '../../../usecases/year/plan-year.ts';
import { choiceOf, requiredValue } from '../../args.ts';
import { DATA_OPTIONS, loadData } from '../../data.ts';
import { EXIT } from '../../io.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages } from '../../output/messages.ts';
import { printable } from '../../output/render.ts';
import { UsageError } from '../../usage-error.ts';
import type { ProgrammeAction } from './action.ts';

/** `ita programme export --out FILE.xlsx`: writes the year's data as a workbook in which the office edits them. */
export const exportAction: ProgrammeAction = {
  name: 'export',
  options: [...DATA_OPTIONS, 'out', 'replace', 'format'],
  operands: 0,
  async run(call) {
    const { options, io, ports, languages } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const out = requiredValue(options, 'out', 'programme export');
    if (!/\.xlsx$/i.test(out)) throw new UsageError('bad-value', { option: '--out', found: out, allowed: 'FILE.xlsx' });
    const data = await loadData(call);
    const bytes = await ports.codec.encode(planYear(data, ports.clock.now()));
    const path = options.has('replace') ? out : await freePath(ports.files, out, bytes);
    await ports.files.write(path, bytes);
    const { programme, roster } = data;
    const facts = {
      path,
      year: programme.year,
      measures: measuresOf(programme).length,
      agencies: roster.agencies.length,
    };
    io.out(
      format === 'json'
        ? jsonDocument({ id: programme.id, version: programme.version, ...facts })
        : `${inLanguages(languages, (voice) =>
            printable(
              [
                voice.line('programme-exported', facts),
                ...(path === out ? [] : [voice.line('kept-beside', { out, path })]),
                voice.line('programme-export-next', { path }),
              ].join('\n'),
            ),
          )}\n`,
    );
    return data.doubtful ? EXIT.problems : EXIT.clean;
  },
};
