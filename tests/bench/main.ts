import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchBrowser } from './browser.ts';
import { benchCheck } from './check.ts';
import { benchConsolidate } from './consolidate.ts';
import { benchDigits } from './digits.ts';
import { benchFreeze } from './freeze.ts';
import { benchGrouping } from './grouping.ts';
import { benchPane } from './pane.ts';
import { benchProfile } from './profile.ts';
import { benchRead } from './read.ts';
import { benchSafe } from './safe.ts';
import { benchScale } from './scale.ts';
import { benchStartup } from './startup.ts';
import { benchWrite } from './write.ts';
import { QUICK, THOROUGH, type Effort } from './race.ts';
import { keepResult, machine, missingResults, resultText, writeReport } from './report.ts';
import { isMet, type Result } from './result.ts';

/** In the order of docs/performance.md. */
const PARTS: Readonly<Record<string, (effort: Effort) => Promise<Result>>> = {
  consolidate: benchConsolidate,
  profile: benchProfile,
  scale: benchScale,
  read: benchRead,
  browser: benchBrowser,
  write: benchWrite,
  freeze: benchFreeze,
  startup: benchStartup,
  safe: benchSafe,
  digits: benchDigits,
  check: benchCheck,
  grouping: benchGrouping,
  pane: benchPane,
};

const USAGE = `npm run bench -- [PART ...] [--quick] [--write]
PART      ${Object.keys(PARTS).join(', ')}; all by default
--quick   a rough run, without the 8,300 workbooks
--write   writes docs/performance.md and docs/performance.svg, together with the parts that were measured before (not roughly)\n`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, write: { type: 'boolean' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
if (names.some((name) => !Object.hasOwn(PARTS, name)) || (values.quick && values.write)) {
  process.stderr.write(USAGE);
  process.exit(2);
}
process.stdout.write(`${machine()}\n`);
let isFailed = false;
for (const name of names) {
  const result = { ...(await PARTS[name]!(values.quick ? QUICK : THOROUGH)), measured: machine() };
  process.stdout.write(`\n${resultText(result)}`);
  if (!values.quick) keepResult(name, result);
  isFailed ||= result.aims.some((aim) => aim.isFirm && !isMet(aim));
}
if (values.write) {
  const missing = missingResults(Object.keys(PARTS));
  if (missing.length > 0) process.stderr.write(`not measured yet, and left out of the report: ${missing.join(', ')}\n`);
  writeReport(Object.keys(PARTS));
}
if (isFailed) process.exitCode = 1;
