import type { Page } from 'playwright-core';

/** What is shown with lines less than 1.6 times as high as its letters, so that tone marks touch what is above: `ratio, text`. */
export function tightLines(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility())
      .filter(({ childNodes }) =>
        [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      )
      .flatMap((element) => {
        const { lineHeight, fontSize } = getComputedStyle(element);
        // `normal` is what the font has, which for Sarabun is less.
        const ratio = (Number.parseFloat(lineHeight) || 0) / Number.parseFloat(fontSize);
        return ratio < 1.6 ? [`${ratio.toFixed(2)}, ${element.textContent}`] : [];
      }),
  );
}
