import { signInText } from '../../domain/messages/sign-in.ts';
import type { Command } from '../command.ts';
import { loadSharePoint } from '../data.ts';
import { EXIT } from '../io.ts';
import { inLanguages } from '../output/messages.ts';
import { SIGN_IN_OPTIONS, signInOf } from '../sign-in.ts';

/** `ita sign-in`: signs a person in until `ita sign-out`, or tries a certificate. */
export const signInCommand: Command = {
  name: 'sign-in',
  options: SIGN_IN_OPTIONS,
  operands: { least: 0, most: 0 },
  async run(call) {
    const signIn = await signInOf(call, await loadSharePoint(call, 'sign-in'), { remember: true });
    await signIn.token();
    const name = signIn.account?.name ?? '';
    call.io.out(`${inLanguages(call.languages, ({ language }) => signInText(language, 'signed-in', { name }))}\n`);
    return EXIT.clean;
  },
};
