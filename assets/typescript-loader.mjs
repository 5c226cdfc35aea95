/** Lets Node import the program's TypeScript, for a configuration that needs a part of it before anything is built. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** A hook of `node:module`'s register; types are checked by `npm run check`. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  const { code } = await transform(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
  return { format: 'module', source: code, shortCircuit: true };
}
