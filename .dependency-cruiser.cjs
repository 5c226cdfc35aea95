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
    ...Object.entries({
      text: ['Characters and dates are below every notion of a workbook or a programme.', []],
      image: ['A picture is bytes, wherever it stands.', []],
      spreadsheet: ['What Excel and OOXML fix does not depend on what a workbook is for.', ['text', 'image']],
      programme: ['A programme is data; what agencies answer does not change it.', ['text', 'spreadsheet']],
      diagnostics: [
        'A problem names what it is about; it does not know who found it.',
        ['text', 'image', 'spreadsheet', 'programme'],
      ],
      submissions: [
        'What agencies answered does not depend on how a sheet looks.',
        ['text', 'image', 'spreadsheet', 'programme', 'diagnostics'],
      ],
      checks: [
        'A rule sees answers, and cells only as values.',
        ['text', 'image', 'spreadsheet', 'programme', 'diagnostics', 'submissions'],
      ],
      form: [
        'The agency workbook, planned and read, knows no report that is made of it.',
        ['text', 'image', 'spreadsheet', 'programme', 'diagnostics', 'submissions'],
      ],
      chasing: [
        'Who owes what, and the letters about it, do not depend on where that is shown or sent from.',
        ['text', 'spreadsheet', 'programme', 'submissions', 'document'],
      ],
      sharing: [
        'What was given out and came back does not depend on where the files are.',
        ['text', 'spreadsheet', 'programme', 'diagnostics', 'submissions', 'chasing'],
      ],
      deployment: [
        'What an organisation sets for its installation is read like any data file.',
        ['text', 'spreadsheet', 'programme'],
      ],
      document: ['What a text document holds does not depend on what it says.', ['image']],
      'printed-report': [
        'An older report tells its programme; it is none of the workbooks of the program.',
        ['text', 'spreadsheet', 'programme', 'document'],
      ],
      master: [
        'The report carries the same identity as the forms it is made from, and lists what rules found in answers.',
        [
          'text',
          'image',
          'spreadsheet',
          'programme',
          'diagnostics',
          'submissions',
          'checks',
          'form',
          'document',
          'chasing',
        ],
      ],
      'year-workbook': [
        'The office edits what a year is made of; how agencies and reports use it does not matter here.',
        ['text', 'image', 'spreadsheet', 'programme', 'diagnostics', 'submissions', 'checks', 'form'],
      ],
      conversion: [
        'Digits are converted in any workbook; identity and backup sheets are left alone.',
        ['text', 'spreadsheet', 'programme', 'form', 'master'],
      ],
      messages: [
        'A message turns a coded fact into words; it decides nothing.',
        [
          'text',
          'image',
          'spreadsheet',
          'programme',
          'diagnostics',
          'submissions',
          'checks',
          'document',
          'conversion',
          'chasing',
          'sharing',
          'year-workbook',
          'printed-report',
        ],
      ],
    }).map(([module, [reason, below]]) =>
      only(
        `domain-${module}`,
        reason,
        { path: `^src/domain/${module}/` },
        { path: '^src/domain', pathNot: `^src/domain/(${[module, ...below].join('|')})/` },
      ),
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
          '^src/cli/(main|ports)[.]ts$',
          '^src/addin/pane/(index|start-pane|excel-pane|excel-share-point|sign-in-page|standalone|file-pane|notice-page|read-worker|open-reader|encode-worker|file-worker|codec-aside)[.]tsx?$',
        ],
      },
      { path: '^src/adapters' },
    ),
    only(
      'node-at-the-edge',
      'Everything else also runs in a browser; files and threads differ from host to host.',
      { path: '^src', pathNot: ['^src/cli', '^src/adapters/(folder|threads|msal-node)'] },
      { dependencyTypes: ['core'] },
    ),
    only(
      'react-in-the-pane-only',
      'What the add-in knows and does is the same however it is shown.',
      { path: '^src', pathNot: '^src/addin/pane/' },
      { path: '(^|/)node_modules/(react|react-dom|@fluentui|@griffel)/' },
    ),
    only(
      'session-knows-no-view',
      'The session is driven by the pane, the ribbon and the functions; none of them is known to it.',
      { path: '^src/addin/session/' },
      { path: '^src/addin/(?!session/)' },
    ),
    only(
      'ribbon-and-functions-know-no-view',
      'The pane starts the ribbon and the functions, never the other way round.',
      { path: '^src/addin/(ribbon|functions)/' },
      { path: '^src/addin/pane/' },
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
