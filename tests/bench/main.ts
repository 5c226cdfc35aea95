import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchBrowser } from './browser.ts';
import { benchCheck } from './check.ts';
import { benchConsolidate } from './consolidate.ts';
import { benchDigits } from './digits.ts';
import { benchGrouping } from './grouping.ts';
import { benchPane } from './pane.ts';
import { benchRead } from './read.ts';
import { benchSafe } from './safe.ts';
import { benchWrite } from './write.ts';
import { QUICK, THOROUGH, type Effort } from './race.ts';
import { machine, resultText, writeReport } from './report.ts';
import { isMet, type Result } from './result.ts';

const PARTS: Readonly<Record<string, (effort: Effort) => Promise<Result>>> = {
  read: benchRead,
  write: benchWrite,
  browser: benchBrowser,
  consolidate: benchConsolidate,
  safe: benchSafe,
  digits: benchDigits,
  check: benchCheck,
  grouping: benchGrouping,
  pane: benchPane,
};

const USAGE = `npm run bench -- [--only ${Object.keys(PARTS).join(',')}] [--quick] [--write]
--quick   a rough run, without the 8,300 workbooks
--write   keeps the results in docs/performance.md and docs/performance.svg\n`;

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean' }, write: { type: 'boolean' } },
});
const names = values.only?.split(',') ?? Object.keys(PARTS);
const parts = names.flatMap((name) => PARTS[name] ?? []);
if (parts.length < names.length) {
  process.stderr.write(USAGE);
  process.exit(2);
}
if (values.write && names.length < Object.keys(PARTS).length) {
  process.stderr.write(`--write keeps whole runs only\n${USAGE}`);
  process.exit(2);
}
process.stdout.write(`${machine()}\n`);
const results: Result[] = [];
for (const part of parts) {
  const result = await part(values.quick ? QUICK : THOROUGH);
  process.stdout.write(`\n${resultText(result)}`);
  results.push(result);
}
if (values.write) writeReport(results);
if (results.some(({ aims }) => aims.some((aim) => aim.isFirm && !isMet(aim)))) process.exitCode = 1;
