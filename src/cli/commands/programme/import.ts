import { writeYear, type WrittenYear } from '../../../usecases/year/write-year.ts';
import type { YearImport } from '../../../usecases/year/read-year.ts';
import { choiceOf, requiredValue } from '../../args.ts';
import { DATA_OPTIONS } from '../../data.ts';
import { EXIT } from '../../io.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages, type Messages } from '../../output/messages.ts';
import { printable } from '../../output/printable.ts';
import type { ProgrammeAction } from './action.ts';
import { codeOf, importAsText, importJson, readImport } from './reading.ts';

/** `ita programme import FILE.xlsx --out FOLDER`: takes an edited workbook, after saying what is wrong and what changed. */
export const importAction: ProgrammeAction = {
  name: 'import',
  options: [...DATA_OPTIONS, 'out', 'replace', 'preview', 'format'],
  operands: 1,
  async run(call) {
    const { options, io, ports, languages, operands } = call;
    const [file = ''] = operands;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const isPreview = options.has('preview');
    const out = isPreview ? '' : requiredValue(options, 'out', 'programme import');
    const found = await readImport(call, file);
    const written =
      found.data === undefined || isPreview
        ? undefined
        : await writeYear(ports, {
            data: found.data,
            created: found.savedAt ?? ports.clock.now(),
            out,
            replace: options.has('replace'),
          });
    io.out(
      format === 'json'
        ? jsonDocument({ ...importJson(found, file, languages), written: written ?? null })
        : `${inLanguages(languages, (voice) => asText(found, written, isPreview, file, voice))}\n`,
    );
    return found.data === undefined ? EXIT.problems : codeOf(found);
  },
};

function asText(
  found: YearImport,
  written: WrittenYear | undefined,
  isPreview: boolean,
  file: string,
  voice: Messages,
): string {
  const { workbook = '', programme = '', roster = '' } = written ?? {};
  const next =
    written !== undefined
      ? [voice.line('programme-written', { workbook, programme, roster }), voice.line('programme-next', { workbook })]
      : isPreview && found.data !== undefined
        ? [voice.line('programme-preview')]
        : [];
  return [importAsText(found, file, voice), ...next.map(printable)].join('\n');
}
