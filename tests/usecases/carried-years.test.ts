import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { PACKING } from '../../src/domain/form/carried-year.ts';
import { parseYearData, type RawYearData } from '../../src/domain/programme/year-data.ts';
import { builtInCatalogue, builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { yearOfFiles } from '../../src/usecases/year-of-files.ts';
import { createMemoryStore } from '../support/memory-store.ts';

const YEARS = path.join(import.meta.dirname, '../fixtures/years');
const PACKINGS = readdirSync(YEARS).filter((name) => /^\d+$/.test(name));
const FILES = PACKINGS.flatMap((packing) =>
  readdirSync(path.join(YEARS, packing))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => [packing, name] as const),
);

const codec = createXlsxCodec();
const known = { otherwise: builtInProgramme()!, catalogue: builtInCatalogue };

describe('workbooks that were sent out with the data of their year', () => {
  it('are kept for every way of packing, by every program', () => {
    expect(PACKINGS.at(-1)).toBe(PACKING);
    expect(FILES).toHaveLength(8 * PACKINGS.length);
  });

  it.each(FILES)('are of that year to a program that does not have it: packed in way %s, %s', async (packing, name) => {
    const files = createMemoryStore(new Map([[name, readFileSync(path.join(YEARS, packing, name))]]));
    const raw = JSON.parse(readFileSync(path.join(YEARS, packing, 'year.json'), 'utf8')) as RawYearData;
    expect(await yearOfFiles({ codec, files }, { ...known, paths: [name] })).toEqual({
      data: parseYearData(raw).value,
      isCarried: true,
      problems: [],
    });
  });
});
