import { pathToFileURL } from 'node:url';
import { Thread } from '../../../src/adapters/threads/thread.ts';
import type { WorkerHandle } from '../../../src/adapters/workers/protocol.ts';
import { createWorkersReader, serveReader, type ReadSetup } from '../../../src/adapters/workers/workers-reader.ts';
import type { ReadResult } from '../../../src/domain/submissions/submission.ts';
import type { WorkbookReader } from '../../../src/usecases/ports/workbook-reader.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../support/small-programme.ts';

const SETUP: ReadSetup = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
const BYTES = Uint8Array.of(1, 2, 3);

/** Both ends of a worker in this thread; messages are copied, as between threads. */
function channel(read: Parameters<typeof serveReader>[1]): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  serveReader(
    {
      post: (message) => port2.postMessage(message),
      onMessage: (listener) => (port2.onmessage = ({ data }) => listener(data)),
    },
    read,
  );
  return {
    post: (message, transfer) => port1.postMessage(message, [...transfer]),
    onMessage: (listener) => (port1.onmessage = ({ data }) => listener(data)),
    onEnd: () => undefined,
    end: () => port1.close(),
  };
}

function emptyResult(): ReadResult {
  return { submissions: [], problems: [] };
}

/** A reader that has read, and says so. */
function plain(): WorkbookReader & { readonly files: string[] } {
  const files: string[] = [];
  return {
    width: 1,
    files,
    read: (_, file) => (files.push(file), Promise.resolve(emptyResult())),
    close: () => undefined,
  };
}

describe('a reader with workers', () => {
  it('has the worker read with the programme, the roster and the name of the file', async () => {
    const seen: unknown[] = [];
    const spawn = () => channel((bytes, context) => (seen.push([...bytes], context), Promise.resolve(emptyResult())));
    const reader = createWorkersReader({ spawn, size: 1, timeLimit: 60_000, otherwise: plain() }, SETUP);
    expect(await reader.read(BYTES.slice(), 'a.xlsx')).toEqual(emptyResult());
    expect(seen).toEqual([[1, 2, 3], { ...SETUP, file: 'a.xlsx' }]);
    reader.close();
  });

  it('hands over the bytes of a file and not those around them', async () => {
    const seen: number[][] = [];
    const spawn = () => channel((bytes) => (seen.push([...bytes]), Promise.resolve(emptyResult())));
    const reader = createWorkersReader({ spawn, size: 1, timeLimit: 60_000, otherwise: plain() }, SETUP);
    const around = Uint8Array.of(9, 1, 2, 3, 9);
    await reader.read(around.subarray(1, 4), 'a.xlsx');
    expect([seen, around]).toEqual([[[1, 2, 3]], Uint8Array.of(9, 1, 2, 3, 9)]);
    reader.close();
  });

  it('names the file that a worker broke off at', async () => {
    const spawn = () => channel(() => Promise.reject(new Error('x is undefined')));
    const reader = createWorkersReader({ spawn, size: 1, timeLimit: 60_000, otherwise: plain() }, SETUP);
    expect(await reader.read(BYTES.slice(), 'a.xlsx')).toEqual({
      submissions: [],
      problems: [{ code: 'file-crashed-reader', file: 'a.xlsx', cause: 'error', detail: 'x is undefined' }],
    });
    reader.close();
  });

  it('names the file that took too long', async () => {
    const spawn = () => channel(() => new Promise(() => undefined));
    const reader = createWorkersReader({ spawn, size: 1, timeLimit: 30, otherwise: plain() }, SETUP);
    expect(await reader.read(BYTES.slice(), 'a.xlsx')).toEqual({
      submissions: [],
      problems: [{ code: 'file-took-too-long', file: 'a.xlsx', seconds: 1 }],
    });
    reader.close();
  });

  it('reads in the asking thread where no worker can be started', async () => {
    const otherwise = plain();
    const spawn = () => new Thread(pathToFileURL('tests/support/none.mjs'));
    const reader = createWorkersReader({ spawn, size: 2, timeLimit: 60_000, otherwise }, SETUP);
    await Promise.all(['a', 'b', 'c'].map((file) => reader.read(BYTES.slice(), file)));
    expect(otherwise.files.sort()).toEqual(['a', 'b', 'c']);
    reader.close();
  });

  it('says so when it was closed', async () => {
    const spawn = () => channel(() => new Promise(() => undefined));
    const reader = createWorkersReader({ spawn, size: 1, timeLimit: 60_000, otherwise: plain() }, SETUP);
    const reading = reader.read(BYTES.slice(), 'a.xlsx');
    reader.close();
    await expect(reading).rejects.toMatchObject({ kind: 'closed' });
  });
});
