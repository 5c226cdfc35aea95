import type { Draft, DraftStore } from '../../src/usecases/ports/draft-store.ts';

/** Drafts in memory; a browser that keeps nothing where `refuses` is set. */
export interface MemoryDrafts extends DraftStore {
  refuses: boolean;
}

/** A browser without drafts. */
export function memoryDrafts(): MemoryDrafts {
  const drafts = new Map<string, Draft>();
  const put = (id: string, change: Partial<Draft>): Promise<void> => {
    if (store.refuses) return Promise.reject(new Error('no room'));
    const before = drafts.get(id);
    if (before === undefined && change.bytes === undefined) return Promise.reject(new Error(`no draft ${id}`));
    drafts.set(id, { typed: [], ...before, ...change, id } as Draft);
    return Promise.resolve();
  };
  const store: MemoryDrafts = {
    refuses: false,
    prepare: () => Promise.resolve(),
    all: () => Promise.resolve([...drafts.values()].reverse()),
    keepFile: (id, file) => put(id, file),
    keepTyped: (id, typed) => put(id, { typed }),
    discard: (id) => Promise.resolve(void drafts.delete(id)),
  };
  return store;
}
