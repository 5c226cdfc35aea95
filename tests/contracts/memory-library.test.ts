import { createMemoryLibrary } from '../support/memory-library.ts';
import { itKeepsTheDocumentLibraryContract } from './document-library.contract.ts';

describe('a library in memory', () => {
  itKeepsTheDocumentLibraryContract((signal) => Promise.resolve(createMemoryLibrary({ signal })));
});
