import { COLUMNS, type ColumnId } from '../../../../src/domain/form/columns.ts';
import { findColumns, findHeadings, findTokens } from '../../../../src/domain/form/read/sheet-reading.ts';
import { FORM_WORDINGS } from '../../../../src/domain/form/wordings/wordings.ts';

const IDS = COLUMNS.map(({ id }) => id);
const { headings } = FORM_WORDINGS[0]!.issueSheet;

/** What each column of a sheet is found to be, by the ids in its tokens and those whose heading it shows. */
function columnsOf(tokens: readonly (ColumnId | undefined)[], shown: readonly (ColumnId | undefined)[]) {
  const row = (at: number, texts: readonly (string | undefined)[]) =>
    texts.flatMap((text, column) => (text === undefined ? [] : [{ row: at, column, kind: 'text', text } as const]));
  const sheet = findTokens({
    name: '๑',
    state: 'visible',
    cells: [
      ...row(
        0,
        tokens.map((id) => id && `ita:column=${id}`),
      ),
      ...row(
        4,
        shown.map((id) => id && headings[id]),
      ),
    ],
    merges: [],
  });
  const { columnOf } = findColumns(sheet);
  return shown.map((_, column) => columnOf.get(column));
}

describe('the columns of a sheet', () => {
  it('are told by their tokens, whatever their headings say', () => {
    expect(columnsOf(IDS, IDS.toReversed())).toEqual(IDS);
  });

  it('are told by their headings where there is no token', () => {
    expect(columnsOf([], IDS)).toEqual(IDS);
  });

  it.each(IDS)('are told by a heading where only its token is gone: %s', (lost) => {
    const left = IDS.map((id) => (id === lost ? undefined : id));
    expect(columnsOf(left, IDS)).toEqual(IDS);
  });

  it('are one of each kind: a heading beside its token in another column tells nothing', () => {
    const tokens = [undefined, undefined, 'result'] as const;
    expect(columnsOf(tokens, ['status', 'result', 'date', 'note'])).toEqual(['status', undefined, 'result', 'note']);
  });

  it('are not told by fewer than three headings', () => {
    expect(columnsOf([], ['status', 'result'])).toEqual([undefined, undefined]);
    expect(columnsOf([], ['status', 'result', 'date'])).toEqual(['status', 'result', 'date']);
  });
});

describe('the headings of a sheet', () => {
  const rowOf = (row: number, ids: readonly ColumnId[]) =>
    ids.map((id, column) => ({ row, column, kind: 'text', text: headings[id] }) as const);

  it.each([
    ['above', 2, 6],
    ['below', 6, 2],
  ])('are the row with most of them, with fewer in a row %s', (_, most, fewer) => {
    const cells = [...rowOf(fewer, IDS.slice(0, 3)), ...rowOf(most, IDS)].toSorted((a, b) => a.row - b.row);
    const found = findHeadings(findTokens({ name: '๑', state: 'visible', cells, merges: [] }));
    expect(found?.row).toBe(most);
    expect([...(found?.columns.values() ?? [])]).toEqual(IDS);
  });
});
