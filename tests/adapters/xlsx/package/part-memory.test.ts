import fc from 'fast-check';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { UnreadableWorkbook, type WorkbookCodec } from '../../../../src/usecases/ports/workbook-codec.ts';
import { buildPackage, buildZip, workbookParts, type BuiltEntry } from '../../../support/package-builder.ts';

const xf = (format: number): string => `<xf numFmtId="${format}" fontId="0"/>`;
const font = (name: string): string => `<fonts><font><name val="${name}"/></font></fonts>`;
const STYLES = [
  `${font('Sarabun')}<cellXfs>${xf(0)}${xf(2)}</cellXfs>`,
  `${font('Sarabun')}<cellXfs>${xf(0)}${xf(9)}</cellXfs>`,
  `${font('Tahoma')}<cellXfs>${xf(0)}${xf(2)}</cellXfs>`,
];

/** How an entry of a package may be other than it says, or other than in the file before. */
const DAMAGES: readonly ((entry: BuiltEntry) => BuiltEntry)[] = [
  (entry) => entry,
  (entry) => ({ ...entry, crc: 7 }),
  (entry) => ({ ...entry, method: 0, data: new TextEncoder().encode(String(entry.content)) }),
  (entry) => ({ ...entry, content: String(entry.content).slice(0, -9) }),
  (entry) => ({ ...entry, data: new Uint8Array([1, 2, 3]) }),
];

const workbook = fc
  .record({
    sheets: fc.array(fc.constantFrom('ก', 'ข'), { minLength: 1, maxLength: 3 }),
    styles: fc.option(fc.constantFrom(...STYLES), { nil: undefined }),
    value: fc.constantFrom('1', '0.5'),
    damaged: fc.constantFrom(
      '',
      'xl/styles.xml',
      'xl/workbook.xml',
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
    ),
    damage: fc.constantFrom(...DAMAGES),
  })
  .map(({ sheets, styles, value, damaged, damage }) => {
    const data = `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`;
    const parts = workbookParts({
      sheets: sheets.map((name, index) => ({ name: `${name}${String(index)}`, data })),
      ...(styles === undefined ? {} : { styles }),
    });
    const entries = Object.entries(parts).map(([name, content]): BuiltEntry => ({ name, content }));
    return buildZip(entries.map((entry) => (entry.name === damaged ? damage(entry) : entry)));
  });

async function outcome(codec: WorkbookCodec, bytes: Uint8Array): Promise<unknown> {
  try {
    return await codec.decode(bytes);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return [error.why, error.message];
    throw error;
  }
}

describe('the parts of the file before', () => {
  it('change nothing: files read one after the other give what each gives by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(workbook, { minLength: 2, maxLength: 4 }), async (files) => {
        const remembering = createXlsxCodec();
        for (const bytes of files) {
          expect(await outcome(remembering, bytes)).toEqual(await outcome(createXlsxCodec(), bytes));
        }
      }),
    );
  });

  it('count towards the limits like parts that are read', async () => {
    const styled = (blanks: number): Uint8Array =>
      buildPackage(
        workbookParts({
          sheets: [{ data: `<row/>${' '.repeat(blanks)}` }],
          styles: `${STYLES[0]!}${' '.repeat(20_000)}`,
        }),
      );
    const codec = createXlsxCodec({ limits: { readBytes: 60_000 } });
    await expect(codec.decode(styled(0))).resolves.toMatchObject({ font: 'Sarabun' });
    await expect(codec.decode(styled(30_000))).rejects.toMatchObject({
      why: { reason: 'too-large', limit: 'content' },
    });
  });
});
