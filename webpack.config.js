import { existsSync, readFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

const root = import.meta.dirname;
const require = createRequire(import.meta.url);

/** TypeScript through swc: types are checked by `npm run check`, not by the build. */
const typescript = {
  test: /\.ts$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
};

/** The same for files with components in them. */
const components = {
  test: /\.tsx$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
};

/** A program for Node, in one file unless it loads parts of itself later. */
const program = (name, entry, more = {}) => ({
  name,
  mode: 'production',
  target: 'node20',
  entry,
  output: {
    path: path.join(root, 'dist'),
    filename: `${name}.mjs`,
    chunkFilename: `${name}/[name].[contenthash].mjs`,
    clean: { keep: (file) => !file.startsWith(`${name}/`) },
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

/**
 * The command line, which needs Node and nothing else: `ita.mjs`, and beside it the folder `ita` with what only some commands load.
 * The names of those files tell what is in them, so that a file that another build left is never taken for one of these.
 */
const cli = program('ita', './src/cli/main.ts', {
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
});

/** The main job on the real report; exceljs, which plays the part of another program, stays outside. */
const demo = program('demo', './tests/demo/main.ts', { externals: { exceljs: 'module exceljs' } });

/** What the benchmark measures against stays outside, as its users would load it. */
const MEASURED_AGAINST = {
  externals: Object.fromEntries(
    ['@e965/xlsx', 'exceljs', 'fflate', 'hucre/xlsx', 'playwright-core', '@sparticuz/chromium', 'tinybench'].map(
      (name) => [name, `module ${name}`],
    ),
  ),
};

/** The benchmark, and its readers in a process of their own. */
const bench = program('bench', './tests/bench/main.ts', MEASURED_AGAINST);
const benchRead = program('bench-read', './tests/bench/read-child.ts', MEASURED_AGAINST);

/** The fuzz run; the other programs whose files it changes stay outside. */
const fuzz = program('fuzz', './tests/fuzz/main.ts', {
  externals: Object.fromEntries(['@e965/xlsx', 'exceljs', 'fast-check'].map((name) => [name, `module ${name}`])),
});

/** Pictures of the icons, drawn by Chromium. */
const icons = program('icons', './assets/render-icons.mjs', {
  externals: Object.fromEntries(['playwright-core', '@sparticuz/chromium'].map((name) => [name, `module ${name}`])),
});

/** The pages of docs/ that are written from the code. */
const docs = program('docs', './tests/docs/main.ts');

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

/**
 * What the pages may load: their own files, and office.js from Microsoft. office.js needs no more than that: it would also send
 * reports about its use to Microsoft, and nothing is missing when it cannot.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  // Where office.js does not know the site that Excel on the web comes from, it asks a page beside itself.
  'frame-src https://appsforoffice.microsoft.com',
  "worker-src 'self'",
  "connect-src 'self'",
  // A sheet of the page's own, and style elements that hold nothing but one comment: src/addin/pane/style-elements.ts says why.
  "style-src 'self' 'sha256-VF1cgcH87I+DDXokOaPS7ZgN83awYbHPiUdf0PJI8sM='",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The same where an organisation shares workbooks through SharePoint: Excel signs its people in, the pane asks Graph and the organisation's sites. */
const sharingPolicy = ({ host }) =>
  POLICY.replace("connect-src 'self'", `connect-src 'self' https://graph.microsoft.com https://${host}`);

/** The window in which a person signs in where Excel does not do it asks Microsoft for the token, and leaves for its page. */
const SIGN_IN_POLICY = POLICY.replace("connect-src 'self'", "connect-src 'self' https://login.microsoftonline.com");

/** What a page without Excel may load: nothing from elsewhere. */
const OWN_POLICY = POLICY.replace(/frame-src[^;]*; /, '').replaceAll(/ https:[^; ]+/g, '');

/**
 * A page of the add-in with its script. The script blocks the parser as office.js before it does: office.js starts when the page has been
 * parsed, and a press of a ribbon button that comes before a deferred script is lost (OfficeDev/office-js#5176).
 */
const page = (name, policy = POLICY, config = '') =>
  new HtmlPlugin({
    template: `./src/addin/pane/${name}.html`,
    filename: `${name}.html`,
    chunks: [name],
    inject: 'body',
    scriptLoading: 'blocking',
    policy,
    config,
  });

/** The pane and what else of it depends on the settings of a deployment: without SharePoint, no page asks for any. */
const pagesFor = ({ sharePoint }) =>
  sharePoint
    ? [page('taskpane', sharingPolicy(sharePoint), CONFIG), page('sign-in', SIGN_IN_POLICY, CONFIG)]
    : [page('taskpane')];

/** A list of the functions for formulas, with their help in one language: what the module says is what is registered. */
const functionsFile = (language, filename) =>
  new HtmlPlugin({
    template: './src/addin/functions/functions-file.ts',
    filename,
    templateParameters: { language },
    inject: false,
    minify: false,
  });

/** Where manifest.xml looks for the add-in as it stands. */
const DEVELOPMENT = 'https://localhost:3000/';

/** Name of the file with the settings of a deployment, beside the pages. */
const CONFIG = 'config.json';

/** Without settings of its own nobody signs in anywhere. */
const NO_SETTINGS = { file: undefined, deployment: {} };

/**
 * The add-in: a folder of static files for any https server. Names without a hash are known to the manifest or to people.
 * The settings are those of `--env config=`.
 */
const addIn = (base, { file, deployment } = NO_SETTINGS) => ({
  name: 'addin',
  mode: 'production',
  target: 'web',
  entry: {
    taskpane: './src/addin/pane/index.tsx',
    notice: './src/addin/pane/notice-page.ts',
    standalone: './src/addin/pane/standalone.tsx',
    support: './src/addin/pane/support-page.ts',
    ...(deployment.sharePoint ? { 'sign-in': './src/addin/pane/sign-in-page.ts' } : {}),
  },
  output: {
    path: path.join(root, 'dist', 'addin'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash].js',
    // Every file is found from where the page is, so that the folder may lie anywhere on a server.
    publicPath: '',
    clean: true,
  },
  module: { rules: [typescript, components] },
  plugins: [
    ...pagesFor(deployment),
    page('notice'),
    page('standalone', OWN_POLICY),
    page('support', OWN_POLICY),
    functionsFile('th', 'functions.json'),
    functionsFile('en', 'functions.en-US.json'),
    new CopyPlugin({
      patterns: [
        { from: './src/addin/pane/*.css', to: '[name][ext]' },
        { from: './src/addin/ribbon/shortcuts.json' },
        { from: './assets/*.png' },
        // Its licence asks for that; the code that it is compiled to cannot carry it.
        { from: './assets/libdeflate/COPYING', to: 'libdeflate.LICENSE.txt', toType: 'file' },
        {
          context: path.dirname(require.resolve('@fontsource/sarabun/package.json')),
          from: 'files/sarabun-{thai,latin}-{400,600}-normal.woff2',
          to: 'fonts/[name][ext]',
        },
        { from: './manifest.xml', transform: (manifest) => manifest.toString().replaceAll(DEVELOPMENT, () => base) },
        ...(deployment.sharePoint ? [{ from: file, to: CONFIG }] : []),
      ],
    }),
    // Beside the folder that goes onto a server, for whoever reads an error of the built scripts.
    new webpack.SourceMapDevToolPlugin({ filename: '../source-maps/[file].map', append: false }),
  ],
  cache: { type: 'filesystem' },
  performance: false,
  stats: 'errors-warnings',
});

/** What the pane is measured against, and the emulated Excel that both are opened beside. */
const emptyPane = () => {
  const addin = addIn(DEVELOPMENT);
  return {
    ...addin,
    name: 'empty-pane',
    entry: { ...addin.entry, taskpane: './tests/bench/empty-pane.tsx' },
    plugins: addin.plugins.filter((plugin) => !(plugin instanceof webpack.SourceMapDevToolPlugin)),
    output: { ...addin.output, path: path.join(root, 'dist', 'empty-pane') },
  };
};
const excelHost = {
  ...benchWorker,
  name: 'excel-host',
  target: 'web',
  entry: './tests/support/excel-host/in-page.ts',
  output: { path: path.join(root, 'dist'), filename: 'excel-host.js' },
};

/** The folder on a server that `--env base=` names, as it stands in the manifest; ends the program when no add-in can live there. */
const folderOf = (base) => {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (url?.protocol === 'https:' && !url.search && !url.hash && !url.username) {
    return url.href.replace(/\/?$/, '/').replaceAll('&', '&amp;');
  }
  return stop(
    `“${base}” ใช้เป็นที่อยู่ของส่วนเสริมไม่ได้ โปรดระบุโฟลเดอร์บนเซิร์ฟเวอร์ https เช่น --env base=https://host/ita/`,
    `The add-in cannot live at “${base}”. Please name a folder on an https server, such as --env base=https://host/ita/`,
  );
};

/** The settings in the file that `--env config=` names; ends the program, with every mistake in it, where they cannot be used. */
const settingsIn = async (file) => {
  register('./assets/typescript-loader.mjs', import.meta.url);
  const [{ parseDeployment }, { describeDataProblem }] = await Promise.all([
    import('./src/domain/deployment/parse-deployment.ts'),
    import('./src/domain/messages/message.ts'),
  ]);
  if (!existsSync(file))
    stop(`ไม่พบไฟล์ “${file}” โปรดตรวจสอบ --env config=`, `There is no file “${file}”. Please check --env config=`);
  const { value: deployment, problems } = parseDeployment(readFileSync(file, 'utf8'));
  if (deployment) return { file: path.resolve(file), deployment };
  return stop(
    ...['th', 'en'].flatMap((language) =>
      problems.map((problem) => {
        const { where, message, remedy } = describeDataProblem(problem, language, file);
        return `${where}\n   ${message}\n   → ${remedy}`;
      }),
    ),
  );
};

/** Ends the program as wrong usage. */
const stop = (...lines) => {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(2);
};

/** What `npm run certificate` left at home, which Excel trusts; a certificate of the server's own otherwise. */
const certificate = () => {
  const at = (name) => path.join(homedir(), '.office-addin-dev-certs', name);
  if (!existsSync(at('localhost.key'))) return undefined;
  const [key, cert, ca] = ['localhost.key', 'localhost.crt', 'ca.crt'].map((name) => readFileSync(at(name)));
  return { key, cert, ca };
};

const SERVED = (trusted) => `
แผงงานใน Excel อยู่ที่ https://localhost:3000/taskpane.html (หยุดด้วย Ctrl+C)
แผงงานที่ไม่ต้องใช้ Excel อยู่ที่ https://localhost:3000/standalone.html${
  trusted ? '' : '\n  ให้เครื่องนี้เชื่อถือใบรับรองก่อน: npm run certificate แล้วเริ่มใหม่'
}
  Windows, Mac: npm run sideload ในหน้าต่างอื่น (เลิกใช้: npm run unload)
  บนเว็บ: Excel > Home > Add-ins > More Add-ins > Upload My Add-in แล้วเลือก manifest.xml
The pane in Excel is at https://localhost:3000/taskpane.html (Ctrl+C stops it)
The pane without Excel is at https://localhost:3000/standalone.html${
  trusted ? '' : '\n  First let this machine trust the certificate: npm run certificate, then start again'
}
  Windows, Mac: npm run sideload in another window (to end it: npm run unload)
  On the web: Excel > Home > Add-ins > More Add-ins > Upload My Add-in, and choose manifest.xml
`;

/** The add-in at the place that manifest.xml names, made anew whenever a file changes. */
const served = (settings) => {
  const trusted = certificate();
  return {
    ...addIn(DEVELOPMENT, settings),
    mode: 'development',
    infrastructureLogging: { level: 'warn' },
    devServer: {
      host: 'localhost',
      port: 3000,
      static: false,
      server: { type: 'https', options: trusted },
      hot: false,
      // Excel on the web reads the lists of functions and shortcuts from its own site.
      headers: { 'Access-Control-Allow-Origin': '*' },
      onListening: () => process.stdout.write(SERVED(trusted !== undefined)),
    },
  };
};

/**
 * `--env bench`, `--env fuzz`, `--env icons` and `--env docs` build what `npm run` with these names runs; `npm start` gives `--env serve`. With `--env base=https://host/path/` the manifest looks for the add-in there,
 * and with `--env config=FILE` its people can sign in to the organisation's SharePoint (docs/sharepoint.md).
 */
export default async (env) => {
  if (env.fuzz) return [fuzz];
  if (env.icons) return [icons];
  if (env.docs) return [docs];
  if (env.bench) return [cli, bench, benchRead, benchWorker, addIn(DEVELOPMENT), emptyPane(), excelHost];
  const settings = env.config === undefined ? NO_SETTINGS : await settingsIn(String(env.config));
  if (env.serve) return [served(settings)];
  const base = env.base === undefined ? DEVELOPMENT : folderOf(String(env.base));
  return [cli, demo, addIn(base, settings)];
};
