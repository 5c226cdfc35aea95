import { noticeOfLink } from '../../../src/adapters/excel/shell/notice-link.ts';
import { createOfficeShell } from '../../../src/adapters/excel/shell/office-shell.ts';
import { COMMANDS } from '../../../src/addin/ribbon/command-ids.ts';
import { registerCommands } from '../../../src/addin/ribbon/ribbon.ts';
import { runCommand } from '../../../src/addin/ribbon/run-command.ts';
import type { Language } from '../../../src/domain/messages/words.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import type { ShellNotice } from '../../../src/usecases/ports/add-in-shell.ts';
import { officeIdle } from '../../support/excel-host/load-office.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created, districtPlan } from '../../support/plans-2565.ts';
import { until } from '../../support/until.ts';

const [, first] = districtPlan.sheets.map(({ name }) => name) as [string, string];

interface Subject {
  readonly host: ExcelHost;
  readonly session: Session;
}

/** The add-in as it runs beside an agency's workbook, with its commands registered. */
async function open(pane: 'open' | 'closed', language: Language = 'th'): Promise<Subject> {
  const host = await openInExcel(districtPlan, { pane });
  const session = paneSession({ created, language });
  const shell = createOfficeShell({
    noticePage: 'https://localhost:3000/notice.html',
    isPageVisible: pane === 'open',
    delay: () => new Promise(() => undefined),
  });
  registerCommands((id) => runCommand(id, { session, shell }));
  await session.start();
  return { host, session };
}

/** What the small window shows that is the newest of so many. */
async function shown({ dialogs }: ExcelHost, count = 1): Promise<ShellNotice> {
  await until(() => dialogs.shown.length === count);
  return noticeOfLink(new URL(dialogs.shown.at(-1)!.url).hash)!;
}

describe('a command of the ribbon, while the pane is closed', () => {
  it('converts the selected cells and says in a small window what it did', async () => {
    const { host } = await open('closed');
    new Person(host.workbook, 'Local').write(first, 5, 5, 'จัดอบรม 25 คน 2 ครั้ง');
    host.select(first, ['F6']);
    await host.press('toThaiDigits');
    expect(host.workbook.sheet(first).at(5, 5).value).toBe('จัดอบรม ๒๕ คน ๒ ครั้ง');
    expect(await shown(host)).toEqual({
      heading: 'แปลงเป็นเลขไทยแล้ว ๑ ช่อง (๒ แห่ง)',
      lines: ['โปรดบันทึกไฟล์ก่อนปิด หากต้องการตัวเลขเดิม โปรดกด “ย้อนกลับ”'],
      actions: [
        { id: 'undo', label: 'ย้อนกลับ' },
        { id: 'pane', label: 'เปิดแผงงาน' },
        { id: 'close', label: 'ปิด' },
      ],
    });
    expect(host.pane.isOpen).toBe(false);
  });

  it('can be undone from that window', async () => {
    const { host } = await open('closed');
    new Person(host.workbook, 'Local').write(first, 5, 5, 'จัดอบรม ๒๕ คน');
    host.select(first, ['F6']);
    await host.press('toArabicDigits');
    expect(host.workbook.sheet(first).at(5, 5).value).toBe('จัดอบรม 25 คน');
    await shown(host);
    host.dialogs.say(JSON.stringify({ action: 'undo' }));
    const { heading } = await shown(host, 2);
    expect(host.workbook.sheet(first).at(5, 5).value).toBe('จัดอบรม ๒๕ คน');
    expect(heading).toBe('ย้อนกลับแล้ว ๑ ช่องเป็นเหมือนเดิม');
  });

  it('checks the workbook, and the window leads to the pane', async () => {
    const { host } = await open('closed');
    await host.press('checkWorkbook');
    expect((await shown(host)).heading).toMatch(/^ตรวจแล้ว ยังไม่พร้อมส่ง: ยังไม่ได้กรอก/);
    host.dialogs.say(JSON.stringify({ action: 'pane' }));
    await until(() => host.pane.isOpen);
  });

  it('says what is the matter where Excel refuses, and in the language of Excel', async () => {
    const { host } = await open('closed', 'en');
    host.workbook.switches.cellEdit = true;
    await host.press('checkWorkbook');
    expect((await shown(host)).heading).toMatch(/typing|edit/i);
  });

  it('opens the pane where no window can be opened', async () => {
    const { host, session } = await open('closed');
    host.workbook.switches.dialog = 'blocked';
    await host.press('checkWorkbook');
    await until(() => host.pane.isOpen);
    expect(session.state.notice).toMatchObject({ code: 'not-ready' });
  });

  it.each([
    ['openPane', undefined],
    ['makeWorkbooks', 'make'],
    ['consolidateReport', 'consolidate'],
  ])('may need the pane: %s opens it at its place', async (command, section) => {
    const { host, session } = await open('closed');
    await host.press(command);
    expect(host.pane.isOpen).toBe(true);
    expect(session.state.section).toBe(section);
  });
});

describe('a command of the ribbon, while the pane is open', () => {
  it('says there what it did', async () => {
    const { host, session } = await open('open');
    host.select(first, ['F6']);
    await host.press('toThaiDigits');
    await officeIdle();
    expect(host.dialogs.shown).toEqual([]);
    expect(session.state.notice).toMatchObject({ code: 'nothing-to-convert' });
  });
});

describe('the keyboard', () => {
  it.each(COMMANDS)('runs %s too, of which Excel gives no event', async (command) => {
    const { host } = await open('closed');
    host.pressKeys(command);
    await until(() => host.pane.isOpen || host.dialogs.shown.length > 0);
    const needsPane = ['openPane', 'makeWorkbooks', 'consolidateReport'].includes(command);
    expect({ pane: host.pane.isOpen, windows: host.dialogs.shown.length }).toEqual({
      pane: needsPane,
      windows: needsPane ? 0 : 1,
    });
  });
});
