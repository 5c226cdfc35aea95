import { describeProblem } from '../../domain/messages/message.ts';
import type { Language } from '../../domain/messages/words.ts';
import type { CellChange, ConversionPlan } from '../../domain/conversion/changes.ts';
import type { SkipReason } from '../../domain/conversion/skip-reason.ts';
import { skippedByReason } from '../../domain/conversion/skipped-cells.ts';
import { shownAfter } from '../../domain/conversion/shown-after.ts';
import type { Digits } from '../../domain/text/thai-digits.ts';
import { locationName } from '../../domain/spreadsheet/address.ts';
import type { FileConversion } from '../../usecases/convert-workbooks.ts';
import { howToReplace } from './how-to-replace.ts';
import { printable } from './printable.ts';
import { inLanguages, messagesIn, type Messages } from './messages.ts';

/** How conversions are shown. */
export interface ConversionView {
  readonly languages: readonly Language[];
  /** Whether to list digits that stay unchanged, too. */
  readonly listsUnchanged: boolean;
  /** Whether the command saves files. */
  readonly saves: boolean;
}

/** Prints every change of every file once, then a summary and notes in each language. */
export function conversionsAsText(conversions: readonly FileConversion[], view: ConversionView): string {
  const listed = conversions.map((conversion) => fileAsText(conversion, view)).filter((text) => text !== '');
  return [...listed, inLanguages(view.languages, (voice) => printable(summary(conversions, view, voice)))].join('\n\n');
}

function fileAsText(conversion: FileConversion, view: ConversionView): string {
  if ('problem' in conversion) return '';
  const { file, plan, written } = conversion;
  const lines = [
    ...plan.changes.map((change) => changeLine(change, plan.to)),
    ...(view.listsUnchanged ? unchangedLines(plan, view.languages) : []),
  ];
  const head = written === undefined || written === file ? file : `${file} → ${written}`;
  return lines.length === 0 ? '' : printable([head, ...lines.map((line) => `  ${oneLine(line)}`)].join('\n'));
}

function changeLine(change: CellChange, to: Digits): string {
  const what =
    change.kind === 'text'
      ? change.changes.map(({ before, after }) => `${before} → ${after}`).join(', ')
      : `${change.text} → ${shownAfter(change, to)}`;
  return `${locationName(change)}  ${what}`;
}

function unchangedLines({ changes, skipped }: ConversionPlan, languages: readonly Language[]): readonly string[] {
  const words = (say: (voice: Messages) => string): string =>
    languages.map((language) => say(messagesIn(language))).join(' / ');
  const tokens = [...changes.filter((change) => change.kind === 'text'), ...skipped].flatMap((cell) =>
    cell.preserved.map(
      ({ text, reason }) => `${locationName(cell)}  = ${text} (${words((voice) => voice.preservedToken(reason))})`,
    ),
  );
  const cells = skipped
    .filter(({ reason }) => reason !== 'all-preserved')
    .map((cell) => `${locationName(cell)}  = ${cell.text} (${words((voice) => voice.skippedCell(cell.reason))})`);
  return [...tokens, ...cells];
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function summary(conversions: readonly FileConversion[], { saves }: ConversionView, voice: Messages): string {
  if (conversions.length === 0) return voice.line('no-files');
  const lines: string[] = [];
  const plans: ConversionPlan[] = [];
  for (const conversion of conversions) {
    if ('problem' in conversion) {
      const { where, message, remedy } = describeProblem(conversion.problem, voice.language, { reader: 'agency' });
      lines.push(`${where}\n   ${message}\n   → ${remedy}`);
      continue;
    }
    plans.push(conversion.plan);
    lines.push(...remarks(conversion, voice));
  }
  const changes = plans.flatMap((plan) => plan.changes);
  if (plans.length > 0 && changes.length === 0) {
    return [voice.line('nothing-to-convert', { files: plans.length }), ...leftLines(plans, voice), ...lines].join('\n');
  }
  const head = voice.line(saves ? 'converted' : 'would-convert', {
    cells: changes.length,
    changes: changes.reduce((sum, change) => sum + (change.kind === 'text' ? change.changes.length : 1), 0),
    files: plans.filter((plan) => plan.changes.length > 0).length,
    total: conversions.length,
    left: [...leftCells(plans).values()].reduce((sum, count) => sum + count, 0),
  });
  const copies = conversions.flatMap((one) =>
    'problem' in one || one.written === undefined || one.written === one.file
      ? []
      : [{ file: one.file, copy: one.written }],
  );
  const closing = howToReplace(copies, voice);
  const inPlace = closing.length === 0 ? [] : [voice.line('convert-in-place')];
  return [head, ...leftLines(plans, voice), ...lines, ...closing, ...inPlace].join('\n');
}

/** How many cells stay as they are, by reason. */
function leftCells(plans: readonly ConversionPlan[]): ReadonlyMap<SkipReason, number> {
  const cells = plans.flatMap(({ skipped }) => skipped);
  return new Map([...skippedByReason(cells)].map(([reason, { length }]) => [reason, length]));
}

function leftLines(plans: readonly ConversionPlan[], voice: Messages): readonly string[] {
  return [...leftCells(plans)].map(
    ([reason, count]) => `   ${voice.line('left-because', { count, reason: voice.skippedCell(reason) })}`,
  );
}

/** Notes about one converted file. */
function remarks(
  conversion: Extract<FileConversion, { readonly plan: ConversionPlan }>,
  voice: Messages,
): readonly string[] {
  const { plan, notReplaced, undo, missingSheets } = conversion;
  const [trap] = plan.fontTraps;
  return [
    ...(notReplaced === undefined ? [] : [voice.line('not-replaced', { file: notReplaced })]),
    ...missingSheets.map((sheet) => `${conversion.file}: ${voice.line('no-such-sheet', { sheet })}`),
    ...(trap === undefined
      ? []
      : [voice.line('font-trap', { font: trap.font, count: plan.fontTraps.length, cell: locationName(trap) })]),
    ...(undo === undefined ? [] : [voice.line('undo-hint', { file: undo })]),
  ];
}
