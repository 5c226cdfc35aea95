import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import { plot } from './plot.ts';
import { aimsTable, markdown, type Result } from './result.ts';

/** The results as they are shown. */
export function resultText({ title, note, tables, aims }: Result): string {
  return `## ${title}\n\n${note}\n\n${[...tables, aimsTable(aims)].map(markdown).join('\n')}`;
}

/** Keeps the results in `docs`. */
export function writeReport(results: readonly Result[]): void {
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/performance.svg', plot(results.flatMap(({ charts }) => charts)));
  writeFileSync(
    'docs/performance.md',
    `# Performance / ความเร็ว

วัดโดย \`npm run bench -- --write\` เวลาขึ้นกับเครื่อง จึงให้ดูอัตราส่วนเป็นหลัก
Measured by \`npm run bench -- --write\`. Times depend on the machine; what counts are the ratios. ${machine()}

![](performance.svg)

${results.map(resultText).join('\n')}`,
  );
}

/** The machine and the day. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${processors[0]?.model ?? 'unknown processor'}, ${processors.length} cores, ${memory} GB; Node ${process.version}; ${day}.`;
}
