/** The rules of src/README.md, each with its reason. */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only(
      'no-circular',
      'A cycle cannot be read from top to bottom, nor tested from the bottom up.',
      {},
      { circular: true },
    ),
    only(
      'domain-is-pure',
      'The core runs in Excel, in a browser and on the command line: it imports nothing but itself.',
      { path: '^src/domain' },
      { pathNot: '^src/domain' },
    ),
    only(
      'text-knows-nothing',
      'Characters and dates are below every notion of a programme.',
      { path: '^src/domain/text' },
      { pathNot: '^src/domain/text' },
    ),
    only(
      'programme-below-report',
      'A programme is data; what agencies answer does not change it.',
      { path: '^src/domain/programme' },
      { pathNot: '^src/domain/(text|programme)' },
    ),
    only(
      'report-below-workbook',
      'Entries and problems do not depend on how a sheet looks.',
      { path: '^src/domain/report' },
      { pathNot: '^src/domain/(text|programme|report)' },
    ),
    only(
      'workbook-below-messages',
      'Sheets are made of plain values; words for problems come last.',
      { path: '^src/domain/workbook' },
      { pathNot: '^src/domain/(text|programme|report|workbook)' },
    ),
    only(
      'messages-know-problems-only',
      'A message turns a coded fact into words; it decides nothing.',
      { path: '^src/domain/messages' },
      { pathNot: '^src/domain/(text|programme|report|messages)' },
    ),
    only(
      'usecases-know-the-domain',
      'A use case is the same function in every host: it talks to ports, never to adapters.',
      { path: '^src/usecases' },
      { pathNot: '^src/(usecases|domain)' },
    ),
    only(
      'adapters-know-ports-only',
      'An adapter can be replaced without its neighbours noticing.',
      { path: '^src/adapters/([^/]+)/' },
      { path: '^src', pathNot: ['^src/domain', '^src/usecases/ports', '^src/adapters/$1/'] },
    ),
    only(
      'wiring-in-one-place',
      'Only the entry points choose adapters.',
      {
        path: '^src',
        pathNot: [
          '^src/adapters',
          '^src/cli/main[.]ts$',
          '^src/taskpane/(index|start-pane|excel-pane|standalone|file-pane|notice-page|read-worker|open-reader)[.]tsx?$',
        ],
      },
      { path: '^src/adapters' },
    ),
    only(
      'node-at-the-edge',
      'Everything else also runs in a browser; files and threads differ from host to host.',
      { path: '^src', pathNot: ['^src/cli', '^src/adapters/(folder|threads)'] },
      { dependencyTypes: ['core'] },
    ),
    only(
      'react-in-components-only',
      'What the pane knows and does is the same however it is shown.',
      {
        path: '^src',
        pathNot: ['[.]tsx$', '/use-[^/]+[.]ts$', '^src/taskpane/(language|pane|sections|theme|views|voice)[.]ts$'],
      },
      { path: '(^|/)node_modules/(react|react-dom|@fluentui|@griffel)/' },
    ),
    only(
      'source-never-imports-tests',
      'Tests know the source, not the other way round.',
      { path: '^src' },
      { path: '^tests' },
    ),
    only(
      'no-undeclared-packages',
      'What is imported is declared in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    ),
    only(
      'no-dev-packages-in-source',
      'What ships is a dependency.',
      { path: '^src' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
