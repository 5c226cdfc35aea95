import process from 'node:process';
import v8 from 'node:v8';

/** The latest major version of V8 that is known to have the flags by these names, which others would complain about. */
const LATEST = 13;

/** Bytes of code that a function runs through before V8 compiles it anew, and better; usually 132 KB. */
const BUDGET = 1_000_000;

/** How much larger than what is in use the memory may grow before V8 looks for what is not; usually up to 4 times as large. */
const GROWTH_PERCENT = { reading: 100, after: 15 } as const;

/**
 * Lets V8 optimize less eagerly: nearly all that the program does is done in a few seconds, in which optimizing takes more time than it
 * saves (0.75 times the processor time for a year's workbooks, 0.95 for very long answers; `npm run bench -- consolidate`). It changes
 * when code is compiled, not what it does.
 */
export function optimizeLater(): void {
  setFlag('interrupt-budget', BUDGET);
}

/**
 * Lets V8 collect garbage before the memory has become several times as large as what is in use, for more processor time (0.7 times the
 * memory and 1.04 times the time for 770 full workbooks). It changes no result. Threads grow as little from then on, and a small heap
 * that grows little is collected all the time: so it may grow more while they read.
 */
export function limitHeapGrowth(when: keyof typeof GROWTH_PERCENT): void {
  setFlag('heap-growing-percent', GROWTH_PERCENT[when]);
}

function setFlag(name: string, value: number): void {
  if (Number.parseInt(process.versions.v8, 10) <= LATEST) v8.setFlagsFromString(`--${name}=${value}`);
}
