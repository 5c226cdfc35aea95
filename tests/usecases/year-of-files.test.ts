import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { builtInCatalogue, builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { publicYear } from '../../src/domain/programme/year-text.ts';
import type { YearData } from '../../src/domain/programme/year-data.ts';
import { yearOfFiles, type YearFound } from '../../src/usecases/year-of-files.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { remembering } from '../support/remembering-codec.ts';
import { carryingWorkbook, SMALL_YEAR } from '../support/year-workbooks.ts';

const of2565 = builtInProgramme()!;
const later: YearData = { ...SMALL_YEAR, programme: { ...SMALL_YEAR.programme, version: '4' } };
const revised: YearData = { ...of2565, programme: { ...of2565.programme, version: '2' } };
const known = { otherwise: of2565, catalogue: builtInCatalogue };

const inner = createXlsxCodec();
const codec = remembering(inner);
const made = (data: YearData, code: string): Promise<Uint8Array> => carryingWorkbook(data, code);
const nonsense = new TextEncoder().encode('ไม่ใช่สมุดงาน');

async function yearOf(files: Readonly<Record<string, Uint8Array>>): Promise<YearFound & { readonly opened: number }> {
  const store = createMemoryStore(new Map(Object.entries(files)));
  let opened = 0;
  const counting = {
    ...codec,
    decode: (...args: Parameters<typeof codec.decode>) => {
      opened += 1;
      return codec.decode(...args);
    },
  };
  const found = await yearOfFiles({ codec: counting, files: store }, { ...known, paths: Object.keys(files) });
  return { ...found, opened };
}

/** Files with these contents, in this order. */
function named(contents: readonly Uint8Array[]): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(contents.map((bytes, index) => [`${String(index).padStart(4, '0')}.xlsx`, bytes]));
}

describe('the year of some files', () => {
  it('is that of most, wherever they stand', async () => {
    const [mine, other] = await Promise.all([made(SMALL_YEAR, '02'), made(of2565, '5019')]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), async (areMine) => {
        const { data, isCarried } = await yearOf(named(areMine.map((isMine) => (isMine ? mine : other))));
        const isMost = areMine.filter(Boolean).length * 2 > areMine.length;
        expect(data).toEqual(isMost ? SMALL_YEAR : of2565);
        expect(isCarried).toBe(isMost);
      }),
      { numRuns: 30 },
    );
  });

  it('is told by few of many', async () => {
    const mine = await made(SMALL_YEAR, '02');
    const { data, opened } = await yearOf(named(Array.from({ length: 500 }, () => mine)));
    expect(data).toEqual(SMALL_YEAR);
    expect(opened).toBe(5);
  });

  it('is that of the files that can be read', async () => {
    const mine = await made(SMALL_YEAR, '02');
    expect(await yearOf(named([nonsense, mine, new Uint8Array()]))).toMatchObject({ isCarried: true, problems: [] });
    expect(await yearOf(named([nonsense]))).toMatchObject({ data: of2565, isCarried: false, problems: [] });
    expect(await yearOf({})).toMatchObject({ data: of2565 });
  });

  it('is that of the program where it has the year in that version', async () => {
    expect((await yearOf(named([await made(of2565, '5019')]))).data).toBe(of2565);
  });

  it('is that of the files where the program has the year in another version', async () => {
    const { data, isCarried } = await yearOf(named([await made(revised, '5019')]));
    expect([data, isCarried]).toEqual([publicYear(revised), true]);
  });

  it('is that of one version, which most are of', async () => {
    const [three, four] = await Promise.all([made(SMALL_YEAR, '02'), made(later, '02')]);
    expect((await yearOf(named([three, four, four]))).data).toEqual(later);
  });
});
