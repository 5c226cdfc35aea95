import { hostileFiles } from '../support/hostile-corpus.ts';
import { goodWorkbook, outcomeOf, readBytesInChild } from '../support/read-hostile.ts';
import { figure, type Result } from './result.ts';

/** Seconds and megabytes that a hostile file may take. */
const SECONDS = 2;
const MEGABYTES = 300;

/** Reads every hostile file in a process of its own, and tells what it took. */
export async function benchSafe(): Promise<Result> {
  const good = await goodWorkbook();
  const start = readBytesInChild(good);
  const measured = hostileFiles(good).map(([title, , make]) => {
    const bytes = make();
    return { title, size: bytes.length, ...readBytesInChild(bytes) };
  });
  const most = (of: 'seconds' | 'megabytes'): number => Math.max(...measured.map((each) => each[of]));
  return {
    title: 'Read hostile files',
    note: `Each in a process of its own, from the start of the program: ${figure(start.seconds)} s of processor time and ${figure(start.megabytes)} MB for an honest workbook.`,
    tables: [
      {
        title: `${measured.length} files`,
        head: ['', 'KB', 's', 'MB', 'outcome'],
        rows: measured.map((each) => [
          each.title,
          figure(each.size / 1024),
          figure(each.seconds),
          figure(each.megabytes),
          outcomeOf(each),
        ]),
      },
    ],
    charts: [],
    aims: [
      { name: 'processor time of the slowest', value: most('seconds'), limit: SECONDS, kind: 'at-most', unit: 's' },
      { name: 'memory of the largest', value: most('megabytes'), limit: MEGABYTES, kind: 'at-most', unit: 'MB' },
    ],
  };
}
