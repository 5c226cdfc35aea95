import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { buildScript } from '../../support/build-script.ts';
import { launchChromium } from '../../support/chromium.ts';

let folder: string;
let server: Server;
let browser: Browser;
let script: string;
/** What the server sends with the worker, and what the page says of itself. */
let ofWorker: string | undefined;
let ofPage: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-policy-'));
  script = await readFile(await buildScript('tests/e2e/web-workers/opened-inflate.ts', folder, 'script.js'), 'utf8');
  server = createServer(({ url }, response) => {
    if (url === '/script.js') {
      if (ofWorker !== undefined) response.setHeader('Content-Security-Policy', ofWorker);
      response.setHeader('Content-Type', 'text/javascript').end(script);
    } else {
      const meta = `<meta http-equiv="Content-Security-Policy" content="${ofPage}">`;
      response.setHeader('Content-Type', 'text/html').end(`<!doctype html>${meta}<script src="script.js"></script>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

/** Whether WebAssembly may be used in the page, and in its worker. */
async function openedIn(): Promise<{ readonly page: boolean; readonly worker: boolean }> {
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate(async () => ({
      page: await (globalThis as unknown as { readonly opened: Promise<boolean> }).opened,
      worker: await new Promise<boolean>((resolve, reject) => {
        const worker = new Worker('script.js');
        worker.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    }));
  } finally {
    await page.close();
  }
}

describe('inflating by WebAssembly', () => {
  it('is forbidden in a page with the policy of the pane, and allowed in its workers', async () => {
    [ofPage, ofWorker] = ["default-src 'none'; script-src 'self'; worker-src 'self'", undefined];
    expect(await openedIn()).toEqual({ page: false, worker: true });
  });

  it('is forbidden in workers, too, where the server sends such a policy with their script', async () => {
    [ofPage, ofWorker] = ["default-src 'none'; script-src 'self'; worker-src 'self'", "script-src 'self'"];
    expect(await openedIn()).toEqual({ page: false, worker: false });
  });
});
