import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { describeProblem } from '../../src/domain/messages/message.ts';
import { consolidate } from '../../src/usecases/consolidate.ts';
import { plainReader } from '../../src/usecases/plain-reader.ts';
import type { OpenReader } from '../../src/usecases/ports/workbook-reader.ts';
import { answer } from '../support/answer.ts';
import { pending } from '../support/excel-host/pending.ts';
import type { CachedResult, ResultCache } from '../../src/usecases/ports/result-cache.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const codec = createXlsxCodec();
const REQUEST = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, paths: ['/in'], out: '/out/m.xlsx' };

/** Files of three agencies, some of them twice with other answers, and some that are no workbooks. */
async function inbox(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([
    ['/in/notes.xlsx', new TextEncoder().encode('notes')],
    ['/in/~$02.xlsx', new Uint8Array(3)],
  ]);
  for (const [index, code] of ['02', '03', '11', '02', '11', '11'].entries()) {
    const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(code), {
      created: `2027-05-0${(index % 3) + 1}T00:00:00Z`,
    });
    const answers = { '1.1.1': { result: `ผล ${index % 4}` }, '2.2.1': { result: 'รายงานแล้ว' } };
    files.set(`/in/${index}.xlsx`, await answer(codec, await codec.encode(plan), answers));
  }
  return files;
}

/** A reader that takes several workbooks at a time and answers in an order of its own. */
function readerInOrder(width: number, order: readonly number[]): OpenReader {
  return (total, context) => {
    const plain = plainReader(codec)(total, context);
    let asked = 0;
    const read = async (bytes: Uint8Array, file: string) => {
      const turns = order[asked++ % order.length] ?? 0;
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      return plain.read(bytes, file);
    };
    return { ...plain, width, read };
  };
}

function fail(outcome: unknown): never {
  throw new Error(JSON.stringify(outcome));
}

function portsFor(files: Map<string, Uint8Array>) {
  return {
    codec,
    files: createMemoryStore(files),
    clock: { now: () => '2027-06-01T00:00:00.000Z' },
    progress: () => undefined,
  };
}

describe('two workbooks of an agency that were saved at the same time', () => {
  it.each([
    ['/in/0.xlsx', '/in/1.xlsx'],
    ['/in/1.xlsx', '/in/0.xlsx'],
  ])('are told by the times of their files, cached or not: %s', async (later, earlier) => {
    const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-05-01T00:00:00Z' });
    const blank = await codec.encode(plan);
    const files = new Map<string, Uint8Array>();
    for (const path of [later, earlier]) files.set(path, await answer(codec, blank, { '1.1.1': { result: path } }));
    const { files: store, ...ports } = portsFor(files);
    const days = new Map([
      [later, '2027-05-09T00:00:00.000Z'],
      [earlier, '2027-05-08T00:00:00.000Z'],
    ]);
    const list = async (path: string) =>
      (await store.list(path)).map((file) => ({ ...file, modifiedAt: days.get(file.path)! }));
    const memory = new Map<string, CachedResult>();
    const cache: ResultCache = {
      find: (key) => Promise.resolve(memory.get(key)),
      store: (key, result) => Promise.resolve(void memory.set(key, result)),
    };
    const stamp = (path: string): Promise<string> => Promise.resolve(path);
    for (const run of ['read', 'cached']) {
      const outcome = await consolidate({ ...ports, cache, files: { ...store, list, stamp } }, REQUEST);
      const { consolidation } = outcome.kind === 'written' ? outcome : fail(outcome);
      const used = consolidation.agencies.flatMap(({ submissions }) => submissions.map(({ file }) => file));
      expect([run, ...used]).toEqual([run, later]);
      const [problem] = consolidation.problems;
      expect(problem).toMatchObject({ written: { at: days.get(earlier), usedAt: days.get(later) } });
      const { message } = describeProblem(problem!, 'th');
      expect(message).toContain('เวลาของไฟล์คือ ๙ พฤษภาคม ๒๕๗๐ ๐๗.๐๐ น.');
      expect(message).toContain('เวลาของไฟล์คือ ๘ พฤษภาคม ๒๕๗๐ ๐๗.๐๐ น.');
    }
  });
});

describe('a file of a folder', () => {
  const OTHER_NAMES = [
    'a.XLSM',
    'a.bak',
    'a.csv',
    'a.docx',
    'a.pdf',
    'a.tmp',
    'a.xlsx ',
    'a.xlsx.bak',
    'a.xlsx.crdownload',
    'a.xlsx.download',
    'a.xlsx~',
    'a.xml',
    'a.zip',
    'คำตอบ',
    '~$a.xlsx',
  ];

  async function readIn(folder: Map<string, Uint8Array>) {
    const outcome = await consolidate(portsFor(folder), REQUEST);
    const { problems, agencies } = outcome.kind === 'written' ? outcome.consolidation : fail(outcome);
    return {
      answered: agencies.flatMap(({ submissions }) => submissions.map(({ agency, file }) => [agency, file])),
      problems: problems.map(({ code, file }): [string | undefined, string] => [file?.slice(4), code]),
    };
  }

  it.each(OTHER_NAMES)('is read where it is a workbook by its content, also as %j', async (name) => {
    const folder = new Map([[`/in/${name}`, (await inbox()).get('/in/0.xlsx')!]]);
    expect(await readIn(folder)).toEqual({ answered: [['02', `/in/${name}`]], problems: [] });
  });

  it('is named with what to do where it is no workbook, by the kind of its name', async () => {
    const text = new TextEncoder().encode('สวัสดี');
    const { answered, problems } = await readIn(new Map(OTHER_NAMES.map((name) => [`/in/${name}`, text])));
    expect(answered).toEqual([]);
    expect(Object.fromEntries(problems)).toEqual({
      'a.XLSM': 'file-not-workbook',
      'a.bak': 'file-document-skipped',
      'a.csv': 'file-table-skipped',
      'a.docx': 'file-document-skipped',
      'a.pdf': 'file-document-skipped',
      'a.tmp': 'file-partial-skipped',
      'a.xlsx ': 'file-document-skipped',
      'a.xlsx.bak': 'file-document-skipped',
      'a.xlsx.crdownload': 'file-partial-skipped',
      'a.xlsx.download': 'file-partial-skipped',
      'a.xlsx~': 'file-document-skipped',
      'a.xml': 'file-table-skipped',
      'a.zip': 'file-archive-skipped',
      คำตอบ: 'file-not-workbook',
      '~$a.xlsx': 'file-lock-skipped',
    });
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, 900), 'file-damaged'],
    ['empty', () => new Uint8Array(), 'file-empty'],
    ['full of zeros', (bytes: Uint8Array) => new Uint8Array(bytes.length), 'file-empty'],
  ])('is told as what it is where it is %s', async (_, spoil, code) => {
    const bytes = spoil((await inbox()).get('/in/0.xlsx')!);
    const names = ['a.xlsx', 'a.xlsx.bak', 'คำตอบ', 'a.xlsx.part', '~$a.xlsx'];
    const { answered, problems } = await readIn(new Map(names.map((name) => [`/in/${name}`, bytes])));
    expect(answered).toEqual([]);
    expect(Object.fromEntries(problems)).toEqual({
      'a.xlsx': code,
      'a.xlsx.bak': code,
      คำตอบ: code,
      'a.xlsx.part': 'file-partial-skipped',
      '~$a.xlsx': 'file-lock-skipped',
    });
  });

  it('is never without an answer or a problem, whatever its name and its bytes', async () => {
    const workbook = (await inbox()).get('/in/0.xlsx')!;
    const contents = [workbook, workbook.subarray(0, 900), new Uint8Array(), new TextEncoder().encode('%PDF-1.7')];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...OTHER_NAMES, 'a.xlsx'), fc.constantFrom(...contents), async (name, bytes) => {
        const { answered, problems } = await readIn(new Map([[`/in/${name}`, bytes]]));
        expect([...answered.map(([, file]) => file), ...problems.map(([file]) => `/in/${file}`)]).toEqual([
          `/in/${name}`,
        ]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('reading many files', () => {
  it('gives the same master, byte for byte, whatever the number of readers and their order', async () => {
    const files = await inbox();
    await consolidate(portsFor(files), REQUEST);
    const expected = files.get('/out/m.xlsx');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }),
        async (width, order) => {
          const kept = new Map(files);
          kept.delete('/out/m.xlsx');
          await consolidate({ ...portsFor(kept), openReader: readerInOrder(width, order) }, REQUEST);
          expect(Buffer.compare(kept.get('/out/m.xlsx')!, expected!)).toBe(0);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('never holds more files than the reader has use for', async () => {
    const files = await inbox();
    let held = 0;
    let most = 0;
    const openReader: OpenReader = (total, context) => {
      const reader = readerInOrder(3, [9, 1])(total, context);
      return { ...reader, read: (bytes, file) => reader.read(bytes, file).finally(() => (held -= 1)) };
    };
    const ports = portsFor(files);
    const read = (path: string) => ((most = Math.max(most, ++held)), ports.files.read(path));
    await consolidate({ ...ports, files: { ...ports.files, read }, openReader }, REQUEST);
    expect(most).toBe(3);
  });

  it('opens a reader for the bytes of the files that are not known', async () => {
    const files = await inbox();
    const totals: number[] = [];
    const openReader: OpenReader = (total, context) => (totals.push(total), plainReader(codec)(total, context));
    const memory = new Map<string, CachedResult>();
    const cache: ResultCache = {
      find: (key) => Promise.resolve(memory.get(key)),
      store: (key, result) => Promise.resolve(void memory.set(key, result)),
    };
    const { files: store, ...ports } = portsFor(files);
    const stamp = (path: string) => Promise.resolve(path === '/in/notes.xlsx' ? undefined : 'as it was');
    const request = { ...ports, files: { ...store, stamp }, cache, openReader };
    const expected = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    await consolidate(request, REQUEST);
    await consolidate(request, REQUEST);
    // What can be known without its bytes is not read again; the lock file is skipped, which nobody keeps.
    expect(totals).toEqual([expected, 8]);
  });

  it('closes its reader at the end, and when it is left early', async () => {
    const files = await inbox();
    let closed = 0;
    const openReader: OpenReader = (total, context) => ({
      ...plainReader(codec)(total, context),
      close: () => void (closed += 1),
    });
    await consolidate({ ...portsFor(files), openReader }, REQUEST);
    expect(closed).toBe(1);
    const leave = (): never => {
      throw new Error('left early');
    };
    const left = consolidate({ ...portsFor(files), openReader, progress: leave }, REQUEST);
    await expect(left).rejects.toThrow('left early');
    expect(closed).toBe(2);
  });

  it('stops at once when it is told to, says why, and writes nothing', async () => {
    const files = await inbox();
    const stop = new AbortController();
    const reading = pending<undefined>();
    const openReader: OpenReader = () => {
      let reject: (error: Error) => void = () => undefined;
      return {
        width: 2,
        read: () => {
          reading.resolve(undefined);
          return new Promise((_, refuse) => (reject = refuse));
        },
        close: () => reject(new Error('closed')),
      };
    };
    const work = consolidate({ ...portsFor(files), openReader }, { ...REQUEST, signal: stop.signal });
    await reading.promise;
    stop.abort(new Error('the person went home'));
    await expect(work).rejects.toThrow('the person went home');
    expect(files.has('/out/m.xlsx')).toBe(false);
  });

  it('does not begin when it was told to stop before', async () => {
    const files = await inbox();
    const openReader: OpenReader = () => {
      throw new Error('opened');
    };
    await expect(
      consolidate({ ...portsFor(files), openReader }, { ...REQUEST, signal: AbortSignal.abort(new Error('stop')) }),
    ).rejects.toThrow('stop');
  });
});
