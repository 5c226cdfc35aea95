import type { Page } from 'playwright-core';

/** The longest time that the page did not answer, in milliseconds, and how long the whole took. */
export interface Freeze {
  readonly longest: number;
  readonly whole: number;
}

/** Does something while the page's long tasks are noted. */
export async function watched(page: Page, act: () => Promise<unknown>): Promise<Freeze> {
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
