import type { AddInShell } from '../../../usecases/ports/add-in-shell.ts';
import type { Delay } from '../run-excel.ts';
import { openDialog, type OpenDialog } from './dialogs.ts';
import { answerOf, noticeLink } from './notice-link.ts';

/**
 * Size in percent of the screen. On the web the dialog is an iframe of the page, which no popup blocker stops and which
 * needs no permission.
 */
const LOOK: Office.DialogOptions = { width: 35, height: 45, displayInIframe: true, promptBeforeOpen: false };

/** Shows notices as dialogs. Excel allows one at a time, so a new notice replaces the previous one. */
export function createNotices(page: string, delay: Delay): AddInShell['showNotice'] {
  let latest: Promise<OpenDialog | undefined> = Promise.resolve(undefined);
  return async (notice) => {
    const previous = latest;
    const opening = (async () => {
      (await previous)?.close();
      return openDialog(noticeLink(page, notice), LOOK, delay);
    })();
    latest = opening.catch(() => undefined);
    const message = await (await opening).said;
    return message === undefined ? undefined : answerOf(message, notice);
  };
}
