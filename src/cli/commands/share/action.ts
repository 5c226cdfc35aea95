import type { DocumentLibrary } from '../../../usecases/ports/document-library.ts';
import type { Agency, Roster } from '../../../domain/programme/roster.ts';
import { requiredValue, type OptionName } from '../../args.ts';
import type { Call } from '../../command.ts';
import { DATA_OPTIONS, loadSharePoint } from '../../data.ts';
import { EXIT, type ExitCode } from '../../io.ts';
import { agenciesOf } from '../../named-agencies.ts';
import { SIGN_IN_OPTIONS, signInOf } from '../../sign-in.ts';
import { UsageError } from '../../usage-error.ts';

/** One of the things that `ita share` does; its operands are those after its name. */
export interface ShareAction {
  readonly name: string;
  readonly options: readonly OptionName[];
  /** Most operands. */
  readonly operands: number;
  run(call: Call): Promise<ExitCode>;
}

/** Options that every action takes. */
export const SHARE_OPTIONS: readonly OptionName[] = [...DATA_OPTIONS, ...SIGN_IN_OPTIONS, 'to', 'format'];

/** A shared folder, what tells this run from others in its log, and the signal of Ctrl-C. */
export interface OpenedLibrary {
  readonly library: DocumentLibrary;
  readonly run: { readonly run: string; readonly by?: string };
  readonly signal?: AbortSignal;
}

/**
 * Opens the shared folder that `--to` names: a folder of this computer, or the link of one, which takes an account.
 * @throws {UsageError} {@link LibraryFault}
 */
export async function openedLibrary(call: Call): Promise<OpenedLibrary> {
  const { options, ports } = call;
  const location = requiredValue(options, 'to', 'share');
  const signal = ports.onInterrupt?.();
  const aborted = signal === undefined ? {} : { signal };
  const run = crypto.randomUUID().slice(0, 8);
  if (!/^https:/i.test(location))
    return { library: await ports.openFolder(location, signal), run: { run }, ...aborted };
  const signIn = await signInOf(call, await loadSharePoint(call, 'share'), { remember: false });
  const library = await ports.openLink(location, signIn, signal);
  const by = signIn.account?.name;
  return { library, run: { run, ...(by === undefined ? {} : { by }) }, ...aborted };
}

/**
 * Finds the one agency that `--agency` names in the roster of a year, which may be known only later.
 * @throws {UsageError} at once if it names none, or more than one; later if there is no such agency
 */
export function oneAgency({ options, operands }: Call): (roster: Roster) => Agency {
  const [name, ...others] = new Set([...(options.get('agency') ?? []), ...operands]);
  if (name === undefined || others.length > 0) throw new UsageError('one-agency');
  return (roster) => {
    const [agency] = agenciesOf([name], roster);
    if (agency === undefined) throw new UsageError('one-agency');
    return agency;
  };
}

/** The exit code of a job that did what it was asked, or met something that a person has to look at. */
export function exitCode(isClean: boolean): ExitCode {
  return isClean ? EXIT.clean : EXIT.problems;
}
