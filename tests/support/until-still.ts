import type { Page } from 'playwright-core';

/** Waits until everything that moves into place is there; what turns for as long as something lasts has no end to wait for. */
export function untilStill(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const moving = (): readonly Animation[] =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    for (let left = moving(); left.length > 0; left = moving())
      await Promise.allSettled(left.map(({ finished }) => finished));
  });
}
