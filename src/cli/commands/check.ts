import { cellName } from '../../domain/spreadsheet/address.ts';
import type { CliLabel } from '../../domain/messages/cli-words.ts';
import {
  countsOf,
  describeRemark,
  foundIn,
  severityInWords,
  suggestedFor,
} from '../../domain/messages/describe-remark.ts';
import { messageContext, type MessageContext } from '../../domain/messages/message.ts';
import type { Remark } from '../../domain/checks/remark.ts';
import type { Language } from '../../domain/messages/words.ts';
import { withArchives } from '../../usecases/archived-files.ts';
import { check, type CheckedFile } from '../../usecases/check.ts';
import { choiceOf, valueOf } from '../args.ts';
import { checkPage } from '../output/check-page.ts';
import type { Call, Command } from '../command.ts';
import { csvDocument } from '../output/csv.ts';
import { DATA_OPTIONS, loadData } from '../data.ts';
import { EXIT } from '../io.ts';
import { jsonDocument } from '../output/json.ts';
import { createProgress } from '../output/progress.ts';
import { remarkJson } from '../output/remarks.ts';
import { UsageError } from '../usage-error.ts';
import { inLanguages, messagesIn } from '../output/messages.ts';

/** `ita check`: lists what to fix in answers before they are sent, and makes fixed copies. */
export const checkCommand: Command = {
  name: 'check',
  options: [...DATA_OPTIONS, 'fix', 'out', 'replace', 'last-year', 'format'],
  operands: { least: 1, most: Infinity },
  async run(call) {
    const { operands, options, io, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json', 'csv']);
    const fixInto = valueOf(options, 'out');
    if (options.has('fix') !== (fixInto !== undefined)) throw new UsageError('fix-needs-out');
    const files = withArchives(ports.files, ports.codec);
    const data = await loadData(call, { files, paths: operands });
    const { programme, roster, doubtful } = data;
    const outcome = await check(
      { ...ports, files, progress: createProgress(io) },
      {
        programme,
        roster,
        paths: operands,
        replace: options.has('replace'),
        lastYear: options.get('last-year') ?? [],
        ...(fixInto === undefined ? {} : { fixInto }),
      },
    );
    if (outcome.kind === 'out-is-input') throw new UsageError('out-is-input', { out: outcome.file });
    io.out(asText(outcome.files, messageContext(data, 'agency'), call, format));
    if (outcome.nothingRead) return EXIT.fault;
    const isClean = outcome.files.every(({ remarks, copy }) => remarks.length === 0 && copy?.isWritten !== false);
    return doubtful || !isClean ? EXIT.problems : EXIT.clean;
  },
};

function asText(
  files: readonly CheckedFile[],
  context: MessageContext,
  { languages }: Call,
  format: 'text' | 'json' | 'csv',
): string {
  const language = languages[0] ?? 'th';
  switch (format) {
    case 'text':
      return `${inLanguages(languages, (voice) => checkPage(files, context, voice))}\n`;
    case 'json':
      return jsonDocument({ files: files.map((file) => fileJson(file, language, context)), totals: totalsOf(files) });
    case 'csv':
      return csvDocument([
        COLUMNS.map((column) => messagesIn(language).label(column)),
        ...files.flatMap((file) => csvRows(file, language, context)),
      ]);
  }
}

function fileJson(
  { file, agencies, ready, remarks, moves, changes, copy }: CheckedFile,
  language: Language,
  context: MessageContext,
): Record<string, unknown> {
  return {
    file,
    agencies,
    ready,
    copy: copy?.isWritten ? copy.path : null,
    remarks: remarks.map((remark) => remarkJson(remark, language, context)),
    moves: moves.map(({ sheet, from, to, finding }) => ({
      sheet,
      from: from.map(cellName),
      to: cellName(to),
      code: finding.code,
    })),
    changes: changes.map(({ sheet, row, column, findings }) => ({
      sheet,
      cell: cellName({ row, column }),
      fixes: findings.map(({ code, found, suggestion = '' }) => ({ code, before: found, after: suggestion })),
    })),
  };
}

function totalsOf(files: readonly CheckedFile[]): Record<string, number> {
  const { unanswered, bySeverity } = countsOf(files.flatMap((file) => file.remarks));
  return {
    files: files.length,
    ready: files.filter(({ ready }) => ready).length,
    unanswered,
    must: bySeverity.get('must') ?? 0,
    should: bySeverity.get('should') ?? 0,
    may: bySeverity.get('may') ?? 0,
  };
}

const COLUMNS = [
  'file',
  'agency',
  'sheet',
  'cell',
  'severity',
  'message',
  'found',
  'suggestion',
  'remedy',
  'code',
] as const satisfies readonly CliLabel[];

function csvRows({ file, agencies, remarks }: CheckedFile, language: Language, context: MessageContext): string[][] {
  const [owner] = agencies;
  return remarks.map((remark: Remark) => {
    const agency = remark.agency ?? owner;
    const { message, remedy } = describeRemark(remark, language, context);
    return [
      file,
      agency === undefined ? '' : (context.names?.(agency) ?? agency),
      remark.sheet ?? '',
      remark.cell ? cellName(remark.cell) : '',
      severityInWords(remark, language),
      message,
      foundIn(remark),
      suggestedFor(remark),
      remedy,
      remark.code,
    ];
  });
}
