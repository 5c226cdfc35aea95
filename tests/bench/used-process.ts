import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** What a process printed and used, from its start to its end. */
export interface Used {
  readonly out: string;
  readonly seconds: number;
  /** Of the process with all its threads and children, in user mode and in the system. */
  readonly processorSeconds: number;
  /** The most that it held at any time. */
  readonly megabytes: number;
  /** What that consisted of, as it was seen ten times a second, if that was asked for. */
  readonly most?: MemoryParts;
}

/** What a process of Node holds, in bytes: in all, and parts of it. */
export type MemoryParts = Pick<NodeJS.MemoryUsage, 'rss' | 'heapTotal' | 'heapUsed' | 'external'>;

/** What a process tells of itself as it ends, on file descriptor 3. */
interface Usage {
  readonly processorSeconds: number;
  /** In kilobytes; Linux counts for a new process what the one held that started it, so its own peak is asked for where there is one. */
  readonly peak: number;
  readonly most?: MemoryParts;
}

const SEE_MEMORY = `
let most = process.memoryUsage();
setInterval(() => {
  const now = process.memoryUsage();
  if (now.rss > most.rss) most = now;
}, 100).unref();
`;

const tellNode = (seesMemory: boolean): string =>
  `data:text/javascript,${encodeURIComponent(`
import { readFileSync, writeSync } from 'node:fs';
${seesMemory ? SEE_MEMORY : 'const most = undefined;'}
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  let peak = maxRSS;
  try {
    peak = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {}
  writeSync(3, JSON.stringify({ processorSeconds: (userCPUTime + systemCPUTime) / 1e6, peak, most }));
});
`)}`;

const TELL_PYTHON = `
import atexit, json, os, re, resource, runpy, sys
def tell():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    peak = used[0].ru_maxrss
    try:
        peak = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
    except OSError:
        pass
    os.write(3, json.dumps({"processorSeconds": sum(each.ru_utime + each.ru_stime for each in used), "peak": peak}).encode())
atexit.register(tell)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
`;

/** How to run a script. */
export interface RunOptions {
  /** Besides the variables of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Flags of Node. */
  readonly flags?: readonly string[];
  /** What the script may end with; 0 by default. */
  readonly statuses?: readonly number[];
  /** Whether to see what the memory consists of; not by default. */
  readonly seesMemory?: boolean;
}

/** Runs a script of Node as a process of its own. */
export function runNode(script: string, argv: readonly string[], options: RunOptions = {}): Promise<Used> {
  const { flags = [], seesMemory = false } = options;
  return run(process.execPath, [...flags, '--import', tellNode(seesMemory), script, ...argv], options);
}

/** Runs a script of Python as a process of its own. */
export function runPython(python: string, script: string, argv: readonly string[]): Promise<Used> {
  return run(python, ['-c', TELL_PYTHON, script, ...argv], {});
}

/** A Python that has a module; a Python of one's own may lack what the system's has. */
export function pythonWith(module: string): string | undefined {
  const known = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter((python) => python !== undefined);
  return known.find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0);
}

async function run(command: string, argv: readonly string[], { env, statuses = [0] }: RunOptions): Promise<Used> {
  const start = performance.now();
  const stdio = ['ignore', 'pipe', 'inherit', 'pipe'] as const;
  const child = spawn(command, argv, { stdio: [...stdio], env: { ...process.env, ...env } });
  const [out, told, status] = await Promise.all([
    text(child.stdio[1]!),
    text(child.stdio[3] as Readable),
    once(child, 'close').then(([code]) => code as number | null),
  ]);
  const seconds = (performance.now() - start) / 1000;
  if (status === null || !statuses.includes(status)) throw new Error(`${command} ended with ${status}: ${argv.at(-1)}`);
  const { processorSeconds, peak, most } = JSON.parse(told) as Usage;
  return { out, seconds, processorSeconds, megabytes: peak / 1024, ...(most ? { most } : {}) };
}
