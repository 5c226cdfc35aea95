import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answer, type Answers } from './answer.ts';
import { ita, REAL_PORTS } from './cli.ts';

/** Makes agencies' workbooks with answers typed in, in `in/` of a test's folder, under their own names or others. */
export function sender(at: (...names: string[]) => string) {
  return async (agency: string, answers: Answers = {}, name?: string): Promise<string> => {
    await ita(['generate', '--agency', agency, '--out', at('blank')]);
    const made = (await readdir(at('blank'))).find((file) => file.startsWith(agency))!;
    const file = at('in', name ?? made);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await answer(REAL_PORTS.codec, await readFile(at('blank', made)), answers));
    return file;
  };
}
