import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { WorkerRequest } from './browser-worker.ts';
import { launchChromium } from '../support/chromium.ts';
import { filledWorkbook } from './filled-workbook.ts';
import type { Effort, Timing } from './race.ts';
import { FFLATE, OURS, SHEETJS } from './readers.ts';
import type { Result } from './result.ts';
import { barsOf, kilobytes, msOf, timingTable } from './timings.ts';

/** Reads the workbook in a Web Worker of Chromium. */
export async function benchBrowser(effort: Effort): Promise<Result> {
  const { bytes, answers } = await filledWorkbook();
  const server = await serve(bytes);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const { timings, error } = await page.evaluate(raceInWorker, effort);
    if (timings === undefined) throw new Error(`the worker failed: ${error ?? ''}`);
    const ms = msOf(timings);
    return {
      title: 'Read a workbook in a browser',
      note: `In a Web Worker of Chromium ${browser.version()}, the same workbook (${answers} answers); medians.`,
      tables: [timingTable(`Saved by ita-workbook (${kilobytes(bytes.length)})`, timings)],
      charts: [barsOf('อ่าน / Read, Chromium', timings)],
      aims: [
        { name: 'read / inflate (fflate)', value: ms(OURS) / ms(FFLATE), limit: 3, kind: 'at-most', unit: '×' },
        { name: 'SheetJS / read', value: ms(SHEETJS) / ms(OURS), limit: 5, kind: 'at-least', unit: '×' },
      ],
    };
  } finally {
    await browser.close();
    server.close();
  }
}

interface WorkerAnswer {
  readonly timings?: readonly Timing[];
  readonly error?: string;
}

/** Runs in the page. */
async function raceInWorker(effort: Effort): Promise<WorkerAnswer> {
  const workbook = await (await fetch('/workbook')).arrayBuffer();
  const worker = new Worker('/worker.js');
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    const request: WorkerRequest = { workbook, effort };
    worker.postMessage(request);
  });
}

/** A page, its worker and the workbook on a port of this machine. */
async function serve(workbook: Uint8Array): Promise<Server> {
  const files = new Map<string, readonly [type: string, body: Uint8Array | string]>([
    ['/', ['text/html', '<!doctype html><title>bench</title>']],
    ['/worker.js', ['text/javascript', readFileSync('dist/bench-worker.js')]],
    ['/workbook', ['application/octet-stream', workbook]],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = files.get(url) ?? ['text/plain', ''];
    // A page that is isolated has a clock of 5 µs instead of 100.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
