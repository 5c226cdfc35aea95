import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { LibraryFaultReason } from '../../../src/domain/diagnostics/library-fault.ts';
import { LibraryFault, type DocumentLibrary } from '../../../src/usecases/ports/document-library.ts';
import {
  itKeepsTheDocumentLibraryContract,
  reasonOf,
  textIn,
  workbook,
  type DocumentLibrarySubject,
} from '../../contracts/document-library.contract.ts';
import { buildScript } from '../../support/build-script.ts';
import { launchChromium } from '../../support/chromium.ts';
import { serveFolder } from '../../support/serve-folder.ts';
import type { Answer, Asked } from './page.ts';

/** What page.ts puts there. */
interface InPage {
  readonly ask: (folder: string, what: Asked, given: readonly unknown[]) => Promise<Answer>;
  readonly outside: (folder: string, path: string, bytes?: readonly number[]) => Promise<void>;
  readonly saveBeforeWriting: (folder: string, path: string, bytes: readonly number[]) => void;
}

let folder: string;
let served: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
let page: Page;
let opened = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-picked-'));
  await buildScript('tests/adapters/picked-folder/page.ts', folder, 'page.js');
  await writeFile(path.join(folder, 'page.html'), '<!doctype html><title>page</title><script src="page.js"></script>');
  [browser, served] = await Promise.all([launchChromium(), serveFolder(folder)]);
  page = await browser.newPage();
  await page.goto(`${served.base}page.html`);
});

afterAll(async () => {
  await browser.close();
  served.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a folder that was picked in Chromium', () => {
  itKeepsTheDocumentLibraryContract(subject);

  it('fills in a file that a closed page left without a byte', async () => {
    const { library, outside } = await subject();
    await outside.save('a.xlsx', new Uint8Array());
    const made = await library.create(library.root, 'a.xlsx', workbook('ours'));
    expect(textIn((await library.download(made))?.bytes)).toBe('ours');
  });

  it('leaves what an agency saved in the moment in which it was about to be created', async () => {
    const { library, name } = await subject();
    await beforeWriting(name, 'a.xlsx', workbook('of the agency'));
    expect(await reasonOf(library.create(library.root, 'a.xlsx', workbook('ours')))).toBe('exists');
    expect(await onlyTextIn(library)).toBe('of the agency');
  });

  it('leaves what somebody saved in the moment in which it was about to be replaced', async () => {
    const { library, name } = await subject();
    const made = await library.create(library.root, 'a.xlsx', workbook('first'));
    await beforeWriting(name, 'a.xlsx', workbook('of somebody'));
    expect(await reasonOf(library.replace(made, workbook('second')))).toBe('changed');
    expect(await onlyTextIn(library)).toBe('of somebody');
  });

  it('notices another content of the same size and time', async () => {
    const { library } = await subject();
    const made = await library.create(library.root, 'a.xlsx', workbook('first'));
    const known = { ...made, contentTag: 'of another content' };
    expect(await reasonOf(library.replace(known, workbook('second')))).toBe('changed');
    expect(await onlyTextIn(library)).toBe('first');
  });
});

async function beforeWriting(name: string, file: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(([name, file, bytes]) => (globalThis as unknown as InPage).saveBeforeWriting(name, file, bytes), [
    name,
    file,
    [...bytes],
  ] as const);
}

async function onlyTextIn(library: DocumentLibrary): Promise<string> {
  const [only, ...others] = await library.children(library.root);
  if (only?.kind !== 'file' || others.length > 0) throw new Error('not one file');
  return textIn((await library.download(only))?.bytes);
}

/** The library in the page, asked from here. */
async function subject(signal?: AbortSignal): Promise<DocumentLibrarySubject & { readonly name: string }> {
  const name = `folder ${(opened += 1)}`;
  const ask = async (what: Asked, ...given: readonly unknown[]): Promise<unknown> => {
    signal?.throwIfAborted();
    const sent = given.map((one) => (one instanceof Uint8Array ? [...one] : (one ?? null)));
    const answer = await page.evaluate(
      ([name, what, given]) => (globalThis as unknown as InPage).ask(name, what, given),
      [name, what, sent] as const,
    );
    if ('fault' in answer) throw new LibraryFault(answer.fault.reason as LibraryFaultReason, '', answer.fault.detail);
    const { value } = answer;
    if (typeof value !== 'object' || value === null || !('bytes' in value)) return value ?? undefined;
    return { ...value, bytes: Uint8Array.from(value.bytes as number[]) };
  };
  const library = Object.fromEntries(
    (['changes', 'children', 'makeFolder', 'create', 'replace', 'download', 'versions'] as const).map((what) => [
      what,
      (...given: unknown[]) => ask(what, ...given),
    ]),
  ) as unknown as DocumentLibrary;
  const root = (await ask('root')) as DocumentLibrary['root'];
  const save = (file: string, bytes?: Uint8Array): Promise<void> =>
    page.evaluate(([name, file, bytes]) => (globalThis as unknown as InPage).outside(name, file, bytes ?? undefined), [
      name,
      file,
      bytes && [...bytes],
    ] as const);
  const lockOf = (file: string): string => file.replace(/[^/]*$/, (last) => `~$${last}`);
  return {
    name,
    library: { ...library, root },
    outside: {
      save,
      open: (file) => save(lockOf(file), Uint8Array.of(1)),
      close: (file) => save(lockOf(file)),
      remove: (file) => save(file),
    },
  };
}
