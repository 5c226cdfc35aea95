import { describeMatch, describeReportDoubt, describeReportFault } from '../../../domain/messages/rollover.ts';
import { matchMeasures, type MeasureMatch } from '../../../domain/programme/match-measures.ts';
import { UnusableTemplate } from '../../../usecases/ports/document-codec.ts';
import { readReport } from '../../../usecases/year/read-report.ts';
import { choiceOf } from '../../args.ts';
import { DATA_OPTIONS, loadData } from '../../data.ts';
import { EXIT } from '../../io.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages } from '../../output/messages.ts';
import { printable } from '../../output/printable.ts';
import { renderDataProblems } from '../../output/render.ts';
import { UsageError } from '../../usage-error.ts';
import type { ProgrammeAction } from './action.ts';
import { outWorkbook, saveYear } from './save-year.ts';

/** `ita programme from-report FILE.docx --out FILE.xlsx`: makes a year's workbook from an older report, and lists what is not sure. */
export const fromReportAction: ProgrammeAction = {
  name: 'from-report',
  options: [...DATA_OPTIONS, 'out', 'replace', 'format'],
  operands: 1,
  async run(call) {
    const { io, ports, languages, operands } = call;
    const [file = ''] = operands;
    const format = choiceOf(call.options, 'format', ['text', 'json']);
    const out = outWorkbook(call, 'programme from-report');
    const { doubtful, ...other } = await loadData(call);
    const bytes = await ports.files.read(file);
    let draft;
    try {
      draft = await readReport(ports, bytes, other);
    } catch (error) {
      if (!(error instanceof UnusableTemplate)) throw error;
      const told = languages.map((language) => describeReportFault(error, file, language));
      io.err(`${printable(told.map(({ message, remedy }) => `${message} ${remedy}`).join('\n'))}\n`);
      return EXIT.fault;
    }
    if (draft === undefined) throw new UsageError('no-measures', { file });
    const { data, results, doubts, problems } = draft;
    const { lines, ...facts } = await saveYear(call, data, out);
    const { programme } = data;
    const matches = matchMeasures(other.programme, programme);
    const different = matches.filter(({ kind }) => kind !== 'same');
    const programmes = { earlier: other.programme, later: programme };
    const paragraphs = [...results.values()].flat().length;
    io.out(
      format === 'json'
        ? jsonDocument({
            id: programme.id,
            version: programme.version,
            ...facts,
            measuresCompared: matches.map(matchJson),
            results: Object.fromEntries(results),
            doubts,
            problems,
          })
        : `${inLanguages(languages, (voice) =>
            printable(
              [
                voice.line('report-read', { file, year: programme.year, measures: facts.measures, paragraphs }),
                voice.line('measures-compared', {
                  id: other.programme.id,
                  same: matches.length - different.length,
                  count: different.length,
                }),
                ...different.map((match) => `  ${describeMatch(match, programmes, voice.language) ?? ''}`),
                voice.line('to-look-at', { count: doubts.length + problems.length }),
                ...doubts.map((doubt) => `  ${describeReportDoubt(doubt, programme, voice.language)}`),
                ...(problems.length === 0 ? [] : [renderDataProblems(problems, voice)]),
                ...lines(voice),
              ].join('\n'),
            ),
          )}\n`,
    );
    return doubtful || doubts.length + problems.length > 0 ? EXIT.problems : EXIT.clean;
  },
};

function matchJson(match: MeasureMatch): unknown {
  return {
    kind: match.kind,
    earlier: 'earlier' in match ? match.earlier.measure.key : null,
    later: 'later' in match ? match.later.measure.key : null,
    ...('likeness' in match
      ? { likeness: match.likeness, rivals: match.rivals.map(({ measure }) => measure.key) }
      : {}),
  };
}
