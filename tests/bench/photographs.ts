import { linkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { photograph } from '../support/photograph.ts';
import { delivered, openFile, type StandalonePages } from '../support/standalone-pages.ts';
import { watched, type Freeze } from './long-tasks.ts';

/** Widths of the photographs that differ; the others are these again. */
const WIDTHS = [4_000, 3_800, 3_600, 3_400, 3_200];

/** Milliseconds for one step. */
const PATIENCE = 600_000;

/** Photographs of some megabytes as files in a folder. */
export async function photographsIn(folder: string, pages: StandalonePages, count: number): Promise<readonly string[]> {
  const page = await pages.open();
  const made: string[] = [];
  try {
    for (const width of WIDTHS) {
      const file = path.join(folder, `photograph-${String(width)}.jpg`);
      writeFileSync(file, await photograph(page, width));
      made.push(file);
    }
  } finally {
    await page.context().close();
  }
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(folder, `${String(count)}-${String(index + 1)}.jpg`);
    linkSync(made[index % made.length]!, file);
    return file;
  });
}

/** Puts photographs beside the first measure of a workbook on the page without Excel, and saves a copy. */
export async function addAndSave(
  pages: StandalonePages,
  photographs: readonly string[],
): Promise<{ readonly add: Freeze; readonly save: Freeze }> {
  const page = await pages.open();
  try {
    page.setDefaultTimeout(PATIENCE);
    await openFile(page, pages.file.path);
    await page.getByRole('button', { name: 'กรอกคำตอบในหน้านี้', exact: true }).click();
    const chooser = page.getByLabel('เพิ่มภาพ').and(page.locator('input'));
    await chooser.waitFor({ state: 'attached' });
    const add = await watched(page, async () => {
      await chooser.setInputFiles([...photographs]);
      await page.getByText(/^เพิ่มภาพแล้ว/).waitFor();
      await settled(page);
    });
    const save = await watched(page, () =>
      delivered(page, () => page.getByRole('button', { name: 'บันทึกสำเนาเป็นชื่อเดิม' }).click()),
    );
    return { add, save };
  } finally {
    await page.context().close();
  }
}

/** Waits until the small pictures that the list shows first are there. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[aria-label^="ภาพหลักฐาน"] img')].every((image) => image.hasAttribute('src')),
  );
}
