import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { version } from '../../package.json';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { launchChromium } from '../support/chromium.ts';
import { ownFolder } from '../support/own-folder.ts';
import { districtPlan } from '../support/plans-2565.ts';

const NAME = `ita-workbook-${version}`;
const at = ownFolder();

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The package, made of the built add-in: `npm run build` makes it, and `npm test` does so first. */
function make(): Uint8Array {
  execFileSync(process.execPath, ['assets/make-package.mjs']);
  return readFileSync(`dist/${NAME}.zip`);
}

/** Unpacks it as a person does. */
function unpack(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map(Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/')));
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
  }
  return files;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the package for an office without a server', () => {
  it('is the same where the files are, and has a checksum of itself and of every file', () => {
    const zip = make();
    expect(sha256(make())).toBe(sha256(zip));
    expect(readFileSync(`dist/${NAME}.zip.sha256`, 'utf8')).toBe(`${sha256(zip)}  ${NAME}.zip\n`);
    const files = unpack(zip);
    const sums = Buffer.from(files.get(`${NAME}/SHA256SUMS.txt`)!).toString();
    const listed = sums
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  ') as [string, string]);
    const others = [...files].filter(([name]) => !name.endsWith('SHA256SUMS.txt'));
    expect(listed.map(([, name]) => name).toSorted()).toEqual(
      others.map(([name]) => name.slice(NAME.length + 1)).toSorted(),
    );
    for (const [sum, name] of listed) expect(sum).toBe(sha256(files.get(`${NAME}/${name}`)!));
    expect(others.map(([name]) => name).filter((name) => /taskpane|manifest|\.map$/.test(name))).toEqual([]);
  });

  it('opens by a double click, reads a workbook and checks it, and asks no other site', async () => {
    unpack(make());
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${at(NAME)}/${encodeURIComponent('1-เปิดโปรแกรม.html')}`);
    await page.waitForURL(/standalone\.html$/);
    writeFileSync(at('5019.xlsx'), await createXlsxCodec().encode(districtPlan));
    await page.locator('input[type=file]').first().setInputFiles(at('5019.xlsx'));
    await page.getByText('สำนักงานเขตบางกอกน้อย').first().waitFor();
    await page
      .getByText(/ยังไม่พร้อมส่ง/)
      .first()
      .waitFor();
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  });

  it.each([['2-คู่มือหน่วยงาน.html'], ['3-คู่มือผู้รวบรวม.html']])('has a manual with its pictures: %s', async (name) => {
    unpack(make());
    const page = await browser.newPage();
    await page.goto(`file://${at(NAME)}/${encodeURIComponent(name)}`);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    const widths = await page
      .locator('img')
      .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth));
    expect(widths.length).toBeGreaterThan(0);
    expect(widths).not.toContain(0);
  });
});
