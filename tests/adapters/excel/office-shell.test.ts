import { noticeLink, noticeOfLink } from '../../../src/adapters/excel/shell/notice-link.ts';
import { createOfficeShell } from '../../../src/adapters/excel/shell/office-shell.ts';
import type { AddInShell, ShellNotice } from '../../../src/usecases/ports/add-in-shell.ts';
import { faultOf } from '../../contracts/workbook-host.contract.ts';
import { HostWorkbook } from '../../support/excel-host/model.ts';
import { officeIdle } from '../../support/excel-host/load-office.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import type { HostSettings } from '../../support/excel-host/transport.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';

const PAGE = 'https://localhost:3000/notice.html';
const NOTICE: ShellNotice = {
  heading: 'ตรวจพบ 3 รายการ',
  lines: ['ชีต “๑)” แถว 5\nขาดหลักฐาน', '3 findings <b>&</b> no more'],
  actions: [
    { id: 'open', label: 'เปิดแผงงาน Open pane' },
    { id: 'close', label: 'ปิด Close' },
  ],
};

interface Subject {
  readonly host: ExcelHost;
  readonly shell: AddInShell;
  /** How long the shell waited for a window to go away, each time. */
  readonly waited: readonly number[];
  /** Lets the time pass that Excel has to open a window. */
  readonly passTime: () => void;
}

async function open(settings: Partial<HostSettings> = {}): Promise<Subject> {
  const workbook = new HostWorkbook();
  workbook.addSheet('Sheet1');
  const host = await openInExcel(workbook, settings);
  const waited: number[] = [];
  const limits: (() => void)[] = [];
  const delay = (milliseconds: number): Promise<void> =>
    milliseconds < 1000 ? Promise.resolve(void waited.push(milliseconds)) : new Promise((end) => limits.push(end));
  const shell = createOfficeShell({ noticePage: PAGE, isPageVisible: true, delay });
  await officeIdle();
  const passTime = (): void => limits.forEach((end) => end());
  return { host, shell, waited, passTime };
}

/** What the page of a notice says when one of its buttons is pressed. */
function pressed(action: string): string {
  return JSON.stringify({ action });
}

describe('the pane', () => {
  it.each([
    ['open', true],
    ['closed', false],
  ] as const)('is %s at the start, and the shell knows it', async (pane, isOpen) => {
    const { shell } = await open({ pane });
    expect(shell.isPaneOpen).toBe(isOpen);
  });

  it('is brought to the front', async () => {
    const { host, shell } = await open({ pane: 'closed' });
    await shell.openPane();
    expect([host.pane.isOpen, shell.isPaneOpen]).toEqual([true, true]);
  });

  it('may be closed and opened by the person', async () => {
    const { host, shell } = await open();
    host.pane.isOpen = false;
    await officeIdle();
    expect(shell.isPaneOpen).toBe(false);
    host.pane.isOpen = true;
    await officeIdle();
    expect(shell.isPaneOpen).toBe(true);
  });

  it('is a fault where Excel does not know how to open it', async () => {
    const { host, shell } = await open({ pane: 'closed' });
    host.workbook.switches.sharedRuntime = false;
    expect(await faultOf(shell.openPane())).toMatchObject({ reason: 'not-supported' });
    expect(shell.isPaneOpen).toBe(false);
  });
});

describe('a notice', () => {
  it('is shown in a window within the page on the web, and nobody is asked before', async () => {
    const { host, shell } = await open();
    void shell.showNotice(NOTICE);
    await officeIdle();
    expect(host.dialogs.shown).toMatchObject([{ displayInIframe: true, promptBeforeOpen: false }]);
    const url = new URL(host.dialogs.shown[0]!.url);
    expect(url.href.startsWith(`${PAGE}#`)).toBe(true);
    expect(noticeOfLink(url.hash)).toEqual(NOTICE);
    expect(host.syncs).toBe(0);
  });

  it('gives the action that was chosen, and is gone', async () => {
    const { host, shell } = await open();
    const answer = shell.showNotice(NOTICE);
    await officeIdle();
    host.dialogs.say(pressed('open'));
    expect(await answer).toBe('open');
    expect(host.dialogs.isOpen).toBe(false);
  });

  it.each([
    ['an action that it does not have', pressed('delete')],
    ['nothing', '{}'],
    ['something else', 'ข้อความ'],
  ])('gives no action where its page says %s', async (_what, message) => {
    const { host, shell } = await open();
    const answer = shell.showNotice(NOTICE);
    await officeIdle();
    host.dialogs.say(message);
    expect(await answer).toBeUndefined();
    expect(host.dialogs.isOpen).toBe(false);
  });

  it('gives no action where the person closes its window', async () => {
    const { host, shell } = await open();
    const answer = shell.showNotice(NOTICE);
    await officeIdle();
    host.dialogs.dismiss();
    expect(await answer).toBeUndefined();
  });

  it('gives way to the next one, at once or later', async () => {
    const { host, shell } = await open();
    const notices = ['หนึ่ง', 'สอง', 'สาม'].map((heading) => ({ ...NOTICE, heading }));
    const answers = notices.slice(0, 2).map((notice) => shell.showNotice(notice));
    await officeIdle();
    answers.push(shell.showNotice(notices[2]!));
    await officeIdle();
    expect(host.dialogs.shown.map(({ url }) => noticeOfLink(new URL(url).hash)?.heading)).toEqual([
      'หนึ่ง',
      'สอง',
      'สาม',
    ]);
    host.dialogs.say(pressed('close'));
    expect(await Promise.all(answers)).toEqual([undefined, undefined, 'close']);
  });

  it('waits for the window before it to go away', async () => {
    const { host, shell, waited } = await open();
    host.workbook.switches.dialogsThatLinger = 2;
    const answer = shell.showNotice(NOTICE);
    await officeIdle();
    host.dialogs.say(pressed('open'));
    expect(await answer).toBe('open');
    expect(waited).toHaveLength(2);
  });

  it('is a fault where the window before it never goes away', async () => {
    const { host, shell } = await open();
    host.workbook.switches.dialogsThatLinger = Infinity;
    expect(await faultOf(shell.showNotice(NOTICE))).toMatchObject({ reason: 'failed', detail: '12007' });
  });

  it.each([
    ['the person wants none', 'ignored', '12009'],
    ['the browser lets none open', 'blocked', '12011'],
  ] as const)('is a fault where %s, and the next one is tried anew', async (_why, dialog, detail) => {
    const { host, shell } = await open();
    host.workbook.switches.dialog = dialog;
    expect(await faultOf(shell.showNotice(NOTICE))).toMatchObject({ reason: 'window-refused', detail });
    host.workbook.switches.dialog = 'works';
    void shell.showNotice(NOTICE);
    await officeIdle();
    expect(host.dialogs.isOpen).toBe(true);
  });

  it('is a fault where no answer comes in time, and what comes later is not in the way', async () => {
    const { host, shell, passTime } = await open();
    host.workbook.switches.dialog = 'silent';
    const answer = faultOf(shell.showNotice(NOTICE));
    await officeIdle();
    passTime();
    expect(await answer).toMatchObject({ reason: 'timed-out' });
    host.dialogs.answer();
    expect(host.dialogs.isOpen).toBe(false);
  });

  it('is a fault where its page does not come', async () => {
    const { host, shell } = await open();
    const answer = faultOf(shell.showNotice(NOTICE));
    await officeIdle();
    host.dialogs.dismiss(12_002);
    expect(await answer).toMatchObject({ reason: 'failed', detail: '12002' });
  });
});

describe('the link to a notice', () => {
  it('has no letter that must be escaped, and takes what office.js puts behind it', () => {
    const { hash } = new URL(noticeLink(PAGE, NOTICE));
    expect(hash).toMatch(/^#notice=[\w-]+$/);
    expect(noticeOfLink(`${hash}&_xdm_Info=abc`)).toEqual(NOTICE);
  });

  it.each(['', '#', '#notice=', '#notice=%E0', '#notice=AAAA'])('gives nothing for %j', (fragment) => {
    expect(noticeOfLink(fragment)).toBeUndefined();
  });
});
