import { createOfficeShell } from '../../../src/adapters/excel/shell/office-shell.ts';
import type { AddInShell, ShellNotice } from '../../../src/usecases/ports/add-in-shell.ts';

/** What the page can be told to do. */
export interface NoticeCaller {
  readonly showNotice: (notice: ShellNotice) => Promise<string | undefined>;
}

let shell: AddInShell | undefined;

/** Shows a notice from a page of the built add-in. */
async function showNotice(notice: ShellNotice): Promise<string | undefined> {
  await Office.onReady();
  shell ??= createOfficeShell({ noticePage: new URL('notice.html', location.href).href, isPageVisible: true });
  return shell.showNotice(notice);
}

const caller: NoticeCaller = { showNotice };
Object.assign(globalThis, caller);
