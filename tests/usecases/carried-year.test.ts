import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { nativeFunctions } from '../../src/cli/native-functions.ts';
import { formatPiece, packedYearIn, planYearSheet, YEAR_SHEET } from '../../src/domain/form/carried-year.ts';
import { formatToken } from '../../src/domain/form/identity.ts';
import { planConversion } from '../../src/domain/conversion/plan-conversion.ts';
import { builtInDigitProfile, builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import type { Agency, AgencyCode } from '../../src/domain/programme/roster.ts';
import { parseYearText, publicYear } from '../../src/domain/programme/year-text.ts';
import { rawYearData, type YearData } from '../../src/domain/programme/year-data.ts';
import type { CellContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { checksum } from '../../src/domain/text/checksum.ts';
import { thaiDigits } from '../../src/domain/text/digits.ts';
import type { ReadResult } from '../../src/domain/submissions/submission.ts';
import { readWorkbook } from '../../src/usecases/read-workbook.ts';
import { carriedYear, packYear } from '../../src/usecases/carried-year.ts';
import {
  carryingContent,
  carryingWorkbook,
  REWORDED_YEAR,
  SMALL_YEAR,
  withYearCells,
} from '../support/year-workbooks.ts';

const codec = createXlsxCodec();
const NAMED = { programme: SMALL_YEAR.programme.id, version: SMALL_YEAR.programme.version };

const read = (content: WorkbookContent): ReturnType<typeof carriedYear> => carriedYear(codec, content, NAMED);
const edited = (edit: (text: string) => string) => (cells: readonly CellContent[]) =>
  cells.map((cell) => ({ ...cell, text: edit(cell.text) }));

/** A workbook that carries any text as its year, as a stranger may make one. */
async function carrying(text: string, size?: number): Promise<WorkbookContent> {
  const packed = await codec.packText(text);
  return withPacked({ ...packed, size: size ?? packed.size });
}

async function withPacked(packed: { readonly packed: string; readonly size: number }): Promise<WorkbookContent> {
  const { digest } = await packYear(codec, SMALL_YEAR);
  const texts = Array.from(planYearSheet({ digest, ...packed }).rows, (row) => String(row.cells[0]?.value));
  return withYearCells(await carryingContent(), () =>
    texts.map((token, row) => ({ row, column: 0, kind: 'text', text: token })),
  );
}

describe('a workbook that carries its year', () => {
  it.each([
    ['made up', SMALL_YEAR, '02', NAMED],
    ['of 2565', builtInProgramme()!, '5019', { programme: 'bma-2565', version: '1' }],
  ] as const)(
    'gives the same programme and agencies to a program that knows neither: %s',
    async (_, data, code, named) => {
      expect(await carriedYear(codec, await carryingContent(data, code), named)).toEqual(publicYear(data));
    },
  );

  it('is read by the functions of every host', async () => {
    const native = createXlsxCodec(nativeFunctions);
    expect(await carriedYear(native, await native.decode(await carryingWorkbook()), NAMED)).toEqual(SMALL_YEAR);
  });

  it('keeps the data out of sight, where nobody can write, twice', async () => {
    const sheet = (await carryingContent()).sheets.find(({ name }) => name === YEAR_SHEET)!;
    expect(sheet).toMatchObject({ state: 'veryHidden', protected: true });
    expect(sheet.cells.map(({ column }) => column)).toEqual([0, 1]);
    expect(sheet.cells[0]!.text).toBe(sheet.cells[1]!.text);
  });

  it('tells no other agency’s contacts, e-mail addresses, telephones and who may open its folder', async () => {
    const agencies = SMALL_YEAR.roster.agencies.map((agency): Agency => ({
      ...agency,
      contact: 'นางสาวสมหญิง ใจดี',
      email: 'somying@wiang.example',
      phone: '๐๒ ๒๒๑ ๒๑๔๑',
      sharedWith: ['somying@wiang.example'],
      due: '2027-06-15',
      from: 2560,
      until: 2575,
    }));
    const gone: Agency = { code: '99' as AgencyCode, kind: 'office', name: 'หน่วยงานเดิม', aliases: [], until: 2569 };
    const data: YearData = {
      ...SMALL_YEAR,
      roster: { ...SMALL_YEAR.roster, agencies, ofAllYears: [gone, ...agencies] },
    };
    const carried = await read(await carryingContent(data));
    expect(JSON.stringify(carried)).not.toMatch(/สมหญิง|somying|๒๑๔๑|หน่วยงานเดิม/);
    expect(carried).toMatchObject({
      roster: { agencies: agencies.map(({ code, due }) => ({ code, due, until: 2575 })) },
    });
  });

  it('carries a party that nobody could tell, too', async () => {
    const [part, ...parts] = SMALL_YEAR.programme.parts;
    const programme = JSON.parse(
      JSON.stringify({ ...SMALL_YEAR.programme, parts: [part, ...parts] }).replace(
        '"printed":"ทุกส่วนราชการ","agencies":["02"]',
        '"printed":"กองที่ไม่มีในทะเบียน","agencies":[]',
      ),
    ) as YearData['programme'];
    expect(JSON.stringify(programme)).toContain('กองที่ไม่มีในทะเบียน');
    const data = { ...SMALL_YEAR, programme };
    expect(await read(await carryingContent(data))).toEqual(data);
  });

  it('may be one that says nothing of it', async () => {
    const { sheets, ...rest } = await carryingContent();
    const properties = new Map([...rest.properties].filter(([name]) => name !== 'ITA.Data'));
    const without = { ...rest, properties, sheets: sheets.filter(({ name }) => name !== YEAR_SHEET) };
    expect(await read(without)).toBeUndefined();
  });
});

describe('a workbook that carries its year, read by the office', () => {
  const readWith = async (data: YearData, made: YearData): Promise<ReadResult> =>
    readWorkbook(codec, await carryingWorkbook(made), { file: '02.xlsx', ...data });

  it('has no problem, and nothing of its data is a text of the agency', async () => {
    const { submissions, problems } = await readWith(SMALL_YEAR, SMALL_YEAR);
    expect(problems).toEqual([]);
    expect(submissions).toMatchObject([{ agency: '02', entries: [] }]);
  });

  it('has one where its measures are others than the office’s of the same version', async () => {
    const { submissions, problems } = await readWith(SMALL_YEAR, REWORDED_YEAR);
    expect(problems).toContainEqual({
      code: 'carried-year-differs',
      file: '02.xlsx',
      agency: '02',
      programme: 'wiang-2570',
      version: '3',
    });
    expect(submissions).toMatchObject([{ agency: '02' }]);
  });

  it('has none where only dates, rules and contacts are others', async () => {
    const { programme, roster } = SMALL_YEAR;
    const agencies = roster.agencies.map((agency) => ({ ...agency, due: '2027-07-01', contact: 'นางสาวสมหญิง' }));
    const later = {
      programme: { ...programme, due: '2027-06-30', rules: { 'contact-missing': false } },
      roster: { ...roster, agencies },
    };
    expect((await readWith(later, SMALL_YEAR)).problems.map(({ code }) => code)).not.toContain('carried-year-differs');
  });

  it('is told as one of another version where it is of that, and no more', async () => {
    const later = { ...SMALL_YEAR, programme: { ...REWORDED_YEAR.programme, version: '4' } };
    const codes = (await readWith(later, SMALL_YEAR)).problems.map(({ code }) => code);
    expect(codes).toContain('version-differs');
    expect(codes).not.toContain('carried-year-differs');
  });

  it('keeps its data when its digits are converted', async () => {
    const content = await carryingContent();
    const { changes, skipped } = planConversion(content, {
      to: 'thai',
      profile: builtInDigitProfile(),
      keepsRuns: true,
    });
    expect([...changes, ...skipped].filter(({ sheet }) => sheet === YEAR_SHEET)).toEqual([]);
  });
});

describe('the data of a year that came to harm', () => {
  it.each<[string, Parameters<typeof withYearCells>[1]]>([
    ['one copy is gone', (cells) => cells.slice(1)],
    ['one copy was changed', ([first, ...others]) => [{ ...first!, text: first!.text.replace('g', 'h') }, ...others]],
    ['one copy was cut', ([first, ...others]) => [{ ...first!, text: first!.text.slice(0, 200) }, ...others]],
    ['every digit was converted', edited(thaiDigits)],
    ['blanks were put around', edited((text) => ` ${text}\n`)],
    ['the cells stand elsewhere', (cells) => cells.map((cell) => ({ ...cell, row: 7, column: cell.column + 3 }))],
  ])('are read all the same where %s', async (_, change) => {
    expect(await read(withYearCells(await carryingContent(), change))).toEqual(SMALL_YEAR);
  });

  it.each<[string, string, Parameters<typeof withYearCells>[1]]>([
    ['both copies were changed', 'damaged', edited((text) => text.replace(/.$/, '#'))],
    ['both copies were cut', 'damaged', edited((text) => text.slice(0, -1))],
    ['a later program packed them', 'damaged', edited((text) => text.replace('year/1/', 'year/2/'))],
    ['the sheet is gone', 'gone', () => []],
  ])('are named where %s', async (_, fault, change) => {
    expect(await read(withYearCells(await carryingContent(), change))).toBe(fault);
  });

  it('are named where they are of another year than the workbook', async () => {
    expect(await carriedYear(codec, await carryingContent(), { ...NAMED, version: '4' })).toBe('foreign');
    expect(await carriedYear(codec, await carryingContent(), { ...NAMED, programme: 'bma-2565' })).toBe('foreign');
  });

  it('are those that the properties name where a master has those of the time before, too', async () => {
    const [before, now] = await Promise.all([carryingContent(), carryingContent(REWORDED_YEAR)]);
    for (const sheets of [
      [...before.sheets, ...now.sheets],
      [...now.sheets, ...before.sheets],
    ]) {
      expect(await read({ ...now, sheets })).toEqual(REWORDED_YEAR);
      expect(await read({ ...before, sheets })).toEqual(SMALL_YEAR);
    }
  });
});

describe('the data of a year by a stranger', () => {
  it.each<[string, () => Promise<WorkbookContent>]>([
    ['are no JSON', () => carrying('{')],
    ['are no year', () => carrying('{"programme":{},"roster":[]}')],
    ['are nested too deep', () => carrying(`{"programme":${'['.repeat(5e5)}${']'.repeat(5e5)},"roster":0}`)],
    ['inflate to more than they say', () => carrying(' '.repeat(1e6), 10)],
    ['inflate to less than they say', () => carrying('{}', 1e6)],
    ['say that they are of no size', () => carrying('{}', 0)],
    ['are too large to be unpacked', () => carrying(`"${' '.repeat(9_999_990)}"`)],
    ['are no Base64', () => withPacked({ packed: '!!!', size: 10 })],
    ['are no deflated data', () => withPacked({ packed: btoa('hello'), size: 10 })],
    [
      'are no UTF-8',
      () => withPacked({ packed: btoa(String.fromCharCode(...deflateSync(Uint8Array.of(0xff, 0xfe)))), size: 2 }),
    ],
  ])('are a fault and no error where they %s', async (_, make) => {
    expect(await read(await make())).toBe('damaged');
  });

  const agency = (code: number, name: string): object => ({ code: String(code).padStart(5, '0'), kind: 'a', name });
  const everyone = { id: 'all', kinds: '*', names: ['ทุกคน'], label: 'ทุกคน' };
  /** A year with these agencies, classes and responsible parties. */
  const yearWith = (agencies: readonly object[], classes: readonly object[], parties: readonly string[]): string => {
    const { programme, roster } = rawYearData(SMALL_YEAR) as unknown as Record<string, Record<string, unknown>>;
    const measures = parties.map((responsible, index) => ({ key: `1.1.${index + 1}`, text: 'ก', responsible }));
    const issue = { number: 1, title: 'ก', sheetName: 'ก', indicator: { id: 'i', title: 'ก' } };
    const parts = [{ id: 'p', title: 'ก', issues: [{ ...issue, groups: [{ number: 1, measures }] }] }];
    return JSON.stringify({ programme: { ...programme, parts }, roster: { ...roster, agencies, classes } });
  };
  const some = (count: number, nameOf: (index: number) => string): readonly object[] =>
    Array.from({ length: count }, (_, index) => agency(index, nameOf(index)));

  it.each<[string, string]>([
    ['more agencies than a year has', yearWith(some(501, String), [everyone], ['ทุกคน'])],
    [
      'more classes than a year has',
      yearWith(
        some(1, String),
        Array.from({ length: 101 }, (_, index) => ({ ...everyone, id: `c${index}`, names: [`ชั้น ${index}`] })),
        ['1'],
      ),
    ],
    [
      'more measures for each agency',
      yearWith(
        some(500, String),
        [everyone],
        Array.from({ length: 201 }, () => 'ทุกคน'),
      ),
    ],
    ['longer texts', yearWith(some(1, String), [everyone], ['ก'.repeat(5_001)])],
    [
      'more text',
      yearWith(
        some(1, String),
        [everyone],
        Array.from({ length: 99 }, () => 'ก'.repeat(4_999)),
      ),
    ],
  ])('are damaged where they have %s', async (_, text) => {
    expect(await read(await carrying(text))).toBe('damaged');
  });

  it('are read in time however their names are made', () => {
    // Names that are nearly those of many agencies, none of them right.
    const near = yearWith(
      some(300, (index) => `${'ก'.repeat(90)}${String(index)}`),
      [everyone],
      Array.from({ length: 300 }, (_, index) => `${'ก'.repeat(88)}ข${String(index)}`),
    );
    expect(parseYearText(near)?.roster.agencies).toHaveLength(300);
    // Lists in lists, which could be of either of two classes.
    const classes = ['one', 'other'].map((id) => ({ id, kinds: '*', names: [`ทุกคน${id}`], partLabel: 'ก' }));
    const nested = `${'ก(ยกเว้น'.repeat(400)}ค${')'.repeat(400)}`;
    expect(parseYearText(yearWith(some(5, String), classes, [nested]))?.roster.classes).toHaveLength(2);
    // One class, named again and again.
    const again = { ...everyone, names: ['ก'], label: 'ข' };
    const parties = Array.from({ length: 45 }, () => 'ก'.repeat(4_900));
    expect(parseYearText(yearWith(some(500, String), [again], parties))?.roster.agencies).toHaveLength(500);
  });

  it('are damaged where they are of another digest than they say', async () => {
    const { packed, size } = await packYear(codec, REWORDED_YEAR);
    expect(await read(await withPacked({ packed, size }))).toBe('damaged');
  });

  it('are not put together from more pieces than a year has', () => {
    const piece = { digest: 'a', size: 1, sum: 'b', index: 0, count: 9_999_999, packed: 'c' };
    const cells: CellContent[] = [
      { row: 0, column: 0, kind: 'text', text: formatToken({ kind: 'year', data: formatPiece(piece) }) },
    ];
    const sheet = { name: 'ก', state: 'visible', cells, merges: [] } as const;
    expect(packedYearIn({ sheets: [sheet], properties: new Map(), definedNames: [] })).toBe('damaged');
  });
});

describe('packed data', () => {
  const digest = 'a1b2c3d';

  it('come back from their pieces in any order, each of which fits into a cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.infiniteStream(fc.nat()), (length, picks) => {
        const packed = { digest, size: 5, packed: 'Ab9+/'.repeat(length / 5 + 1).slice(0, length) };
        const texts = Array.from(planYearSheet(packed).rows, (row) => String(row.cells[0]?.value));
        expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(32_767);
        const order = texts.map((text) => [picks.next().value as number, text] as const).sort(([a], [b]) => a - b);
        const cells = order.map(([, text], row): CellContent => ({ row, column: 0, kind: 'text', text }));
        const sheet = { name: 'ก', state: 'visible', cells, merges: [] } as const;
        expect(packedYearIn({ sheets: [sheet], properties: new Map(), definedNames: [] })).toEqual(packed);
      }),
      { numRuns: 25 },
    );
  });

  it('are not taken for whole after any change of a character', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('0', 'x', '/', '=', '๕', 'ก'), (pick, character) => {
        const packed = 'Ab9+/QQ=';
        const piece = { digest, size: 5, sum: checksum(packed), index: 0, count: 1, packed };
        const text = formatToken({ kind: 'year', data: formatPiece(piece) });
        const at = pick % text.length;
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        const cells: CellContent[] = [{ row: 0, column: 0, kind: 'text', text: changed }];
        const sheet = { name: 'ก', state: 'visible', cells, merges: [] } as const;
        const found = packedYearIn({ sheets: [sheet], properties: new Map(), definedNames: [] });
        const whole = { digest, size: 5, packed };
        expect(typeof found === 'object' ? found : whole).toEqual(whole);
      }),
    );
  });
});
