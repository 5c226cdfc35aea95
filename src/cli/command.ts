import type { Language } from '../domain/messages/words.ts';
import type { OptionName, Options } from './args.ts';
import type { CliPorts, ExitCode, Io } from './io.ts';

/** What a command gets to work with. */
export interface Call {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly languages: readonly Language[];
  readonly io: Io;
  readonly ports: CliPorts;
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** Options that it takes beside the common ones. */
  readonly options: readonly OptionName[];
  /** How many operands it takes, and what is said where there are fewer. */
  readonly operands: {
    readonly least: number;
    readonly most: number;
    readonly missing?: 'missing-operand' | 'missing-file';
  };
  /** @throws {UsageError} for a value that cannot be, {@link FileFault} where a file cannot be read or written. */
  run(call: Call): Promise<ExitCode>;
}
