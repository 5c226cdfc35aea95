import { delivered, startStandalone, type StandalonePages } from '../support/standalone-pages.ts';
import { AGENCIES, demoInput, wordyInput, type Input } from './inputs.ts';
import { watched, type Freeze } from './long-tasks.ts';
import { addAndSave, photographsIn } from './photographs.ts';
import { median, QUICK, type Effort } from './race.ts';
import { figure, type Result } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Characters of a long answer. */
const LONG = 8_000;

/** How many photographs are put into a workbook: many, and as many as one takes. */
const PHOTOGRAPHS = [60, 200];

interface Row {
  readonly name: string;
  readonly step: string;
  readonly freezes: readonly Freeze[];
}

/**
 * Collects the workbooks of all agencies on the page without Excel and saves the master, then puts photographs into a workbook, and
 * looks how long the page stands still.
 */
export function benchFreeze(effort: Effort): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const inputs = [await demoInput(folder), await wordyInput(folder, LONG)];
    const pages = await startStandalone();
    try {
      const rounds = effort === QUICK ? 1 : 5;
      const rows: Row[] = [];
      for (const input of inputs) {
        const runs = [];
        for (let round = 0; round < rounds; round += 1) runs.push(await collectAndSave(pages, input));
        rows.push({ name: input.name, step: 'collect', freezes: runs.map(({ collect }) => collect) });
        rows.push({ name: input.name, step: 'save', freezes: runs.map(({ save }) => save) });
      }
      for (const count of PHOTOGRAPHS) {
        const name = photographsName(count);
        const photographs = await photographsIn(folder, pages, count);
        const runs = [];
        for (let round = 0; round < rounds; round += 1) runs.push(await addAndSave(pages, photographs));
        rows.push({ name, step: 'add', freezes: runs.map(({ add }) => add) });
        rows.push({ name, step: 'save', freezes: runs.map(({ save }) => save) });
      }
      return report(rows, pages.browser.version());
    } finally {
      await pages.close();
    }
  });
}

function photographsName(count: number): string {
  return `${count} photographs`;
}

function report(rows: readonly Row[], version: string): Result {
  const of = (freezes: readonly Freeze[], value: (freeze: Freeze) => number): number => median(freezes.map(value));
  const longest = (name: string): number =>
    Math.max(...rows.filter((row) => row.name === name).map(({ freezes }) => of(freezes, (freeze) => freeze.longest)));
  return {
    title: 'Collect, save and add photographs in the pane',
    note: `${AGENCIES} workbooks on the page without Excel in Chromium ${version}; the longest task of the page’s own thread, during which it answers nothing. Chromium tells of tasks from 50 ms on; 0 is less. “demo” has the answers of the printed report, “long” ${LONG.toLocaleString('en')} characters for every measure that an agency is asked for. Photographs have 10 to 12 million pixels and some megabytes. Medians.`,
    tables: [
      {
        title: 'The longest freeze',
        head: ['', 'ms', 'the whole in s', 'runs'],
        rows: rows.map(({ name, step, freezes }) => [
          `${name}, ${step}`,
          figure(of(freezes, (freeze) => freeze.longest)),
          figure(of(freezes, (freeze) => freeze.whole) / 1000),
          String(freezes.length),
        ]),
      },
    ],
    charts: [],
    aims: ['demo', 'long', ...PHOTOGRAPHS.map(photographsName)].map((name) => ({
      name: `longest freeze, ${name}`,
      value: longest(name),
      limit: 100,
      kind: 'at-most',
      unit: 'ms',
    })),
  };
}

async function collectAndSave(
  pages: StandalonePages,
  { folder }: Input,
): Promise<{ readonly collect: Freeze; readonly save: Freeze }> {
  const page = await pages.open();
  try {
    page.setDefaultTimeout(PATIENCE);
    await page.getByRole('button', { name: 'รวบรวมรายงาน' }).click();
    const chooser = page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true });
    await chooser.waitFor({ state: 'attached' });
    const collect = await watched(page, async () => {
      await chooser.setInputFiles(folder);
      await page.getByText(/^ได้รับคำตอบแล้ว ๗๗ จาก ๗๗ หน่วยงาน$/).waitFor();
    });
    const save = await watched(page, async () => {
      await delivered(page, () => page.getByRole('button', { name: 'บันทึกเป็นรายงานรวม' }).click());
      await page.getByText(/^จัดทำรายงานรวมแล้ว/).waitFor();
    });
    return { collect, save };
  } finally {
    await page.context().close();
  }
}

/** Milliseconds for one step. */
const PATIENCE = 300_000;
