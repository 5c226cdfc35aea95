import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { WorkbookCodec } from '../../src/usecases/ports/workbook-codec.ts';
import { generate, type GenerateRequest } from '../../src/usecases/generate.ts';
import { readWorkbookFile } from '../../src/usecases/read-workbook.ts';
import { answer } from '../support/answer.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const codec: WorkbookCodec = createXlsxCodec();
const all: GenerateRequest = {
  programme: SMALL_PROGRAMME,
  roster: SMALL_ROSTER,
  agencies: SMALL_ROSTER.agencies,
  index: true,
  out: '/out',
  replaceAnswers: false,
};

function ports(files = new Map<string, Uint8Array>(), now = '2027-05-01T00:00:00.000Z') {
  const steps: string[] = [];
  const progress = (done: number, total: number) => steps.push(`${done}/${total}`);
  return { codec, files: createMemoryStore(files), clock: { now: () => now }, progress, steps };
}

describe('making workbooks', () => {
  it('makes one for each agency and the list for the office, and counts as it goes', async () => {
    const files = new Map<string, Uint8Array>();
    const host = ports(files);
    const { written, skipped, index } = await generate(host, all);
    expect([index, skipped]).toEqual([written.at(-1), []]);
    expect(written).toEqual([...files.keys()]);
    expect(written).toHaveLength(7);
    expect(written).toContain('/out/02-กองคลัง-๒๕๗๐.xlsx');
    expect(host.steps).toEqual(['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7']);
  });

  it('makes workbooks that read back as the agency and hold nothing yet', async () => {
    const host = ports();
    await generate(host, { ...all, agencies: [smallAgency('12')], index: false });
    const file = '/out/12-โรงเรียนวัดใต้-๒๕๗๐.xlsx';
    const result = await readWorkbookFile(host, { file, programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
    expect(result).toMatchObject({ submissions: [{ agency: '12', contact: {}, entries: [] }], problems: [] });
  });

  it('gives the same bytes at the same time', async () => {
    const [first, second] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
    await generate(ports(first), all);
    await generate(ports(second), all);
    expect([...second]).toEqual([...first]);
  });

  it('replaces empty workbooks of an earlier run', async () => {
    const files = new Map<string, Uint8Array>();
    await generate(ports(files), all);
    const before = new Map(files);
    const { written, skipped } = await generate(ports(files, '2027-06-01T00:00:00.000Z'), all);
    expect([written.length, skipped]).toEqual([7, []]);
    expect([...files].filter(([path, bytes]) => Buffer.compare(bytes, before.get(path)!) === 0)).toEqual([]);
  });

  it('keeps a workbook that holds answers, and a file that it cannot read, unless told otherwise', async () => {
    const files = new Map<string, Uint8Array>();
    await generate(ports(files), all);
    const filled = '/out/02-กองคลัง-๒๕๗๐.xlsx';
    const strange = '/out/03-กองช่าง-๒๕๗๐.xlsx';
    const answered = await answer(codec, files.get(filled)!, { '1.1.1': { note: 'ร่าง' } });
    const locked = new TextEncoder().encode('?');
    files.set(filled, answered).set(strange, locked);
    expect(await generate(ports(files), all)).toMatchObject({ skipped: [filled, strange] });
    expect(files.get(filled)).toEqual(answered);
    expect(files.get(strange)).toEqual(locked);
    expect(await generate(ports(files), { ...all, replaceAnswers: true })).toMatchObject({ skipped: [] });
    expect(files.get(filled)).not.toEqual(answered);
  });

  it.each([
    ['/out/', '/out/0000-'],
    ['out//', 'out/0000-'],
    ['/', '/0000-'],
    ['.', './0000-'],
  ])('puts files into the folder %s', async (out, start) => {
    const { written } = await generate(ports(), { ...all, agencies: [], out });
    expect(written[0]?.startsWith(start)).toBe(true);
  });

  it('stops with the fault of a file that cannot be written; those before it are whole', async () => {
    const files = new Map([['/out/02-กองคลัง-๒๕๗๐.xlsx/x', new Uint8Array()]]);
    await expect(generate(ports(files), { ...all, replaceAnswers: true })).rejects.toMatchObject({
      name: 'FileFault',
      action: 'write',
      path: '/out/02-กองคลัง-๒๕๗๐.xlsx',
    });
    const whole = files.get('/out/01-สำนักปลัดเทศบาล-๒๕๗๐.xlsx')!;
    expect((await codec.decode(whole)).sheets.length).toBeGreaterThan(1);
  });
});
