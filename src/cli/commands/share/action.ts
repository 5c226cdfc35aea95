import type { DocumentLibrary } from '../../../usecases/ports/document-library.ts';
import type { Agency, Roster } from '../../../domain/programme/roster.ts';
import { requiredValue, type OptionName } from '../../args.ts';
import type { Call } from '../../command.ts';
import { DATA_OPTIONS } from '../../data.ts';
import { EXIT, type ExitCode } from '../../io.ts';
import { agenciesOf } from '../../named-agencies.ts';
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
export const SHARE_OPTIONS: readonly OptionName[] = [...DATA_OPTIONS, 'to', 'format'];

/** A shared folder and the signal of Ctrl-C. */
export interface OpenedLibrary {
  readonly library: DocumentLibrary;
  readonly signal?: AbortSignal;
}

/**
 * Opens the shared folder that `--to` names.
 * @throws {UsageError} {@link LibraryFault}
 */
export async function openedLibrary({ options, ports }: Call): Promise<OpenedLibrary> {
  const location = requiredValue(options, 'to', 'share');
  const signal = ports.onInterrupt?.();
  return { library: await ports.openLibrary(location, signal), ...(signal === undefined ? {} : { signal }) };
}

/**
 * The one agency that `--agency` names.
 * @throws {UsageError} if there is none, or more than one
 */
export function oneAgency({ options, operands }: Call, roster: Roster): Agency {
  const [agency, ...others] = agenciesOf([...(options.get('agency') ?? []), ...operands], roster);
  if (agency === undefined || others.length > 0) throw new UsageError('one-agency');
  return agency;
}

/** Tells a run apart from others in the log of the shared folder. */
export function newRun(): string {
  return crypto.randomUUID().slice(0, 8);
}

/** The exit code of a job that did what it was asked, or met something that a person has to look at. */
export function exitCode(isClean: boolean): ExitCode {
  return isClean ? EXIT.clean : EXIT.problems;
}
