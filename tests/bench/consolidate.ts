import path from 'node:path';
import { AGENCIES, demoInput, madeUpInput, type Input } from './inputs.ts';
import { median, QUICK, type Effort } from './race.ts';
import { runConsolidate } from './run-consolidate.ts';
import { figure, type Aim, type Result, type Table } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { pythonWith, runNode, runPython, type Used } from './used-process.ts';

const OURS = 'ita consolidate';
const SHEETJS = 'SheetJS, concatenates';
const PANDAS = 'pandas, concatenates';
const PEERS = 'tests/bench/peers';

/** The most that we may take, of the peer's processor time. */
const LIMITS: readonly { readonly input: string; readonly peer: string; readonly limit: number }[] = [
  { input: 'demo', peer: SHEETJS, limit: 1 },
  { input: 'demo', peer: PANDAS, limit: 0.25 },
  { input: 'full', peer: SHEETJS, limit: 1 },
  { input: 'long', peer: SHEETJS, limit: 1.2 },
];

type Runs = ReadonlyMap<string, readonly Used[]>;

/** Runs `ita consolidate` as a process of its own, in turn with scripts that only put the rows of the same files together. */
export function benchConsolidate(effort: Effort): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const inputs = [await demoInput(folder), await madeUpInput(folder, 'full'), await madeUpInput(folder, 'long')];
    const measured = new Map<string, Runs>();
    for (const input of inputs) {
      measured.set(input.name, await runInTurns(programsFor(folder, input), effort === QUICK ? 1 : 7));
    }
    return report(measured);
  });
}

/** The programs; a machine without pandas has no peer of that name. */
function programsFor(folder: string, input: Input): ReadonlyMap<string, () => Promise<Used>> {
  const argv = [input.folder, path.join(folder, 'whole.xlsx')];
  const python = pythonWith('pandas, openpyxl');
  return new Map([
    [OURS, () => runConsolidate(folder, input, AGENCIES)],
    [SHEETJS, () => runNode(path.join(PEERS, 'concatenate.mjs'), argv)],
    ...(python === undefined
      ? []
      : ([[PANDAS, () => runPython(python, path.join(PEERS, 'concatenate.py'), argv)]] as const)),
  ]);
}

async function runInTurns(programs: ReadonlyMap<string, () => Promise<Used>>, rounds: number): Promise<Runs> {
  const runs = new Map(Array.from(programs.keys(), (name) => [name, [] as Used[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of programs) runs.get(name)?.push(await run());
  }
  return runs;
}

function report(measured: ReadonlyMap<string, Runs>): Result {
  const processor = (input: string, program: string): number =>
    medianOf(measured.get(input)?.get(program) ?? [], ({ processorSeconds }) => processorSeconds);
  return {
    title: 'Consolidate, as a whole process',
    note: `From the start of the program to its end, ${AGENCIES} workbooks, medians of runs in turn. “demo” has the answers of the printed report, “full” an answer of 200 to 800 characters to all 59 measures, “long” one of 8,000 to each, a third of which other agencies send too. The others read the same files and write all rows into one workbook, and do nothing else; SheetJS leaves out what it can. What counts is processor time, of all threads.`,
    tables: Array.from(measured, ([input, runs]) => tableOf(input, runs)),
    charts: Array.from(measured, ([input, runs]) => ({
      title: `รวบรวม ${AGENCIES} ไฟล์ / Consolidate ${AGENCIES} files, ${input}`,
      unit: 's',
      bars: Array.from(runs.keys(), (name) => ({ name, value: processor(input, name), ours: name === OURS })),
    })),
    aims: LIMITS.map(({ input, peer, limit }): Aim => {
      const value = processor(input, OURS) / processor(input, peer);
      return { name: `${input}: ${OURS} / ${peer}`, value, limit, kind: 'at-most', unit: '×' };
    }),
  };
}

function tableOf(input: string, runs: Runs): Table {
  const ours = medianOf(runs.get(OURS) ?? [], ({ processorSeconds }) => processorSeconds);
  return {
    title: input,
    head: ['', 'processor s', `× ${OURS}`, 's', 'peak MB', 'runs'],
    rows: Array.from(runs, ([name, used]) => {
      const processor = medianOf(used, ({ processorSeconds }) => processorSeconds);
      return [
        name,
        figure(processor),
        figure(processor / ours),
        figure(medianOf(used, ({ seconds }) => seconds)),
        figure(medianOf(used, ({ megabytes }) => megabytes)),
        String(used.length),
      ];
    }),
  };
}

function medianOf(runs: readonly Used[], of: (used: Used) => number): number {
  return median(runs.map(of));
}
