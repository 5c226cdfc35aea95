/** Rooms whose changes are tried, or those that `ITA_ROOMS` names, such as `ITA_ROOMS=checks,conversion npm run mutate`. */
const rooms = process.env.ITA_ROOMS?.split(',') ?? ['checks', 'submissions', 'form/read', 'conversion'];

/** `npm run mutate`: which changes of a room of the domain do its own tests not notice? */
export default {
  mutate: rooms.map((room) => `src/domain/${room}/**/*.ts`),
  testRunner: 'jest',
  // A mutant loads every test file below the roots: with the tests of all rooms it takes ten times as long. Tests that go
  // through files, Excel or a browser are slower still, and tell less about a single line.
  // Jest does not see how tests are related to the source through tests/support, which is outside of the roots.
  jest: { config: { roots: rooms.map((room) => `<rootDir>/tests/domain/${room}`) }, enableFindRelatedTests: false },
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
