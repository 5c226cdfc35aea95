import { createMemoryStore } from '../support/memory-store.ts';
import { itKeepsTheFileStoreContract } from './file-store.contract.ts';

describe('the file store in memory', () => {
  itKeepsTheFileStoreContract(() => ({ store: createMemoryStore(), root: '/root' }));
});
