import { HostWorkbook } from '../support/excel-host/model.ts';
import { closePages, officeIdle } from '../support/excel-host/load-office.ts';
import { openInExcel } from '../support/excel-host/open-host.ts';
import { until } from '../support/until.ts';

function blankWorkbook(): HostWorkbook {
  const workbook = new HostWorkbook();
  workbook.addSheet('Sheet1');
  return workbook;
}

/** As far as office.js shows how functions are told to it. */
declare const CustomFunctions: {
  associate(id: string, implementation: (...args: readonly unknown[]) => unknown): void;
  readonly Error: new (code: string, message: string) => Error;
};

describe('a button of the emulated ribbon', () => {
  it('runs the function of its command, and is pressed until that says that it is done', async () => {
    const host = await openInExcel(blankWorkbook());
    const heard: string[] = [];
    let complete = (): void => undefined;
    Office.actions.associate('checkWorkbook', (event: Office.AddinCommands.Event) => {
      heard.push(event.source.id);
      complete = () => event.completed();
    });
    const pressed = host.press('checkWorkbook').then(() => heard.push('released'));
    await officeIdle();
    expect(heard).toEqual(['checkWorkbook']);
    complete();
    await pressed;
    expect(heard).toEqual(['checkWorkbook', 'released']);
    expect(host.syncs).toBe(0);
  });

  it('fails where no function goes by its name', async () => {
    const host = await openInExcel(blankWorkbook());
    await expect(host.press('checkWorkbook')).rejects.toThrow('checkWorkbook');
  });

  it('may be pressed with keys, of which the function hears nothing', async () => {
    const host = await openInExcel(blankWorkbook());
    const heard: unknown[] = [];
    Office.actions.associate('checkWorkbook', (event: unknown) => heard.push(event));
    host.pressKeys('checkWorkbook');
    await until(() => heard.length === 1);
    expect(heard).toEqual([null]);
  });
});

describe('the emulated task pane', () => {
  it('is shown and hidden by the add-in and by a person, and tells of it', async () => {
    const host = await openInExcel(blankWorkbook(), { pane: 'closed' });
    const heard: string[] = [];
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => heard.push(visibilityMode));
    await Office.addin.showAsTaskpane();
    expect(host.pane.isOpen).toBe(true);
    await Office.addin.showAsTaskpane();
    await Office.addin.hide();
    host.pane.isOpen = true;
    await until(() => heard.length === 3);
    expect(heard).toEqual(['Taskpane', 'Hidden', 'Taskpane']);
    expect(host.syncs).toBe(0);
  });

  it.each(['open', 'closed'] as const)('may be %s when the add-in starts, which it is told', async (pane) => {
    await openInExcel(blankWorkbook(), { pane });
    const info = (await Office.onReady()) as { readonly addin?: { readonly visibilityMode: string } };
    expect(info.addin?.visibilityMode).toBe(pane === 'open' ? 'Taskpane' : 'Hidden');
  });
});

const URL = 'https://localhost:3000/notice.html#1';

async function showDialog(): Promise<Office.AsyncResult<Office.Dialog>> {
  return new Promise((resolve) => Office.context.ui.displayDialogAsync(URL, { displayInIframe: true }, resolve));
}

describe('an emulated dialog', () => {
  it('has the page and the options that were asked for, speaks, and is closed', async () => {
    const host = await openInExcel(blankWorkbook());
    const { value: dialog } = await showDialog();
    expect(host.dialogs.shown).toMatchObject([{ url: URL, displayInIframe: true, promptBeforeOpen: true }]);
    const heard: unknown[] = [];
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => heard.push(event));
    host.dialogs.say('ข้อความ');
    expect(heard).toMatchObject([{ message: 'ข้อความ' }]);
    dialog.close();
    expect(host.dialogs.isOpen).toBe(false);
  });

  it('tells when a person closes it', async () => {
    const host = await openInExcel(blankWorkbook());
    const { value: dialog } = await showDialog();
    const heard: unknown[] = [];
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => heard.push(event));
    host.dialogs.dismiss();
    expect(heard).toMatchObject([{ error: 12_006 }]);
  });

  it.each([
    ['ignored', 12_009],
    ['blocked', 12_011],
  ] as const)('may be %s', async (dialog, code) => {
    const host = await openInExcel(blankWorkbook());
    host.workbook.switches.dialog = dialog;
    expect((await showDialog()).error).toMatchObject({ code });
    expect(host.dialogs.isOpen).toBe(false);
  });

  it('is refused while another one is open', async () => {
    await openInExcel(blankWorkbook());
    await showDialog();
    expect((await showDialog()).error).toMatchObject({ code: 12_007 });
  });
});

describe('a function in an emulated cell', () => {
  afterAll(closePages);

  it('is called with the values of its arguments, and its value or error is shown', async () => {
    const host = await openInExcel(blankWorkbook());
    CustomFunctions.associate('DOUBLE', (text) => {
      if (text === '') throw new CustomFunctions.Error('#VALUE!', 'ว่าง');
      return `${String(text)}${String(text)}`;
    });
    expect(await host.functions.call('DOUBLE', ['ก'])).toEqual({ value: 'กก' });
    expect(await host.functions.call('DOUBLE', [''])).toEqual({ error: '#VALUE!', message: 'ว่าง' });
    expect(await host.functions.call('TRIPLE', [''])).toMatchObject({ error: '#VALUE!' });
    expect(host.syncs).toBe(0);
  });
});
