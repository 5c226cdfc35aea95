import type { TypedText } from '../../domain/form/answers/typed-texts.ts';

/** What is not saved of a file that was open on a page. */
export interface Draft extends DraftFile {
  readonly id: string;
  /** Texts that do not stand in `bytes` yet. */
  readonly typed: readonly TypedText[];
}

/** A file as it was chosen and as it is now. */
export interface DraftFile {
  /** Its name or path, as the person knows it. */
  readonly name: string;
  /** ISO 8601 instant of the last change. */
  readonly at: string;
  /** The file as it was chosen. The draft is of this content and of no other file, whatever its name is. */
  readonly original: Uint8Array;
  /** The file with its changes. */
  readonly bytes: Uint8Array;
}

/** Keeps drafts in the browser of this computer. Every method rejects where the browser does not let pages keep anything. */
export interface DraftStore {
  /** The drafts, the last one first. */
  all(): Promise<readonly Draft[]>;
  /** Gets ready, so that the first text that is kept does not have to wait. */
  prepare(): Promise<void>;
  /** Keeps a file with its changes. What was typed for it before is not touched. */
  keepFile(id: string, file: DraftFile): Promise<void>;
  /** Keeps what was typed for a file that is kept. It is under way to the browser when this returns, so that no reload can lose it. */
  keepTyped(id: string, typed: readonly TypedText[]): Promise<void>;
  /** Deletes a draft for good. */
  discard(id: string): Promise<void>;
}
