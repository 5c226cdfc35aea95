import type { Page } from 'playwright-core';
import { agencyFileName } from '../../src/domain/form/plan/agency-workbook.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { programme } from './report-2565.ts';

/** The section of the page. */
export const SHARED_SECTION = 'โฟลเดอร์ที่ใช้ร่วมกัน (SharePoint)';

/**
 * Opens a shared folder on the page without Excel, as a person who picks it; it is one of the browser's own file system, because no
 * dialog of the system can be used here.
 */
export async function openSharedFolder(page: Page, folder: string): Promise<void> {
  await page.evaluate((name) => {
    const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    Object.assign(globalThis, { showDirectoryPicker: pick });
  }, folder);
  await page.getByRole('button', { name: SHARED_SECTION }).click();
  await page.getByRole('button', { name: 'เลือกโฟลเดอร์' }).click();
  await page.getByText(`โฟลเดอร์: ${folder}`).waitFor();
}

/** The workbook of an agency in that folder, as another program reads it, after saving `bytes` in it if there are any. */
export async function fileInShared(
  page: Page,
  folder: string,
  agency: Agency,
  bytes?: Uint8Array,
): Promise<Uint8Array> {
  const found = await page.evaluate(
    async ([folder, code, name, saved]) => {
      const top = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
      const file = await (await top.getDirectoryHandle(code)).getFileHandle(name);
      if (saved) {
        const writable = await file.createWritable();
        await writable.write(Uint8Array.from(saved));
        await writable.close();
      }
      return [...new Uint8Array(await (await file.getFile()).arrayBuffer())];
    },
    [folder, agency.code, agencyFileName(programme, agency), bytes && [...bytes]] as const,
  );
  return Uint8Array.from(found);
}
