import type { TextStore } from '../domain/submissions/entry-store.ts';
import type { Accounts } from '../usecases/ports/accounts.ts';
import type { Clock } from '../usecases/ports/clock.ts';
import type { DocumentCodec } from '../usecases/ports/document-codec.ts';
import type { DocumentLibrary, OpenLibrary } from '../usecases/ports/document-library.ts';
import type { FileStore } from '../usecases/ports/file-store.ts';
import type { LibraryMemory } from '../usecases/ports/library-memory.ts';
import type { OpenReader } from '../usecases/ports/workbook-reader.ts';
import type { ResultCache } from '../usecases/ports/result-cache.ts';
import type { SignIn } from '../usecases/ports/sign-in.ts';
import type { WorkbookCodec } from '../usecases/ports/workbook-codec.ts';

/** The standard streams of a command. */
export interface Io {
  /** Standard output. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  /** Standard input. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Waits until standard output can take more; false if its reader is gone. */
  readonly ready?: () => Promise<boolean>;
  /** Whether standard error is a terminal. */
  readonly terminal: boolean;
  /** Whether errors are printed with their stack. */
  readonly debug: boolean;
}

/** Characters to print at a time. */
const PRINTED = 64 * 1024;

/** Prints a long text that is made piece by piece, no faster than it is taken; it ends where nobody reads it any more. */
export async function printPieces(io: Io, pieces: Iterable<string>): Promise<void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PRINTED) continue;
    io.out(text);
    text = '';
    if ((await io.ready?.()) === false) return;
  }
  io.out(text);
}

/** The ports of the commands. */
export interface CliPorts {
  readonly codec: WorkbookCodec;
  readonly documents: DocumentCodec;
  readonly files: FileStore;
  readonly clock: Clock;
  /** Opens a folder of this computer as a shared folder. */
  readonly openFolder: OpenLibrary;
  /** Opens the folder that a link leads to, with an account. */
  readonly openLink: (link: string, signIn: SignIn, signal?: AbortSignal) => Promise<DocumentLibrary>;
  readonly accounts: Accounts;
  /** Reads many workbooks; by default in the calling thread. */
  readonly openReader?: OpenReader;
  /** Opens a cache folder, by default the user's own; without it nothing is cached. */
  readonly openCache?: (folder?: string) => Promise<ResultCache & LibraryMemory>;
  /** Called with the paths of the files to consolidate before they are read. */
  readonly onFound?: (paths: readonly string[]) => void;
  /** Called with the number of files to consolidate when all of them are read. */
  readonly onRead?: (files: number) => void;
  /** Where the texts of answers, and what is found in them, are kept if so many files are found; by default in memory. */
  readonly openTexts?: (files: number) => TextStore | undefined;
  /** Aborted by Ctrl-C. A command that uses it stops cleanly; the system ends any other. */
  readonly onInterrupt?: () => AbortSignal;
}

/** Exit codes: success, problems found, wrong usage, could not read or write, interrupted (128 + SIGINT). */
export const EXIT = { clean: 0, problems: 1, usage: 2, fault: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Thrown when the user interrupts a command. */
export class Interruption extends Error {}
