import { readFileSync } from 'node:fs';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
import { answerForm, type MeasureForm } from '../../src/domain/form/answers/answer-form.ts';
import { pictureName, picturePlans } from '../../src/domain/form/answers/form-pictures.ts';
import { cleanPicture } from '../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../src/domain/image/picture.ts';
import type { PictureSwap } from '../../src/domain/spreadsheet/plan.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { openLibreOffice, type LibreOffice } from '../support/libreoffice.ts';
import { JPEG, png } from '../support/pictures.ts';
import { district } from '../support/plans-2565.ts';
import { programme, roster } from '../support/report-2565.ts';
import { resavedBy } from '../support/resaved.ts';

const codec = createXlsxCodec();
const clean = (bytes: Uint8Array): CleanPicture => cleanPicture(bytes, crc32) as CleanPicture;
const PICTURES = [clean(png({ width: 40, height: 30 })), clean(JPEG.baseline)];

async function formOf(bytes: Uint8Array): Promise<readonly MeasureForm[]> {
  return answerForm(await codec.decode(bytes), { programme, roster, agency: district });
}

/** Two pictures beside each of the first measures. */
function swapsOn(form: readonly MeasureForm[], origin: string): readonly PictureSwap[] {
  return form.slice(0, 3).flatMap((one, index) => {
    const named = PICTURES.map((picture, at) => ({ name: pictureName(origin, index * 2 + at), picture }));
    return picturePlans(one, named).map((plan) => ({
      sheet: one.sheet,
      after: { ...plan, description: `ภาพ “${one.measure.key}” <&>` },
    }));
  });
}

/** The pictures of each measure that has any, in no order. */
async function picturesIn(bytes: Uint8Array): Promise<unknown> {
  const form = await formOf(bytes);
  return form
    .filter(({ pictures }) => pictures.length > 0)
    .map(({ measure, pictures }) => [measure.key, pictures.map(({ description }) => description).sort()]);
}

const expected = (form: readonly MeasureForm[], times: number): unknown =>
  form.slice(0, 3).map(({ measure: { key } }) => [key, Array.from({ length: 2 * times }, () => `ภาพ “${key}” <&>`)]);

describe('pictures that were added on the form', () => {
  let office: LibreOffice;
  beforeAll(() => {
    office = openLibreOffice();
  });
  afterAll(() => office.close());

  const filled = new Uint8Array(readFileSync('tests/fixtures/forms/2/bma-2565-5019-filled.xlsx'));

  it('make a valid file', async () => {
    const { bytes } = await codec.patchPictures(filled, swapsOn(await formOf(filled), 'ก'));
    const twice = await codec.patchPictures(bytes, swapsOn(await formOf(bytes), 'ข'));
    const files = [bytes, twice.bytes].map((each, index) => office.save(`added-${String(index)}.xlsx`, each));
    expect(checkOoxml(...files)).toEqual(['2 files checked, 0 with problems']);
  });

  // Gnumeric drops the descriptions of all pictures.
  it.each(['libreoffice', 'openpyxl'] as const)(
    'stay beside their measures when %s saves the file, and more can be added then',
    async (by) => {
      const form = await formOf(filled);
      const { bytes } = await codec.patchPictures(filled, swapsOn(form, 'ก'));
      const resaved = resavedBy(by, office, 'added', bytes);
      expect(await picturesIn(resaved)).toEqual(expected(form, 1));
      const more = await codec.patchPictures(resaved, swapsOn(await formOf(resaved), 'ข'));
      expect(await picturesIn(more.bytes)).toEqual(expected(form, 2));
      const again = resavedBy(by, office, 'again', more.bytes);
      expect(await picturesIn(again)).toEqual(expected(form, 2));
      // What these programs write is not always valid; nothing is added to that.
      const problemsOf = (now: Uint8Array): readonly string[] => checkOoxml(office.save('checked.xlsx', now));
      expect(problemsOf(more.bytes)).toEqual(problemsOf(resaved));
    },
  );
});
