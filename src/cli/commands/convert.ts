import type { CellChange, SkippedCell, FontTrap } from '../../domain/conversion/changes.ts';
import type { CellLocation } from '../../domain/spreadsheet/address.ts';
import { cellName } from '../../domain/spreadsheet/address.ts';
import { isUnreadable } from '../../usecases/unreadable.ts';
import { convertWorkbooks, type ConvertTarget, type FileConversion } from '../../usecases/convert-workbooks.ts';
import { choiceOf, valueOf } from '../args.ts';
import type { Call, Command } from '../command.ts';
import { loadDigitProfile } from '../data.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { jsonDocument, problemJson } from '../output/json.ts';
import { createProgress } from '../output/progress.ts';
import { UsageError } from '../usage-error.ts';
import { conversionsAsText } from '../output/render-conversion.ts';
import { digitsOf } from './digits.ts';

/** `ita convert`: converts the digits of workbooks and changes nothing else. */
export const convertCommand: Command = {
  name: 'convert',
  options: ['to', 'profile', 'out', 'replace', 'in-place', 'dry-run', 'sheet', 'kept', 'format'],
  operands: { least: 1, most: Infinity },
  async run(call) {
    const { operands: paths, options, io, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const to = digitsOf(call, 'convert');
    const target = targetOf(call);
    const { profile, doubtful } = await loadDigitProfile(call);
    const request = { paths, options: { to, profile }, sheets: options.get('sheet') ?? [], target };
    const conversions = await convertWorkbooks({ ...ports, progress: createProgress(io) }, request);
    io.out(
      format === 'json'
        ? jsonDocument({ to, files: conversions.map((conversion) => conversionJson(conversion, call)) })
        : `${conversionsAsText(conversions, { ...call, listsUnchanged: options.has('kept'), saves: target.kind !== 'none' })}\n`,
    );
    return exitOf(conversions, doubtful);
  },
};

function targetOf({ options }: Call): ConvertTarget {
  const folder = valueOf(options, 'out');
  if (folder !== undefined && options.has('in-place')) throw new UsageError('out-or-in-place');
  if (options.has('dry-run')) return { kind: 'none' };
  if (folder !== undefined) return { kind: 'folder', folder, replace: options.has('replace') };
  if (options.has('in-place')) return { kind: 'in-place' };
  throw new UsageError('out-or-in-place');
}

function exitOf(conversions: readonly FileConversion[], doubtful: boolean): ExitCode {
  const problems = conversions.flatMap((conversion) => ('problem' in conversion ? [conversion.problem] : []));
  if (conversions.length > 0 && problems.filter(isUnreadable).length === conversions.length) return EXIT.fault;
  const wanting = conversions.some(
    (one) => !('problem' in one) && (one.notReplaced !== undefined || one.missingSheets.length > 0),
  );
  return doubtful || wanting || problems.length > 0 || conversions.length === 0 ? EXIT.problems : EXIT.clean;
}

/** The JSON of one converted file; null for what does not apply. */
function conversionJson(conversion: FileConversion, { languages }: Call): unknown {
  const { file } = conversion;
  if ('problem' in conversion) {
    return { file, problem: problemJson(conversion.problem, languages[0] ?? 'th', { reader: 'agency' }) };
  }
  const { plan, written = null, undo = null, notReplaced = null, missingSheets } = conversion;
  return {
    file,
    problem: null,
    written,
    undo,
    notReplaced,
    missingSheets,
    changes: plan.changes.map(inA1),
    skipped: plan.skipped.map(inA1),
    fontTraps: plan.fontTraps.map(inA1),
  };
}

/** Replaces row and column with an A1 reference. */
function inA1<T extends CellChange | SkippedCell | FontTrap>(
  cell: T,
): Omit<T, keyof CellLocation> & { readonly cell: string } {
  const { row, column, ...rest } = cell;
  return { ...rest, cell: cellName({ row, column }) } as Omit<T, keyof CellLocation> & { readonly cell: string };
}
