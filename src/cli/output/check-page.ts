import { cellName } from '../../domain/spreadsheet/address.ts';
import { describeRemark, foundIn, severityInWords, suggestedFor } from '../../domain/messages/describe-remark.ts';
import type { MessageContext } from '../../domain/messages/message.ts';
import { groupBy } from '../../domain/text/group-by.ts';
import { isFinding, severityOfRemark, type Remark } from '../../domain/checks/remark.ts';
import type { CheckedFile } from '../../usecases/check.ts';
import { printable } from './printable.ts';
import { alignRows, severitiesAsText } from './render.ts';
import { howToReplace } from './how-to-replace.ts';
import type { Messages } from './messages.ts';

/** Renders the remarks of each file for an agency to read, by file, sheet and cell, with remedies. */
export function checkPage(files: readonly CheckedFile[], context: MessageContext, voice: Messages): string {
  const ready = files.filter((file) => file.ready).length;
  const pages = files.map((file) => filePage(file, context, voice));
  const copies = files.flatMap(({ file, copy }) => (copy?.isWritten ? [{ file, copy: copy.path }] : []));
  const closing = [voice.line('checked', { files: files.length, ready }), ...howToReplace(copies, voice)];
  return printable([...pages, closing.join('\n')].join('\n\n'));
}

function filePage(checked: CheckedFile, context: MessageContext, voice: Messages): string {
  const { file, agencies, remarks, changes, copy, fixable } = checked;
  const rows: (readonly [string, string])[] = [
    [voice.label('file'), file],
    ...agencies.map((code) => [voice.label('agency'), context.names?.(code) ?? code] as const),
    [voice.label('result'), verdict(checked, voice)],
  ];
  if (copy?.isWritten) rows.push([voice.label('copy'), copy.path]);
  const sheets = [...groupBy(remarks, ({ sheet = '' }) => sheet)].map(([sheet, ofSheet]) =>
    [
      sheetHeading(sheet, voice),
      ...[...groupBy(ofSheet, cellAndCode).values()].map((same) => entry(same, context, voice)),
    ]
      .filter(Boolean)
      .join('\n'),
  );
  const notes = [
    ...(copy?.isWritten === false ? [voice.line('copy-not-replaced', { path: copy.path })] : []),
    ...(fixable > 0 && !copy ? [voice.line('can-be-fixed', { count: fixable })] : []),
    ...(checked.moves.length > 0 ? [moved(checked, voice)] : []),
    ...(changes.length > 0 ? [fixed(checked, voice)] : []),
  ];
  return [alignRows(rows), ...sheets, ...notes].join('\n\n');
}

function verdict({ agencies, ready, remarks }: CheckedFile, voice: Messages): string {
  if (agencies.length === 0 && remarks.every((remark) => severityOfRemark(remark) === 'may'))
    return voice.line('not-checked');
  if (remarks.length === 0 && ready) return voice.line('ready');
  return voice.line(ready ? 'ready-with-notes' : 'not-ready', { counts: severitiesAsText(remarks, voice) });
}

function sheetHeading(sheet: string, voice: Messages): string {
  return sheet === '' ? '' : `${voice.label('sheet')} “${sheet}”`;
}

/** Findings of one kind in a cell are shown once, with all texts found; a message about a measure names it itself. */
function cellAndCode(remark: Remark): string {
  const { message } = isFinding(remark) ? { message: JSON.stringify([remark.facts, remark.measure]) } : { message: '' };
  return JSON.stringify([remark.cell, remark.code, message]);
}

function entry(same: readonly [Remark, ...Remark[]], context: MessageContext, voice: Messages): string {
  const [first] = same;
  const { message, remedy } = describeRemark(first, voice.language, context);
  const cell = first.cell === undefined ? '' : `${voice.label('cell')} ${cellName(first.cell)} `;
  const found = same.map((remark) => shown(foundIn(remark), suggestedFor(remark))).filter(Boolean);
  const lines = [
    `  ${cell}[${severityInWords(first, voice.language)}] ${message}`,
    ...found.map((text) => `    ${text}`),
  ];
  return [...lines, `    → ${remedy}`].join('\n');
}

function moved({ moves }: CheckedFile, voice: Messages): string {
  const lines = moves.map(({ sheet, from, to }) => {
    return `  ${sheetHeading(sheet, voice)} ${from.map(cellName).join(', ')} → ${cellName(to)}`;
  });
  return [voice.line('moved', { count: lines.length }), ...lines].join('\n');
}

function fixed({ changes }: CheckedFile, voice: Messages): string {
  const lines = changes.flatMap(({ sheet, row, column, findings }) => [
    `  ${sheetHeading(sheet, voice)} ${voice.label('cell')} ${cellName({ row, column })}`,
    ...new Set(findings.map((finding) => `    ${shown(finding.found, finding.suggestion ?? '')}`)),
  ]);
  return [voice.line('fixed', { count: changes.length }), ...lines].join('\n');
}

function shown(before: string, after: string): string {
  if (before === '') return '';
  return after === '' ? `“${before}”` : `“${before}” → “${after}”`;
}
