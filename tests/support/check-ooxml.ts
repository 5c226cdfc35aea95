import { spawnSync } from 'node:child_process';

const PROGRAM = 'tests/support/ooxml-schemas/check-ooxml';

/** The lines that the check of schemas prints for these files: a line for each problem, then how many files have any. */
export function checkOoxml(...files: readonly string[]): readonly string[] {
  const { stdout, stderr, error } = spawnSync(PROGRAM, files, { encoding: 'utf8' });
  if (error) throw error;
  const lines = stdout.trimEnd().split('\n');
  // A program that ends early must not pass for one that finds nothing.
  if (!lines.at(-1)?.startsWith(`${files.length} files checked`)) throw new Error(stderr);
  return lines;
}
