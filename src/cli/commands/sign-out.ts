import { signInText } from '../../domain/messages/sign-in.ts';
import type { Command } from '../command.ts';
import { loadSharePoint } from '../data.ts';
import { EXIT } from '../io.ts';
import { inLanguages } from '../output/messages.ts';

/** `ita sign-out`: deletes what `ita sign-in` left on the computer. */
export const signOutCommand: Command = {
  name: 'sign-out',
  options: ['config'],
  operands: { least: 0, most: 0 },
  async run(call) {
    await call.ports.accounts.signOut(await loadSharePoint(call, 'sign-out'));
    call.io.out(`${inLanguages(call.languages, ({ language }) => signInText(language, 'signed-out'))}\n`);
    return EXIT.clean;
  },
};
