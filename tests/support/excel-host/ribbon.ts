import { pending } from './pending.ts';
import type { ClientHandler } from './events.ts';

/** Numbers by which office.js registers for the ribbon's commands, and by which it says that one is done. */
export const APP_COMMAND = 39;
export const APP_COMMAND_COMPLETED = 94;

const OK = 0;

/** The add-in's buttons: a press reaches office.js as soon as it listens, and lasts until the add-in says that it is done. */
export class HostRibbon {
  readonly #pressed = new Map<string, (status: number) => void>();
  readonly #client: Promise<ClientHandler>;
  readonly connect: (client: ClientHandler) => void;

  constructor() {
    const { promise, resolve } = pending<ClientHandler>();
    this.#client = promise;
    this.connect = resolve;
  }

  /**
   * Presses the button of a command; resolves when the add-in has called `completed`.
   * @throws {Error} where no function goes by that name.
   */
  async press(command: string): Promise<void> {
    const client = await this.#client;
    const id = `${command}#${this.#pressed.size}`;
    const { promise, resolve } = pending<number>();
    this.#pressed.set(id, resolve);
    const event = JSON.stringify({ source: { id: command } });
    client(APP_COMMAND, { toArray: () => [id, command, event] });
    const status = await promise;
    if (status !== OK) throw new Error(`The command ${command} could not be run (${status}).`);
  }

  /** What office.js says of a press. */
  completed(id: unknown, status: unknown): void {
    this.#pressed.get(String(id))?.(Number(status));
  }
}
