import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../../src/domain/form/read/read-agency-workbook.ts';
import { MAX_PICTURES } from '../../../../src/domain/form/read/read-sheet-objects.ts';
import { UPRIGHT, type KnownPicture, type PictureFault } from '../../../../src/domain/image/picture.ts';
import type { Programme } from '../../../../src/domain/programme/programme.ts';
import type { SheetContent, SheetObject } from '../../../../src/domain/spreadsheet/content.ts';
import type { ReadResult } from '../../../../src/domain/submissions/submission.ts';
import { Grid } from '../../../support/grid.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency, withoutMeasures } from '../../../support/small-programme.ts';

/** First rows of the measures of the first issue as generated, each with two rows, and the columns of results and tokens. */
const [FIRST, SECOND, RESULT, KEY] = [5, 7, 5, 0] as const;

const PHOTO: KnownPicture = { key: 'k', format: 'jpeg', width: 40, height: 30, turn: UPRIGHT };

function picture(
  area: readonly [top: number, bottom: number] | undefined,
  { picture = PHOTO, ...more }: Partial<SheetObject> & { readonly picture?: KnownPicture | PictureFault } = {},
): SheetObject {
  return {
    kind: 'picture',
    name: 'Picture 1',
    description: 'พิธีเปิด',
    ...(area && { area: { top: area[0], bottom: area[1], left: 7, right: 8 } }),
    image: { type: 'image/jpeg', size: 9, picture },
    ...more,
  };
}

/** What is read of a workbook of agency 02 after `change` to one of its sheets; the first issue's, where none is named. */
function reading(
  change: (sheet: SheetContent) => SheetContent,
  {
    at = 1,
    programme = SMALL_PROGRAMME,
    roster = SMALL_ROSTER,
  }: { readonly at?: number; readonly programme?: Programme; readonly roster?: typeof SMALL_ROSTER } = {},
): ReadResult {
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00Z' });
  const content = contentOfPlan(plan);
  const sheets = content.sheets.map((sheet, index) => (index === at ? change(sheet) : sheet));
  return readAgencyWorkbook({ ...content, sheets }, { file: 'a.xlsx', programme, roster });
}

const withObjects =
  (...objects: readonly SheetObject[]) =>
  (sheet: SheetContent): SheetContent => ({ ...sheet, objects });

describe('a picture on a sheet', () => {
  it.each<[string, readonly [number, number] | undefined, string | undefined]>([
    ['one in the row of a measure', [SECOND, SECOND], '1.1.2'],
    ['one in the last row of a measure', [SECOND - 1, SECOND - 1], '1.1.1'],
    ['one over several measures', [FIRST + 1, SECOND + 3], '1.1.1'],
    ['one from the headings down to the first measure', [FIRST - 3, FIRST], '1.1.1'],
    ['one that ends above the first measure', [0, FIRST - 1], undefined],
    ['one below the table', [200, 230], undefined],
    ['one whose place nobody knows', undefined, undefined],
  ])('is of the first measure that it touches, if any: %s', (_, area, measure) => {
    const { submissions, problems } = reading(withObjects(picture(area)));
    expect(submissions[0]!.pictures).toStrictEqual([
      {
        ...(measure && { measure }),
        sheet: '๑ การปฏิบัติหน้าที่',
        cell: { row: area?.[0] ?? 0, column: area ? 7 : 0 },
        description: 'พิธีเปิด',
        picture: PHOTO,
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps how it was turned and cropped', () => {
    const frame = { turn: { quarters: 1, mirrored: false }, crop: { left: 0.1, top: 0, right: 0, bottom: 0 } } as const;
    const { submissions } = reading(withObjects(picture([FIRST, FIRST], { frame })));
    expect(submissions[0]!.pictures).toMatchObject([{ frame }]);
  });

  it('is of no measure on the cover and on a sheet that the form does not have', () => {
    const [cover, notes] = [
      reading(withObjects(picture([6, 8])), { at: 0 }),
      reading((sheet) => ({ ...sheet, name: 'ภาพ', cells: [], objects: [picture([6, 8])] }), { at: 1 }),
    ];
    for (const { submissions } of [cover, notes]) {
      expect(submissions[0]!.pictures).toMatchObject([{ picture: PHOTO }]);
      expect(submissions[0]!.pictures![0]).not.toHaveProperty('measure');
    }
  });

  it('is of no measure in a row whose measure the programme no longer has', () => {
    const { submissions } = reading(withObjects(picture([FIRST, FIRST])), { programme: withoutMeasures('1.1.1') });
    expect(submissions[0]!.pictures![0]).not.toHaveProperty('measure');
  });

  it('is of no measure in a row without a key of a sheet that was sorted', () => {
    const sorted = (sheet: SheetContent): SheetContent => {
      const grid = new Grid(sheet);
      for (const [row, text] of [
        [FIRST, 'ข'],
        [FIRST + 1, 'ก'],
        [SECOND, 'ค'],
      ] as const)
        grid.put(row, RESULT, text);
      grid.sortRows(FIRST, SECOND + 3, RESULT, -1);
      const last = grid.at(FIRST, RESULT)!;
      grid.cells = grid.cells.filter(({ row, column }) => row !== last.row + 1 || column === RESULT);
      return { ...grid.toContent(), objects: [picture([last.row + 1, last.row + 1]), picture([last.row, last.row])] };
    };
    const [unsure, sure] = reading(sorted).submissions[0]!.pictures!;
    expect(unsure).not.toHaveProperty('measure');
    expect(sure).toMatchObject({ measure: '1.1.2' });
  });

  it('is one of those that the office can take in; each of the others is named', () => {
    const many = Array.from({ length: MAX_PICTURES + 2 }, (_, index) =>
      picture([FIRST, FIRST], { description: String(index) }),
    );
    const { submissions, problems } = reading(withObjects(...many));
    expect(submissions[0]!.pictures!.map(({ description }) => description)).toEqual(
      many.slice(0, MAX_PICTURES).map(({ description }) => description),
    );
    expect(problems).toMatchObject(
      [MAX_PICTURES, MAX_PICTURES + 1].map((index) => ({
        code: 'picture-not-carried',
        text: String(index),
        cell: { row: FIRST, column: 7 },
        agency: '02',
        why: { reason: 'too-many', most: MAX_PICTURES },
      })),
    );
  });

  it('that cannot be passed on is a problem with its name, its text and why', () => {
    const fault: PictureFault = { reason: 'format', format: 'heic' };
    const { submissions, problems } = reading(withObjects(picture([FIRST, FIRST], { picture: fault })));
    expect(submissions[0]).not.toHaveProperty('pictures');
    expect(problems).toMatchObject([
      { code: 'picture-not-carried', why: fault, name: 'Picture 1', text: 'พิธีเปิด', cell: { row: FIRST, column: 7 } },
    ]);
  });

  it.each<[string, readonly [number, number] | undefined]>([
    ['with its place', [FIRST, FIRST]],
    ['without a place, where the file does not tell one', undefined],
  ])('of an agency that nobody knows is a problem, %s', (_, area) => {
    const roster = { ...SMALL_ROSTER, agencies: SMALL_ROSTER.agencies.filter(({ code }) => code !== '02') };
    const { submissions, problems } = reading(withObjects(picture(area)), { roster });
    expect(submissions).toEqual([]);
    expect(problems).toEqual([
      { code: 'agency-unknown', found: '02', file: 'a.xlsx' },
      {
        code: 'object-not-carried',
        kind: 'picture',
        name: 'Picture 1',
        text: 'พิธีเปิด',
        sheet: '๑ การปฏิบัติหน้าที่',
        file: 'a.xlsx',
        ...(area && { cell: { row: FIRST, column: 7 } }),
      },
    ]);
  });

  it('of an agency that nobody knows is one problem where it could not be passed on anyway', () => {
    const roster = { ...SMALL_ROSTER, agencies: SMALL_ROSTER.agencies.filter(({ code }) => code !== '02') };
    const broken = picture([FIRST, FIRST], { picture: { reason: 'broken' } });
    const embedded: SheetObject = { kind: 'embedded', name: 'a.docx', description: '' };
    const { problems } = reading(withObjects(broken, embedded), { roster });
    expect(problems.map(({ code }) => code)).toEqual(['agency-unknown', 'picture-not-carried', 'object-not-carried']);
  });
});

describe('a comment on a sheet', () => {
  it.each([
    ['with its author', { author: 'สมหญิง' }],
    ['without an author, where the file names none', {}],
  ])('is a problem %s, even if it says what the form says', (_, author) => {
    const text = SMALL_PROGRAMME.title;
    const { problems } = reading((sheet) => ({
      ...sheet,
      comments: [{ row: FIRST, column: KEY, text, ...author }],
      texts: [
        { carrier: 'comment', text, ...author },
        { carrier: 'page', text },
      ],
    }));
    const told = { code: 'comment-not-answer', text, ...author, sheet: '๑ การปฏิบัติหน้าที่', file: 'a.xlsx', agency: '02' };
    expect(problems).toStrictEqual([{ ...told, cell: { row: FIRST, column: KEY } }, told]);
  });
});
