import { measuresOf } from '../../../domain/programme/programme.ts';
import type { YearData } from '../../../domain/programme/year-data.ts';
import { freePath } from '../../../usecases/free-path.ts';
import { planYear } from '../../../usecases/year/plan-year.ts';
import { requiredValue } from '../../args.ts';
import type { Call } from '../../command.ts';
import type { Messages } from '../../output/messages.ts';
import { UsageError } from '../../usage-error.ts';

/** A year's workbook that was written. */
export interface SavedYear {
  readonly path: string;
  readonly year: number;
  readonly measures: number;
  readonly agencies: number;
  /** What was written where, and what comes next. */
  readonly lines: (voice: Messages) => readonly string[];
}

/**
 * The workbook that `--out` names.
 * @throws {UsageError}
 */
export function outWorkbook({ options }: Call, command: string): string {
  const out = requiredValue(options, 'out', command);
  if (!/\.xlsx$/i.test(out)) throw new UsageError('bad-value', { option: '--out', found: out, allowed: 'FILE.xlsx' });
  return out;
}

/**
 * Writes a year's data as a workbook; one that is there already is kept, unless it may be replaced.
 * @throws {FileFault}
 */
export async function saveYear({ options, ports }: Call, data: YearData, out: string): Promise<SavedYear> {
  const bytes = await ports.codec.encode(planYear(data, ports.clock.now()));
  const path = options.has('replace') ? out : await freePath(ports.files, out, bytes);
  await ports.files.write(path, bytes);
  const facts = {
    path,
    year: data.programme.year,
    measures: measuresOf(data.programme).length,
    agencies: data.roster.agencies.length,
  };
  return {
    ...facts,
    lines: (voice) => [
      voice.line('programme-exported', facts),
      ...(path === out ? [] : [voice.line('kept-beside', { out, path })]),
      voice.line('programme-export-next', { path }),
    ],
  };
}
