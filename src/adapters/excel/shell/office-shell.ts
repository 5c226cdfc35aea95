import type { AddInShell } from '../../../usecases/ports/add-in-shell.ts';
import { toHostFault } from '../faults.ts';
import { createNotices } from './notices.ts';
import { sleep, type Delay } from '../run-excel.ts';

/** What the shell needs beside office.js, which must have been started. */
export interface OfficeShellOptions {
  /** Address of the page that shows notices; it lies where the add-in's own page does. */
  readonly noticePage: string;
  /** Whether the add-in's page is visible at the start. */
  readonly isPageVisible: boolean;
  /** How to wait; by the clock unless a test has another idea. */
  readonly delay?: Delay;
}

/** What Excel shows beside the workbook, by office.js. */
export function createOfficeShell({ noticePage, isPageVisible, delay = sleep }: OfficeShellOptions): AddInShell {
  let isPaneOpen = isPageVisible;
  void followPane((isOpen) => {
    isPaneOpen = isOpen;
  });
  return {
    async openPane() {
      try {
        await Office.addin.showAsTaskpane();
      } catch (error) {
        throw toHostFault(error);
      }
      isPaneOpen = true;
    },
    get isPaneOpen() {
      return isPaneOpen;
    },
    showNotice: createNotices(noticePage, delay),
  };
}

/** As the types do not know it: for a page that outlives its pane, office.js also says whether there is one. */
type ReadyInfo = Awaited<ReturnType<typeof Office.onReady>> & { readonly addin?: { readonly visibilityMode: string } };

/** Tells that the pane is closed at the start, which a page within another page does not see for itself, and of each change. */
async function followPane(tell: (isOpen: boolean) => void): Promise<void> {
  try {
    const { addin } = (await Office.onReady()) as ReadyInfo;
    if (addin?.visibilityMode === 'Hidden') tell(false);
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
      tell(visibilityMode === Office.VisibilityMode.taskpane),
    );
  } catch {
    // Where Excel knows no page that outlives its pane, this page is there only as long as it is seen.
  }
}
