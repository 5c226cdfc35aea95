import { isOfficeSheet, recognise } from '../../../../src/domain/form/read/known-sheets.ts';
import { findTokens } from '../../../../src/domain/form/read/sheet-reading.ts';
import { COLUMNS } from '../../../../src/domain/form/columns.ts';
import { FORM_WORDINGS } from '../../../../src/domain/form/wordings/wordings.ts';
import { issuesOf, measuresOfIssue } from '../../../../src/domain/programme/programme.ts';
import { SMALL_PROGRAMME } from '../../../support/small-programme.ts';

/** A sheet with texts below each other in some column, and headings of the form above them. */
function sheetOf(texts: readonly string[]) {
  const { headings } = FORM_WORDINGS[0]!.issueSheet;
  const measure = COLUMNS.findIndex(({ id }) => id === 'measure');
  const heading = COLUMNS.map(({ id }, column) => ({ row: 0, column, kind: 'text', text: headings[id] }) as const);
  const cells = texts.map((text, index) => ({ row: index + 1, column: measure, kind: 'text', text }) as const);
  return findTokens({ name: 'สำเนา', state: 'visible', cells: [...heading, ...cells], merges: [] });
}

const issues = issuesOf(SMALL_PROGRAMME).map(({ issue }) => issue);
const textsOf = (index: number): readonly string[] => measuresOfIssue(issues[index]!).map(({ text }) => text);

describe('a sheet without tokens', () => {
  it.each(issues.map((issue, index) => [issue.title, index] as const))(
    'is that of the measures on it: %s',
    (_, index) => {
      expect(recognise(sheetOf(textsOf(index)), SMALL_PROGRAMME)).toMatchObject({
        kind: 'issue',
        issue: issues[index],
      });
    },
  );

  it('is that of most of its measures, in whatever order they stand', () => {
    const [few, many] = [textsOf(0).slice(0, 1), textsOf(1)];
    expect(many.length).toBeGreaterThan(1);
    for (const texts of [
      [...few, ...many],
      [...many, ...few],
    ])
      expect(recognise(sheetOf(texts), SMALL_PROGRAMME).issue).toBe(issues[1]);
  });

  it('is unknown without a measure', () => {
    expect(recognise(sheetOf(['บันทึก']), SMALL_PROGRAMME).kind).toBe('unknown');
  });
});

describe('a sheet of the office', () => {
  it('is told by its token, and no other is one', () => {
    const withToken = (text: string) =>
      findTokens({ name: 'ก', state: 'visible', cells: [{ row: 0, column: 0, kind: 'text', text }], merges: [] });
    expect(isOfficeSheet(withToken('ita:office=4'))).toBe(true);
    expect(isOfficeSheet(withToken('ita:end'))).toBe(false);
    expect(isOfficeSheet(withToken('บันทึก'))).toBe(false);
  });
});
