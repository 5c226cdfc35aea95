import { findRowOwners, locationsOf } from '../../../../src/domain/form/read/row-owners.ts';
import { findColumns, findTokens } from '../../../../src/domain/form/read/sheet-reading.ts';
import { COLUMNS, type ColumnId } from '../../../../src/domain/form/columns.ts';
import { FORM_WORDINGS } from '../../../../src/domain/form/wordings/wordings.ts';
import { issuesOf, measuresOfIssue } from '../../../../src/domain/programme/programme.ts';
import { thaiDigits } from '../../../../src/domain/text/digits.ts';
import { SMALL_PROGRAMME } from '../../../support/small-programme.ts';

const [issue] = issuesOf(SMALL_PROGRAMME).map((each) => each.issue);
const [NOTICE, TRAINING] = measuresOfIssue(issue!).map(({ text }) => text) as [string, string];
const token = (key: string): string => `ita:row=wiang-2570/3/02/${key}`;

/** A row of a sheet: tokens of measures, and texts of columns. */
interface Row extends Partial<Record<ColumnId, string>> {
  readonly tokens?: readonly string[];
}

/** The owners of the rows below a row with the form's headings, spelt short, by row. */
function owners(rows: readonly (Row | 'end' | undefined)[], { isIssueKnown = true } = {}): readonly string[] {
  const { headings } = FORM_WORDINGS[0]!.issueSheet;
  const heads = COLUMNS.map(({ id }, column) => ({ row: 0, column, kind: 'text', text: headings[id] }) as const);
  const cells = rows.flatMap((row = {}, index) => {
    const { tokens = [], ...texts } = row === 'end' ? { tokens: ['ita:end'] } : row;
    const at = (column: number, text: string) => ({ row: index + 1, column, kind: 'text', text }) as const;
    return [
      ...Object.entries(texts).map(([id, text]) =>
        at(
          COLUMNS.findIndex((column) => column.id === id),
          text,
        ),
      ),
      ...tokens.map((text, place) => at(COLUMNS.length + place, text)),
    ];
  });
  const sheet = findTokens({ name: '๑', state: 'visible', cells: [...heads, ...cells], merges: [] });
  const ownerOf = findRowOwners(sheet, findColumns(sheet), SMALL_PROGRAMME, isIssueKnown ? issue : undefined);
  return Array.from({ length: rows.length + 1 }, (_, row) => {
    const owner = ownerOf(row);
    switch (owner.kind) {
      case 'measure':
        return `${owner.key} by ${owner.by}`;
      case 'conflict':
        return `${owner.key} of ${owner.found.join(' and ')}`;
      case 'sorted':
        return `sorted, below ${owner.above}`;
      case 'none':
        return 'none';
    }
  });
}

const by = (...keys: readonly string[]): Row => ({ tokens: keys.map(token) });

describe('a row of a sheet', () => {
  it('belongs to the measure of its token, else to the one above it, and to none outside the table', () => {
    expect(owners([undefined, by('1.1.1'), { result: 'ก' }, by('1.1.2', '1.1.2'), {}, 'end', { result: 'ข' }])).toEqual(
      ['none', 'none', '1.1.1 by token', '1.1.1 by above', '1.1.2 by token', '1.1.2 by above', 'none', 'none'],
    );
  });

  it('belongs to the measure above it down to the bottom where the end row is gone', () => {
    expect(owners([by('1.1.1'), {}, {}])).toEqual(['none', '1.1.1 by token', '1.1.1 by above', '1.1.1 by above']);
  });

  it('belongs to the measure whose text it shows where it has no token, however spaced and in whatever digits', () => {
    const spaced = ` ${TRAINING.replaceAll(' ', '\n')}\u200b`;
    expect(owners([{ measure: NOTICE }, { measure: spaced }, { measure: thaiDigits(TRAINING) }, {}])).toEqual([
      'none',
      '1.1.1 by text',
      '1.1.2 by text',
      '1.1.3 by text',
      '1.1.3 by above',
    ]);
  });

  it('belongs to the last measure with its text where that stands on more rows than there are measures', () => {
    expect(owners([{ measure: TRAINING }, { measure: TRAINING }, { measure: TRAINING }])).toEqual([
      'none',
      '1.1.2 by text',
      '1.1.3 by text',
      '1.1.3 by text',
    ]);
    expect(owners([{ measure: NOTICE }, { measure: NOTICE }])).toEqual(['none', '1.1.1 by text', '1.1.1 by text']);
  });

  it('does not belong to a measure whose text somebody wrote as an answer, or of an issue that is not known', () => {
    expect(owners([by('1.1.1'), { result: TRAINING }, { measure: 'อื่น ๆ' }])).toEqual([
      'none',
      '1.1.1 by token',
      '1.1.1 by above',
      '1.1.1 by above',
    ]);
    expect(owners([{ measure: NOTICE }], { isIssueKnown: false })).toEqual(['none', 'none']);
  });

  it('with two tokens is of the one whose text it shows, else of the first, and both are named', () => {
    expect(owners([{ ...by('1.1.1', '1.1.2'), measure: TRAINING }, by('1.1.3', '1.1.1')])).toEqual([
      'none',
      '1.1.2 of 1.1.1 and 1.1.2',
      '1.1.3 of 1.1.3 and 1.1.1',
    ]);
  });

  it.each<[string, readonly Row[]]>([
    ['measures changed places', [by('1.1.2'), {}, by('1.1.1'), {}]],
    ['the rows of a measure came apart', [by('1.1.2'), {}, by('1.1.3'), {}, by('1.1.2')]],
    ['a measure that the programme no longer has came between', [by('1.1.2'), {}, by('9.9.9'), by('1.1.1')]],
    ['measures are told by their texts alone', [{ measure: TRAINING }, {}, { measure: NOTICE }, {}]],
  ])('without a token tells nothing where the sheet was sorted: %s', (_, rows) => {
    expect(owners(rows)[2]).toBe('sorted, below 1.1.2');
    expect(owners([...rows, 'end']).at(-1)).toBe('none');
  });

  it('is of the measure above it in a sheet in order, whatever measures the programme no longer has stand between', () => {
    expect(owners([by('1.1.1'), by('9.9.9'), {}, by('1.1.2'), {}])).toEqual([
      'none',
      '1.1.1 by token',
      '9.9.9 by token',
      '9.9.9 by above',
      '1.1.2 by token',
      '1.1.2 by above',
    ]);
  });
});

describe('the places of measures', () => {
  it('are those of the printed report, over all its issues', () => {
    expect([...locationsOf(SMALL_PROGRAMME)]).toEqual([
      ['1.1.1', 0],
      ['1.1.2', 1],
      ['1.1.3', 2],
      ['2.1.1', 3],
      ['2.2.1', 4],
      ['2.2.2', 5],
      ['3.1.1', 6],
    ]);
  });
});
