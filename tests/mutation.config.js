/** Modules whose changes are tried, or those that `ITA_MODULES` names, such as `ITA_MODULES=checks,conversion npm run mutate`. */
const modules = process.env.ITA_MODULES?.split(',') ?? ['checks', 'submissions', 'form/read', 'conversion'];

/** `npm run mutate`: which changes of a module of the domain do its own tests not notice? */
export default {
  mutate: modules.map((module) => `src/domain/${module}/**/*.ts`),
  testRunner: 'jest',
  // A mutant loads every test file below the roots: with the tests of all modules it takes ten times as long. Tests that go
  // through files, Excel or a browser are slower still, and tell less about a single line.
  // Jest does not see how tests are related to the source through tests/support, which is outside of the roots.
  jest: {
    config: { roots: modules.map((module) => `<rootDir>/tests/domain/${module}`) },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // A mutant in a constant needs every test again, in a new process.
  ignoreStatic: true,
  concurrency: 1,
  // A busy machine is not an endless loop.
  timeoutMS: 30_000,
  ignorePatterns: ['/assets', '/demo', '/dist', '/mutation'],
  tempDirName: 'mutation/sandbox',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, skipFull: true },
  htmlReporter: { fileName: 'mutation/report.html' },
  jsonReporter: { fileName: 'mutation/report.json' },
};
