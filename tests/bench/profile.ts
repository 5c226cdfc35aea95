import { GARBAGE, profiled, STARTING, ZLIB, type Seconds } from './cpu-profile.ts';
import { AGENCIES, demoInput, madeUpInput, type Input } from './inputs.ts';
import type { Pass } from './passes.ts';
import { OURS } from './readers.ts';
import { figure, type Result, type Table } from './result.ts';
import { runConsolidate } from './run-consolidate.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { runNode } from './used-process.ts';

const OTHER_THREADS = 'other threads: compiling, garbage, files';

/** How often files are read from the first pass on, and how many passes make the first one a small part. */
const READINGS = [
  { name: 'first pass', passes: 1, processes: 10 },
  { name: 'forty passes', passes: 40, processes: 1 },
] as const;

/** Less than this part of the whole in every column is not told by itself. */
const LEAST = 0.02;

/** A run, and what its processor time was spent on. */
interface Column {
  readonly name: string;
  readonly shares: Seconds;
}

/** Tells where the time goes: of a whole run by folders of the source, of reading by modules. */
export function benchProfile(): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const demo = await demoInput(folder);
    const inputs = [demo, await madeUpInput(folder, 'full'), await madeUpInput(folder, 'long')];
    const runs: Column[] = [];
    for (const input of inputs) runs.push({ name: input.name, shares: await consolidating(folder, input) });
    const passes: Column[] = [];
    for (const how of READINGS) passes.push({ name: how.name, shares: await reading(folder, demo, how) });
    return {
      title: 'Where the time goes',
      note: 'Profiles of V8, of the inputs above. A regular expression or another function of V8 or Node counts for the code that called it, but for those of node:zlib. `node --cpu-prof dist/ita.mjs consolidate …` writes such a profile for the developer tools of Chromium (Performance, Load profile); the program keeps the names of functions.',
      tables: [
        tableOf(`ita consolidate, ${AGENCIES} workbooks: seconds`, runs),
        tableOf('Reading the workbooks of the demo: milliseconds a file', passes),
      ],
      charts: [],
      aims: [],
    };
  });
}

/** Seconds of a run, by folders. */
async function consolidating(folder: string, input: Input): Promise<Seconds> {
  const { seconds, given } = await profiled(folder, (flags) => runConsolidate(folder, input, AGENCIES, { flags }));
  return summed([...seconds, otherThreads(seconds, given.processorSeconds)], folderOf);
}

/** Milliseconds a file, by modules; without starting the program that reads. */
async function reading(
  parent: string,
  { folder }: Input,
  { passes, processes }: (typeof READINGS)[number],
): Promise<Seconds> {
  const all: (readonly [string, number])[] = [];
  for (let process = 0; process < processes; process += 1) {
    const argv = [OURS, folder, '0', String(passes)];
    const { seconds, given } = await profiled(parent, (flags) => runNode('dist/bench-read.mjs', argv, { flags }));
    const read = [...seconds].filter(([what]) => what !== STARTING);
    const used = (JSON.parse(given.out) as readonly Pass[]).map(({ processorMs = 0 }) => processorMs / 1000);
    all.push(...read, otherThreads(read, total(used)));
  }
  const files = processes * passes * AGENCIES;
  return summed(
    all.map(([what, seconds]) => [what, (1000 * seconds) / files]),
    (what) => what,
  );
}

function otherThreads(ofMainThread: Iterable<readonly [string, number]>, all: number): readonly [string, number] {
  return [OTHER_THREADS, Math.max(0, all - total(Array.from(ofMainThread, ([, seconds]) => seconds)))];
}

/** The folder of a module, as the rooms of the source are named. */
function folderOf(module: string): string {
  return [GARBAGE, ZLIB, STARTING, OTHER_THREADS].includes(module)
    ? module
    : module.split('/').slice(0, -1).slice(0, 3).join('/');
}

function summed(seconds: Iterable<readonly [string, number]>, nameOf: (what: string) => string): Seconds {
  const sums = new Map<string, number>();
  for (const [what, spent] of seconds) sums.set(nameOf(what), (sums.get(nameOf(what)) ?? 0) + spent);
  return sums;
}

function tableOf(title: string, columns: readonly Column[]): Table {
  const totals = columns.map(({ shares }) => total([...shares.values()]));
  const all = [...new Set(columns.flatMap(({ shares }) => [...shares.keys()]))];
  const most = (what: string): number =>
    Math.max(...columns.map(({ shares }, index) => (shares.get(what) ?? 0) / totals[index]!));
  const told = all.filter((what) => most(what) >= LEAST).toSorted((one, other) => most(other) - most(one));
  const row = (name: string, whats: readonly string[]): string[] => [
    name,
    ...columns.flatMap(({ shares }, index) => {
      const spent = total(whats.map((what) => shares.get(what) ?? 0));
      return [figure(spent), `${Math.round((100 * spent) / totals[index]!)} %`];
    }),
  ];
  return {
    title,
    head: ['', ...columns.flatMap(({ name }) => [name, ''])],
    rows: [
      ...told.map((what) => row(what, [what])),
      row(
        'everything else',
        all.filter((what) => !told.includes(what)),
      ),
      row('together', all),
    ],
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
