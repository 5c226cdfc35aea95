import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../src/domain/image/clean-picture.ts';
import { joined } from '../../src/domain/image/bytes.ts';
import type { CleanPicture } from '../../src/domain/image/picture.ts';
import { planAnnexes } from '../../src/domain/master/document/annexes.ts';
import type { MasterPicture } from '../../src/domain/master/pictures.ts';
import { PICTURES_SHEET } from '../../src/domain/master/sheet-names.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { answersOf } from '../support/agency-answers.ts';
import { buildScript } from '../support/build-script.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { launchChromium } from '../support/chromium.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import type { PicturePage } from '../support/picture-page.ts';
import { chunk, exif, JPEG, latin, png, segment, withSegments } from '../support/pictures.ts';
import { printedReport } from '../support/report-document.ts';

const BLUE = [0, 0, 255] as const;
const RED = [255, 0, 0] as const;

const clean = (bytes: Uint8Array): CleanPicture => cleanPicture(bytes, crc32) as CleanPicture;

/** Names of what the page offers. */
declare const page: PicturePage;

describe('a cleaned picture, as Chromium decodes it', () => {
  let folder: string;
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ita-pictures-'));
    browser = await launchChromium();
    tab = await browser.newPage();
    await tab.addScriptTag({ path: await buildScript('tests/support/picture-page.ts', folder, 'page.js') });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const pixelsOf = (bytes: Uint8Array, type: string): Promise<readonly number[]> =>
    tab.evaluate(([all, its]) => page.pixelsOf(all, its), [[...bytes], type] as const);

  /** Chromium turns a picture by its Exif data: this one is upright. */
  const METADATA = segment(0xe1, joined([latin('Exif\0\0'), exif(1)]));

  it.each([
    ...Object.entries(JPEG).map(([kind, bytes]) => [kind, withSegments(bytes, METADATA), 'image/jpeg'] as const),
    [
      'PNG',
      png({ width: 9, height: 5 }, { before: [chunk('eXIf', exif(1)), chunk('tEXt', latin('a\0b'))] }),
      'image/png',
    ],
  ] as const)('has the same pixels: %s', async (_, bytes, type) => {
    const { bytes: cleaned } = clean(bytes);
    expect(cleaned.length).toBeLessThan(bytes.length);
    expect(await pixelsOf(cleaned, type)).toEqual(await pixelsOf(bytes, type));
  });

  it('is made smaller, as it is stored, and no smaller one is touched', async () => {
    const { bytes, ...facts } = clean(png({ width: 400, height: 100 }, { before: [chunk('eXIf', exif(6))] }));
    const shrink = (side: number) =>
      tab.evaluate(([its, all, most]) => page.shrink(its, all, most), [facts, [...bytes], side] as const);
    const small = await shrink(40);
    expect(small).toMatchObject({ format: 'png', width: 40, height: 10, turn: { quarters: 1, mirrored: false } });
    expect(clean(Uint8Array.from(small!.bytes))).toMatchObject({ width: 40, height: 10 });
    expect(await shrink(400)).toBeUndefined();
  });

  it('is stored upright as the browser shows it, however the camera held it', async () => {
    const held = (orientation: number): Uint8Array =>
      withSegments(JPEG.baseline, segment(0xe1, joined([latin('Exif\0\0'), exif(orientation)])));
    const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
    const shown = await Promise.all(orientations.map((one) => pixelsOf(held(one), 'image/jpeg')));
    for (const orientation of orientations) {
      const { bytes, ...facts } = clean(held(orientation));
      const upright = await tab.evaluate(([its, all]) => page.upright(its, all), [facts, [...bytes]] as const);
      expect(upright).toMatchObject({ turn: { quarters: 0, mirrored: false } });
      const pixels = await pixelsOf(Uint8Array.from(upright!.bytes), 'image/jpeg');
      const differences = shown.map((other) => differenceOf(pixels, other));
      expect(differences.indexOf(Math.min(...differences)) + 1).toBe(orientation);
    }
  });
});

describe('a picture that a telephone took upright, as LibreOffice shows it', () => {
  const office = openLibreOffice();
  afterAll(() => office.close());

  /** Blue at the left and red at the right as it is stored: upright, the blue half is above. */
  const stored = clean(halves());
  const consolidation = answersOf({ '02': { '1.1.1': ['ประกาศแล้ว'] } });
  const pictures = [1, 2].map((number) => ({
    agency: '02',
    measure: '1.1.1',
    file: `${number}.xlsx`,
    sheet: '๑',
    cell: { row: 5, column: 5 },
    description: 'พิธีเปิด',
    key: String(number),
    picture: stored,
  })) as unknown as readonly MasterPicture[];

  it('stands upright in the master, which is valid by the schemas', async () => {
    const plan = planMaster(consolidation, { created: '2027-06-01T00:00:00.000Z', pictures });
    expect(plan.sheets.map(({ name }) => name)).toContain(PICTURES_SHEET);
    const whole = office.save('whole.xlsx', await createXlsxCodec().encode(plan));
    expect(checkOoxml(whole)).toEqual(['1 files checked, 0 with problems']);
    expect(isUpright(office.convert(whole, 'pdf'))).toBe(true);
  });

  it('stands upright in the annex for Word, which is valid by the schemas', async () => {
    const annexes = planAnnexes(consolidation, ['pictures'], pictures);
    const bytes = await createDocxCodec().encode(printedReport({ results: new Map(), annexes }));
    const file = office.save('pictures.docx', bytes);
    expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
    expect(isUpright(office.convert(file, 'pdf'))).toBe(true);
  });
});

/** How different pictures are by the sum of their pixels; those of different sizes are nothing like each other. */
function differenceOf(one: readonly number[], other: readonly number[]): number {
  if (one[0] !== other[0] || one[1] !== other[1]) return Infinity;
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0);
}

function halves(): Uint8Array {
  const columnColor = (column: number) => (column < 20 ? BLUE : RED);
  return png({ width: 40, height: 20 }, { before: [chunk('eXIf', exif(6))], columnColor });
}

/** Whether on every page with both colours the blue is right above the red. */
function isUpright(pdf: string): boolean {
  const found = pagesOf(pdf).flatMap((page) => {
    const [blue, red] = [centreOf(page, BLUE), centreOf(page, RED)];
    return blue && red ? [{ blue, red }] : [];
  });
  return found.length > 0 && found.every(({ blue, red }) => blue.y < red.y - 5 && Math.abs(blue.x - red.x) < 3);
}

interface Pixels {
  readonly width: number;
  readonly data: Uint8Array;
}

/** The pages of a document at 72 pixels an inch, as the portable pixmaps that pdftoppm prints. */
function pagesOf(pdf: string): readonly Pixels[] {
  const all = execFileSync('pdftoppm', ['-r', '72', pdf], { maxBuffer: 2 ** 30 });
  const pages: Pixels[] = [];
  for (let at = 0; at < all.length;) {
    const [header, width = '', height = ''] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(all.toString('latin1', at, at + 40))!;
    const start = at + header.length;
    at = start + Number(width) * Number(height) * 3;
    pages.push({ width: Number(width), data: all.subarray(start, at) });
  }
  return pages;
}

/** Where the pixels of a colour are on average; undefined where there are few. */
function centreOf(
  { width, data }: Pixels,
  color: readonly number[],
): { readonly x: number; readonly y: number } | undefined {
  let [count, x, y] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 3) {
    if (color.some((value, channel) => Math.abs(value - data[at + channel]!) > 40)) continue;
    count += 1;
    x += (at / 3) % width;
    y += Math.floor(at / 3 / width);
  }
  return count > 20 ? { x: x / count, y: y / count } : undefined;
}
