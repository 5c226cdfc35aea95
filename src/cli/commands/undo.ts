import { describeProblem } from '../../domain/messages/message.ts';
import type { Language } from '../../domain/messages/words.ts';
import { locationName } from '../../domain/spreadsheet/address.ts';
import { undoConversion, type UndoOutcome } from '../../usecases/undo-conversion.ts';
import { choiceOf } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { jsonDocument, problemJson } from '../output/json.ts';
import { printable } from '../output/printable.ts';
import { renderDataProblems } from '../output/render.ts';
import { inLanguages, type Messages } from '../output/messages.ts';

/** `ita undo`: undoes a conversion in place by its undo record. */
export const undoCommand: Command = {
  name: 'undo',
  options: ['format'],
  operands: { least: 1, most: 1, missing: 'missing-file' },
  async run({ operands: [record = ''], options, languages, io, ports }) {
    const format = choiceOf(options, 'format', ['text', 'json']);
    const outcome = await undoConversion(ports, record);
    if (format === 'json') io.out(jsonDocument(asJson(outcome, languages[0] ?? 'th')));
    else {
      const text = `${inLanguages(languages, (voice) => printable(asText(outcome, record, voice)))}\n`;
      if (outcome.kind === 'undone') io.out(text);
      else io.err(text);
    }
    return exitOf(outcome);
  },
};

function exitOf(outcome: UndoOutcome): ExitCode {
  if (outcome.kind !== 'undone') return EXIT.fault;
  return outcome.stale.length > 0 ? EXIT.problems : EXIT.clean;
}

function asText(outcome: UndoOutcome, record: string, voice: Messages): string {
  switch (outcome.kind) {
    case 'no-record':
      return `${voice.error('no-undo-record', { file: record })}\n${renderDataProblems(outcome.problems, voice)}`;
    case 'unreadable': {
      const { where, message, remedy } = describeProblem(outcome.problem, voice.language, { reader: 'agency' });
      return `${where}\n   ${message}\n   → ${remedy}`;
    }
    case 'undone': {
      const { file, restored, stale } = outcome;
      const cells = stale.map(locationName).join(', ');
      return [
        voice.line('undone', { file, count: restored.length }),
        ...(stale.length === 0 ? [] : [voice.line('changed-since', { count: stale.length, cells })]),
      ].join('\n');
    }
  }
}

function asJson(outcome: UndoOutcome, language: Language): unknown {
  switch (outcome.kind) {
    case 'no-record':
      return { file: null, problems: outcome.problems };
    case 'unreadable':
      return { file: null, problems: [problemJson(outcome.problem, language, { reader: 'agency' })] };
    case 'undone':
      return {
        file: outcome.file,
        restored: outcome.restored.map(locationName),
        changedSince: outcome.stale.map(locationName),
      };
  }
}
