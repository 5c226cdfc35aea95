import { describeYearDoubt } from '../../../domain/messages/rollover.ts';
import { describeYearChange } from '../../../domain/messages/year.ts';
import { nextYear } from '../../../domain/programme/next-year.ts';
import { changesBetween } from '../../../domain/year-workbook/changes.ts';
import { choiceOf } from '../../args.ts';
import { DATA_OPTIONS, loadData } from '../../data.ts';
import { EXIT } from '../../io.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages } from '../../output/messages.ts';
import { printable } from '../../output/printable.ts';
import { renderDataProblems } from '../../output/render.ts';
import type { ProgrammeAction } from './action.ts';
import { outWorkbook, saveYear } from './save-year.ts';

/** `ita programme next --out FILE.xlsx`: makes next year's workbook from this year's data, and tells every change. */
export const nextAction: ProgrammeAction = {
  name: 'next',
  options: [...DATA_OPTIONS, 'out', 'replace', 'format'],
  operands: 0,
  async run(call) {
    const format = choiceOf(call.options, 'format', ['text', 'json']);
    const out = outWorkbook(call, 'programme next');
    const { doubtful, ...data } = await loadData(call);
    const { data: next, changes, doubts, problems } = nextYear(data);
    const { lines, ...facts } = await saveYear(call, next, out);
    const { id, version } = next.programme;
    // By the names that the workbook's sheets have for them.
    const differences = changesBetween(data, next);
    call.io.out(
      format === 'json'
        ? jsonDocument({ id, version, ...facts, changes, doubts, problems })
        : `${inLanguages(call.languages, (voice) =>
            printable(
              [
                voice.line('year-changed', { count: differences.length }),
                ...differences.map((change) => `  ${describeYearChange(change, voice.language)}`),
                voice.line('to-look-at', { count: doubts.length + problems.length }),
                ...doubts.map((doubt) => `  ${describeYearDoubt(doubt, voice.language)}`),
                ...(problems.length === 0 ? [] : [renderDataProblems(problems, voice)]),
                ...lines(voice),
              ].join('\n'),
            ),
          )}\n`,
    );
    return doubtful || problems.length > 0 ? EXIT.problems : EXIT.clean;
  },
};
