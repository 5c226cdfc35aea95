import path from 'node:path';
import { AGENCIES, demoInput, filesIn, madeUpInput, resavedInput, type Input } from './inputs.ts';
import { nodeReaders, ZLIB } from './node-readers.ts';
import type { Pass, Passes } from './passes.ts';
import { QUICK, type Effort } from './race.ts';
import { OURS, SHEETJS } from './readers.ts';
import { msOfPass, readingChart, readingTable, type Passed, type Warmth } from './reading.ts';
import type { Aim, Result } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { kilobytes } from './timings.ts';
import { pythonWith, runNode, runPython, type Used } from './used-process.ts';

const OPENPYXL = 'openpyxl';

/** Reads many workbooks with every reader, each in new processes of its own. */
export function benchRead(effort: Effort): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const full = await madeUpInput(folder, 'full');
    const inputs = [await demoInput(folder), full, await resavedInput(folder, full)];
    const measured = new Map<Input, Passed>();
    for (const input of inputs) measured.set(input, await readInTurns(input, effort));
    // An input that is hard for us is not made up for by one that is easy.
    const worst = (over: string, under: string, warmth: Warmth, most: (...ratios: number[]) => number): number =>
      most(
        ...Array.from(measured.values(), (passed) => msOfPass(passed, over, warmth) / msOfPass(passed, under, warmth)),
      );
    const atMost = (warmth: Warmth, limit: number): Aim => {
      const value = worst(OURS, ZLIB, warmth, Math.max);
      return { name: `read / inflate (node:zlib), ${warmth}`, value, limit, kind: 'at-most', unit: '×' };
    };
    const atLeast = (warmth: Warmth, limit: number): Aim => {
      const value = worst(SHEETJS, OURS, warmth, Math.min);
      return { name: `SheetJS / read, ${warmth}`, value, limit, kind: 'at-least', unit: '×' };
    };
    return {
      title: 'Read workbooks in Node',
      note: `${AGENCIES} workbooks, no two alike, in processes that read them with one reader again and again, and take turns; medians of processor time. The first pass finds everything cold, the later ones are steady. SheetJS leaves out what it can. “demo” has the answers of the printed report, “full” one of 200 to 800 Thai characters to all 59 measures. The aims are for each of the inputs, so the worst is told.`,
      tables: Array.from(measured, ([{ name, folder: of }, passed]) =>
        readingTable(`${name} (${kilobytes(meanSize(of))} a file)`, passed, AGENCIES),
      ),
      charts: Array.from(measured, ([{ name }, passed]) => readingChart(`อ่าน / Read, Node, ${name}`, passed, AGENCIES)),
      aims: [atMost('steady', 3), atMost('cold', 3), atLeast('steady', 6), atLeast('cold', 4.5)],
    };
  });
}

async function readInTurns({ folder }: Input, effort: Effort): Promise<Passed> {
  const { milliseconds, least } = effort === QUICK ? QUICK_PASSES : PASSES;
  const argv = [folder, String(milliseconds), String(least)];
  const python = pythonWith('openpyxl');
  const programs = new Map<string, (() => Promise<Used>) | undefined>([
    ...Array.from(
      nodeReaders().keys(),
      (name) => [name, () => runNode('dist/bench-read.mjs', [name, ...argv])] as const,
    ),
    [OPENPYXL, python === undefined ? undefined : () => runPython(python, OPENPYXL_SCRIPT, argv)],
  ]);
  const passed = new Map(Array.from(programs.keys(), (name) => [name, [] as (readonly Pass[])[]]));
  for (let round = 0; round < (effort === QUICK ? 1 : ROUNDS); round += 1) {
    for (const [name, run] of programs) {
      if (run !== undefined) passed.get(name)?.push(JSON.parse((await run()).out) as readonly Pass[]);
    }
  }
  return passed;
}

const OPENPYXL_SCRIPT = path.join('tests', 'bench', 'peers', 'read_openpyxl.py');

/** How often each reader has its turn. */
const ROUNDS = 5;

/** In one process. */
const PASSES: Passes = { milliseconds: 2_000, least: 3 };
const QUICK_PASSES: Passes = { milliseconds: 300, least: 2 };

function meanSize(folder: string): number {
  const files = filesIn(folder);
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length;
}
