import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const BUILT = path.resolve('dist/addin');
const MAPS = path.resolve('dist/source-maps');

/** Source files of the program that scripts of the built add-in were made of: what the builder says of them, and no guess by their names. */
export async function sourcesOf(scripts: readonly string[]): Promise<readonly string[]> {
  const sources = await Promise.all(
    scripts.map(async (script) => {
      const map = JSON.parse(await readFile(path.join(MAPS, `${script}.map`), 'utf8')) as {
        readonly sources: readonly string[];
      };
      return map.sources;
    }),
  );
  return sources.flat().flatMap((source) => /\.\/(src\/.*)$/.exec(source)?.[1] ?? []);
}

/** The scripts of the built add-in that a source file went into. */
export async function scriptsWith(source: string): Promise<readonly string[]> {
  const scripts = (await readdir(BUILT)).filter((name) => name.endsWith('.js'));
  const having = await Promise.all(scripts.map(async (script) => (await sourcesOf([script])).includes(source)));
  return scripts.filter((_, index) => having[index]);
}
