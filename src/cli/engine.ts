import process from 'node:process';
import v8 from 'node:v8';

/** The latest major version of V8 that is known to have the flag by this name, which others would complain about. */
const LATEST = 13;

/** Bytes of code that a function runs through before V8 compiles it anew, and better; usually 132 KB. */
const BUDGET = 1_000_000;

/**
 * Lets V8 optimize less eagerly: nearly all that the program does is done in a few seconds, in which optimizing takes more time than it
 * saves (0.75 times the processor time for a year's workbooks, 0.95 for very long answers; `npm run bench -- consolidate`). It changes
 * when code is compiled, not what it does.
 */
export function optimizeLater(): void {
  if (Number.parseInt(process.versions.v8, 10) <= LATEST) v8.setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
