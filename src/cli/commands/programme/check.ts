import { choiceOf } from '../../args.ts';
import { DATA_OPTIONS } from '../../data.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages } from '../../output/messages.ts';
import type { ProgrammeAction } from './action.ts';
import { codeOf, importAsText, importJson, readImport } from './reading.ts';

/** `ita programme check FILE.xlsx`: says what is wrong in an edited workbook and what changed in it; writes nothing. */
export const checkAction: ProgrammeAction = {
  name: 'check',
  options: [...DATA_OPTIONS, 'format'],
  operands: 1,
  async run(call) {
    const { options, io, languages, operands } = call;
    const [file = ''] = operands;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const found = await readImport(call, file);
    io.out(
      format === 'json'
        ? jsonDocument(importJson(found, file, languages))
        : `${inLanguages(languages, (voice) => importAsText(found, file, voice))}\n`,
    );
    return codeOf(found);
  },
};
