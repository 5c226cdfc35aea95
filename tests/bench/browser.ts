import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { WorkerRequest } from './browser-worker.ts';
import { launchChromium } from '../support/chromium.ts';
import { AGENCIES, demoInput, filesIn, madeUpInput, type Input } from './inputs.ts';
import type { Pass, Passes } from './passes.ts';
import { QUICK, type Effort } from './race.ts';
import { FFLATE, OURS, portableReaders, SHEETJS } from './readers.ts';
import { msOfPass, readingChart, readingTable, type Passed } from './reading.ts';
import type { Result } from './result.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Reads many workbooks in Web Workers of Chromium, each with one reader. */
export function benchBrowser(effort: Effort): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const inputs = [await demoInput(folder), await madeUpInput(folder, 'full')];
    const browser = await launchChromium();
    try {
      const measured = new Map<Input, Passed>();
      for (const input of inputs) {
        const server = await serve(filesIn(input.folder).map(({ bytes }) => bytes));
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        measured.set(input, await readInTurns(page, effort));
        await page.close();
        server.close();
      }
      const ratios = (over: string, under: string): readonly number[] =>
        Array.from(measured.values(), (passed) => msOfPass(passed, over, 'steady') / msOfPass(passed, under, 'steady'));
      return {
        title: 'Read workbooks in a browser',
        note: `In Web Workers of Chromium ${browser.version()}: ${AGENCIES} workbooks, no two alike, as in Node; each worker reads them with one reader again and again. Medians of the time that passed. The aims are for each of the inputs, so the worst is told.`,
        tables: Array.from(measured, ([{ name }, passed]) => readingTable(name, passed, AGENCIES)),
        charts: Array.from(measured, ([{ name }, passed]) =>
          readingChart(`อ่าน / Read, Chromium, ${name}`, passed, AGENCIES),
        ),
        aims: [
          {
            name: 'read / inflate (fflate)',
            value: Math.max(...ratios(OURS, FFLATE)),
            limit: 1.2,
            kind: 'at-most',
            unit: '×',
          },
          { name: 'SheetJS / read', value: Math.min(...ratios(SHEETJS, OURS)), limit: 6, kind: 'at-least', unit: '×' },
        ],
      };
    } finally {
      await browser.close();
    }
  });
}

/** How often each reader has its turn. */
const ROUNDS = 5;

/** In one worker. */
const PASSES: Passes = { milliseconds: 2_000, least: 3 };
const QUICK_PASSES: Passes = { milliseconds: 300, least: 2 };

async function readInTurns(page: Page, effort: Effort): Promise<Passed> {
  const passed = new Map(Array.from(portableReaders().keys(), (name) => [name, [] as (readonly Pass[])[]]));
  for (let round = 0; round < (effort === QUICK ? 1 : ROUNDS); round += 1) {
    for (const [reader, lists] of passed) {
      const answer = await page.evaluate(readInWorker, {
        reader,
        passes: effort === QUICK ? QUICK_PASSES : PASSES,
      });
      if (answer.passed === undefined) throw new Error(`${reader}: ${answer.error ?? ''}`);
      lists.push(answer.passed);
    }
  }
  return passed;
}

interface WorkerAnswer {
  readonly passed?: readonly Pass[];
  readonly error?: string;
}

/** Runs in the page: a new worker reads all workbooks with one reader. */
async function readInWorker({ reader, passes }: Omit<WorkerRequest, 'workbooks'>): Promise<WorkerAnswer> {
  const sizes = (await (await fetch('/sizes')).json()) as readonly number[];
  const all = await (await fetch('/workbooks')).arrayBuffer();
  let end = 0;
  const workbooks = sizes.map((size) => all.slice(end, (end += size)));
  const worker = new Worker('/worker.js');
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      const request: WorkerRequest = { reader, workbooks, passes };
      worker.postMessage(request, workbooks);
    });
  } finally {
    worker.terminate();
  }
}

/** A page, its worker and the workbooks, one behind the other, on a port of this machine. */
async function serve(workbooks: readonly Uint8Array[]): Promise<Server> {
  const files = new Map<string, readonly [type: string, body: Uint8Array | string]>([
    ['/', ['text/html', '<!doctype html><title>bench</title>']],
    ['/worker.js', ['text/javascript', readFileSync('dist/bench-worker.js')]],
    ['/workbooks', ['application/octet-stream', Buffer.concat(workbooks)]],
    ['/sizes', ['application/json', JSON.stringify(workbooks.map(({ length }) => length))]],
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
