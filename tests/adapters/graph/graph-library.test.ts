import { openGraphLibrary } from '../../../src/adapters/graph/graph-library.ts';
import {
  itKeepsTheDocumentLibraryContract,
  type DocumentLibrarySubject,
} from '../../contracts/document-library.contract.ts';
import { fakeTime, SIGNED_IN } from '../../support/graph-server/client.ts';
import { startGraphServer, type GraphServer } from '../../support/graph-server/graph-server.ts';

let server: GraphServer;

beforeEach(async () => {
  server = await startGraphServer();
});

afterEach(async () => {
  await server.close();
});

describe('a library in Microsoft Graph', () => {
  itKeepsTheDocumentLibraryContract(subject);
});

describe('a library in Microsoft Graph that lists in pages of two', () => {
  beforeEach(() => {
    server.switches.pageSize = 2;
  });
  itKeepsTheDocumentLibraryContract(subject);
});

describe('a library in Microsoft Graph without delta for folders', () => {
  beforeEach(() => {
    server.switches.deltaOfFolders = false;
  });
  itKeepsTheDocumentLibraryContract(subject);
});

describe('a library in Microsoft Graph that finds new items only after a while', () => {
  beforeEach(() => {
    server.drive.settling = 3;
  });
  itKeepsTheDocumentLibraryContract(subject);
});

async function subject(signal?: AbortSignal): Promise<DocumentLibrarySubject> {
  const agency = server.person('Somchai');
  const root = server.drive.makeFolder(server.drive.root, 'ITA 2565', server.me.actor);
  root.hiddenFor = 0;
  const library = await openGraphLibrary(`${server.link}/ITA%202565`, {
    ...{ base: server.base, signIn: SIGNED_IN, signal, waiting: fakeTime() },
  });
  const at = (path: string): string => `ITA 2565/${path}`;
  return {
    library,
    outside: {
      save: (path, bytes) =>
        later(() => {
          agency.save(at(path), bytes);
          for (const item of server.drive.items.values()) item.hiddenFor = 0;
        }),
      open: (path) => later(() => agency.open(at(path))),
      close: (path) => later(() => agency.close(at(path))),
      remove: (path) => later(() => agency.remove(at(path))),
    },
  };
}

async function later(action: () => void): Promise<void> {
  await Promise.resolve();
  action();
}
