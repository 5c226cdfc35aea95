import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { portOfThread, Thread } from '../../src/adapters/threads/thread.ts';
import { Pool, WorkerFault } from '../../src/adapters/workers/pool.ts';
import { serve } from '../../src/adapters/workers/serve.ts';
import { examine, type Examined } from './examine.ts';
import { goodFiles } from './good-files.ts';
import { mutate, mutationOf, type Mutation } from './mutate.ts';

const USAGE = `npm run fuzz -- [--seconds N] [--seed S] [--file PATH]
Changes good workbooks at random and reads them. Ends with 1 where the reader fails, hangs, or loses a text without a problem.
--file    examines one input that was saved\n`;

/** Milliseconds for one input, which takes a few: beyond it the reader hangs. */
const TIME_LIMIT = 20_000;

const SAVED = 'dist/fuzz-finding.xlsx';

type Fuzzer = Pool<undefined, Uint8Array, Examined>;

async function examined(pool: Fuzzer, bytes: Uint8Array): Promise<Examined> {
  try {
    return await pool.run(bytes);
  } catch (error) {
    if (!(error instanceof WorkerFault)) throw error;
    return { outcome: error.kind, finding: error.message };
  }
}

async function fuzz(pool: Fuzzer, seconds: number, seed: number): Promise<boolean> {
  const files = await goodFiles();
  const outcomes = new Map<string, number>();
  const inputOf = (mutation: Mutation): Uint8Array => mutate(files.get(mutation.file)!, mutation);
  for (const [name, bytes] of files) {
    const { outcome, finding } = await examined(pool, bytes);
    if (outcome !== 'read' || finding !== undefined) throw new Error(`${name}: ${outcome} ${finding ?? ''}`);
  }
  const property = fc.asyncProperty(mutationOf([...files.keys()]), async (mutation) => {
    const { outcome, finding } = await examined(pool, inputOf(mutation));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (finding !== undefined) throw new Error(finding);
  });
  const limits = { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000 };
  const run = await fc.check(property, { ...limits, seed, markInterruptAsFailure: false });
  const count = [...outcomes.values()].reduce((sum, each) => sum + each, 0);
  process.stdout.write(`seed ${seed}: ${count} inputs\n`);
  for (const [outcome, times] of [...outcomes].toSorted(([, a], [, b]) => b - a)) {
    process.stdout.write(`${String(times).padStart(8)}  ${outcome}\n`);
  }
  const found = run.counterexample?.[0];
  if (!run.failed || found === undefined) return true;
  mkdirSync('dist', { recursive: true });
  writeFileSync(SAVED, inputOf(found));
  process.stdout.write(`\nFinding: ${String(run.errorInstance)}\n${JSON.stringify(found)}\n`);
  process.stdout.write(`Saved; repeat it with: npm run fuzz -- --file ${SAVED}\n`);
  return false;
}

async function runProgram(): Promise<boolean> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string' }, seed: { type: 'string' }, file: { type: 'string' } },
  });
  const seconds = Number(values.seconds ?? 60);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  if (!(seconds > 0) || !Number.isInteger(seed)) {
    process.stderr.write(USAGE);
    process.exit(2);
  }
  const spawn = (): Thread => new Thread(new URL(import.meta.url));
  const pool: Fuzzer = new Pool({ spawn, size: 1, timeLimit: TIME_LIMIT, setup: undefined });
  try {
    if (values.file === undefined) return await fuzz(pool, seconds, seed);
    const result = await examined(pool, Uint8Array.from(readFileSync(values.file)));
    process.stdout.write(`${result.outcome}\n${result.finding ?? ''}\n`);
    return result.finding === undefined;
  } finally {
    pool.close();
  }
}

const port = portOfThread();
if (port) serve(port, (task) => examine(task as Uint8Array));
else process.exitCode = (await runProgram()) ? 0 : 1;
