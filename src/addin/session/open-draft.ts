import type { TypedText } from '../../domain/form/answers/typed-texts.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import type { Draft, DraftStore } from '../../usecases/ports/draft-store.ts';

/** Whether what is not saved is kept: there may be nothing, or the browser may not keep anything. */
export type DraftState = 'none' | 'kept' | 'failed';

/** A file that a person opened on a page, or went on with from a draft. */
export interface OpenedFile extends Pick<Draft, 'name' | 'original' | 'bytes'> {
  /** The draft that it goes on from. */
  readonly draft?: Pick<Draft, 'id' | 'typed'>;
}

/** The draft of a file with this content; undefined where there is none, whatever its name is. */
export function draftOf(original: Uint8Array, drafts: readonly Draft[]): Draft | undefined {
  return drafts.find((draft) => isSame(draft.original, original));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Keeps what is not saved of the open file, until a copy of it is saved or the person throws it away. */
export class OpenDraft {
  readonly id: string;
  /** What was typed when the page was left. */
  readonly typed: readonly TypedText[];
  readonly #store: DraftStore;
  readonly #clock: Clock;
  readonly #file: Pick<OpenedFile, 'name' | 'original'>;
  #bytes: Uint8Array;
  #state: DraftState;
  #tell: (state: DraftState) => void = () => undefined;

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

  /** Calls `tell` after each change of {@link state}. */
  follow(tell: (state: DraftState) => void): void {
    this.#tell = tell;
  }

  /** Gets ready to keep what is typed next. */
  prepare(): void {
    void this.#store.prepare().catch(() => undefined);
  }

  /** Keeps the file after a change. */
  keepFile(bytes: Uint8Array): void {
    this.#bytes = bytes;
    const { name, original } = this.#file;
    this.#attempt(this.#store.keepFile(this.id, { name, original, bytes, at: this.#clock.now() }));
  }

  /** Keeps what was typed and does not stand in the file yet. */
  keepTyped(typed: readonly TypedText[]): void {
    if (this.#state === 'none' && typed.length === 0) return;
    if (this.#state !== 'kept') this.keepFile(this.#bytes);
    this.#attempt(this.#store.keepTyped(this.id, typed));
  }

  /** A copy with these bytes was saved: unless the file was changed since, nothing has to be kept any more. */
  saved(bytes: Uint8Array): void {
    if (bytes === this.#bytes) this.discard();
  }

  /** Deletes the draft, which the person does not want. */
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
    this.#tell(state);
  }
}
