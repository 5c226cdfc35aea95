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

/** The command line: one file that needs Node and nothing else. */
const cli = {
  name: 'cli',
  mode: 'production',
  target: 'node20',
  entry: './src/cli/main.ts',
  output: {
    path: path.join(root, 'dist'),
    filename: 'ita.mjs',
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
  },
  experiments: { outputModule: true },
  optimization: { minimize: false, splitChunks: false },
  module: { rules: [typescript] },
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
  cache: { type: 'filesystem' },
  performance: false,
  stats: 'errors-warnings',
};

export default [cli];
