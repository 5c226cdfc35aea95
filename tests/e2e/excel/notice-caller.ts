import { createOfficeShell } from '../../../src/adapters/excel/office-shell.ts';
import type { AddInShell, ShellNotice } from '../../../src/usecases/ports.ts';

let shell: AddInShell | undefined;

/** Shows a notice from a page of the built add-in. */
async function showNotice(notice: ShellNotice): Promise<string | undefined> {
  await Office.onReady();
  shell ??= createOfficeShell({ noticePage: new URL('notice.html', location.href).href, isPageVisible: true });
  return shell.showNotice(notice);
}

Object.assign(globalThis, { showNotice });
