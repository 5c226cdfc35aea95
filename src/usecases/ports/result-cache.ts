import type { ReadResult } from '../../domain/submissions/submission.ts';

/** What a file held when it was read. */
export interface CachedResult {
  /** See `FileStore.stamp`. */
  readonly stamp?: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  readonly result: ReadResult;
}

/** Remembers what files held. It may forget at any time, but never gives anything else than what it was given; it never fails. */
export interface ResultCache {
  /** Keys are hexadecimal. */
  find(key: string): Promise<CachedResult | undefined>;
  store(key: string, kept: CachedResult): Promise<void>;
}
