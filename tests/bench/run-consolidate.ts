import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Input } from './inputs.ts';
import { runNode, type RunOptions, type Used } from './used-process.ts';

/** What the command reports; a run that read less than everything counts for nothing. */
interface Report {
  readonly files: number;
  readonly agencies: { readonly received: number };
  readonly entries: { readonly read: number; readonly merged: number };
}

/** A run, and how many answers it put into the master. */
export interface Consolidated extends Used {
  readonly answers: number;
}

/**
 * Runs `ita consolidate` as a process of its own, with nothing remembered of an earlier run and no master there.
 * @throws {Error} if an agency or an answer is missing
 */
export async function runConsolidate(
  folder: string,
  input: Input,
  files: number,
  options: Pick<RunOptions, 'flags' | 'seesMemory'> = {},
): Promise<Consolidated> {
  const own = mkdtempSync(path.join(folder, 'run-'));
  const argv = ['consolidate', input.folder, ...input.options, '--out', path.join(own, 'master.xlsx')];
  const used = await runNode('dist/ita.mjs', [...argv, '--format', 'json'], {
    ...options,
    env: { XDG_CACHE_HOME: own },
    // With 1 it says that there are problems, such as an answer that is missing.
    statuses: [0, 1],
  });
  rmSync(own, { recursive: true });
  const report = JSON.parse(used.out) as Report;
  const { read, merged } = report.entries;
  if (report.files !== files || report.agencies.received !== files || read !== merged || merged < files) {
    throw new Error(`not everything was consolidated: ${used.out.slice(0, 1_000)}`);
  }
  return { ...used, answers: merged };
}
