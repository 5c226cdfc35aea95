import { ANNEXES, type AnnexId } from '../../domain/master/document/annexes.ts';
import { REVIEW_SHEET } from '../../domain/master/sheet-names.ts';
import { isToLookAt } from '../../domain/document/template.ts';
import { describeTemplateNotice } from '../../domain/messages/describe-template.ts';
import { listPhrase } from '../../domain/messages/facts.ts';
import { messageContext, wordsOf } from '../../domain/messages/message.ts';
import { report, type ReportOutcome } from '../../usecases/report.ts';
import { choiceOf, requiredValue, valueOf, type Options } from '../args.ts';
import type { Command } from '../command.ts';
import { DATA_OPTIONS, loadData } from '../data.ts';
import { EXIT } from '../io.ts';
import { inLanguages, type Messages } from '../output/messages.ts';
import { jsonDocument, problemJson } from '../output/json.ts';
import { printable } from '../output/printable.ts';
import { renderProblems } from '../output/render.ts';
import { UsageError } from '../usage-error.ts';
import { ANY_SIZE } from '../../usecases/ports/workbook-codec.ts';

/** `ita report`: writes the report that is signed, for Word, from a master as it stands. */
export const reportCommand: Command = {
  name: 'report',
  options: [...DATA_OPTIONS, 'out', 'replace', 'as-of', 'letter', 'annex', 'template', 'no-unfinished', 'format'],
  operands: { least: 1, most: 1, missing: 'missing-file' },
  async run(call) {
    const { operands, options, io, ports, languages } = call;
    const [master = ''] = operands;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const out = requiredValue(options, 'out', 'report');
    if (!/\.docx$/i.test(out))
      throw new UsageError('bad-value', { option: '--out', found: out, allowed: 'REPORT.docx' });
    const annexes = annexesOf(options);
    const data = await loadData(call, { files: ports.files, paths: [master], sizeLimit: ANY_SIZE });
    const asOf = valueOf(options, 'as-of');
    const template = valueOf(options, 'template');
    const outcome = await report(ports, {
      ...data,
      master,
      out,
      replace: options.has('replace'),
      letter: options.has('letter'),
      annexes,
      unfinished: !options.has('no-unfinished'),
      ...(asOf === undefined ? {} : { asOf }),
      ...(template === undefined ? {} : { template }),
    });
    switch (outcome.kind) {
      case 'not-master':
        throw new UsageError('not-master', { file: master, year: data.programme.year });
      case 'no-letter':
        throw new UsageError('no-letter');
      case 'unreadable': {
        const context = messageContext(data, 'office');
        if (format === 'json') {
          io.out(jsonDocument({ problems: [problemJson(outcome.problem, languages[0] ?? 'th', context)] }));
        } else {
          io.err(`${inLanguages(languages, (voice) => renderProblems([outcome.problem], voice, context))}\n`);
        }
        return EXIT.fault;
      }
      case 'written':
        io.out(
          format === 'json'
            ? jsonDocument(asJson(outcome, out))
            : `${inLanguages(languages, (voice) => asText(outcome, out, voice, options.has('replace')))}\n`,
        );
        return data.doubtful || isWanting(outcome, out) ? EXIT.problems : EXIT.clean;
    }
  },
};

/** @throws {UsageError} for what cannot be annexed */
function annexesOf(options: Options): readonly AnnexId[] {
  return (options.get('annex') ?? []).map((found) => {
    const annex = ANNEXES.find((id) => id === found);
    if (annex === undefined)
      throw new UsageError('bad-value', { option: '--annex', found, allowed: ANNEXES.join(', ') });
    return annex;
  });
}

type Written = Extract<ReportOutcome, { readonly kind: 'written' }>;

/** Whether a person has to look at something before the report is signed. */
function isWanting(outcome: Written, out: string): boolean {
  const { path, measuresWithoutResult, toReview, missingSheets, textsBeside, isFrontUnclear, template } = outcome;
  const count = measuresWithoutResult + toReview + missingSheets.length + textsBeside;
  return path !== out || count > 0 || isFrontUnclear || template.some(isToLookAt);
}

function asJson(outcome: Written, out: string): unknown {
  return {
    out: outcome.path,
    notReplaced: outcome.path === out ? null : out,
    paragraphs: outcome.paragraphs,
    measuresWithoutResult: outcome.measuresWithoutResult,
    leftOut: outcome.leftOut,
    toReview: outcome.toReview,
    missingSheets: outcome.missingSheets,
    textsBeside: outcome.textsBeside,
    frontUnclear: outcome.isFrontUnclear,
    template: outcome.template,
  };
}

/** @param replace whether a file that is there was to be replaced, which only the template never is */
function asText(outcome: Written, out: string, voice: Messages, replace: boolean): string {
  const { path, paragraphs, measuresWithoutResult, leftOut, toReview, missingSheets, textsBeside } = outcome;
  const lines = [
    voice.line('reported', { path, paragraphs }),
    ...(path === out ? [] : [voice.line(replace ? 'report-beside-template' : 'report-beside', { out, path })]),
    ...(measuresWithoutResult === 0 ? [] : [voice.line('without-result', { count: measuresWithoutResult })]),
    ...(leftOut === 0 ? [] : [voice.line('unfinished-left-out', { count: leftOut })]),
    ...(missingSheets.length === 0
      ? []
      : [
          voice.line('report-without-sheets', {
            sheets: listPhrase(
              missingSheets.map((sheet) => `“${sheet}”`),
              wordsOf(voice.language),
            ),
          }),
        ]),
    ...(textsBeside === 0 ? [] : [voice.line('texts-beside', { count: textsBeside })]),
    ...(outcome.isFrontUnclear ? [voice.line('front-unclear')] : []),
    ...outcome.template.map((notice) => describeTemplateNotice(notice, voice.language)),
    toReview === 0
      ? voice.line('report-next')
      : voice.line('report-review-first', { count: toReview, sheet: REVIEW_SHEET }),
  ];
  return printable(lines.join('\n'));
}
