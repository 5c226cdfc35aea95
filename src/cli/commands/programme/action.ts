import type { OptionName } from '../../args.ts';
import type { Call } from '../../command.ts';
import type { ExitCode } from '../../io.ts';

/** What `ita programme` does beside listing measures. */
export interface ProgrammeAction {
  readonly name: string;
  readonly options: readonly OptionName[];
  /** Number of files that it needs. */
  readonly operands: 0 | 1;
  run(call: Call): Promise<ExitCode>;
}
