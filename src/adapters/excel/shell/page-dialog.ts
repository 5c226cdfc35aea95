import { sleep, type Delay } from '../run-excel.ts';
import { openDialog } from './dialogs.ts';

/**
 * Size in percent of the screen. A page that goes to another site is a window of its own: that site lets nobody frame it.
 * Excel on the web asks the person before, because a window that opens by itself is blocked.
 */
const LOOK: Office.DialogOptions = { width: 40, height: 65, displayInIframe: false, promptBeforeOpen: true };

/**
 * Opens addresses of the add-in's site in a dialog, and gives what the page says first; undefined if the person closes it.
 * Rejects with a {@link HostFault}.
 */
export function createPageDialog(delay: Delay = sleep): (url: string) => Promise<string | undefined> {
  return async (url) => (await openDialog(url, LOOK, delay)).said;
}
