import type { Language } from '../domain/messages/words.ts';
import type { OptionName, Options } from './args.ts';
import type { CliPorts, ExitCode, Io } from './io.ts';

/** The input of a command. */
export interface Call {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly languages: readonly Language[];
  readonly io: Io;
  readonly ports: CliPorts;
}

/** A command. */
export interface Command {
  readonly name: string;
  /** Options in addition to the common ones. */
  readonly options: readonly OptionName[];
  /** The number of operands, and the error for too few. */
  readonly operands: {
    readonly least: number;
    readonly most: number;
    readonly missing?: 'missing-operand' | 'missing-file';
  };
  /** @throws {UsageError} for an invalid value, {@link FileFault} if a file cannot be read or written. */
  run(call: Call): Promise<ExitCode>;
}
