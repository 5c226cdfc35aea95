/** Numbers of events as office.js registers and reads them. */
const RICH_API_MESSAGE = 33;
const EVENT_ENTRY = 65_536;
const WORKSHEET_CHANGED = 10;

/** What the client hands over to be told of events. */
export type ClientHandler = (eventId: number, payload: { readonly toArray: () => unknown }) => void;

/** A change of cells, as Excel tells of it. */
export interface ChangedEvent {
  readonly worksheetId: string;
  readonly address: string;
  readonly changeType:
    'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted';
  readonly source: 'Local' | 'Remote';
}

/** Sends events to office.js; a sheet's own and those of the whole workbook only where they were registered. */
export class HostEvents {
  readonly #clients: ClientHandler[] = [];
  readonly #wanted = new Set<string>();

  /** What office.js registers at the start; only messages of the rich API are ever sent. */
  connect(eventId: number, handler: ClientHandler): void {
    if (eventId === RICH_API_MESSAGE) this.#clients.push(handler);
  }

  disconnect(): void {
    this.#clients.length = 0;
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
    const message = JSON.stringify({ ...event, type: 'WorksheetChanged', details: null });
    const targets = ['Workbook', event.worksheetId].filter((target) => this.#wanted.has(target));
    const entries = targets.map((target, index) => [EVENT_ENTRY, WORKSHEET_CHANGED, target, message, index, false]);
    if (entries.length === 0) return;
    for (const client of this.#clients) client(RICH_API_MESSAGE, { toArray: () => entries });
  }
}
