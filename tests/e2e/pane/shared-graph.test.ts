import type { Browser, Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { agencyFileName } from '../../../src/domain/form/plan/agency-workbook.ts';
import { answer } from '../../support/answer.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { buildScript } from '../../support/build-script.ts';
import { contentIn, errorsOf, inHost, watchErrors } from '../../support/built-pane.ts';
import { launchChromium } from '../../support/chromium.ts';
import { buildConfigured, type ConfiguredAddIn } from '../../support/configured-addin.ts';
import { PERSON, SETTINGS } from '../../support/entra.ts';
import { openExcelPage } from '../../support/excel-host/excel-page.ts';
import { CDN } from '../../support/excel-host/load-office.ts';
import { NESTED } from '../../support/excel-host/host.ts';
import { FAULTS } from '../../support/graph-server/faults.ts';
import type { GraphServer } from '../../support/graph-server/graph-server.ts';
import type { Asked } from '../../support/graph-server/requests.ts';
import { addBridge, questionsOf } from '../../support/nested-bridge.ts';
import { district, emptyMaster } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';
import { programme } from '../../support/report-2565.ts';
import { routeGraph, startNamedGraph, TENANT_HOST, type SentRequest } from '../../support/route-graph.ts';
import { serveFolder } from '../../support/serve-folder.ts';
import { SHARED_SECTION } from '../../support/shared-in-page.ts';
import { textsOf } from '../../support/texts-of.ts';

const codec = createXlsxCodec();
const FOLDER = 'ITA 2565';
const WORKBOOK = `${FOLDER}/${district.code}/${agencyFileName(programme, district)}`;
const RESULT = 'แจ้งเวียนแล้ว ๒๕ คน';
const MASTER = '0000-รายงานรวม-๒๕๖๕.xlsx';

let addIn: ConfiguredAddIn;
let hostScript: string;
let master: Uint8Array;
let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
let server: GraphServer;

beforeAll(async () => {
  addIn = await buildConfigured({ sharePoint: { ...SETTINGS, host: TENANT_HOST } });
  hostScript = await buildScript('tests/support/excel-host/in-page.ts', addIn.folder, 'host.js');
  [browser, served, server, master] = await Promise.all([
    launchChromium({ isPartitioned: true }),
    serveFolder(addIn.folder),
    startNamedGraph(),
    codec.encode(emptyMaster),
  ]);
  // What Excel's bridge gives to the first who asks, and to no other.
  server.switches.tokens.clear();
  server.switches.tokens.add('token-1');
  server.drive.makeFolder(server.drive.root, FOLDER, server.me.actor);
}, 600_000);
afterAll(async () => {
  await browser.close();
  served.close();
  await addIn.remove();
  await server.close();
});

/** The office's master in an Excel that signs its people in, and the pane's section of the shared folder beside it. */
async function opened(): Promise<{ readonly page: Page; readonly sent: readonly SentRequest[] }> {
  const page = await openExcelPage(browser, hostScript, master, NESTED);
  const context = page.context();
  await addBridge(context, {});
  const sent = await routeGraph(context, server);
  watchErrors(page);
  page.setDefaultTimeout(30_000);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${served.base}taskpane.html`);
  await button(page, SHARED_SECTION).click();
  await page.getByLabel('ลิงก์ของโฟลเดอร์').fill(`${server.link}/${encodeURIComponent(FOLDER)}`);
  return { page, sent };
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

const rowIn = (page: Page, table: string): Locator =>
  page.getByRole('group', { name: table }).getByRole('row', { name: `${district.code} ${district.name}` });

/** Requests to anywhere but the add-in's own site and office.js. */
const elsewhere = (sent: readonly SentRequest[]): readonly SentRequest[] =>
  sent.filter(({ url }) => ![served.base, CDN, 'data:', 'blob:'].some((base) => url.startsWith(base)));

/** Collects from the folder, and gives the report that opens in a new workbook as the person saves it. */
async function collected(page: Page, answered: string): Promise<Uint8Array> {
  const before = await inHost(page, (host) => host.opened().length, undefined);
  await button(page, 'รวบรวมจากโฟลเดอร์นี้').click();
  await page.getByText('อ่านแล้ว ๗๗ ไฟล์').waitFor();
  await button(page, 'เปิดเป็นสมุดงานใหม่').click();
  await page.getByText('เปิดรายงานรวมในหน้าต่างใหม่แล้ว').waitFor();
  const bytes = await inHost(page, (host, index) => host.opened()[index], before);
  const report = Uint8Array.from(bytes!);
  expect(textsOf(await codec.decode(report))).toContain(answered);
  return report;
}

/** Publishes a report after looking at what that would do. */
async function published(page: Page, report: Uint8Array, step: string): Promise<void> {
  await button(page, SHARED_SECTION).click();
  const region = page.getByRole('region', { name: 'เผยแพร่รายงานรวม' });
  await region.locator('input[type=file]').setInputFiles({ name: MASTER, mimeType: '', buffer: Buffer.from(report) });
  await region.getByText(step).waitFor();
  await button(page, 'เผยแพร่').click();
}

/** Files that were fetched so far. */
const fetched = (): number => server.seen.filter(({ host }) => host === 'download').length;

const isFolderOfDistrict = ({ method, path, bytes }: Asked): boolean =>
  method === 'POST' && path.endsWith('/children') && Buffer.from(bytes).includes(`"name":"${district.code}"`);

describe('a folder of SharePoint, in the pane of an organisation that registered the app', () => {
  it('is given out into, answered, followed up, collected and published, and nobody is asked before the person is', async () => {
    const { page, sent } = await opened();
    expect([elsewhere(sent), await questionsOf(page)]).toEqual([[], []]);
    await button(page, 'ลงชื่อเข้าใช้และเปิดโฟลเดอร์').click();
    await page.getByText(`โฟลเดอร์: ${FOLDER}`).waitFor();
    await page.getByText(`ลงชื่อเข้าใช้โดย ${PERSON.name}`).waitFor();

    await button(page, 'ดูก่อนว่าจะแจกอะไร').click();
    await page.getByText('จะสร้างสมุดงาน ๗๗ จาก ๗๗ หน่วยงาน').waitFor();
    expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
    server.failNext(FAULTS.forbidden, isFolderOfDistrict);
    await button(page, 'แจก ๗๗ หน่วยงาน').click();
    await page.getByText(`แจกสมุดงานแล้ว ๗๖ จาก ๗๗ หน่วยงาน ในโฟลเดอร์ “${FOLDER}” ยังเหลือ ๑ หน่วยงาน`).waitFor();
    const refused = await rowIn(page, 'แจกสมุดงาน').textContent();
    expect(refused).toContain(`สร้างไม่สำเร็จบัญชีนี้ไม่มีสิทธิ์ใน “${district.code}” (403 accessDenied`);
    expect(refused).toContain('โปรดขอสิทธิ์จากเจ้าของโฟลเดอร์หรือผู้ดูแลระบบ แล้วลองใหม่');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    await button(page, 'ดูก่อนว่าจะแจกอะไร').click();
    await button(page, 'แจก ๑ หน่วยงาน').click();
    await page.getByText(`แจกสมุดงานแล้ว ๑ จาก ๗๗ หน่วยงาน ในโฟลเดอร์ “${FOLDER}”`).waitFor();

    const officer = server.person('Somchai');
    const saved = await answer(codec, officer.read(WORKBOOK), { '1.1.1': { status: 'ดำเนินการแล้ว', result: RESULT } });
    officer.save(WORKBOOK, saved);
    await button(page, 'อ่านความคืบหน้า').click();
    await page.getByText('อ่านความคืบหน้าแล้ว').waitFor();
    expect(await rowIn(page, 'ความคืบหน้า').textContent()).toMatch(/กำลังกรอก.*Somchai.*๑\/[๐-๙]+$/);

    // The progress has read all workbooks: of the folder, nothing but the record is fetched now.
    const before = await contentIn(page);
    const read = fetched();
    const report = await collected(page, RESULT);
    expect(fetched() - read).toBe(1);
    await published(page, report, `master/${MASTER}: จะบันทึกเป็นไฟล์ใหม่`);
    await page.getByText(`เผยแพร่รายงานรวมแล้วที่ “master/${MASTER}”`).waitFor();
    expect(textsOf(await codec.decode(officer.read(`${FOLDER}/master/${MASTER}`)))).toContain(RESULT);

    // The next day somebody reads the report, which locks it, while another report is published.
    const later = `${RESULT} เพิ่มเติมอีก ๕ คน`;
    officer.save(WORKBOOK, await answer(codec, officer.read(WORKBOOK), { '1.1.1': { result: later } }));
    server.person('Malee').open(`${FOLDER}/master/${MASTER}`);
    const known = fetched();
    const another = await collected(page, later);
    expect(fetched() - known).toBe(2);
    await published(page, another, 'จะแทนที่ฉบับที่เผยแพร่ครั้งก่อน');
    await page.getByText('มีผู้เปิดรายงานรวมที่เผยแพร่ไว้ จึงบันทึกฉบับใหม่ไว้ข้างกันที่').waitFor();
    expect(textsOf(await codec.decode(officer.read(`${FOLDER}/master/${MASTER}`)))).toContain(RESULT);

    expect(await contentIn(page)).toEqual(before);
    expect(officer.read(WORKBOOK)).not.toEqual(saved);
    expect(server.overwritten).toEqual([]);
    expect(server.complaints).toEqual([]);
    expect(server.mostAtOnce).toBeLessThanOrEqual(4);
    const bearers = elsewhere(sent).filter(({ authorization }) => authorization !== undefined);
    expect(new Set(bearers.map(({ url }) => new URL(url).host))).toEqual(new Set(['graph.microsoft.com']));
    expect(new Set(elsewhere(sent).map(({ url }) => new URL(url).host))).toEqual(
      new Set(['graph.microsoft.com', TENANT_HOST]),
    );
    expect((await questionsOf(page)).map(({ method }) => method)).toEqual(['GetInitContext', 'GetToken']);
    expect(errorsOf(page)).toEqual([]);
  });

  it('is not opened where the pane could fetch no file of it, which is said before anybody is asked', async () => {
    const { page, sent } = await opened();
    await page.getByLabel('ลิงก์ของโฟลเดอร์').fill('https://bma-my.sharepoint.com/personal/somchai/Documents/ITA');
    await button(page, 'ลงชื่อเข้าใช้และเปิดโฟลเดอร์').click();
    await page.getByText(`ไม่ได้อยู่ใน ${TENANT_HOST} ซึ่งเป็นเว็บไซต์เดียวที่แผงงานนี้อ่านไฟล์ได้`).waitFor();
    expect([elsewhere(sent), await questionsOf(page)]).toEqual([[], []]);
    await page.getByLabel('ลิงก์ของโฟลเดอร์').fill(`${server.link}/none`);
    await button(page, 'ลงชื่อเข้าใช้และเปิดโฟลเดอร์').click();
    await page.getByText('อาจมีผู้ย้ายหรือลบ หรือลิงก์ไม่ถูกต้อง').waitFor();
    expect(errorsOf(page)).toEqual([]);
  });
});
