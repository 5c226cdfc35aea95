import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { encodeWorkbook } from '../../../../src/adapters/xlsx/write/encode.ts';
import { crc32 } from '../../../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../../../src/domain/image/clean-picture.ts';
import type { CleanPicture, PictureFrame, Turn } from '../../../../src/domain/image/picture.ts';
import type { PicturePlan, SheetPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { checkOoxml } from '../../../support/check-ooxml.ts';
import { JPEG, png } from '../../../support/pictures.ts';
import { partsOf, sheetPlan, workbookPlan } from './encode-plans.ts';

const clean = (bytes: Uint8Array): CleanPicture => cleanPicture(bytes, crc32) as CleanPicture;

const FRAMES: readonly PictureFrame[] = [0, 1, 2, 3].flatMap((quarters) =>
  [false, true].map((mirrored) => ({
    turn: { quarters: quarters as Turn['quarters'], mirrored },
    crop: { left: 0.1, top: 0, right: 0.25, bottom: 0.5 },
  })),
);

function picture(row: number, parts: Partial<PicturePlan> = {}): PicturePlan {
  const size = { width: 120, height: 80 };
  const texts = { name: 'ภาพที่ 1', description: 'ภาพ <ก> & "ข"\nอีกบรรทัด' };
  return { ...texts, ...size, at: { row, column: 1 }, picture: clean(png()), ...parts };
}

function withPictures(pictures: readonly PicturePlan[], parts: Partial<SheetPlan> = {}): SheetPlan {
  const rows = [['ก', 'ข'], ...pictures.map(() => ['', ''])].map((values) => ({
    cells: values.map((value, column) => ({ column, style: 'label' as const, value })),
    height: 120,
  }));
  return sheetPlan({ rows, pictures, ...parts });
}

const pictures = [
  ...FRAMES.map((frame, index) => picture(index + 1, { frame })),
  picture(9, { picture: clean(JPEG.baseline) }),
  picture(10, { picture: clean(JPEG.baseline.slice()), description: 'ควบคุม\u0001\uD800' }),
];
const table = { name: 'T', range: { top: 0, left: 0, right: 1 }, columns: ['ก', 'ข'] };
const plan = workbookPlan([withPictures(pictures, { table }), withPictures([picture(1)], { name: 'อีกแผ่น' })]);

describe('a sheet with pictures', () => {
  it('is valid by the schemas of ISO 29500', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ita-pictures-'));
    try {
      const file = path.join(folder, 'pictures.xlsx');
      writeFileSync(file, await encodeWorkbook(plan));
      expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is read as it was written: pictures, their places, texts, turns and crops', async () => {
    const [sheet] = (await createXlsxCodec().decode(await encodeWorkbook(plan))).sheets;
    expect(sheet!.objects!.map(({ area, frame }) => [area!.top, area!.bottom, area!.left, frame])).toEqual([
      ...FRAMES.map((frame, index) => [
        index + 1,
        index + 1,
        1,
        frame.turn!.quarters === 0 && !frame.turn!.mirrored ? { crop: frame.crop } : frame,
      ]),
      [9, 9, 1, undefined],
      [10, 10, 1, undefined],
    ]);
    expect(sheet!.objects![0]!.description).toBe('ภาพ <ก> & "ข"\nอีกบรรทัด');
    // What XML cannot hold is left out here and stands in a cell.
    expect(sheet!.objects![9]!.description).toBe('ควบคุม');
  });

  it('has one part for the same bytes, as they are', async () => {
    const codec = createXlsxCodec();
    const parts = (await codec.unpack(await encodeWorkbook(plan))).filter(({ path }) => path.startsWith('xl/media/'));
    expect(parts.map(({ path, read }) => [path, read()])).toEqual([
      ['xl/media/image1.png', png()],
      ['xl/media/image2.jpeg', JPEG.baseline],
    ]);
  });

  it('stands beside charts in one drawing', async () => {
    const chart = {
      title: 'ก',
      description: 'ข',
      area: { top: 4, bottom: 4, left: 0, right: 0 },
      categories: { top: 1, bottom: 1, left: 0, right: 0 },
      series: [{ name: { row: 0, column: 1 }, column: 1, fill: 'done' as const }],
    };
    const rows = [
      ['ก', 'ข'],
      ['x', 1],
    ].map((values) => ({
      cells: values.map((value, column) => ({ column, style: 'label' as const, value })),
    }));
    const both = workbookPlan([sheetPlan({ rows, charts: [chart], pictures: [picture(1)] })]);
    const parts = partsOf(await encodeWorkbook(both));
    expect(parts['xl/drawings/_rels/drawing1.xml.rels']).toMatch(
      /Id="rId1"[^>]*chart1\.xml.*Id="rId2"[^>]*image1\.png/,
    );
    expect(parts['xl/drawings/drawing1.xml']).toMatch(/r:id="rId1".*r:embed="rId2"/);
  });
});
