/** Numbers of the rich API's messages: their categories, and what they tell of. */
const EVENT = 65_536;
const WORKSHEET_CHANGED = 10;
const VISIBILITY_CHANGED = 65_539;
const FUNCTION = 1;
const ACTION = 2;
const INVOKE = 1000;

/** Number by which office.js registers for messages of the rich API. */
export const RICH_API_MESSAGE = 33;

/** What the client hands over to be told of events. */
export type ClientHandler = (eventId: number, payload: { readonly toArray: () => unknown }) => void;

/** A change of cells, as Excel tells of it. */
export interface ChangedEvent {
  readonly worksheetId: string;
  readonly address: string;
  readonly changeType:
    'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted';
  readonly source: 'Local' | 'Remote';
  /** From ExcelApi 1.14 on; it is empty where a person made the change. */
  readonly triggerSource?: 'ThisLocalAddin' | 'Unknown';
}

/** A custom function that a formula calls. */
export interface Invocation {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Sends messages to office.js; of changes, a sheet's own and those of the whole workbook only where they were registered. */
export class HostEvents {
  readonly #clients: ClientHandler[] = [];
  readonly #wanted = new Set<string>();

  connect(handler: ClientHandler): void {
    this.#clients.push(handler);
  }

  want(target: string): void {
    this.#wanted.add(target);
  }

  unwant(target: string): void {
    this.#wanted.delete(target);
  }

  /** Targets that somebody listens to. */
  get wanted(): ReadonlySet<string> {
    return this.#wanted;
  }

  changed(event: ChangedEvent): void {
    const message = { ...event, type: 'WorksheetChanged', details: null };
    for (const target of ['Workbook', event.worksheetId]) {
      if (this.#wanted.has(target)) this.#send(EVENT, WORKSHEET_CHANGED, message, target);
    }
  }

  paneChanged(visibility: 'Visible' | 'Hidden'): void {
    this.#send(EVENT, VISIBILITY_CHANGED, { visibility });
  }

  /** A key combination: nothing is heard back of it. */
  action(name: string): void {
    this.#send(ACTION, INVOKE, [name, null]);
  }

  invoke({ id, name, args }: Invocation): void {
    this.#send(FUNCTION, INVOKE, [id, name, args, null, 0]);
  }

  #send(category: number, type: number, message: unknown, target = ''): void {
    const entry = [category, type, target, JSON.stringify(message), 0, false];
    for (const client of this.#clients) client(RICH_API_MESSAGE, { toArray: () => [entry] });
  }
}
