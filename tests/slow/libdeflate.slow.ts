import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { ownFolder } from '../support/own-folder.ts';

const at = ownFolder();

describe('the WebAssembly that inflates', () => {
  it('is what its recipe makes of its source', async () => {
    const version = /version (\d+)/.exec(execFileSync('clang', ['--version'], { encoding: 'utf8' }))?.[1];
    execFileSync(process.execPath, ['assets/libdeflate/build.mjs', at('made.ts')]);
    const [made, kept] = await Promise.all(
      [at('made.ts'), 'src/adapters/libdeflate/libdeflate-wasm.ts'].map((file) => readFile(file, 'utf8')),
    );
    // Another compiler makes another program of the same source: it must only be one.
    const expected = version === '14' ? kept : made;
    expect(made).toBe(expected);
    expect(WebAssembly.validate(Buffer.from(/'(\S+)'/.exec(made!)![1]!, 'base64'))).toBe(true);
  });
});
