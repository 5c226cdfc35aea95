import type { HostFaultReason } from '../../../domain/diagnostics/host-fault.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { type AddInShell, type ShellNotice } from '../../../usecases/ports/add-in-shell.ts';
import { answerOf, noticeLink } from './notice-link.ts';
import type { Delay } from '../run-excel.ts';

/** Numbers of office.js for dialogs that do not open, and for one that a person closed. */
const ALREADY_OPEN = 12_007;
const CLOSED = 12_006;
const REASONS: Readonly<Record<number, HostFaultReason>> = { 12_009: 'window-refused', 12_011: 'window-refused' };

/** Milliseconds between attempts to open a dialog while the one before it is still going away. */
const PAUSES = [100, 200, 400, 800];

/** Milliseconds that Excel has to open a dialog. */
const TIME_LIMIT = 20_000;

/** Percents of the screen. Within the page on the web: no browser blocks that, and nobody needs to be asked. */
const LOOK: Office.DialogOptions = { width: 35, height: 45, displayInIframe: true, promptBeforeOpen: false };

interface OpenNotice {
  readonly answer: Promise<string | undefined>;
  readonly close: () => void;
}

/** Shows notices as dialogs: one at a time, as Excel allows, the newest in place of the one before. */
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

/** What Excel answers; a dialog that comes too late is closed, so that it is not in the way of the next. */
async function display(url: string, delay: Delay): Promise<DialogResult> {
  let isTooLate = false;
  const answer = new Promise<DialogResult>((resolve) => {
    // A copy: office.js writes into its options.
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

/** One that is closed already is a failure to office.js, and to nobody else. */
function closeDialog(dialog: Office.Dialog): void {
  try {
    dialog.close();
  } catch {
    // It is closed, as was wanted.
  }
}
