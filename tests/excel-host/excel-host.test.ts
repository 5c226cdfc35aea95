import { codec, contentOfHostWorkbook, hostWorkbookOfContent } from '../support/excel-host/host-workbooks.ts';
import { HostWorkbook } from '../support/excel-host/model.ts';
import { Person } from '../support/excel-host/person.ts';
import { officeIdle } from '../support/excel-host/load-office.ts';
import { openInExcel } from '../support/excel-host/open-host.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';

function blankWorkbook(): HostWorkbook {
  const workbook = new HostWorkbook();
  workbook.addSheet('Sheet1');
  return workbook;
}

/** The code of the error that a conversation with Excel ends with. */
async function codeOf(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> {
  return Excel.run(work).then(
    () => 'no error',
    (error: unknown) => (error instanceof OfficeExtension.Error ? error.code : String(error)),
  );
}

function sheetOf(context: Excel.RequestContext): Excel.Worksheet {
  return context.workbook.worksheets.getItem('Sheet1');
}

describe('the emulated Excel', () => {
  it('speaks with the real office.js, which believes to be in Excel for Windows', async () => {
    await openInExcel(blankWorkbook());
    expect(Office.context.host).toBe('Excel');
    expect(Office.context.platform).toBe('PC');
    expect(Office.context.displayLanguage).toBe('th-TH');
  });

  it('offers the requirement sets that it was given, and the client refuses what is above them', async () => {
    const host = await openInExcel(blankWorkbook());
    const tooNew = codeOf(async (context) => {
      sheetOf(context).getRange('A1').getPrecedents();
      await context.sync();
    });
    expect(await tooNew).toBe('ApiNotFound');
    expect(host.syncs).toBe(0);
  });

  it('fails loudly, with its full name, on a member that it does not know', async () => {
    await openInExcel(blankWorkbook());
    const unknown = Excel.run(async (context) => {
      sheetOf(context).getRange('A1').clear();
      await context.sync();
    });
    await expect(unknown).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: 'The emulated host does not know Range.Clear.',
    });
  });

  it('leaves the rules of loading to the client', async () => {
    await openInExcel(blankWorkbook());
    const unloaded = codeOf(async (context) => {
      const range = sheetOf(context).getRange('A1');
      await context.sync();
      return range.values;
    });
    expect(await unloaded).toBe('PropertyNotLoaded');
  });

  it.each<[written: string, inText: unknown, inGeneral: unknown, formula: unknown]>([
    ['ข้อความ', 'ข้อความ', 'ข้อความ', 'ข้อความ'],
    ['=1+1', '=1+1', 2, '=1+1'],
    ['- ข้อความ', '- ข้อความ', '#NAME?', '=- ข้อความ'],
    ['+66', '+66', 66, 66],
    ['@ita', '@ita', '#NAME?', '=ita'],
    ['007', '007', 7, 7],
    ['๑๒', '๑๒', 12, 12],
    ['1/2/2022', '1/2/2022', 44_563, 44_563],
    ['true', 'true', true, true],
    ["'=1", '=1', '=1', '=1'],
  ])('takes %j in a text cell for %j and elsewhere for %j', async (written, inText, inGeneral, formula) => {
    await openInExcel(blankWorkbook());
    const found = await Excel.run(async (context) => {
      const range = sheetOf(context).getRange('A1:B1');
      range.numberFormat = [['@', 'General']];
      range.values = [[written, written]];
      range.load('values,formulas');
      await context.sync();
      return [...(range.values[0] as unknown[]), (range.formulas[0] as unknown[])[1]];
    });
    expect(found).toEqual([inText, inGeneral, formula]);
  });

  it('refuses a text that is a broken formula, and keeps what was done before it', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    const broken = codeOf(async (context) => {
      sheetOf(context).getRange('A1').values = [['ก่อน']];
      sheetOf(context).getRange('A2').values = [['=(']];
      sheetOf(context).getRange('A3').values = [['หลัง']];
      await context.sync();
    });
    expect(await broken).toBe('InvalidArgument');
    expect([0, 1, 2].map((row) => workbook.sheet('Sheet1').at(row, 0).value)).toEqual(['ก่อน', '', '']);
  });

  it.each([
    ['en-US', '2/17/2022 12:00', 'm/d/yyyy h:mm', 'Thursday, February 17, 2022'],
    ['sv-SE', '2022-02-17 12:00', 'åååå-MM-dd h:mm', '17 februari 2022'],
    ['th-TH', '17/2/2565 12:00', 'd/m/bbbb h:mm', '17 กุมภาพันธ์ 2565'],
    ['th-TH in Thai digits', '๑๗/๒/๒๕๖๕ ๑๒:๐๐', 'd/m/bbbb h:mm', '๑๗ กุมภาพันธ์ ๒๕๖๕'],
  ] as const)(
    'shows the dates of the system as a computer with %s does, and spells them as an American one',
    async (...given) => {
      const [region, text, local, long] = given;
      const { workbook } = await openInExcel(blankWorkbook());
      workbook.switches.region = region;
      workbook.sheet('Sheet1').put(0, 0, { value: 44_609.5, format: 'm/d/yyyy h:mm' });
      workbook.sheet('Sheet1').put(0, 1, { value: 44_609.5, format: '[$-F800]dddd, mmmm dd, yyyy' });
      const range = await Excel.run(async (context) => {
        const loaded = sheetOf(context).getRange('A1:B1').load('text,numberFormat,numberFormatLocal');
        await context.sync();
        return loaded;
      });
      expect(range.text).toEqual([[text, long]]);
      expect(range.numberFormat).toEqual([['m/d/yyyy h:mm', '[$-x-sysdate]dddd, mmmm dd, yyyy']]);
      expect(range.numberFormatLocal).toMatchObject([[local, '[$-x-sysdate]dddd, mmmm dd, yyyy']]);
    },
  );

  it('counts conditional formats, and says that there is none where one cannot be read', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    workbook.sheet('Sheet1').conditionalFormats = ['Custom'];
    const kinds = () =>
      Excel.run(async (context) => {
        const { conditionalFormats } = sheetOf(context).getRange();
        const count = conditionalFormats.getCount();
        conditionalFormats.load('items/type');
        await context.sync();
        return [count.value, conditionalFormats.items.map(({ type }) => type)];
      });
    expect(await kinds()).toEqual([1, ['Custom']]);
    workbook.switches.unreadableConditionalFormats = true;
    await expect(kinds()).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'ConditionalFormat.type' },
    });
  });

  it('takes the pieces in which the client writes many cells, in one round trip', async () => {
    const host = await openInExcel(blankWorkbook());
    await Excel.run(async (context) => {
      sheetOf(context).getRange('B1:B4000').values = Array.from({ length: 4000 }, (_, row) => [`แถว ${row}`]);
      await context.sync();
    });
    expect(host.workbook.sheet('Sheet1').at(3999, 1).value).toBe('แถว 3999');
    expect(host.syncs).toBe(1);
  });

  it('gives null objects where there is nothing, and errors where something must be', async () => {
    await openInExcel(blankWorkbook());
    const isNull = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('ไม่มี');
      await context.sync();
      return sheet.isNullObject;
    });
    expect(await isNull).toBe(true);
    const missing = codeOf(async (context) => {
      context.workbook.worksheets.getItem('ไม่มี').load('name');
      await context.sync();
    });
    expect(await missing).toBe('ItemNotFound');
  });

  it('keeps no reference that the client gave back', async () => {
    const host = await openInExcel(blankWorkbook());
    await Excel.run(async (context) => {
      sheetOf(context).getRange('A1').load('values');
      await context.sync();
      expect(host.referenceCount).toBe(1);
    });
    await officeIdle();
    expect(host.referenceCount).toBe(0);
    expect(host.syncs).toBe(1);
  });

  it('protects no sheet twice, and no locked cell of a protected sheet is written', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    workbook.sheet('Sheet1').put(0, 1, { locked: false });
    const twice = codeOf(async (context) => {
      sheetOf(context).protection.protect();
      sheetOf(context).protection.protect();
      await context.sync();
    });
    expect(await twice).toBe('AccessDenied');
    const write = (address: string) =>
      codeOf(async (context) => {
        sheetOf(context).getRange(address).values = [['ก']];
        await context.sync();
      });
    expect(await write('A1')).toBe('AccessDenied');
    expect(await write('B1')).toBe('no error');
  });

  it('shows a sheet always, gives no name twice, and deletes nothing that is very hidden', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    workbook.addSheet('Sheet2');
    const other = (change: (sheet: Excel.Worksheet) => void) =>
      codeOf(async (context) => {
        change(context.workbook.worksheets.getItem('Sheet2'));
        await context.sync();
      });
    expect(await other((sheet) => (sheet.name = 'SHEET1'))).toBe('ItemAlreadyExists');
    expect(await other((sheet) => (sheet.name = 'a/b'))).toBe('InvalidArgument');
    expect(await other((sheet) => (sheet.visibility = 'VeryHidden'))).toBe('no error');
    expect(await other((sheet) => sheet.delete())).toBe('GeneralException');
    const last = codeOf(async (context) => {
      sheetOf(context).visibility = 'Hidden';
      await context.sync();
    });
    expect(await last).toBe('InvalidOperation');
    const hideFirst = other((sheet) => {
      sheet.visibility = 'Hidden';
      sheet.delete();
    });
    expect(await hideFirst).toBe('no error');
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([['Sheet1', 'Visible']]);
  });

  it('changes no sheet where the structure of the workbook is protected', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    workbook.addSheet('Sheet2');
    const protect = (password?: string) =>
      codeOf(async (context) => {
        context.workbook.protection.protect(password);
        await context.sync();
      });
    expect(await protect('ลับ')).toBe('no error');
    expect(await protect()).toBe('AccessDenied');
    const changes: ((context: Excel.RequestContext) => void)[] = [
      (context) => sheetOf(context).delete(),
      (context) => (sheetOf(context).name = 'ก'),
      (context) => (sheetOf(context).visibility = 'Hidden'),
      (context) => context.workbook.worksheets.add('ก'),
      (context) => context.workbook.protection.unprotect(),
    ];
    for (const change of changes) {
      const code = codeOf(async (context) => {
        change(context);
        await context.sync();
      });
      expect(await code).toBe('AccessDenied');
    }
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Sheet1', 'Visible'],
      ['Sheet2', 'Visible'],
    ]);
  });

  it('breaks off where a switch says so, once', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    const twice = () =>
      codeOf(async (context) => {
        const sheet = sheetOf(context);
        sheet.name = 'ก';
        sheet.name = 'Sheet1';
        await context.sync();
      });
    workbook.switches.actionsLeft = 4;
    expect(await twice()).toBe('AccessDenied');
    expect(workbook.sheets[0]!.name).toBe('ก');
    workbook.sheets[0]!.name = 'Sheet1';
    expect(await twice()).toBe('no error');
  });

  it('fails as a host does whose switches are set', async () => {
    const host = await openInExcel(blankWorkbook());
    const { switches } = host.workbook;
    const write = (text: string) =>
      codeOf(async (context) => {
        sheetOf(context).getRange('A1').values = [[text]];
        sheetOf(context).getRange('A1').load('values');
        await context.sync();
      });
    switches.cellEdit = true;
    expect(await write('ก')).toBe('InvalidOperationInCellEditMode');
    switches.cellEdit = false;
    switches.payloadLimit = 2000;
    expect(await write('ก'.repeat(2000))).toBe('RequestPayloadSizeLimitExceeded');
    switches.payloadLimit = Infinity;
    switches.readOnly = true;
    expect(await write('ก')).toBe('AccessDenied');
    switches.readOnly = false;
    expect(host.workbook.sheet('Sheet1').at(0, 0).value).toBe('');
    expect(await write('ก')).toBe('no error');
  });

  it('tells of changes to those who asked, with where they came from', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const hear = (event: Excel.WorksheetChangedEventArgs): Promise<void> =>
        Promise.resolve(void heard.push([event.worksheetId, event.address, event.source]));
      context.workbook.worksheets.onChanged.add(hear);
      sheetOf(context).onChanged.add(hear);
      await context.sync();
    });
    new Person(workbook, 'Local').write('Sheet1', 0, 0, 'ก');
    new Person(workbook, 'Remote').write('Sheet1', 2, 1, 'ข');
    await officeIdle();
    const { id } = workbook.sheet('Sheet1');
    expect(heard).toEqual([
      [id, 'A1', 'Local'],
      [id, 'A1', 'Local'],
      [id, 'B3', 'Remote'],
      [id, 'B3', 'Remote'],
    ]);
  });

  it('moves what stands behind rows and columns that a person inserts', async () => {
    const { workbook } = await openInExcel(blankWorkbook());
    const sheet = workbook.sheet('Sheet1');
    sheet.put(4, 1, { value: 'ข' });
    sheet.merges = [{ top: 4, left: 0, bottom: 5, right: 1 }];
    sheet.hiddenRows.add(4);
    sheet.hiddenColumns.add(1);
    const person = new Person(workbook, 'Local');
    person.insertRows('Sheet1', 2, 3);
    person.insertColumns('Sheet1', 1, 2);
    expect(sheet.entries().map(([row, column, { value }]) => [row, column, value])).toEqual([[7, 3, 'ข']]);
    expect(sheet.merges).toEqual([{ top: 7, left: 0, bottom: 8, right: 3 }]);
    expect([...sheet.hiddenRows, ...sheet.hiddenColumns]).toEqual([7, 3]);
  });

  it('opens a file and holds what is in it', async () => {
    const created = '2027-04-01T00:00:00.000Z';
    const bytes = await codec.encode(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created }));
    // An open workbook does not tell of its file, and page headers are not asked for.
    const { savedAt, asEncoded, ...content } = await codec.decode(bytes);
    const sheets = content.sheets.map((sheet) =>
      Object.fromEntries(Object.entries(sheet).filter(([name]) => name !== 'texts')),
    );
    expect([savedAt, asEncoded]).toEqual([created, true]);
    expect(contentOfHostWorkbook(hostWorkbookOfContent(content))).toEqual({ ...content, sheets });
  });
});
