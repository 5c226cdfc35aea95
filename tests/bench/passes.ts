/** What one pass over all files took, in milliseconds. */
export interface Pass {
  readonly ms: number;
  /** Of all threads; a browser does not tell. */
  readonly processorMs?: number;
}

/** How long to go on, and how many passes to make at least; the first one finds everything cold. */
export interface Passes {
  readonly milliseconds: number;
  readonly least: number;
}

/** Reads all files again and again, one after another, and tells what each pass took. */
export async function measurePasses(
  read: (bytes: Uint8Array) => unknown,
  files: readonly Uint8Array[],
  { milliseconds, least }: Passes,
  processorMs?: () => number,
): Promise<readonly Pass[]> {
  const passes: Pass[] = [];
  const end = performance.now() + milliseconds;
  while (passes.length < least || performance.now() < end) {
    const [start, processorStart] = [performance.now(), processorMs?.()];
    for (const bytes of files) await read(bytes);
    const ms = performance.now() - start;
    passes.push(processorStart === undefined ? { ms } : { ms, processorMs: processorMs!() - processorStart });
  }
  return passes;
}
