import type { HostFaultReason } from '../../../domain/diagnostics/host-fault.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { type AddInShell, type ShellNotice } from '../../../usecases/ports/add-in-shell.ts';
import { answerOf, noticeLink } from './notice-link.ts';
import type { Delay } from '../run-excel.ts';

/** Error codes of office.js for dialogs that do not open or that a person closed. */
const ALREADY_OPEN = 12_007;
const CLOSED = 12_006;
const REASONS: Readonly<Record<number, HostFaultReason>> = { 12_009: 'window-refused', 12_011: 'window-refused' };

/** Milliseconds between attempts to open a dialog while the previous one closes. */
const PAUSES = [100, 200, 400, 800];

/** Milliseconds in which Excel must open a dialog. */
const TIME_LIMIT = 20_000;

/**
 * Size in percent of the screen. On the web the dialog is an iframe of the page, which no popup blocker stops and which
 * needs no permission.
 */
const LOOK: Office.DialogOptions = { width: 35, height: 45, displayInIframe: true, promptBeforeOpen: false };

interface OpenNotice {
  readonly answer: Promise<string | undefined>;
  readonly close: () => void;
}

/** Shows notices as dialogs. Excel allows one at a time, so a new notice replaces the previous one. */
export function createNotices(page: string, delay: Delay): AddInShell['showNotice'] {
  let latest: Promise<OpenNotice | undefined> = Promise.resolve(undefined);
  return async (notice) => {
    const previous = latest;
    const opening = (async () => {
      (await previous)?.close();
      return openNotice(await openDialog(noticeLink(page, notice), delay), notice);
    })();
    latest = opening.catch(() => undefined);
    return (await opening).answer;
  };
}

async function openDialog(url: string, delay: Delay): Promise<Office.Dialog> {
  let result = await display(url, delay);
  for (const pause of PAUSES) {
    if (codeOf(result) !== ALREADY_OPEN) break;
    await delay(pause);
    result = await display(url, delay);
  }
  const code = codeOf(result);
  if (code !== undefined) throw new HostFault(REASONS[code] ?? 'failed', String(code));
  return result.value;
}

function codeOf({ status, error }: DialogResult): number | undefined {
  return status === Office.AsyncResultStatus.Failed ? error.code : undefined;
}

type DialogResult = Office.AsyncResult<Office.Dialog>;

/** Opens a dialog. A dialog that opens after the time limit is closed, so that it does not block the next one. */
async function display(url: string, delay: Delay): Promise<DialogResult> {
  let isTooLate = false;
  const answer = new Promise<DialogResult>((resolve) => {
    // A copy, because office.js writes into its options.
    Office.context.ui.displayDialogAsync(url, { ...LOOK }, (result) => {
      if (isTooLate && codeOf(result) === undefined) closeDialog(result.value);
      resolve(result);
    });
  });
  const tooLate = delay(TIME_LIMIT).then(() => {
    isTooLate = true;
    throw new HostFault('timed-out', `${TIME_LIMIT} ms`);
  });
  tooLate.catch(() => undefined);
  return Promise.race([answer, tooLate]);
}

function openNotice(dialog: Office.Dialog, notice: ShellNotice): OpenNotice {
  let close = (): void => undefined;
  const answer = new Promise<string | undefined>((resolve, reject) => {
    const end = (action: string | undefined): void => {
      closeDialog(dialog);
      resolve(action);
    };
    close = () => end(undefined);
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) =>
      end('message' in event ? answerOf(event.message, notice) : undefined),
    );
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
      if ('error' in event && event.error !== CLOSED) reject(new HostFault('failed', String(event.error)));
      else resolve(undefined);
    });
  });
  return { answer, close };
}

/** Closes a dialog; office.js throws if it is closed already. */
function closeDialog(dialog: Office.Dialog): void {
  try {
    dialog.close();
  } catch {
    // It is closed already.
  }
}
