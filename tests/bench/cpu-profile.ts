import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What V8 writes: the functions as a tree of calls, which of them ran at each sample, and how long it was until the sample. */
interface CpuProfile {
  /** The first is the root. */
  readonly nodes: readonly ProfiledFunction[];
  readonly samples: readonly number[];
  /** In microseconds. */
  readonly timeDeltas: readonly number[];
}

interface ProfiledFunction {
  readonly id: number;
  /** The line counts from 0. */
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

/** Seconds of a program's main thread, by what it did: a module of the source by its path there, or one of the following. */
export type Seconds = ReadonlyMap<string, number>;

export const GARBAGE = 'collecting garbage';
export const ZLIB = 'node:zlib';
/** What no module of the source called: Node itself, and the libraries of others. */
export const STARTING = 'Node itself, and starting';
const IDLE = 'waiting';

/** A frame that says itself what is done, whoever called it. */
const TELLING: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', GARBAGE],
  ['(idle)', IDLE],
]);

/**
 * Profiles a process.
 * @param run runs it with these flags of Node
 * @returns where its time went, and what `run` gave
 */
export async function profiled<Given>(
  parent: string,
  run: (flags: readonly string[]) => Promise<Given>,
): Promise<{ readonly seconds: Seconds; readonly given: Given }> {
  const folder = mkdtempSync(path.join(parent, 'profile-'));
  const given = await run(['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  const [file, ...others] = readdirSync(folder);
  if (file === undefined || others.length > 0) throw new Error('not one profile, as of a process with one thread');
  return { seconds: secondsIn(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CpuProfile), given };
}

/** Functions of V8 and Node, such as regular expressions, count for the module whose code called them, but for those of zlib. */
function secondsIn({ nodes, samples, timeDeltas }: CpuProfile): Seconds {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const modules = new ModulesOfPrograms();
  const doing = new Map<number, string>();
  const visit = ({ id, callFrame, children = [] }: ProfiledFunction, caller: string): void => {
    const { functionName, url } = callFrame;
    const own = url === ZLIB ? ZLIB : (TELLING.get(functionName) ?? modules.moduleOf(callFrame) ?? caller);
    doing.set(id, own);
    for (const child of children) visit(byId.get(child)!, own);
  };
  visit(nodes[0]!, STARTING);
  const seconds = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const what = doing.get(sample)!;
    seconds.set(what, (seconds.get(what) ?? 0) + timeDeltas[index]! / 1e6);
  }
  seconds.delete(IDLE);
  return seconds;
}

/** Knows from the comments of the built programs which of their lines came from where. */
class ModulesOfPrograms {
  readonly #programs = new Map<string, readonly (string | undefined)[]>();

  /** The module of a function by its path in `src`, without the ending. */
  moduleOf({ url, lineNumber }: ProfiledFunction['callFrame']): string | undefined {
    if (!url.startsWith('file:')) return undefined;
    const modules = this.#programs.get(url) ?? modulesByLine(readFileSync(fileURLToPath(url), 'utf8'));
    this.#programs.set(url, modules);
    return modules[lineNumber];
  }
}

function modulesByLine(program: string): readonly (string | undefined)[] {
  let module: string | undefined;
  return program.split('\n').map((line) => {
    if (line.startsWith(';// ')) module = /^;\/\/ \.\/src\/(.+)\.tsx?$/.exec(line)?.[1];
    // Behind it stands a module that was not put together with others, such as one of a library.
    if (line.startsWith('/***/ ')) module = undefined;
    return module;
  });
}
