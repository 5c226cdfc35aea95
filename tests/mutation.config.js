/** `npm run mutate`: which changes of the rules of the programme does no test in tests/domain notice? */
export default {
  mutate: ['checks', 'submissions', 'form/read', 'conversion'].map((room) => `src/domain/${room}/**/*.ts`),
  testRunner: 'jest',
  // Tests that go through files, Excel or a browser are slower and tell less about a single line.
  // Jest does not see how tests are related to the source through tests/support, which is outside of the roots.
  jest: { config: { roots: ['<rootDir>/tests/domain'] }, enableFindRelatedTests: false },
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
