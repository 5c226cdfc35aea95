import process from 'node:process';
import { filesIn } from './inputs.ts';
import { nodeReaders } from './node-readers.ts';
import { measurePasses } from './passes.ts';

/** A process for one reader: its name, the folder, milliseconds, and passes at least; prints the passes. */
const [name = '', folder = '', milliseconds, least] = process.argv.slice(2);
const read = nodeReaders().get(name);
if (read === undefined) throw new Error(`no reader ${name}`);
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const files = filesIn(folder).map(({ bytes }) => bytes);
const passes = await measurePasses(
  read,
  files,
  { milliseconds: Number(milliseconds), least: Number(least) },
  processorMs,
);
process.stdout.write(JSON.stringify(passes));
