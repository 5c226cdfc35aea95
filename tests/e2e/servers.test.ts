import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { FRAME_ANCESTORS, headerFaults, SERVED_FILES } from '../../src/addin/pane/server-headers.ts';
import { ADD_IN } from '../../src/domain/form/add-in.ts';
import { accessibilityFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { iisAnswers } from '../support/iis-config.ts';
import { serveFolder } from '../support/serve-folder.ts';

/** The built add-in: `npm run build` makes it, and `npm test` does so first. */
const BUILT = path.resolve('dist/addin');
const WEB_CONFIG = readFileSync('docs/servers/web.config', 'utf8');

type Headers = ReadonlyMap<string, string>;

/** The headers of IIS with the sample of docs/servers, after a change. */
function iisHeaders(webConfig: string, change: (headers: Headers, file: string) => Headers = (headers) => headers) {
  const answers = iisAnswers(webConfig);
  return (file: string): Headers | undefined => {
    const { type, headers } = answers(file);
    return type === undefined ? undefined : change(new Map([...headers, ['Content-Type', type]]), file);
  };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const servers: (() => void)[] = [];
afterEach(() => servers.splice(0).forEach((close) => close()));

/** The support page of a server, and what is wrong with its answers. */
async function tested(headersOf: ReturnType<typeof iisHeaders>): Promise<{ codes: readonly string[]; page: Page }> {
  const { base, close } = await serveFolder(BUILT, headersOf);
  servers.push(close);
  const faults = await headerFaults(async (file) => {
    const { status, headers } = await fetch(`${base}${file}`);
    return { status, header: (name) => headers.get(name) };
  });
  const page = await browser.newPage();
  await page.goto(`${base}support.html`);
  await page
    .getByText(/✓|docs\/deploy\.md|ข้อความนี้ไม่หายไป/)
    .first()
    .waitFor();
  return { codes: [...new Set(faults.map(({ code }) => code))], page };
}

const listed = (page: Page): Promise<readonly string[]> => page.getByRole('listitem').allTextContents();

describe('the page that tests its own server', () => {
  it('finds nothing where IIS has the sample, and says the version and what to do without Excel', async () => {
    const { codes, page } = await tested(iisHeaders(WEB_CONFIG));
    expect(codes).toEqual([]);
    expect(await page.getByRole('status').textContent()).toContain('✓ เครื่องแม่ข่ายส่งไฟล์และส่วนหัวถูกต้องครบถ้วน');
    expect(await page.getByText(`รุ่น ${ADD_IN.version}`).count()).toBe(1);
    expect(await page.getByRole('link').getAttribute('href')).toBe('standalone.html');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('finds what is missing where IIS has no configuration at all', async () => {
    const { codes, page } = await tested(iisHeaders('<configuration/>'));
    expect(codes.toSorted()).toEqual(
      ['cached-too-long', 'cross-origin-missing', 'frame-ancestors-missing', 'not-kept', 'type-guessed'].toSorted(),
    );
    const items = await listed(page);
    expect(items[0]).toMatch(/^ต้องแก้ไข/);
    expect(items.at(-1)).toMatch(/^ควรแก้ไข/);
    expect(items.some((item) => item.includes('functions.en-US.json, shortcuts.json: Excel บนเว็บอ่านไฟล์นี้ไม่ได้'))).toBe(
      true,
    );
  });

  const without = (name: string) => (headers: Headers) => new Map([...headers].filter(([key]) => key !== name));
  const having = (name: string, value: string, kind?: string) => (headers: Headers, file: string) =>
    kind === undefined || file.endsWith(kind) ? new Map([...headers, [name, value]]) : headers;
  it.each<[string, Parameters<typeof iisHeaders>[1], readonly string[], string]>([
    ['forbids frames', having('X-Frame-Options', 'SAMEORIGIN'), ['frame-forbidden'], 'X-Frame-Options: SAMEORIGIN'],
    [
      'forgets a site of frames',
      having('Content-Security-Policy', `frame-ancestors ${FRAME_ANCESTORS.slice(1).join(' ')}`),
      ['frame-ancestors-missing'],
      FRAME_ANCESTORS[0],
    ],
    ['lets no other site read', without('Access-Control-Allow-Origin'), ['cross-origin-missing'], 'shortcuts.json'],
    [
      'sends pages that are kept',
      having('Cache-Control', 'max-age=3600', '.html'),
      ['cached-too-long'],
      'taskpane.html',
    ],
    ['forbids icons to be kept', having('Cache-Control', 'no-store', '.png'), ['icon-not-kept'], 'no-store'],
    [
      'names another encoding',
      having('Content-Type', 'text/html; charset=tis-620', 'taskpane.html'),
      ['wrong-type'],
      'tis-620',
    ],
  ])('finds a server that %s', async (_, change, expected, words) => {
    const { codes, page } = await tested(iisHeaders(WEB_CONFIG, change));
    expect(codes).toEqual(expected);
    expect((await listed(page)).join('\n')).toContain(words);
  });

  it('says what is wrong even where the server sends scripts as texts, so that none runs', async () => {
    const { codes, page } = await tested(iisHeaders(WEB_CONFIG, having('Content-Type', 'text/plain', '.js')));
    expect(codes).toEqual(['wrong-type']);
    expect(await page.getByRole('main').textContent()).toContain(
      'ตั้ง Content-Type ของไฟล์ .js เป็น text/javascript'.slice(4),
    );
  });

  it('finds a file that is not there', async () => {
    const headersOf = iisHeaders(WEB_CONFIG);
    const { codes, page } = await tested((file) => (file.endsWith('.woff2') ? undefined : headersOf(file)));
    expect(codes).toEqual(['not-served']);
    expect((await listed(page))[0]).toContain('รหัส 404');
  });

  it('says that there is no server where it is opened from a folder', async () => {
    const page = await browser.newPage();
    await page.goto(`file://${BUILT}/support.html`);
    const told = page.getByText('เปิดหน้านี้จากโฟลเดอร์ จึงไม่มีเครื่องแม่ข่ายให้ตรวจ');
    await told.waitFor();
    expect(await told.count()).toBe(1);
  });
});

describe('the sample for IIS', () => {
  it('would be refused if it added what IIS has already', () => {
    expect(() => iisAnswers(WEB_CONFIG.replace('<remove fileExtension=".js" />', ''))).toThrow('500.19');
  });

  it('and that for nginx, and the documentation, name the same sites for frames', () => {
    const sites = `frame-ancestors ${FRAME_ANCESTORS.join(' ')}`;
    for (const file of ['docs/servers/web.config', 'docs/servers/nginx.conf', 'docs/deploy.md']) {
      expect([file, readFileSync(file, 'utf8').includes(sites)]).toEqual([file, true]);
    }
  });

  it('is tried with files that the add-in really has', () => {
    expect(SERVED_FILES.map(({ name }) => readFileSync(path.join(BUILT, name)).length > 0)).not.toContain(false);
  });
});
