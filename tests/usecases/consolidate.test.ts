import type { SheetContent } from '../../src/domain/spreadsheet/content.ts';
import { PROBLEM_HEADINGS } from '../../src/domain/master/problem-headings.ts';
import { FOLLOW_UP_SHEET, PROBLEMS_SHEET, REVIEW_SHEET, TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { consolidate, type ConsolidatePorts, type ConsolidateRequest } from '../../src/usecases/consolidate.ts';
import type { MasterMerge } from '../../src/usecases/merge-master.ts';
import { FileFault, type FileStore } from '../../src/usecases/ports/file-store.ts';
import { answer, type Answers } from '../support/answer.ts';
import { TABLE_HEADINGS } from '../../src/domain/master/table-headings.ts';
import { withPart } from '../support/changed-parts.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';
import { withoutProperties } from '../support/without-properties.ts';

const codec = createXlsxCodec();

async function workbook(agency: string, answers: Answers, created = '2027-05-01T00:00:00Z'): Promise<Uint8Array> {
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(agency), { created });
  return answer(codec, await codec.encode(plan), answers);
}

function setting(files: ReadonlyMap<string, Uint8Array>, more: Partial<FileStore> = {}) {
  const kept = new Map(files);
  const read: string[] = [];
  const store = createMemoryStore(kept);
  const ports: ConsolidatePorts = {
    codec,
    files: { ...store, read: (path) => (read.push(path), store.read(path)), ...more },
    clock: { now: () => '2027-06-01T00:00:00.000Z' },
    progress: () => undefined,
  };
  const request: ConsolidateRequest = {
    programme: SMALL_PROGRAMME,
    roster: SMALL_ROSTER,
    paths: ['/in'],
    out: '/out/m.xlsx',
  };
  return { ports, request, kept, read };
}

describe('consolidating', () => {
  it('writes a master of all that it read', async () => {
    const { ports, request, kept } = setting(
      new Map([
        ['/in/02.xlsx', await workbook('02', { '1.1.1': { result: 'ประกาศแล้ว' } })],
        ['/in/x/03.xlsx', await workbook('03', { '1.1.1': { result: 'ประกาศแล้ว' }, '3.1.1': { result: 'จัดแล้ว' } })],
      ]),
    );
    const outcome = await consolidate(ports, request);
    expect(outcome).toMatchObject({
      kind: 'written',
      filesFound: 2,
      consolidation: { problems: [], entries: { read: 3 } },
    });
    const { sheets } = await codec.decode(kept.get('/out/m.xlsx')!);
    expect(sheets.some(({ cells }) => cells.some(({ text }) => text.includes('จัดแล้ว')))).toBe(true);
  });

  it('reads a file once, however many paths lead to it', async () => {
    const { ports, request, read } = setting(
      new Map([['/in/a/02.xlsx', await workbook('02', { '1.1.1': { result: 'ก' } })]]),
    );
    const outcome = await consolidate(ports, { ...request, paths: ['/in/a/02.xlsx', '/in', '/in/a', '/in'] });
    expect(read).toEqual(['/in/a/02.xlsx']);
    expect(outcome).toMatchObject({ filesFound: 1, consolidation: { problems: [] } });
  });

  it('counts the files as it reads them, and says when that is done', async () => {
    const { ports, request } = setting(new Map(['a', 'b', 'c'].map((name) => [`/in/${name}.xlsx`, new Uint8Array()])));
    const steps: string[] = [];
    const progress = (done: number, total: number, label: string) => steps.push(`${done}/${total} ${label}`);
    const onRead = (files: number) => steps.push(`read ${files}`);
    await consolidate({ ...ports, progress, onRead }, request);
    expect(steps).toEqual(['1/3 /in/a.xlsx', '2/3 /in/b.xlsx', '3/3 /in/c.xlsx', 'read 3']);
  });

  it('never opens lock files, nor files that no honest workbook comes near', async () => {
    const { ports, request, read } = setting(new Map([['/in/~$02.xlsx', new Uint8Array([1])]]), {
      list: (path) =>
        path === '/in'
          ? Promise.resolve([
              { path: '/in/big.xlsx', size: 2 ** 31 },
              { path: '/in/~$02.xlsx', size: 165 },
            ])
          : Promise.reject(new FileFault('read', path, 'ENOENT')),
    });
    expect(await consolidate(ports, request)).toMatchObject({
      kind: 'written',
      consolidation: {
        problems: [
          { code: 'file-too-large', file: '/in/big.xlsx', limit: 'file', most: 100 },
          { code: 'file-lock-skipped', file: '/in/~$02.xlsx' },
        ],
      },
    });
    expect(read).toEqual([]);
  });

  it('goes on when some paths and files cannot be opened', async () => {
    const good = await workbook('02', { '1.1.1': { result: 'ก' } });
    const { ports, request, kept } = setting(new Map([['/in/02.xlsx', good]]));
    const files: FileStore = {
      ...ports.files,
      list: async (path) => [...(await ports.files.list(path)), { path: '/in/locked.xlsx', size: 5 }],
      read: (path) =>
        path === '/in/locked.xlsx' ? Promise.reject(new FileFault('read', path, 'EACCES')) : ports.files.read(path),
    };
    expect(await consolidate({ ...ports, files }, { ...request, paths: ['/none', '/in'] })).toMatchObject({
      kind: 'written',
      consolidation: {
        entries: { merged: 1 },
        problems: expect.arrayContaining([
          { code: 'file-unreadable', file: '/none', detail: 'ENOENT' },
          { code: 'file-unreadable', file: '/in/locked.xlsx', detail: 'EACCES' },
        ]) as unknown[],
      },
    });
    expect(kept.has('/out/m.xlsx')).toBe(true);
  });

  it('writes nothing when not one path could be opened', async () => {
    const { ports, request, kept } = setting(new Map());
    expect(await consolidate(ports, request)).toEqual({
      kind: 'nothing-read',
      problems: [{ code: 'file-unreadable', file: '/in', detail: 'ENOENT' }],
    });
    expect([...kept]).toEqual([]);
  });

  it('replaces the master of an earlier run, without taking it for an answer', async () => {
    const { ports, request, kept } = setting(
      new Map([['/in/02.xlsx', await workbook('02', { '1.1.1': { result: 'ก' } })]]),
    );
    const first = await consolidate(ports, { ...request, out: '/in/m.xlsx' });
    const bytes = kept.get('/in/m.xlsx');
    const second = await consolidate(ports, { ...request, out: '/in/./m.xlsx' });
    expect(first).toMatchObject({ kind: 'written', consolidation: { problems: [], entries: { read: 1 } } });
    expect(second).toMatchObject({
      kind: 'written',
      consolidation: { problems: [{ code: 'file-of-office-skipped', file: '/in/m.xlsx' }], entries: { read: 1 } },
    });
    expect(bytes).toBeDefined();
  });

  it('never replaces answers by the master', async () => {
    const answers = await workbook('02', { '1.1.1': { result: 'ก' } });
    const { ports, request, kept } = setting(new Map([['/in/02.xlsx', answers]]));
    expect(await consolidate(ports, { ...request, out: '/in/02.xlsx' })).toEqual({ kind: 'out-is-answers' });
    expect(kept.get('/in/02.xlsx')).toEqual(answers);
  });

  it('never replaces answers that are not among the inputs, or of another year', async () => {
    const mine = await workbook('02', { '1.1.1': { result: 'ก' } });
    const lastYears = await codec.encode(
      planAgencyWorkbook({ ...SMALL_PROGRAMME, id: 'wiang-2569' }, smallAgency('03'), {
        created: '2026-05-01T00:00:00Z',
      }),
    );
    const { ports, request, kept } = setting(
      new Map([
        ['/in/02.xlsx', mine],
        ['/else/03.xlsx', lastYears],
      ]),
    );
    const outcome = await consolidate(ports, { ...request, paths: ['/in'], out: '/else/03.xlsx' });
    expect(outcome).toEqual({ kind: 'out-is-answers' });
    expect(kept.get('/else/03.xlsx')).toEqual(lastYears);
  });

  it('says that a file has the name of another agency, and goes by what is inside', async () => {
    const { ports, request } = setting(
      new Map([
        ['/in/03-กองช่าง-๒๕๗๐.xlsx', await workbook('02', { '1.1.1': { result: 'ก' } })],
        ['/in/โรงเรียนวัดใต้/a.xlsx', await workbook('11', {})],
        ['/in/โรงเรียนวัดใต้/12.xlsx', await workbook('12', {})],
      ]),
    );
    expect(await consolidate(ports, request)).toMatchObject({
      consolidation: {
        entries: { merged: 1 },
        problems: expect.arrayContaining([
          { code: 'agency-differs', file: '/in/03-กองช่าง-๒๕๗๐.xlsx', agency: '02', found: '02', named: '03' },
          { code: 'agency-differs', file: '/in/โรงเรียนวัดใต้/a.xlsx', agency: '11', found: '11', named: '12' },
        ]) as unknown[],
      },
    });
  });

  it('throws the fault of a master that cannot be written', async () => {
    const { ports, request } = setting(new Map([['/in/02.xlsx', await workbook('02', {})]]));
    await expect(consolidate(ports, { ...request, out: '/in' })).rejects.toMatchObject({
      action: 'write',
      path: '/in',
    });
  });
});

describe('a master that is there already', () => {
  const answers = async () => new Map([['/in/02.xlsx', await workbook('02', { '1.1.1': { result: 'ประกาศแล้ว' } })]]);
  const edited = async (bytes: Uint8Array, text = 'แก้ไขโดย ก.ก.') => {
    const { sheets } = await codec.decode(bytes);
    const cell = sheets[1]!.cells.find((each) => each.text.includes('ประกาศแล้ว'))!;
    const { row, column } = cell;
    return codec.patch(bytes, [{ sheet: sheets[1]!.name, row, column, text }], '2027-06-02T00:00:00.000Z');
  };

  it('is replaced as long as nobody has saved it', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    expect(await consolidate(ports, request)).toMatchObject({ kind: 'written', path: '/out/m.xlsx' });
    expect([...kept.keys()]).toEqual(['/in/02.xlsx', '/out/m.xlsx']);
  });

  it('is shown with what would change in it, edited or not, and not written', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    const before = kept.get('/out/m.xlsx')!;
    kept.set('/in/03.xlsx', await workbook('03', { '1.1.1': { result: 'จัดอบรมแล้ว' } }));
    for (const there of [before, await edited(before)]) {
      kept.set('/out/m.xlsx', there);
      expect(await consolidate(ports, { ...request, preview: true })).toMatchObject({
        isWritten: false,
        merge: {
          kind: 'merged',
          changes: [{ measure: '1.1.1', gone: [], come: [expect.stringContaining('จัดอบรมแล้ว')] }],
        },
      });
      expect(kept.get('/out/m.xlsx')).toBe(there);
    }
  });

  it.each(['there was none', 'nobody had edited it', 'it was edited before'])(
    'is left alone where a person saves one at its place while the answers are read: %s',
    async (before) => {
      const { ports, request, kept } = setting(await answers());
      await consolidate(ports, request);
      const first = kept.get('/out/m.xlsx')!;
      if (before === 'there was none') kept.delete('/out/m.xlsx');
      if (before === 'it was edited before') kept.set('/out/m.xlsx', await edited(first));
      const saved = await edited(first, 'บันทึกระหว่างรวม');
      kept.set('/in/03.xlsx', await workbook('03', { '1.1.1': { result: 'คำตอบใหม่' } }));
      const progress = () => void kept.set('/out/m.xlsx', saved);
      const outcome = await consolidate({ ...ports, progress }, request);
      expect(outcome).toMatchObject({ kind: 'written', isWritten: true, path: '/out/m (2).xlsx' });
      expect(kept.get('/out/m.xlsx')).toBe(saved);
      expect(kept.has('/out/m (2).xlsx')).toBe(true);
    },
  );

  it('stays as it is where a person has edited it and no answer is new', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    const byPerson = await edited(kept.get('/out/m.xlsx')!);
    kept.set('/out/m.xlsx', byPerson);
    const outcome = await consolidate(ports, request);
    expect(outcome).toMatchObject({ path: '/out/m.xlsx', isWritten: false, merge: { kind: 'same' } });
    expect(kept.get('/out/m.xlsx')).toBe(byPerson);
    expect([...kept.keys()]).toEqual(['/in/02.xlsx', '/out/m.xlsx']);
  });

  it('names a new problem too where a person has edited it and no answer is new', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    kept.set('/out/m.xlsx', await edited(kept.get('/out/m.xlsx')!));
    kept.set('/in/broken.xlsx', kept.get('/in/02.xlsx')!.slice(0, 900));
    for (const isWritten of [true, false]) {
      expect(await consolidate(ports, request)).toMatchObject({ path: '/out/m.xlsx', isWritten });
    }
    const { sheets } = await codec.decode(kept.get('/out/m.xlsx')!);
    const textsOf = (name: string) => sheets.find((sheet) => sheet.name === name)!.cells.map(({ text }) => text);
    expect(textsOf(PROBLEMS_SHEET)).toContain('/in/broken.xlsx');
    expect(textsOf(sheets[1]!.name)).toContain('แก้ไขโดย ก.ก.');
  });

  it('takes late answers in beside the edits, and the file as it was is kept', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    const byPerson = await edited(kept.get('/out/m.xlsx')!, 'กองคลัง : ได้ประกาศนโยบายแล้ว');
    kept.set('/out/m.xlsx', byPerson);
    kept.set('/in/03.xlsx', await workbook('03', { '1.1.1': { result: 'จัดอบรมแล้ว' } }));
    for (const isWritten of [true, false]) {
      expect(await consolidate(ports, request)).toMatchObject({ path: '/out/m.xlsx', isWritten });
    }
    const texts = (await codec.decode(kept.get('/out/m.xlsx')!)).sheets[1]!.cells.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['กองคลัง : ได้ประกาศนโยบายแล้ว', 'แก้ไขแล้ว', 'กองช่าง : จัดอบรมแล้ว']));
    expect(kept.get('/out/m (2027-06-01 07.00.00).xlsx')).toEqual(byPerson);
  });

  describe('whose late answers somebody accepts or refuses', () => {
    const EDITED = 'กองคลัง : ได้ประกาศนโยบายแล้ว';
    /** An edited master; the paragraph that was edited has changed since, and another agency is late. */
    const late = async () => {
      const { ports, request, kept } = setting(await answers());
      await consolidate(ports, request);
      kept.set('/out/m.xlsx', await edited(kept.get('/out/m.xlsx')!, EDITED));
      kept.set('/in/02.xlsx', await workbook('02', { '1.1.1': { result: 'ยกเลิกนโยบายแล้ว' } }));
      kept.set('/in/03.xlsx', await workbook('03', { '1.1.1': { result: 'จัดอบรมแล้ว' } }));
      const textsOn = async (sheet: string) =>
        (await codec.decode(kept.get('/out/m.xlsx')!)).sheets
          .find(({ name }) => name === sheet)!
          .cells.map(({ text }) => text);
      const withSides = (...sides: readonly (readonly [string, 'ours' | 'theirs'])[]) =>
        consolidate(ports, { ...request, sides: new Map(sides) });
      return { ports, request, kept, textsOn, withSides };
    };
    const ISSUE = '๑ การปฏิบัติหน้าที่';

    it('has none of what is refused, which is on the review list', async () => {
      const { textsOn, withSides } = await late();
      expect(await withSides(['all', 'ours'])).toMatchObject({ kind: 'written', isWritten: true });
      expect(await textsOn(ISSUE)).toContain(EDITED);
      expect(await textsOn(ISSUE)).not.toContain('กองช่าง : จัดอบรมแล้ว');
      expect(await textsOn(REVIEW_SHEET)).toEqual(
        expect.arrayContaining(['กองคลัง : ยกเลิกนโยบายแล้ว', 'กองช่าง : จัดอบรมแล้ว']),
      );
    });

    it('has what is accepted: one by its id, before what is said of its kind, before what is said of all', async () => {
      const { ports, request, textsOn, withSides } = await late();
      const { merge } = (await consolidate(ports, { ...request, preview: true })) as { readonly merge: MasterMerge };
      const changes = merge.kind === 'merged' ? merge.merged.changes : [];
      const [met] = changes.filter(({ kind }) => kind === 'met');
      await withSides(['all', 'ours'], ['met', 'ours'], [met!.id, 'theirs'], ['added', 'theirs']);
      expect(await textsOn(ISSUE)).toEqual(expect.arrayContaining(['กองคลัง : ยกเลิกนโยบายแล้ว', 'กองช่าง : จัดอบรมแล้ว']));
      expect(await textsOn(REVIEW_SHEET)).toContain(EDITED);
    });

    it('is not written where a difference is named that is not there, or no master is there', async () => {
      const { kept, withSides } = await late();
      const before = kept.get('/out/m.xlsx');
      expect(await withSides(['1.1.1-zzzzzzz', 'ours'])).toEqual({ kind: 'unknown-changes', names: ['1.1.1-zzzzzzz'] });
      expect(kept.get('/out/m.xlsx')).toBe(before);
      kept.delete('/out/m.xlsx');
      expect(await withSides(['all', 'ours'])).toEqual({ kind: 'unknown-changes', names: ['all'] });
      expect(kept.has('/out/m.xlsx')).toBe(false);
    });

    it('is merged with even where nobody edited it', async () => {
      const { ports, request, kept, textsOn, withSides } = await late();
      kept.delete('/out/m.xlsx');
      kept.set('/in/02.xlsx', (await answers()).get('/in/02.xlsx')!);
      const late03 = kept.get('/in/03.xlsx')!;
      kept.delete('/in/03.xlsx');
      await consolidate(ports, request);
      kept.set('/in/03.xlsx', late03);
      await withSides(['added', 'ours']);
      expect(await textsOn(ISSUE)).not.toContain('กองช่าง : จัดอบรมแล้ว');
      expect(await textsOn(REVIEW_SHEET)).toContain('กองช่าง : จัดอบรมแล้ว');
    });
  });

  it('shows what it would do, and writes nothing', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    const byPerson = await edited(kept.get('/out/m.xlsx')!);
    kept.set('/out/m.xlsx', byPerson);
    kept.set('/in/03.xlsx', await workbook('03', { '1.1.1': { result: 'จัดอบรมแล้ว' } }));
    expect(await consolidate(ports, { ...request, preview: true })).toMatchObject({
      isWritten: false,
      merge: { changes: [{ measure: '1.1.1', gone: [], come: ['กองช่าง : จัดอบรมแล้ว'] }] },
    });
    expect(kept.get('/out/m.xlsx')).toBe(byPerson);
  });

  it('is kept as a backup where it has answers that were not read now, and the outcome says whose', async () => {
    const { ports, request, kept } = setting(await answers());
    kept.set('/in/03.xlsx', await workbook('03', { '1.1.1': { result: 'จัดอบรมแล้ว' } }));
    await consolidate(ports, request);
    const both = kept.get('/out/m.xlsx');
    const late = { ...request, paths: ['/in/03.xlsx'] };
    expect(await consolidate(ports, { ...late, preview: true })).toMatchObject({ isWritten: false, gone: ['02'] });
    const backup = '/out/m (2027-06-01 07.00.00).xlsx';
    expect(await consolidate(ports, late)).toMatchObject({ path: '/out/m.xlsx', gone: ['02'], backup });
    expect(kept.get(backup)).toEqual(both);
    expect(await consolidate(ports, request)).toMatchObject({ gone: [] });
    expect([...kept.keys()]).toEqual(['/in/02.xlsx', '/in/03.xlsx', '/out/m.xlsx', backup]);
  });

  it('stays as it is where its table cannot be read, and the new one is beside it, again and again', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    const { sheets } = await codec.decode(kept.get('/out/m.xlsx')!);
    const { row, column } = sheets
      .find(({ name }) => name === TABLE_SHEET)!
      .cells.find(({ text }) => text === TABLE_HEADINGS.agency)!;
    const byPerson = await codec.patch(kept.get('/out/m.xlsx')!, [{ sheet: TABLE_SHEET, row, column, text: 'รหัส' }]);
    kept.set('/out/m.xlsx', await edited(byPerson));
    for (let run = 0; run < 2; run += 1) {
      expect(await consolidate(ports, request)).toMatchObject({ kind: 'written', path: '/out/m (2).xlsx' });
    }
  });

  it('is replaced all the same where that is asked for', async () => {
    const { ports, request, kept } = setting(await answers());
    await consolidate(ports, request);
    kept.set('/out/m.xlsx', await edited(kept.get('/out/m.xlsx')!));
    expect(await consolidate(ports, { ...request, replace: true })).toMatchObject({ path: '/out/m.xlsx' });
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['as it was saved', (bytes) => bytes],
    ['without the properties that other programs drop', withoutProperties],
  ])(
    'hands its decisions on, also about what is no longer found, however often it is made anew: %s',
    async (_, left) => {
      const file = await workbook('02', { '1.1.1': { status: 'ดำเนินการแล้ว', result: '-' } });
      const { ports, request, kept } = setting(new Map([['/in/02.xlsx', file]]));
      await consolidate(ports, request);
      const problemsOf = async (path: string) => {
        const { sheets } = await codec.decode(kept.get(path)!);
        return sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
      };
      const before = await problemsOf('/out/m.xlsx');
      const { row } = before.cells.find(({ text, row: at }) => text === '-' && at > 1)!;
      const { column } = before.cells.find(({ text }) => text === PROBLEM_HEADINGS.decision)!;
      const decided = { sheet: PROBLEMS_SHEET, row, column, text: 'โทรแจ้งแล้ว รอแก้ไข' };
      kept.set('/out/m.xlsx', left(await codec.patch(kept.get('/out/m.xlsx')!, [decided], '2027-06-02T00:00:00.000Z')));
      const rowsWith = async (path: string) => {
        const { cells } = await problemsOf(path);
        const rows = cells.filter(({ text }) => text === decided.text).map((cell) => cell.row);
        return rows.map((at) => cells.filter((cell) => cell.row === at).map(({ text }) => text));
      };
      const outcome = await consolidate(ports, request);
      expect(outcome).toMatchObject({ path: '/out/m.xlsx', merge: { kind: 'same' } });
      expect(await rowsWith('/out/m.xlsx')).toEqual([expect.arrayContaining(['ต้องแก้ไข', 'กองคลัง', '-'])]);
      kept.set('/in/02.xlsx', await workbook('02', { '1.1.1': { status: 'ดำเนินการแล้ว', result: 'ประกาศแล้ว' } }));
      for (let run = 0; run < 2; run += 1) {
        await consolidate(ports, request);
        expect(await rowsWith('/out/m.xlsx')).toEqual([expect.arrayContaining(['ไม่พบแล้ว', 'กองคลัง', '-'])]);
      }
    },
  );

  it('hands on decisions from a sheet that somebody renamed', async () => {
    const file = await workbook('02', { '1.1.1': { status: 'ดำเนินการแล้ว', result: '-' } });
    const { ports, request, kept } = setting(new Map([['/in/02.xlsx', file]]));
    await consolidate(ports, request);
    const decision = 'โทรแจ้งแล้ว รอแก้ไข';
    const { sheets } = await codec.decode(kept.get('/out/m.xlsx')!);
    const { cells } = sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
    const { row } = cells.find(({ text, row: at }) => text === '-' && at > 1)!;
    const { column } = cells.find(({ text }) => text === PROBLEM_HEADINGS.decision)!;
    const patched = await codec.patch(kept.get('/out/m.xlsx')!, [
      { sheet: PROBLEMS_SHEET, row, column, text: decision },
    ]);
    kept.set(
      '/out/m.xlsx',
      withPart(patched, 'xl/workbook.xml', (xml) => xml.replaceAll(PROBLEMS_SHEET, 'ที่ต้องโทร')),
    );
    kept.set('/in/02.xlsx', await workbook('02', { '1.1.1': { status: 'ดำเนินการแล้ว', result: 'ประกาศแล้ว' } }));
    await consolidate(ports, request);
    const made = (await codec.decode(kept.get('/out/m.xlsx')!)).sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
    expect(made.cells.map(({ text }) => text)).toContain(decision);
  });

  it.each([
    ['where new answers are merged in', false],
    ['where it is replaced', true],
  ])('hands on what was typed into the sheet ติดตาม, %s', async (_, replace) => {
    const { ports, request, kept } = setting(
      new Map([['/in/02.xlsx', await workbook('02', { '1.1.1': { result: 'ก' } })]]),
    );
    await consolidate(ports, request);
    const followUp = async (): Promise<SheetContent> =>
      (await codec.decode(kept.get('/out/m.xlsx')!)).sheets.find(({ name }) => name === FOLLOW_UP_SHEET)!;
    const { row } = (await followUp()).cells.find(({ text }) => text === 'กองคลัง')!;
    const typed = [
      { sheet: FOLLOW_UP_SHEET, row, column: 11, text: 'โทรแล้ว' },
      { sheet: FOLLOW_UP_SHEET, row: 20, column: 1, text: '02' },
      { sheet: FOLLOW_UP_SHEET, row: 20, column: 9, text: 'โทรศัพท์' },
    ];
    kept.set('/out/m.xlsx', await codec.patch(kept.get('/out/m.xlsx')!, typed, '2027-06-02T00:00:00.000Z'));
    kept.set('/in/02.xlsx', await workbook('02', { '1.1.1': { result: 'ข' } }));
    for (let run = 0; run < 2; run += 1) {
      expect(await consolidate(ports, { ...request, replace })).toMatchObject({ path: '/out/m.xlsx' });
      const { cells } = await followUp();
      const textsOf = (at: number): readonly string[] =>
        cells.filter((cell) => cell.row === at).map(({ text }) => text);
      expect(textsOf(row)).toEqual(expect.arrayContaining(['02', 'กองคลัง', 'โทรแล้ว']));
      expect(textsOf(row + 1)).toEqual(['02', 'โทรศัพท์']);
    }
  });

  it('is kept beside where its name has no extension', async () => {
    const { ports, request, kept } = setting((await answers()).set('/out/m', new Uint8Array([1, 2, 3])));
    expect(await consolidate(ports, { ...request, out: '/out/m' })).toMatchObject({ path: '/out/m (2)' });
    expect(kept.get('/out/m')).toEqual(new Uint8Array([1, 2, 3]));
  });

  it.each([
    ['no workbook', new Uint8Array([1, 2, 3])],
    ['an empty file', new Uint8Array()],
  ])('is not the only file that is kept: %s', async (_, bytes) => {
    const { ports, request, kept } = setting((await answers()).set('/out/m.xlsx', bytes));
    expect(await consolidate(ports, request)).toMatchObject({ path: '/out/m (2).xlsx' });
    expect(kept.get('/out/m.xlsx')).toBe(bytes);
  });
});
