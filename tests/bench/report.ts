import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { plot } from './plot.ts';
import { aimsTable, figure, isMet, markdown, wanted, type Result, type Table } from './result.ts';

/** A result, and on which machine and day it was found. */
export interface Measured extends Result {
  readonly measured: string;
}

/** Where results wait for the report, so that its parts can be measured one by one. */
const KEPT = path.join('dist', 'bench-results');

/** The result as it is shown. */
export function resultText({ title, note, tables, aims, measured }: Measured): string {
  return `## ${title}\n\n${note}\n\n${measured}\n\n${[...tables, ...(aims.length === 0 ? [] : [aimsTable(aims)])].map(markdown).join('\n')}`;
}

/** Keeps the result of a part for the report. */
export function keepResult(part: string, result: Measured): void {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(fileOf(part), JSON.stringify(result));
}

/** The parts without a result. */
export function missingResults(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => !existsSync(fileOf(part)));
}

/** Writes the kept results of these parts to `docs`. */
export function writeReport(parts: readonly string[]): void {
  const missing = missingResults(parts);
  const results = parts
    .filter((part) => !missing.includes(part))
    .map((part) => JSON.parse(readFileSync(fileOf(part), 'utf8')) as Measured);
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/performance.svg', plot(results.flatMap(({ charts }) => charts)));
  writeFileSync(
    'docs/performance.md',
    `# Performance / ความเร็ว

วัดโดย \`npm run bench -- --write\` เวลาขึ้นกับเครื่อง จึงให้ดูอัตราส่วนเป็นหลัก
Measured by \`npm run bench -- --write\`. Times depend on the machine; what counts are the ratios, of programs that took turns.

${markdown(summary(results))}
![](performance.svg)

${results.map(resultText).join('\n')}`,
  );
}

function summary(results: readonly Measured[]): Table {
  return {
    title: 'Aims / เป้าหมาย',
    head: ['', 'aim / เป้าหมาย', 'measured / วัดได้', ''],
    rows: results.flatMap(({ title, aims }) =>
      aims.map((aim) => [
        `${title}: ${aim.name}`,
        wanted(aim),
        `${figure(aim.value)} ${aim.unit}`.trim(),
        isMet(aim) ? 'met / ได้ตามเป้า' : 'missed / ยังไม่ได้',
      ]),
    ),
  };
}

function fileOf(part: string): string {
  return path.join(KEPT, `${part}.json`);
}

/** The machine and the day. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${processors[0]?.model ?? 'unknown processor'}, ${processors.length} cores, ${memory} GB; Node ${process.version}; ${day}.`;
}
