import type { ClientHandler } from './events.ts';
import type { Switches } from './switches.ts';

/** Number by which office.js registers for what a dialog says, which opens it. */
export const DIALOG_MESSAGE = 10;

const OK = 0;
const MESSAGE = 0;
const CLOSED = 12_006;
/** The Windows error that office.js takes for a dialog that is open already. */
const ALREADY_OPEN = -2_147_467_259;
const REFUSALS = { ignored: 12_009, blocked: 12_011 } as const;

/** What displayDialogAsync asks for. */
export interface DialogRequest {
  readonly url: string;
  readonly displayInIframe: boolean;
  readonly promptBeforeOpen: boolean;
  readonly width: number;
  readonly height: number;
}

/** A window in which a dialog's page really is. */
export interface DialogWindow {
  close(): void;
}

interface OpenDialog {
  readonly client: ClientHandler;
  readonly window: DialogWindow | undefined;
}

/** The one dialog that the add-in may have open at a time. */
export class HostDialogs {
  /** What was opened, newest last. */
  readonly shown: DialogRequest[] = [];
  /** Answers at last, where a dialog was opened in silence. */
  answer = (): void => undefined;
  readonly #switches: Switches;
  readonly #openWindow: ((url: string) => DialogWindow) | undefined;
  #open: OpenDialog | undefined;

  /** Without `openWindow` a dialog has no page: the test speaks for it. */
  constructor(switches: Switches, openWindow?: (url: string) => DialogWindow) {
    this.#switches = switches;
    this.#openWindow = openWindow;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Opens it and tells office.js by a number what came of it. */
  open(request: DialogRequest, client: ClientHandler, reply: (status: number) => void): void {
    const { dialog } = this.#switches;
    const lingers = this.#switches.dialogsThatLinger > 0;
    if (lingers) this.#switches.dialogsThatLinger -= 1;
    if (this.#open !== undefined || lingers) {
      throw Object.assign(new Error('Unspecified error'), { number: ALREADY_OPEN });
    }
    if (dialog === 'ignored' || dialog === 'blocked') {
      reply(REFUSALS[dialog]);
      return;
    }
    this.shown.push(request);
    this.#open = { client, window: this.#openWindow?.(request.url) };
    if (dialog === 'silent') this.answer = () => reply(OK);
    else reply(OK);
  }

  /** What the add-in does. */
  close(): void {
    this.#open?.window?.close();
    this.#open = undefined;
  }

  /** What the dialog's page says to the add-in. */
  say(message: string): void {
    this.#open?.client(DIALOG_MESSAGE, { toArray: () => [MESSAGE, message, ''] });
  }

  /** What a person does by the window's cross; or why its page is not shown, by the number of the event. */
  dismiss(event = CLOSED): void {
    const open = this.#open;
    this.#open = undefined;
    open?.client(DIALOG_MESSAGE, { toArray: () => [event] });
  }
}
