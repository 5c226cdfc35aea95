/** Remembers what was in a library and what was recorded there, so that only changes have to be asked for and written. It may forget at any time, and never fails. */
export interface LibraryMemory {
  /** @param key identifies the library, and what is remembered of it */
  load(key: string): Promise<string | undefined>;
  save(key: string, text: string): Promise<void>;
}
