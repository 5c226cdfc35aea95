import type { HostFaultReason } from '../../../domain/diagnostics/host-fault.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import type { Delay } from '../run-excel.ts';

/** Error codes of office.js for dialogs that do not open or that a person closed. */
const ALREADY_OPEN = 12_007;
const CLOSED = 12_006;
const REASONS: Readonly<Record<number, HostFaultReason>> = { 12_009: 'window-refused', 12_011: 'window-refused' };

/** Milliseconds between attempts to open a dialog while the previous one closes. */
const PAUSES = [100, 200, 400, 800];

/** Milliseconds in which Excel must open a dialog. */
const TIME_LIMIT = 20_000;

/** A dialog that is open. */
export interface OpenDialog {
  /** The first thing that its page says; undefined if a person closes it, or the add-in. */
  readonly said: Promise<string | undefined>;
  readonly close: () => void;
}

/**
 * Opens a page of the add-in's own site in a dialog, of which Excel allows one at a time.
 * @throws {HostFault} `said` rejects with one if the dialog's page could not be shown
 */
export async function openDialog(url: string, look: Office.DialogOptions, delay: Delay): Promise<OpenDialog> {
  let result = await display(url, look, delay);
  for (const pause of PAUSES) {
    if (codeOf(result) !== ALREADY_OPEN) break;
    await delay(pause);
    result = await display(url, look, delay);
  }
  const code = codeOf(result);
  if (code !== undefined) throw new HostFault(REASONS[code] ?? 'failed', String(code));
  return listenTo(result.value);
}

type DialogResult = Office.AsyncResult<Office.Dialog>;

function codeOf({ status, error }: DialogResult): number | undefined {
  return status === Office.AsyncResultStatus.Failed ? error.code : undefined;
}

/** Opens a dialog. A dialog that opens after the time limit is closed, so that it does not block the next one. */
async function display(url: string, look: Office.DialogOptions, delay: Delay): Promise<DialogResult> {
  let isTooLate = false;
  const answer = new Promise<DialogResult>((resolve) => {
    // A copy, because office.js writes into its options.
    Office.context.ui.displayDialogAsync(url, { ...look }, (result) => {
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

function listenTo(dialog: Office.Dialog): OpenDialog {
  let close = (): void => undefined;
  const said = new Promise<string | undefined>((resolve, reject) => {
    const end = (message: string | undefined): void => {
      closeDialog(dialog);
      resolve(message);
    };
    close = () => end(undefined);
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) =>
      end('message' in event && isOwn(event) ? event.message : undefined),
    );
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
      if ('error' in event && event.error !== CLOSED) reject(new HostFault('failed', String(event.error)));
      else resolve(undefined);
    });
  });
  return { said, close };
}

/** Whether a message comes from a page of the add-in's own site; an Excel without DialogOrigin 1.1 lets no other page speak. */
function isOwn({ origin }: { readonly origin?: string | undefined }): boolean {
  return !origin || origin === location.origin;
}

/** Closes a dialog; office.js throws if it is closed already. */
function closeDialog(dialog: Office.Dialog): void {
  try {
    dialog.close();
  } catch {
    // It is closed already.
  }
}
