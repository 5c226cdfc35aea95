import type { SharePointSettings } from '../domain/deployment/deployment.ts';
import { signInText } from '../domain/messages/sign-in.ts';
import type { SignIn } from '../usecases/ports/sign-in.ts';
import { valueOf, type OptionName } from './args.ts';
import type { Call } from './command.ts';
import { inLanguages } from './output/messages.ts';

/** Options of every command that signs in. */
export const SIGN_IN_OPTIONS: readonly OptionName[] = ['config', 'certificate'];

/**
 * Signs in with the certificate that the options name, or as a person, who is told on standard error where to enter which code.
 * @throws {FileFault} {@link SignInFault} if the certificate cannot be used
 */
export async function signInOf(
  { io, languages, options, ports: { accounts, files, onInterrupt } }: Call,
  settings: SharePointSettings,
  { remember }: { readonly remember: boolean },
): Promise<SignIn> {
  const file = valueOf(options, 'certificate');
  return accounts.signIn(settings, {
    remember,
    signal: onInterrupt?.(),
    ...(file === undefined ? {} : { certificate: new TextDecoder().decode(await files.read(file)) }),
    tell: (prompt) =>
      io.err(`${inLanguages(languages, ({ language }) => signInText(language, 'device-code', { ...prompt }))}\n`),
  });
}
