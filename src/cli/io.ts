import type { Clock } from '../usecases/ports/clock.ts';
import type { FileStore } from '../usecases/ports/file-store.ts';
import type { OpenReader } from '../usecases/ports/workbook-reader.ts';
import type { ResultCache } from '../usecases/ports/result-cache.ts';
import type { WorkbookCodec } from '../usecases/ports/workbook-codec.ts';

/** Where a command writes to. */
export interface Io {
  /** Standard output. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  /** Standard input. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Waits until standard output has room again; false when nobody reads it any more. */
  readonly ready?: () => Promise<boolean>;
  /** Whether a person watches standard error. */
  readonly terminal: boolean;
  /** Whether faults show where in the program they came from. */
  readonly debug: boolean;
}

/** What the commands work with. */
export interface CliPorts {
  readonly codec: WorkbookCodec;
  readonly files: FileStore;
  readonly clock: Clock;
  /** Where many workbooks are read; the asking thread where it is left out. */
  readonly openReader?: OpenReader;
  /** Opens the folder that remembers what files held, the user's own where none is named; nothing is remembered without it. */
  readonly openCache?: (folder?: string) => Promise<ResultCache>;
  /** Asked for by a command that stops cleanly when the user interrupts it; others are ended as the system does. */
  readonly onInterrupt?: () => AbortSignal;
}

/** What a run ends with: nothing wrong, problems found, wrong usage, could not read or write, interrupted (128 + SIGINT). */
export const EXIT = { clean: 0, problems: 1, usage: 2, fault: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Thrown where the user interrupted a command. */
export class Interruption extends Error {}
