import { unzipSync } from 'fflate';
import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import { patchSome, patchWorkbook } from '../../../../src/adapters/xlsx/patch/patch.ts';
import { cellName } from '../../../../src/domain/spreadsheet/address.ts';
import type { CellContent, CellPatch } from '../../../../src/domain/spreadsheet/content.ts';
import { cellAt } from '../../../support/cells.ts';
import { buildPackage, relationship, sheetWorkbook, workbookParts } from '../../../support/package-builder.ts';

const OPTIONS = readOptions({});
const STYLES_PART = 'xl/styles.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CODE = '[$-D07041E]d mmm yy';

const patched = (bytes: Uint8Array, ...patches: readonly CellPatch[]): Uint8Array =>
  patchWorkbook(bytes, patches, OPTIONS);
const partOf = (bytes: Uint8Array, part: string): string => Buffer.from(unzipSync(bytes)[part] ?? []).toString();
const cellsOf = (bytes: Uint8Array): readonly CellContent[] => decodeWorkbook(bytes, OPTIONS).sheets[0]!.cells;
const at = (cell: string) => ({ sheet: 'S', ...cellAt(cell) });

describe('what a workbook does not let be changed', () => {
  const headings = ['ปี 2565', 'ปี ๒๕๖๕', 'R&amp;D [1] #2', 'ข้อ 9'];
  const table = `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:D2"><tableColumns count="4">${headings.map((name, index) => `<tableColumn id="${index + 1}" name="${name}"/>`).join('')}</tableColumns></table>`;
  const parts = (more: object = {}, formula = '1'): Record<string, string | Uint8Array> => ({
    ...workbookParts({
      sheets: [
        {
          data: `<row r="1">${headings.map((name, index) => `<c r="${'ABCD'.charAt(index)}1" t="str"><v>${name}</v></c>`).join('')}</row><row r="9"><c r="A9" s="7"><v>1</v></c><c r="B9"><f>${formula}</f><v>1</v></c></row>`,
          relationships: relationship('table', 'rId1', '../tables/table1.xml'),
        },
      ],
      styles: '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>',
      ...more,
    }),
    'xl/tables/table1.xml': table,
  });
  const some = (all: Record<string, string | Uint8Array>, ...patches: readonly CellPatch[]) => {
    const { bytes, refused } = patchSome(buildPackage(all), patches, OPTIONS);
    return {
      texts: cellsOf(bytes).map(({ text }) => text),
      refused: refused.map(({ patch, reason }) => `${cellName(patch)} ${reason}`),
    };
  };
  const year: CellPatch = { ...at('A1'), text: 'ปีงบประมาณ ๒๕๖๕' };
  const odd: CellPatch = { ...at('C1'), text: 'R&D [๑] #๒' };

  it.each([
    ['a formula refers to', parts({}, "SUM(T[R&amp;D '[1'] '#2])"), 'C1'],
    ['a defined name refers to', parts({ names: '<definedName name="n">T[ปี 2565]</definedName>' }), 'A1'],
    [
      'a pivot table refers to',
      {
        ...parts(),
        'xl/pivotCache/pivotCacheDefinition1.xml':
          '<pivotCacheDefinition><cacheFields><cacheField name="ปี 2565"/></cacheFields></pivotCacheDefinition>',
      },
      'A1',
    ],
    ['a chart refers to', { ...parts(), 'xl/charts/chart1.xml': '<c:chart><c:f>T[ปี 2565]</c:f></c:chart>' }, 'A1'],
  ])('is a heading that %s; the other cells change', (_, all, cell) => {
    const { texts, refused } = some(all, year, odd, { ...at('A9'), text: '๑' });
    expect(refused).toEqual([`${cell} used-heading`]);
    expect(texts.slice(0, 3)).toEqual(
      cell === 'A1' ? ['ปี 2565', 'ปี ๒๕๖๕', 'R&D [๑] #๒'] : ['ปีงบประมาณ ๒๕๖๕', 'ปี ๒๕๖๕', 'R&D [1] #2'],
    );
    expect(texts[4]).toBe('๑');
  });

  it('is a heading that would have the name of another one, also of one that stays', () => {
    expect(some(parts(), { ...at('A1'), text: 'ปี ๒๕๖๕' }, odd).refused).toEqual(['A1 same-heading']);
    const stays = some(parts({}, 'SUM(T[ข้อ 9])'), { ...at('D1'), text: 'ก' }, { ...at('A1'), text: 'ข้อ 9' });
    expect(stays.refused.toSorted()).toEqual(['A1 same-heading', 'D1 used-heading']);
  });

  it('is the format of a cell that has none', () => {
    const { texts, refused } = some(parts(), { ...at('A9'), format: CODE }, { ...at('B9'), format: '0.0' });
    expect(refused).toEqual(['A9 no-such-format']);
    expect(texts.slice(4)).toEqual(['1', '1.0']);
  });

  it('is not what no single cell is to blame for', () => {
    expect(() => some(parts(), { ...year, sheet: 'ไม่มี' })).toThrow(RangeError);
  });
});

describe('a built-in format whose code depends on the language', () => {
  const data = '<row r="1"><c r="A1" s="1"><v>44621</v></c><c r="B1" s="2"><v>44621</v></c></row>';
  const BUILT_INS = [14, 15, 16, 17, 22, 37, 38, 39, 40, 47];
  it.each(BUILT_INS)('comes back as %i and not as its code', (id) => {
    const bytes = sheetWorkbook(data, {
      styles: `<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="${id}"/><xf numFmtId="2"/></cellXfs>`,
    });
    const [before] = cellsOf(bytes);
    expect(before?.builtIn).toBe(id);
    const converted = patched(bytes, { ...at('A1'), format: CODE });
    const back = patched(converted, { ...at('A1'), format: before?.format ?? '', builtIn: id });
    expect(cellsOf(back)[0]).toEqual(before);
    expect(partOf(back, STYLES_PART).match(/<numFmt /g)).toHaveLength(1);
  });

  it('is told from those with one code everywhere, and from a code of the workbook', () => {
    const own = '<numFmts count="1"><numFmt numFmtId="14" formatCode="yyyy"/></numFmts>';
    const cellXfs = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs>';
    const cells = cellsOf(sheetWorkbook(data, { styles: own + cellXfs }));
    expect(cells.map(({ builtIn }) => builtIn)).toEqual([undefined, undefined]);
  });
});
