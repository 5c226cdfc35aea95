// Run by encode.test.ts in another time zone: prints the zone and the hash of the encoded plan.
// Node 20 does not read TypeScript; the hook compiles it as jest does.
import { createHash } from 'node:crypto';
import { register } from 'node:module';
import process from 'node:process';

const hook = `
  import { readFile } from 'node:fs/promises';
  import { createRequire } from 'node:module';
  const { transform } = createRequire(${JSON.stringify(import.meta.url)})('@swc/core');
  export async function load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const source = await readFile(new URL(url), 'utf8');
    const { code } = await transform(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
    return { format: 'module', source: code, shortCircuit: true };
  }
`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { encodeWorkbook } = await import('../../../../src/adapters/xlsx/write/encode.ts');
const { EVERYTHING } = await import('./encode-plans.ts');
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const hash = createHash('sha256')
  .update(await encodeWorkbook(EVERYTHING))
  .digest('hex');
process.stdout.write(`${zone} ${hash}`);
