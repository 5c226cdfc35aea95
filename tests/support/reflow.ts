import type { Page } from 'playwright-core';

/** How much of a page lies beside its window, in px: what a person has to scroll sideways for. */
export function beside(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * Texts of a page that a person cannot read as a whole: what lies beyond the edges of the window, or is cut off by an element around
 * it. What scrolls by itself, such as a table, may hold more than it shows, and texts that are only read aloud are not looked at.
 */
export async function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isWithin = (rect: DOMRect, left: number, right: number): boolean =>
      rect.left >= left - 1 && rect.right <= right + 1;
    const isCut = (text: Text): boolean => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      for (let around = text.parentElement; around !== null; around = around.parentElement) {
        const { overflowX, overflowY, clipPath, visibility, display } = getComputedStyle(around);
        if (clipPath !== 'none' || visibility === 'hidden' || display === 'none') return false;
        if (around === document.documentElement || around === document.body) continue;
        if (overflowX === 'auto' || overflowX === 'scroll') return false;
        const box = around.getBoundingClientRect();
        if (overflowX !== 'visible' && !rects.every((rect) => isWithin(rect, box.left, box.right))) return true;
        const isTall = (rect: DOMRect): boolean => rect.bottom > box.bottom + 1 || rect.top < box.top - 1;
        if (overflowY === 'hidden' || overflowY === 'clip') if (rects.some(isTall)) return true;
      }
      return !rects.every((rect) => isWithin(rect, 0, document.documentElement.clientWidth));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const cut: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text;
      if (text.data.trim() !== '' && isCut(text)) cut.push(text.data);
    }
    return cut;
  });
}
