import { choiceOf } from '../../args.ts';
import { DATA_OPTIONS, loadData } from '../../data.ts';
import { EXIT } from '../../io.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages } from '../../output/messages.ts';
import { printable } from '../../output/printable.ts';
import type { ProgrammeAction } from './action.ts';
import { outWorkbook, saveYear } from './save-year.ts';

/** `ita programme export --out FILE.xlsx`: writes the year's data as a workbook in which the office edits them. */
export const exportAction: ProgrammeAction = {
  name: 'export',
  options: [...DATA_OPTIONS, 'out', 'replace', 'format'],
  operands: 0,
  async run(call) {
    const format = choiceOf(call.options, 'format', ['text', 'json']);
    const out = outWorkbook(call, 'programme export');
    const data = await loadData(call);
    const { lines, ...facts } = await saveYear(call, data, out);
    const { id, version } = data.programme;
    call.io.out(
      format === 'json'
        ? jsonDocument({ id, version, ...facts })
        : `${inLanguages(call.languages, (voice) => printable(lines(voice).join('\n')))}\n`,
    );
    return data.doubtful ? EXIT.problems : EXIT.clean;
  },
};
