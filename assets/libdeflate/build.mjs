import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * Compiles the part of libdeflate that inflates to WebAssembly, and writes it as a module. README.md beside this file says what is needed.
 *
 *     node assets/libdeflate/build.mjs [FILE]
 */
const VERSION = '1.23';
const here = import.meta.dirname;
const [out = path.join(here, '../../src/adapters/libdeflate/libdeflate-wasm.ts')] = process.argv.slice(2);

const SOURCES = ['inflate.c', 'lib/deflate_decompress.c', 'lib/utils.c'];
const FLAGS = [
  ...['--target=wasm32', '-O2', '-mbulk-memory', '-ffreestanding', '-nostdlib', '-DFREESTANDING', '-I.'],
  ...['-Wl,--no-entry', '-Wl,--export=heap', '-Wl,--export=inflate', '-Wl,--strip-all'],
];

function compile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'libdeflate-'));
  const file = path.join(folder, 'inflate.wasm');
  try {
    const { status, error } = spawnSync('clang', [...FLAGS, '-o', file, ...SOURCES], { cwd: here, stdio: 'inherit' });
    if (error) throw error;
    if (status !== 0) process.exit(status ?? 1);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

writeFileSync(
  out,
  `/** libdeflate ${VERSION} in WebAssembly, base64: made by assets/libdeflate/build.mjs, of the source and under the licence there. */
export const LIBDEFLATE_WASM =
  '${compile().toString('base64')}';
`,
);
