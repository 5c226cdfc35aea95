import type { TypedText } from '../../domain/form/answers/typed-texts.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import type { Draft, DraftStore } from '../../usecases/ports/draft-store.ts';

/** Whether the browser keeps unsaved work: there may be none, or storing may have failed. */
export type DraftState = 'none' | 'kept' | 'failed';

/** A file that a person opened on the page, or resumed from a draft. */
export interface OpenedFile extends Pick<Draft, 'name' | 'original' | 'bytes'> {
  /** The draft that it was resumed from. */
  readonly draft?: Pick<Draft, 'id' | 'typed'>;
}

/** The draft of a file with this content, whatever its name; undefined if there is none. */
export function draftOf(original: Uint8Array, drafts: readonly Draft[]): Draft | undefined {
  return drafts.find((draft) => isSame(draft.original, original));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Keeps unsaved work on the open file until a copy of it is saved or the person discards it. */
export class OpenDraft {
  readonly id: string;
  /** What was typed when the page was left. */
  readonly typed: readonly TypedText[];
  readonly #store: DraftStore;
  readonly #clock: Clock;
  readonly #file: Pick<OpenedFile, 'name' | 'original'>;
  #bytes: Uint8Array;
  #state: DraftState;
  #listener: (state: DraftState) => void = () => undefined;

  constructor(store: DraftStore, clock: Clock, { draft, bytes, ...file }: OpenedFile) {
    this.#store = store;
    this.#clock = clock;
    // Two pages may open the same file at the same time.
    this.id = draft?.id ?? `${clock.now()} ${String(Math.random()).slice(2)}`;
    this.typed = draft?.typed ?? [];
    this.#file = file;
    this.#bytes = bytes;
    this.#state = draft === undefined ? 'none' : 'kept';
  }

  /** Whether there is a draft now. */
  get state(): DraftState {
    return this.#state;
  }

  /** Calls `listener` after each change of {@link state}; there is one listener. */
  subscribe(listener: (state: DraftState) => void): void {
    this.#listener = listener;
  }

  /** Prepares the store before anything is typed. */
  prepare(): void {
    void this.#store.prepare().catch(() => undefined);
  }

  /** Keeps the file after a change. */
  keepFile(bytes: Uint8Array): void {
    this.#bytes = bytes;
    const { name, original } = this.#file;
    this.#attempt(this.#store.keepFile(this.id, { name, original, bytes, at: this.#clock.now() }));
  }

  /** Keeps the texts that were typed and are not in the file yet. */
  keepTyped(typed: readonly TypedText[]): void {
    if (this.#state === 'none' && typed.length === 0) return;
    if (this.#state !== 'kept') this.keepFile(this.#bytes);
    this.#attempt(this.#store.keepTyped(this.id, typed));
  }

  /** Discards the draft after a copy with these bytes was saved, unless the file has changed since. */
  saved(bytes: Uint8Array): void {
    if (bytes === this.#bytes) this.discard();
  }

  /** Deletes the draft. */
  discard(): void {
    if (this.#state === 'none') return;
    this.#set('none');
    void this.#store.discard(this.id).catch(() => undefined);
  }

  #attempt(keeping: Promise<void>): void {
    if (this.#state === 'none') this.#set('kept');
    keeping.then(
      () => this.#state === 'failed' && this.#set('kept'),
      () => this.#state !== 'none' && this.#set('failed'),
    );
  }

  #set(state: DraftState): void {
    this.#state = state;
    this.#listener(state);
  }
}
