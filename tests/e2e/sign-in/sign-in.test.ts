import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { buildScript } from '../../support/build-script.ts';
import { launchChromium } from '../../support/chromium.ts';
import { buildConfigured, connectSourcesOf, runBuild, type ConfiguredAddIn } from '../../support/configured-addin.ts';
import { CLIENT, PERSON, SETTINGS, TENANT } from '../../support/entra.ts';
import { openExcelPage } from '../../support/excel-host/excel-page.ts';
import { FLOOR, NESTED } from '../../support/excel-host/host.ts';
import type { PaneGlobals } from '../../support/built-pane.ts';
import { CDN } from '../../support/excel-host/load-office.ts';
import { routeLogin, type LoginAnswer, type LoginPages } from '../../support/login-pages.ts';
import { addBridge, questionsOf, type BridgeAnswers } from '../../support/nested-bridge.ts';
import { serveFolder } from '../../support/serve-folder.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';
import { until } from '../../support/until.ts';
import type { SignInGlobals } from './pane-page.ts';

let addIn: ConfiguredAddIn;
let hostScript: string;
let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
let around: { readonly base: string; readonly close: () => void };
let file: Uint8Array;

beforeAll(async () => {
  addIn = await buildConfigured({ sharePoint: SETTINGS });
  // The pane with its policy, and a script in place of its own that signs in when the test says so.
  const pane = await readFile(path.join(addIn.folder, 'taskpane.html'), 'utf8');
  await writeFile(path.join(addIn.folder, 'pane.html'), pane.replace('taskpane.js', 'pane-page.js'));
  await buildScript('tests/e2e/sign-in/pane-page.ts', addIn.folder, 'pane-page.js');
  hostScript = await buildScript('tests/support/excel-host/in-page.ts', addIn.folder, 'host.js');
  [browser, served, around] = await Promise.all([
    launchChromium({ isPartitioned: true }),
    serveFolder(addIn.folder),
    serveFrame(),
  ]);
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
  file = await createXlsxCodec().encode(plan);
}, 600_000);
afterAll(async () => {
  await browser.close();
  served.close();
  around.close();
  await addIn.remove();
});

/** Another site that shows a page in a frame, as Excel on the web does with the pane. */
async function serveFrame(): Promise<{ readonly base: string; readonly close: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const framed = new URL(url, 'http://localhost').searchParams.get('framed') ?? '';
    response.setHeader('Content-Type', 'text/html').end(`<iframe name="pane" src="${framed}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  };
}

interface Situation {
  /** Without it, this Excel has no bridge. */
  readonly bridge?: Partial<BridgeAnswers>;
  /** Whether Excel says that it signs in; as the bridge is there, if it is not told. */
  readonly saysNested?: boolean;
  readonly login?: LoginAnswer;
}

interface Opened {
  readonly page: Page;
  /** The frame of the pane, in a page of another site. */
  readonly pane: Frame;
  readonly login: LoginPages;
  /** Addresses that were asked for outside of the add-in's site and Microsoft's office.js. */
  readonly elsewhere: readonly string[];
}

/** Everything that a browser asks for outside of the add-in's site, its frame and Microsoft's office.js. */
function watchElsewhere(context: BrowserContext): readonly string[] {
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    const isOwn = [served.base, around.base, CDN, 'data:', 'blob:'].some((base) => url.startsWith(base));
    if (!isOwn) elsewhere.push(url);
  });
  return elsewhere;
}

async function openExcel({ bridge, saysNested = bridge !== undefined }: Situation): Promise<Page> {
  const page = await openExcelPage(
    browser,
    hostScript,
    file,
    saysNested ? NESTED : { requirements: FLOOR.requirements },
  );
  if (bridge) await addBridge(page.context(), bridge);
  return page;
}

async function open(situation: Situation): Promise<Opened> {
  const page = await openExcel(situation);
  const login = await routeLogin(page.context(), situation.login);
  const elsewhere = watchElsewhere(page.context());
  await page.goto(`${around.base}?framed=${encodeURIComponent(`${served.base}pane.html`)}`);
  const pane = page.frame('pane')!;
  await pane.waitForFunction(() => 'hastyToken' in globalThis);
  return { page, pane, login, elsewhere };
}

const token = (pane: Frame, claims?: string) =>
  pane.evaluate((asked) => (globalThis as unknown as SignInGlobals).token(asked), claims);
const hastyToken = (pane: Frame) => pane.evaluate(() => (globalThis as unknown as SignInGlobals).hastyToken());

/** Asks for a token, and signs in as a person does in the window that opens. */
async function tokenInWindow({ page, pane }: Opened, ask: typeof hastyToken = token) {
  const opening = page.context().waitForEvent('page');
  const asked = ask(pane);
  const window = await opening;
  await window.getByRole('link', { name: 'Sign in' }).click();
  return asked;
}

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1735689600"}}}';

describe('an add-in that is built for an organisation with SharePoint', () => {
  it('lets the pane reach Graph and the organisation’s sites, its window the login host, and no other page anything', async () => {
    expect(await connectSourcesOf(addIn.folder, 'taskpane.html')).toEqual([
      "'self'",
      'https://graph.microsoft.com',
      'https://example.sharepoint.com',
    ]);
    expect(await connectSourcesOf(addIn.folder, 'sign-in.html')).toEqual([
      "'self'",
      'https://login.microsoftonline.com',
    ]);
    for (const page of ['notice.html', 'standalone.html', 'support.html']) {
      expect([page, await connectSourcesOf(addIn.folder, page)]).toEqual([page, ["'self'"]]);
    }
    expect(JSON.parse(await readFile(path.join(addIn.folder, 'config.json'), 'utf8'))).toEqual({
      sharePoint: SETTINGS,
    });
  });

  it.each(['taskpane.html', 'standalone.html', 'support.html'])(
    'asks nobody for anything before a person signs in: %s',
    async (name) => {
      const page = await openExcel({ bridge: {} });
      const elsewhere = watchElsewhere(page.context());
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url().slice(served.base.length)));
      await page.goto(`${served.base}${name}`);
      await page.waitForLoadState('networkidle');
      expect(asked).not.toContain('config.json');
      expect([elsewhere, await questionsOf(page)]).toEqual([[], []]);
    },
  );

  it('is not built with settings that have a mistake, which is told in Thai and English', async () => {
    const config = path.join(addIn.folder, 'mistaken.json');
    await writeFile(config, JSON.stringify({ sharePoint: { ...SETTINGS, host: 'https://example.sharepoint.com/' } }));
    const failure = await runBuild('--config-name', 'addin', '--env', `config=${config}`).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 2 });
    const { stderr } = failure as { readonly stderr: string };
    expect(stderr).toMatch(/ที่ sharePoint\.host[^]*อักษรตัวเล็ก[^]*at sharePoint\.host[^]*without https:/);
  });
});

describe('an Excel that signs its people in', () => {
  it('gives the token without a window, for the organisation that the settings name', async () => {
    const { pane, elsewhere, page } = await open({ bridge: {} });
    expect(await token(pane)).toEqual({ token: 'token-1', name: PERSON.name });
    const [first, second] = await questionsOf(pane);
    expect(first).toEqual({ method: 'GetInitContext' });
    expect(second).toMatchObject({
      method: 'GetToken',
      tokenParams: {
        clientId: CLIENT,
        scope: 'Sites.Selected',
        authority: `https://login.microsoftonline.com/${TENANT}`,
      },
    });
    expect([elsewhere, page.context().pages()]).toEqual([[], [page]]);
  });

  it('is asked once as long as the token is good, and nothing of it stays in the browser', async () => {
    const { pane } = await open({ bridge: {} });
    expect([await token(pane), await token(pane)].map((outcome) => 'token' in outcome && outcome.token)).toEqual([
      'token-1',
      'token-1',
    ]);
    expect((await questionsOf(pane)).map(({ method }) => method)).toEqual(['GetInitContext', 'GetToken']);
    const stored = await pane.evaluate(() => JSON.stringify([localStorage, sessionStorage].map(Object.entries)));
    expect(stored).not.toContain('token-1');
    expect(stored).not.toContain(PERSON.name);
  });

  it('is told what the service asks for in addition, past the cache', async () => {
    const { pane } = await open({ bridge: {} });
    await token(pane);
    expect(await token(pane, CLAIMS)).toMatchObject({ token: 'token-2' });
    const { tokenParams } = (await questionsOf(pane)).at(-1)!;
    expect(JSON.parse(tokenParams!.claims!)).toMatchObject(JSON.parse(CLAIMS) as object);
  });

  it.each(['USER_INTERACTION_REQUIRED', 'ACCOUNT_UNAVAILABLE'] as const)(
    'asks the person where it must: %s',
    async (fault) => {
      const { pane } = await open({ bridge: { GetToken: fault } });
      expect(await token(pane)).toEqual({ token: 'token-1', name: PERSON.name });
      expect((await questionsOf(pane)).map(({ method }) => method)).toEqual([
        'GetInitContext',
        'GetToken',
        'GetTokenPopup',
      ]);
    },
  );

  it.each<[string, Partial<BridgeAnswers>, string, string | undefined]>([
    ['the person closes its window', { GetTokenPopup: 'USER_CANCEL' }, 'signed-out', 'cancelled'],
    ['there is no network', { GetToken: 'NO_NETWORK' }, 'unreachable', undefined],
    [
      'an administrator must consent',
      { GetTokenPopup: 'USER_INTERACTION_REQUIRED', code: 'invalid_grant', description: 'AADSTS65001: Not consented.' },
      'signed-out',
      'not-approved',
    ],
    [
      'the organisation forbids it',
      { GetTokenPopup: 'PERSISTENT_ERROR', description: 'AADSTS53003: Blocked.' },
      'signed-out',
      'forbidden',
    ],
    [
      'the app is not registered for this address',
      { GetTokenPopup: 'PERSISTENT_ERROR', description: 'The origin is not valid' },
      'signed-out',
      'misconfigured',
    ],
    ['it fails for a moment', { GetToken: 'TRANSIENT_ERROR', code: 'later' }, 'signed-out', 'failed'],
  ])('says why nobody is signed in: %s', async (_, answers, reason, why) => {
    const { pane, page } = await open({ bridge: { GetToken: 'USER_INTERACTION_REQUIRED', ...answers } });
    expect(await token(pane)).toMatchObject({ reason, ...(why === undefined ? {} : { why }) });
    expect(page.context().pages()).toEqual([page]);
  });

  it('is not waited for without end when a person is asked', async () => {
    const { pane } = await open({ bridge: { GetToken: 'USER_INTERACTION_REQUIRED', GetTokenPopup: 'silence' } });
    expect(await hastyToken(pane)).toMatchObject({ reason: 'signed-out', why: 'timed-out' });
  });
});

describe('an Excel that does not sign its people in', () => {
  it.each<[string, Situation, typeof hastyToken]>([
    ['and says so', {}, token],
    ['and has no bridge, although it says that it does', { saysNested: true }, token],
    ['because somebody switched it off', { bridge: { GetToken: 'DISABLED' } }, token],
    ['because this document has none', { bridge: { GetToken: 'NESTED_APP_AUTH_UNAVAILABLE' } }, token],
    ['and does not answer at the start', { bridge: { GetInitContext: 'silence' } }, hastyToken],
    ['and does not answer when it is asked', { bridge: { GetToken: 'silence' } }, hastyToken],
  ])('lets the person sign in in a window, which then closes: %s', async (_, situation, ask) => {
    const opened = await open(situation);
    expect(await tokenInWindow(opened, ask)).toEqual({ token: 'token c1', name: PERSON.name });
    const { page, login } = opened;
    await until(() => page.context().pages().length === 1);
    expect(login.visits[0]!.get('scope')!.split(' ')).toContain('Sites.Selected');
    expect(login.visits[0]!.get('redirect_uri')).toBe(`${served.base}sign-in.html`);
  });

  it('shows the pane in a frame of another site, whose storage is not that of the window', async () => {
    const { page, pane } = await open({});
    await pane.evaluate(() => localStorage.setItem('mine', 'framed'));
    const window = await page.context().newPage();
    await window.goto(`${served.base}sign-in.html`);
    expect(await window.evaluate(() => localStorage.getItem('mine'))).toBeNull();
  });

  it('keeps the token in the memory of the pane alone, and opens no second window for it', async () => {
    const opened = await open({});
    await tokenInWindow(opened);
    const { page, pane, login } = opened;
    expect(await token(pane)).toEqual({ token: 'token c1', name: PERSON.name });
    expect(login.visits).toHaveLength(1);
    expect(await pane.evaluate(() => JSON.stringify([localStorage, sessionStorage].map(Object.entries)))).not.toContain(
      'token c1',
    );
    const window = await page.context().newPage();
    await window.goto(`${served.base}sign-in.html`);
    expect(await window.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('token c1');
  });

  it('passes on what the service asks for in addition, in another window', async () => {
    const opened = await open({});
    await tokenInWindow(opened);
    expect(await tokenInWindow(opened, (pane: Frame) => token(pane, CLAIMS))).toMatchObject({ token: 'token c2' });
    expect(JSON.parse(opened.login.visits[1]!.get('claims')!)).toMatchObject(JSON.parse(CLAIMS) as object);
  });

  it.each<[string, string, string, string]>([
    ['the person declined', 'access_denied', 'AADSTS65004: Declined.', 'cancelled'],
    ['an administrator must consent', 'access_denied', 'AADSTS90094: Admin consent.', 'not-approved'],
    ['the organisation forbids it', 'access_denied', 'AADSTS53003: Blocked.', 'forbidden'],
    ['the page is not registered', 'invalid_request', 'AADSTS50011: Redirect URI.', 'misconfigured'],
  ])('says why nobody is signed in: %s', async (_, error, description, why) => {
    const outcome = await tokenInWindow(await open({ login: { error, description } }));
    expect(outcome).toMatchObject({
      reason: 'signed-out',
      why,
      detail: expect.stringContaining(description) as string,
    });
  });

  it('says that the person closed the window, and asks anew the next time', async () => {
    const opened = await open({});
    const opening = opened.page.context().waitForEvent('page');
    const asked = token(opened.pane);
    const window = await opening;
    await window.getByRole('link', { name: 'Sign in' }).waitFor();
    await window.close();
    expect(await asked).toMatchObject({ reason: 'signed-out', why: 'cancelled' });
    expect(await tokenInWindow(opened)).toMatchObject({ token: 'token c2' });
  });

  it.each([
    ['blocks the window', { dialog: 'blocked' }, 'window-refused'],
    ['has another one open', { dialogsThatLinger: 9 }, 'window-taken'],
  ] as const)('says that Excel %s', async (_, switches, why) => {
    const { pane, login } = await open({});
    await pane.evaluate((set) => (globalThis as unknown as PaneGlobals).excelHost.set(set), switches);
    expect(await token(pane)).toMatchObject({ reason: 'signed-out', why });
    expect(login.visits).toEqual([]);
  });

  it('signs nobody in who opens the page of the window in a browser', async () => {
    const context = await browser.newContext();
    await context.route(`${CDN}**`, (route) => route.abort());
    const elsewhere = watchElsewhere(context);
    const page = await context.newPage();
    await page.goto(`${served.base}sign-in.html#ask=e30`);
    await page.getByText('โปรดเริ่มจากแผงงานใน Excel').waitFor();
    await page.getByText('Start from the pane in Excel').waitFor();
    expect(elsewhere).toEqual([]);
    await context.close();
  });
});
