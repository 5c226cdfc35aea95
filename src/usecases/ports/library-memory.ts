/** Remembers what was in a library, so that only changes have to be asked for. It may forget at any time, and never fails. */
export interface LibraryMemory {
  /** @param key identifies the library */
  load(key: string): Promise<string | undefined>;
  save(key: string, text: string): Promise<void>;
}
