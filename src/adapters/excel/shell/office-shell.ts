import type { AddInShell } from '../../../usecases/ports/add-in-shell.ts';
import { toHostFault } from '../faults.ts';
import { createNotices } from './notices.ts';
import { sleep, type Delay } from '../run-excel.ts';

/** Options of the shell; office.js must be ready. */
export interface OfficeShellOptions {
  /** URL of the notice page, on the same origin as the add-in's page. */
  readonly noticePage: string;
  /** Whether the add-in's page is visible at start-up. */
  readonly isPageVisible: boolean;
  /** How to wait; a test may replace it. */
  readonly delay?: Delay;
}

/** The task pane and dialogs, through office.js. */
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

/** Missing in the types: in a shared runtime office.js also reports the visibility of the task pane. */
type ReadyInfo = Awaited<ReturnType<typeof Office.onReady>> & { readonly addin?: { readonly visibilityMode: string } };

/**
 * Reports whether the task pane is closed at start-up, which a page in an iframe cannot see for itself, and every
 * change.
 */
async function followPane(tell: (isOpen: boolean) => void): Promise<void> {
  try {
    const { addin } = (await Office.onReady()) as ReadyInfo;
    if (addin?.visibilityMode === 'Hidden') tell(false);
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
      tell(visibilityMode === Office.VisibilityMode.taskpane),
    );
  } catch {
    // Without a shared runtime this page exists only while the task pane is open.
  }
}
