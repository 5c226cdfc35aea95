import type { Page } from 'playwright-core';
import { delivered, startStandalone, type StandalonePages } from '../support/standalone-pages.ts';
import { AGENCIES, demoInput, wordyInput, type Input } from './inputs.ts';
import { median, QUICK, type Effort } from './race.ts';
import { figure, type Result } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Characters of a long answer. */
const LONG = 8_000;

/** The longest time that the page did not answer, in milliseconds, and how long the whole took. */
interface Freeze {
  readonly longest: number;
  readonly whole: number;
}

/** Collects the workbooks of all agencies on the page without Excel and saves the master, and looks how long the page stands still. */
export function benchFreeze(effort: Effort): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const inputs = [await demoInput(folder), await wordyInput(folder, LONG)];
    const pages = await startStandalone();
    try {
      const rounds = effort === QUICK ? 1 : 5;
      const rows: { readonly name: string; readonly step: string; readonly freezes: readonly Freeze[] }[] = [];
      for (const input of inputs) {
        const runs = [];
        for (let round = 0; round < rounds; round += 1) runs.push(await collectAndSave(pages, input));
        rows.push({ name: input.name, step: 'collect', freezes: runs.map(({ collect }) => collect) });
        rows.push({ name: input.name, step: 'save', freezes: runs.map(({ save }) => save) });
      }
      return report(rows, pages.browser.version());
    } finally {
      await pages.close();
    }
  });
}

function report(
  rows: readonly { readonly name: string; readonly step: string; readonly freezes: readonly Freeze[] }[],
  version: string,
): Result {
  const of = (freezes: readonly Freeze[], value: (freeze: Freeze) => number): number => median(freezes.map(value));
  const longest = (name: string): number =>
    Math.max(...rows.filter((row) => row.name === name).map(({ freezes }) => of(freezes, (freeze) => freeze.longest)));
  return {
    title: 'Collect and save in the pane',
    note: `${AGENCIES} workbooks on the page without Excel in Chromium ${version}; the longest task of the page’s own thread, during which it answers nothing. Chromium tells of tasks from 50 ms on; 0 is less. “demo” has the answers of the printed report, “long” ${LONG.toLocaleString('en')} characters for every measure that an agency is asked for. Medians.`,
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
    aims: ['demo', 'long'].map((name) => ({
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

/** Does something while the page's long tasks are noted. */
async function watched(page: Page, act: () => Promise<unknown>): Promise<Freeze> {
  const tasks = await page.evaluateHandle(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) =>
      durations.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask' });
    return { durations, observer };
  });
  const start = performance.now();
  await act();
  const whole = performance.now() - start;
  const longest = await tasks.evaluate(({ durations, observer }) => {
    durations.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    return Math.max(0, ...durations);
  });
  return { longest, whole };
}
