import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { MAX_ARCHIVE_MB, withArchives } from '../../src/usecases/archived-files.ts';
import { check } from '../../src/usecases/check.ts';
import { collectAnswers } from '../../src/usecases/collect-answers.ts';
import { answer } from '../support/answer.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { buildZip } from '../support/package-builder.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const codec = createXlsxCodec();
const DATA = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };

/** The workbook of an agency with an answer of its own. */
async function workbookOf(code: string, result = `ผลของ ${code}`): Promise<Uint8Array> {
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(code), { created: '2027-05-01T00:00:00Z' });
  return answer(codec, await codec.encode(plan), { '1.1.1': { result } });
}

function storeOf(files: Readonly<Record<string, Uint8Array>>) {
  return withArchives(createMemoryStore(new Map(Object.entries(files))), codec);
}

/** What is collected from the folder: the file of each agency's answers, and the problems of files. */
async function collected(files: Readonly<Record<string, Uint8Array>>) {
  const ports = { codec, files: storeOf(files), progress: () => undefined };
  const outcome = await collectAnswers(ports, { ...DATA, paths: ['/in'] });
  if (outcome.kind !== 'collected') throw new Error(JSON.stringify(outcome));
  const { agencies, problems } = outcome.consolidation;
  return {
    answers: agencies.flatMap(({ submissions }) => submissions.map(({ agency, file }) => [agency, file])),
    problems: problems.map(({ code, file }) => [file, code]),
  };
}

/** A name as Thai Windows writes it into a .zip file: a byte a letter, ก being A1 (TIS-620). */
function windowsName(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) - (letter >= 'ก' ? 0x0e01 - 0xa1 : 0));
}

describe('workbooks inside a .zip archive', () => {
  it('are read as those of a folder, beside files that are not packed', async () => {
    const [second, third, eleventh] = await Promise.all(['02', '03', '11'].map((code) => workbookOf(code)));
    const zip = buildZip([
      { name: 'ฝ่ายหนึ่ง/', content: '' },
      { name: 'ฝ่ายหนึ่ง/02.xlsx', content: second!, flags: 0x800 },
      { name: '03.xlsx', content: third!, method: 0 },
    ]);
    expect(await collected({ '/in/งาน.ZIP': zip, '/in/11.xlsx': eleventh! })).toEqual({
      answers: [
        ['02', '/in/งาน.ZIP/ฝ่ายหนึ่ง/02.xlsx'],
        ['03', '/in/งาน.ZIP/03.xlsx'],
        ['11', '/in/11.xlsx'],
      ],
      problems: [],
    });
  });

  it.each([
    ['in code page 874', { rawName: windowsName('เขตดุสิต\\02.xlsx') }],
    ['in UTF-8 that no flag tells', { flags: 0 }],
    ['in UTF-8', { flags: 0x800 }],
  ])('have their Thai names %s', async (_, entry) => {
    const zip = buildZip([{ name: 'เขตดุสิต/02.xlsx', content: await workbookOf('02'), ...entry }]);
    expect((await collected({ '/in/a.zip': zip })).answers).toEqual([['02', '/in/a.zip/เขตดุสิต/02.xlsx']]);
  });

  it('do not hide what else is packed with them: it is named as in a folder', async () => {
    const workbook = await workbookOf('02');
    const zip = buildZip([
      { name: '02.xlsx', content: workbook },
      { name: 'ซ้อน.zip', content: buildZip([{ name: '03.xlsx', content: workbook }]) },
      { name: 'หนังสือนำ.pdf', content: 'pdf' },
      { name: 'รหัสผ่าน.xlsx', content: workbook, flags: 1 },
      { name: 'วิธีอื่น.xlsx', content: workbook, method: 9 },
      { name: 'ขนาดเท็จ.xlsx', content: workbook, size: 7 },
      { name: '__MACOSX/02.xlsx', content: 'mac' },
      { name: '.DS_Store', content: 'mac' },
    ]);
    const { answers, problems } = await collected({ '/in/a.zip': zip });
    expect(answers).toEqual([['02', '/in/a.zip/02.xlsx']]);
    expect(Object.fromEntries(problems)).toEqual({
      '/in/a.zip/ซ้อน.zip': 'file-archive-skipped',
      '/in/a.zip/หนังสือนำ.pdf': 'file-document-skipped',
      '/in/a.zip/รหัสผ่าน.xlsx': 'file-encrypted',
      '/in/a.zip/วิธีอื่น.xlsx': 'file-damaged',
      '/in/a.zip/ขนาดเท็จ.xlsx': 'file-damaged',
    });
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['a bomb', () => buildZip([{ name: 'a.xlsx', content: new Uint8Array(2 ** 25) }])],
    ['names that lead out of it', async () => buildZip([{ name: '../02.xlsx', content: await workbookOf('02') }])],
    ['a name twice', () => buildZip(['A.xlsx', 'a.xlsx'].map((name) => ({ name, content: name })))],
    ['nothing', () => buildZip([])],
    ['an end that is cut off', () => buildZip([{ name: 'a.xlsx', content: 'a' }]).subarray(0, 40)],
  ])('are not read where the archive holds %s: it is named', async (_, make) => {
    const read = await collected({ '/in/a.zip': await make(), '/in/03.xlsx': await workbookOf('03') });
    expect(read).toEqual({ answers: [['03', '/in/03.xlsx']], problems: [['/in/a.zip', 'file-archive-skipped']] });
  });

  it('are not looked for in what is a workbook itself, which is read', async () => {
    expect(await collected({ '/in/a.zip': await workbookOf('02') })).toEqual({
      answers: [['02', '/in/a.zip']],
      problems: [],
    });
  });

  it('are not looked for in a file that is too large to be loaded', async () => {
    const memory = createMemoryStore(new Map([['/in/a.zip', new Uint8Array(1)]]));
    const size = MAX_ARCHIVE_MB * 2 ** 20 + 1;
    const list = async (path: string) => (await memory.list(path)).map((file) => ({ ...file, size }));
    const read = (): never => {
      throw new Error('loaded');
    };
    expect(await withArchives({ ...memory, list, read }, codec).list('/in')).toEqual([{ path: '/in/a.zip', size }]);
  });

  it('give up their own bytes and not those of the archive', async () => {
    const store = storeOf({ '/in/a.zip': buildZip(['a', 'b'].map((name) => ({ name, content: name, method: 0 }))) });
    await store.list('/in');
    structuredClone(0, { transfer: [(await store.read('/in/a.zip/a')).buffer as ArrayBuffer] });
    expect(await store.read('/in/a.zip/b')).toEqual(new TextEncoder().encode('b'));
  });

  it('are checked, and mended in copies', async () => {
    const files = new Map([['/in/a.zip', buildZip([{ name: '02.xlsx', content: await workbookOf('02', 'ผล  02') }])]]);
    const ports = {
      codec,
      files: withArchives(createMemoryStore(files), codec),
      clock: { now: () => '2027-06-01T00:00:00.000Z' },
      progress: () => undefined,
    };
    const outcome = await check(ports, { ...DATA, paths: ['/in'], fixInto: '/fixed' });
    expect(outcome).toMatchObject({ files: [{ file: '/in/a.zip/02.xlsx', copy: { isWritten: true } }] });
    expect([...files.keys()]).toEqual(['/in/a.zip', '/fixed/a.zip/02.xlsx']);
  });
});
