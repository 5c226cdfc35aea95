import { convertDigits, type Digits } from '../../domain/text/thai-digits.ts';
import { convertLines, NotUtf8 } from '../../usecases/convert-lines.ts';
import { choiceOf, requiredValue } from '../args.ts';
import type { Call, Command } from '../command.ts';
import { loadDigitProfile } from '../data.ts';
import { EXIT } from '../io.ts';
import { inLanguages } from '../output/messages.ts';

/** `ita digits`: converts the digits of standard input line by line. */
export const digitsCommand: Command = {
  name: 'digits',
  options: ['to', 'profile'],
  operands: { least: 0, most: 0 },
  async run(call) {
    const { io, languages } = call;
    const to = digitsOf(call, 'digits');
    const { profile, doubtful } = await loadDigitProfile(call);
    const convert = (text: string): string => convertDigits(text, to, profile).text;
    try {
      for await (const text of convertLines(io.input ?? nothing(), convert)) {
        io.out(text);
        if ((await io.ready?.()) === false) break;
      }
      return doubtful ? EXIT.problems : EXIT.clean;
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      io.err(`${inLanguages(languages, (voice) => voice.error('not-utf8', { line: error.line }))}\n`);
      return EXIT.fault;
    }
  },
};

/**
 * The digits to convert to.
 * @throws {UsageError} if they are missing or unknown
 */
export function digitsOf({ options }: Call, command: string): Digits {
  requiredValue(options, 'to', command);
  return choiceOf(options, 'to', ['thai', 'arabic']);
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  // Without standard input there is nothing to convert.
}
