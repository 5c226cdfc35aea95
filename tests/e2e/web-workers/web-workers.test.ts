import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { readWorkbook } from '../../../src/usecases/read-workbook.ts';
import { buildScript } from '../../support/build-script.ts';
import { launchChromium } from '../../support/chromium.ts';
import { SMALL_PROGRAMME as programme, SMALL_ROSTER as roster } from '../../support/small-programme.ts';
import { until } from '../../support/until.ts';
import { largePlan } from './large-plan.ts';
import type { Errand, Outcome } from './page.ts';

const codec = createXlsxCodec();
const files = new Map<string, Uint8Array>();
let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
const pageErrors: Error[] = [];
let workersStarted = 0;
let workersAreMissing = false;

async function answer(url: string): Promise<readonly [type: string, body: Uint8Array | string]> {
  if (url === '/')
    return ['text/html', '<!doctype html><meta charset="utf-8"><title>page</title><script src="page.js"></script>'];
  if (url.startsWith('/files/')) {
    return ['application/octet-stream', files.get(decodeURIComponent(url.slice(7))) ?? ''];
  }
  if (workersAreMissing && url !== '/page.js') throw new Error('not here');
  return ['text/javascript', await readFile(path.join(folder, path.basename(url)))];
}

async function serve(): Promise<void> {
  server = createServer(({ url = '' }, response) => {
    // The policy that the product's pages have: programs come from their own address alone.
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    answer(url).then(
      ([type, body]) => response.setHeader('Content-Type', type).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

async function filled(number: number): Promise<Uint8Array> {
  const agency = roster.agencies[number % roster.agencies.length]!;
  const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created: '2027-05-01T00:00:00Z' }));
  const sheet = (await codec.decode(blank)).sheets[1]!.name;
  return codec.patch(blank, [{ sheet, row: 5, column: 5, text: `ดำเนินการแล้ว ครั้งที่ ${number} 👩‍👩‍👧` }]);
}

async function run(names: readonly string[], stopAfter?: number): Promise<Outcome> {
  const errand: Errand = {
    programme,
    roster,
    files: names.map((name) => ({ path: name, size: files.get(name)?.length ?? 0 })),
    ...(stopAfter === undefined ? {} : { stopAfter }),
  };
  const outcome = await page.evaluate(
    (given) => (globalThis as unknown as { read: (errand: Errand) => Promise<Outcome> }).read(given),
    errand,
  );
  if (pageErrors.length > 0) throw new AggregateError(pageErrors, 'errors in the page');
  return outcome;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-web-workers-'));
  for (let number = 0; number < 20; number++) files.set(`งาน ${number}.xlsx`, await filled(number));
  files.set('broken.xlsx', (await filled(0)).slice(0, 5000));
  files.set('text.xlsx', new TextEncoder().encode('not a workbook'));
  await Promise.all([buildScript('tests/e2e/web-workers/page.ts', folder, 'page.js'), serve()]);
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('pageerror', (error) => pageErrors.push(error));
  page.on('worker', () => (workersStarted += 1));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => (workersStarted = 0));

describe('reading in Web Workers of Chromium', () => {
  it('gives what reading here gives, for good files and for bad ones', async () => {
    const { results, stopped } = await run([...files.keys()]);
    expect(stopped).toBeUndefined();
    expect(workersStarted).toBeGreaterThan(0);
    for (const [file, bytes] of files) {
      expect(results[file]).toEqual(await readWorkbook(codec, bytes, { programme, roster, file }));
    }
  });

  it('reads a handful of files in the page itself', async () => {
    const names = [...files.keys()].slice(0, 3);
    expect(Object.keys((await run(names)).results)).toEqual(names);
    expect(workersStarted).toBe(0);
  });

  it('reads in the page where no worker can be loaded', async () => {
    workersAreMissing = true;
    const { results, stopped } = await run([...files.keys()]);
    workersAreMissing = false;
    expect(stopped).toBeUndefined();
    expect(Object.keys(results).toSorted()).toEqual([...files.keys()].toSorted());
    expect(results['งาน 1.xlsx']?.submissions).toHaveLength(1);
  });

  it('stops when the work is called off, and leaves no worker behind', async () => {
    const { results, stopped } = await run([...files.keys()], 4);
    expect(stopped).toBe('called off');
    expect(Object.keys(results)).toHaveLength(4);
    await until(() => page.workers().length === 0);
  });
});

describe('encoding in a Web Worker of Chromium', () => {
  const encode = async (rows: number): Promise<Uint8Array> => {
    const bytes = await page.evaluate(
      (given) => (globalThis as unknown as { encode: (rows: number) => Promise<readonly number[]> }).encode(given),
      rows,
    );
    if (pageErrors.length > 0) throw new AggregateError(pageErrors, 'errors in the page');
    return Uint8Array.from(bytes);
  };

  it('gives the bytes that encoding here gives, and leaves no worker behind', async () => {
    expect(await encode(4_000)).toEqual(await codec.encode(largePlan(4_000)));
    expect(workersStarted).toBe(1);
    await until(() => page.workers().length === 0);
  });

  it('is left to the page for a small workbook', async () => {
    expect(await encode(10)).toEqual(await codec.encode(largePlan(10)));
    expect(workersStarted).toBe(0);
  });

  it('is left to the page where no worker can be loaded', async () => {
    workersAreMissing = true;
    const bytes = await encode(4_000);
    workersAreMissing = false;
    expect(bytes).toEqual(await codec.encode(largePlan(4_000)));
  });
});
