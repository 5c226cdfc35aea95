import { readFileSync } from 'node:fs';
import { decodeWorkbook } from '../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../src/adapters/xlsx/options.ts';
import { patchWorkbook } from '../../src/adapters/xlsx/patch/patch.ts';
import type { TextPatch, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { asBySheetJs, byReader, bySheetJs, plainBySheetJs } from '../adapters/xlsx/oracle.ts';
import { byEncoder, byExcelJs, byHand, bySheetJs as writtenBySheetJs } from '../adapters/xlsx/writers.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { sheetWorkbook } from '../support/package-builder.ts';

const office = openLibreOffice();
afterAll(() => {
  office.close();
});

const decode = (bytes: Uint8Array): WorkbookContent => decodeWorkbook(bytes, readOptions({}));

/** A workbook as LibreOffice saves it again. */
function resaved(name: string, bytes: Uint8Array): Uint8Array {
  return readFileSync(office.convert(office.save(`${name}.xlsx`, bytes), 'xlsx'));
}

/**
 * What survives saving by another program: texts, kinds and places of what is not computed. A very hidden sheet becomes hidden.
 */
function essence({ sheets }: WorkbookContent): unknown {
  return sheets.map(({ name, state, cells, merges }) => ({
    name,
    visible: state === 'visible',
    merges,
    cells: cells.flatMap(({ row, column, kind, text, formula }) =>
      formula === undefined ? [[row, column, kind, text]] : [],
    ),
  }));
}

describe.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  ['exceljs', byExcelJs],
  ['sheetjs', () => writtenBySheetJs(true)],
  ['encoder', byEncoder],
  ['hand', byHand],
])('a workbook by %s that LibreOffice saved again', (name, make) => {
  it('agrees with SheetJS', async () => {
    const bytes = resaved(name, await make());
    expect(asBySheetJs(byReader(decode(bytes), plainBySheetJs(bytes)))).toEqual(bySheetJs(bytes));
  });

  it('can be patched, and LibreOffice reads the patches', async () => {
    const bytes = resaved(name, await make());
    const sheet = decode(bytes).sheets[0]!.name;
    const patches: TextPatch[] = [
      { sheet, row: 5, column: 0, text: ' ก & ข <ค>\n"๑" _x000D_ 😀 ' },
      { sheet, row: 40, column: 3, text: '=1+1' },
      { sheet, row: 1, column: 1, text: 'แทนสูตร' },
    ];
    const patched = patchWorkbook(bytes, patches, readOptions({}));
    const after = decode(resaved(`${name}-patched`, patched));
    expect(essence(after)).toEqual(essence(decode(patched)));
    for (const { row, column, text } of patches) {
      expect(after.sheets[0]!.cells.find((cell) => cell.row === row && cell.column === column)).toMatchObject({
        kind: 'text',
        text,
      });
    }
  });
});

// Not the built-in formats: they become those of the language that LibreOffice runs in.
describe('numbers and dates that LibreOffice saved again', () => {
  const formats = [
    '[$-D00041E]0',
    '[$-D07041E]d mmmm yyyy',
    '[$-107041E]d mmm yy',
    '#,##0.00',
    '0%',
    'yyyy\\-mm\\-dd',
    '[h]:mm',
  ];
  const styles =
    `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('')}</numFmts>` +
    '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>' +
    `<cellXfs><xf/>${formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`).join('')}</cellXfs>`;
  const row = Array.from(
    { length: formats.length + 1 },
    (_, style) => `<c r="${String.fromCharCode(65 + style)}1" s="${style}"><v>44621.5</v></c>`,
  );

  it('look the same', () => {
    const bytes = sheetWorkbook(`<row r="1">${row.join('')}</row>`, { styles });
    expect(essence(decode(resaved('numbers', bytes)))).toEqual(essence(decode(bytes)));
  });
});
