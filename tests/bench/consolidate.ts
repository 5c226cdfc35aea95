import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { writeData, writeWorkbooks } from './made-up-agencies.ts';
import { median, type Effort, QUICK } from './race.ts';
import { figure, type Result } from './result.ts';

/** Numbers of workbooks: one report, ten, and more than a hundred. */
const SIZES = [77, 770, 8_300] as const;
const MEGABYTE = 1_024;

/** One size's figures; memory in MB is the largest that the process held at any time. */
interface Run {
  readonly files: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
  readonly entries: number;
}

/** Runs `ita consolidate` as a process of its own on more and more workbooks. */
export async function benchConsolidate(effort: Effort): Promise<Result> {
  const sizes = effort === QUICK ? SIZES.slice(0, 2) : SIZES;
  const folder = mkdtempSync(path.join(tmpdir(), 'ita-bench-'));
  const runs: Run[] = [];
  try {
    for (const [index, files] of sizes.entries()) {
      await writeWorkbooks(path.join(folder, 'received', String(files)), sizes[index - 1] ?? 0, files);
      const { programme, roster } = writeData(path.join(folder, String(files)), files);
      const argv = ['consolidate', path.join(folder, 'received'), '--programme', programme, '--roster', roster];
      argv.push('--out', path.join(folder, 'master.xlsx'), '--format', 'json');
      // Small runs are short enough to repeat.
      const repeats: Run[] = [];
      for (let repeat = 0; repeat < (files > 1_000 ? 1 : 3); repeat += 1)
        repeats.push(await runOnce(folder, argv, files));
      runs.push(middle(repeats));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return report(runs);
}

function middle(repeats: readonly Run[]): Run {
  const seconds = median(repeats.map((run) => run.seconds));
  return repeats.find((run) => run.seconds === seconds)!;
}

/** Tells on file descriptor 3 what the process used, as it ends. */
const TELL_USAGE = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))`;

interface Usage {
  /** Kilobytes. */
  readonly maxRSS: number;
  /** Microseconds. */
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
}

async function runOnce(folder: string, argv: readonly string[], files: number): Promise<Run> {
  const start = performance.now();
  // A folder of its own for what a run remembers: each reads every file.
  const env = { ...process.env, XDG_CACHE_HOME: mkdtempSync(path.join(folder, 'cache-')) };
  const stdio = ['ignore', 'pipe', 'inherit', 'pipe'] as const;
  const child = spawn(process.execPath, ['--import', TELL_USAGE, 'dist/ita.mjs', ...argv], { stdio: [...stdio], env });
  const [out, used] = await Promise.all([text(child.stdio[1]!), text(child.stdio[3] as Readable)]);
  const seconds = (performance.now() - start) / 1000;
  const usage = JSON.parse(used) as Usage;
  return {
    files,
    seconds,
    processorSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    megabytes: usage.maxRSS / MEGABYTE,
    entries: mergedEntries(out, files),
  };
}

/** What the command reported; a run that read less than everything counts for nothing. */
interface Report {
  readonly files: number;
  readonly agencies: { readonly received: number };
  readonly entries: { readonly read: number; readonly merged: number };
}

function mergedEntries(out: string, files: number): number {
  const report = JSON.parse(out) as Report;
  const { read, merged } = report.entries;
  if (report.files !== files || report.agencies.received !== files || read !== merged || merged < files) {
    throw new Error(`not everything was consolidated: ${out.slice(0, 1_000)}`);
  }
  return merged;
}

function report(runs: readonly Run[]): Result {
  const [first, largest] = [runs[0]!, runs.at(-1)!];
  const each = ({ seconds, files }: Run): number => (seconds * 1000) / files;
  const bars = (value: (run: Run) => number) =>
    runs.map((run) => ({ name: `${run.files.toLocaleString('en')} ไฟล์ / files`, value: value(run), ours: true }));
  const before = runs.at(-2) ?? first;
  return {
    title: 'Consolidate, as a whole process',
    note: 'From the start of `ita consolidate` to its end, the master written; each workbook has sheets for all 59 measures and answers of 200 to 800 characters to four or five of them, a third of which other agencies send too. As many agencies in the roster as workbooks.',
    tables: [
      {
        title: 'From 77 workbooks to thousands',
        head: ['workbooks', 's', 'files/s', 'ms a file', 'processor s', 'peak MB', 'answers'],
        rows: runs.map((run) => [
          run.files.toLocaleString('en'),
          figure(run.seconds),
          figure(run.files / run.seconds),
          figure(each(run)),
          figure(run.processorSeconds),
          figure(run.megabytes),
          run.entries.toLocaleString('en'),
        ]),
      },
    ],
    charts: [
      { title: 'รวบรวม / Consolidate: time a file', unit: 'ms', bars: bars(each) },
      { title: 'รวบรวม / Consolidate: peak memory', unit: 'MB', bars: bars(({ megabytes }) => megabytes) },
    ],
    aims: [
      {
        name: `time a file, ${largest.files.toLocaleString('en')} / ${before.files.toLocaleString('en')} workbooks`,
        value: each(largest) / each(before),
        limit: 1.2,
        kind: 'at-most',
        unit: '×',
      },
      { name: 'peak memory', value: largest.megabytes, limit: 400, kind: 'at-most', unit: 'MB' },
    ],
  };
}
