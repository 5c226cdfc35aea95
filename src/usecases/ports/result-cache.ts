import type { ReadResult } from '../../domain/submissions/submission.ts';

/** The cached result of reading a file. */
export interface CachedResult {
  /** See `FileStore.stamp`. */
  readonly stamp?: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  readonly result: ReadResult;
}

/** Caches what files held. It may drop entries at any time, but returns only what was stored. It never fails. */
export interface ResultCache {
  /** Finds the entry of a hexadecimal key. */
  find(key: string): Promise<CachedResult | undefined>;
  store(key: string, entry: CachedResult): Promise<void>;
}
