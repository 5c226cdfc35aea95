import { AGENCIES, madeUpInput } from './inputs.ts';
import { median, QUICK, type Effort } from './race.ts';
import { runConsolidate, type Consolidated } from './run-consolidate.ts';
import { figure, type Result } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import type { MemoryParts } from './used-process.ts';

/** Numbers of workbooks: one report, ten, and more than a hundred. */
const SIZES = [AGENCIES, 770, 8_300] as const;

interface Run extends Consolidated {
  readonly files: number;
}

/** Runs `ita consolidate` as a process of its own on more and more workbooks in which every measure is answered. */
export function benchScale(effort: Effort): Promise<Result> {
  const sizes = effort === QUICK ? SIZES.slice(0, 2) : SIZES;
  return inTemporaryFolder(async (folder) => {
    const runs: Run[] = [];
    for (const files of sizes) {
      const input = await madeUpInput(folder, 'full', files);
      const repeats: Run[] = [];
      // Small runs are short enough to repeat.
      for (let repeat = 0; repeat < (files > 1_000 || effort === QUICK ? 1 : 3); repeat += 1) {
        repeats.push({ files, ...(await runConsolidate(folder, input, files, { seesMemory: true })) });
      }
      runs.push(middle(repeats));
    }
    return report(runs);
  });
}

function middle(repeats: readonly Run[]): Run {
  const seconds = median(repeats.map(({ processorSeconds }) => processorSeconds));
  return repeats.find(({ processorSeconds }) => processorSeconds === seconds)!;
}

function report(runs: readonly Run[]): Result {
  const [first, largest] = [runs[0]!, runs.at(-1)!];
  const before = runs.at(-2) ?? first;
  const each = ({ processorSeconds, files }: Run): number => (processorSeconds * 1000) / files;
  const bars = (value: (run: Run) => number) =>
    runs.map((run) => ({ name: `${count(run.files)} ไฟล์ / files`, value: value(run), ours: true }));
  return {
    title: 'Consolidate thousands of workbooks',
    note: 'As above, the workbooks in which all 59 measures are answered, and as many agencies in the roster as workbooks.',
    tables: [
      {
        title: 'From 77 workbooks to thousands',
        head: ['workbooks', 's', 'files/s', 'processor s', 'processor ms a file', 'peak MB', 'answers'],
        rows: runs.map((run) => [
          count(run.files),
          figure(run.seconds),
          figure(run.files / run.seconds),
          figure(run.processorSeconds),
          figure(each(run)),
          figure(run.megabytes),
          count(run.answers),
        ]),
      },
      {
        title: 'What the most memory consists of, in MB',
        head: ['workbooks', 'heap in use', 'heap beside it', 'buffers', 'everything else'],
        rows: runs.map(({ files, most }) => [count(files), ...(most ? partsOf(most).map(figure) : [])]),
      },
    ],
    charts: [
      { title: 'รวบรวม / Consolidate: processor time a file', unit: 'ms', bars: bars(each) },
      { title: 'รวบรวม / Consolidate: peak memory', unit: 'MB', bars: bars(({ megabytes }) => megabytes) },
    ],
    aims: [
      {
        name: `time a file, ${count(largest.files)} / ${count(before.files)} workbooks`,
        value: each(largest) / each(before),
        limit: 1.2,
        kind: 'at-most',
        unit: '×',
      },
      {
        name: `peak memory, ${count(largest.files)} workbooks`,
        value: largest.megabytes,
        limit: 400,
        kind: 'at-most',
        unit: 'MB',
      },
    ],
  };
}

/** Everything else is what V8 and Node take for themselves, for code and for threads, and what the allocator keeps. */
function partsOf({ rss, heapTotal, heapUsed, external }: MemoryParts): readonly number[] {
  return [heapUsed, heapTotal - heapUsed, external, rss - heapTotal - external].map((bytes) => bytes / 2 ** 20);
}

function count(number: number): string {
  return number.toLocaleString('en');
}
