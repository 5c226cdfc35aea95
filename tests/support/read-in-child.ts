import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { cellAt } from './cells.ts';
import type { Problem } from '../../src/domain/diagnostics/problem.ts';

/** What a process of its own found in a file, and what that took. */
export interface ReadInChild {
  /** Codes that `ita read` ends with; null for a process that had to be ended. */
  readonly status: number | null;
  readonly problems: readonly Problem[];
  readonly entries: readonly unknown[];
  /** Seconds of work, which other work on the machine does not lengthen much; the start of the program is in them. */
  readonly seconds: number;
  /** The most that the process ever held, megabytes. */
  readonly megabytes: number;
  /** What the program said if it failed. */
  readonly error: string;
}

const PROGRAM = path.resolve('dist/ita.mjs');

/** Heap of the process, in megabytes: beyond it the process dies. */
const HEAP_MB = 256;

/** Only a file that hangs the reader takes this long, milliseconds. */
const TIME_LIMIT = 120_000;

/** Loaded before the program: it says at the end what the process took; what Node tells of memory has that of the parent in it. */
const TELL = `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const [, peak] = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'latin1'));
  process.stderr.write('\\ntook ' + peak + ' ' + (userCPUTime + systemCPUTime) + '\\n');
});`;

/** Has the built command line read a file in a process whose memory is bounded. */
export function readInChild(file: string): ReadInChild {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      `--import=data:text/javascript,${encodeURIComponent(TELL)}`,
      PROGRAM,
      'read',
      file,
      '--format',
      'json',
    ],
    { encoding: 'utf8', timeout: TIME_LIMIT, killSignal: 'SIGKILL', maxBuffer: 2 ** 30 },
  );
  const [, kilobytes = 'NaN', microseconds = 'NaN'] = /took (\d+) (\d+)\n$/.exec(stderr) ?? [];
  const document = parsed(stdout);
  return {
    status,
    problems: document.problems,
    entries: document.entries,
    seconds: Number(microseconds) / 1e6,
    megabytes: Number(kilobytes) / 1024,
    error: stderr.replace(/\ntook .*\n$/, ''),
  };
}

function parsed(output: string): Pick<ReadInChild, 'problems' | 'entries'> {
  try {
    const { problems, entries } = JSON.parse(output) as {
      readonly problems: readonly (Problem & { readonly cell: string | null })[];
      readonly entries: readonly unknown[];
    };
    return {
      entries,
      problems: problems.map(({ cell, ...facts }) => (cell ? { ...facts, cell: cellAt(cell) } : facts)),
    };
  } catch {
    return { problems: [], entries: [] };
  }
}
