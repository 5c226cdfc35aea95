import path from 'node:path';
import webpack from 'webpack';

const root = import.meta.dirname;

/** TypeScript through swc: types are checked by `npm run check`, not by the build. */
const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
};

/** A program for Node in one file. */
const program = (name, entry, more = {}) => ({
  name,
  mode: 'production',
  target: 'node20',
  entry,
  output: {
    path: path.join(root, 'dist'),
    filename: `${name}.mjs`,
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
  },
  experiments: { outputModule: true },
  optimization: { minimize: false, splitChunks: false },
  // `import.meta.url` is the place of the built file, which its threads run too.
  module: { rules: [typescript], parser: { javascript: { importMeta: false } } },
  cache: { type: 'filesystem' },
  performance: false,
  stats: 'errors-warnings',
  ...more,
});

/** The command line: one file that needs Node and nothing else. */
const cli = program('ita', './src/cli/main.ts', {
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
});

/** The main job on the real report; exceljs, which plays the part of another program, stays outside. */
const demo = program('demo', './tests/demo/main.ts', { externals: { exceljs: 'module exceljs' } });

/** The benchmark; what it measures against stays outside, as its users would load it. */
const bench = program('bench', './tests/bench/main.ts', {
  externals: Object.fromEntries(
    ['@e965/xlsx', 'exceljs', 'fflate', 'hucre/xlsx', 'playwright-core', '@sparticuz/chromium', 'tinybench'].map(
      (name) => [name, `module ${name}`],
    ),
  ),
});

/** The fuzz run; the other programs whose files it changes stay outside. */
const fuzz = program('fuzz', './tests/fuzz/main.ts', {
  externals: Object.fromEntries(['@e965/xlsx', 'exceljs', 'fast-check'].map((name) => [name, `module ${name}`])),
});

/** The benchmark's readers for a Web Worker, in one file as a page would load it. */
const benchWorker = {
  name: 'bench-worker',
  mode: 'production',
  target: 'webworker',
  entry: './tests/bench/browser-worker.ts',
  output: { path: path.join(root, 'dist'), filename: 'bench-worker.js' },
  module: { rules: [typescript] },
  cache: { type: 'filesystem' },
  performance: false,
  stats: 'errors-warnings',
};

/** `webpack --env bench` and `--env fuzz` build what `npm run bench` and `npm run fuzz` run, which are left out otherwise. */
export default (env) => {
  if (env.fuzz) return [fuzz];
  return env.bench ? [cli, bench, benchWorker] : [cli, demo];
};
