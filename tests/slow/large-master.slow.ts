import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { nativeFunctions } from '../../src/cli/native-functions.ts';
import { sizeLimitOfMaster } from '../../src/domain/master/size-limit.ts';
import { TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import { measuresOf, type Programme } from '../../src/domain/programme/programme.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { readWorkbook } from '../../src/usecases/read-workbook.ts';
import { ThaiText } from '../bench/thai-text.ts';
import { consolidate } from '../support/consolidate.ts';
import { programme, roster } from '../support/report-2565.ts';
import { resultOf } from '../support/report-builders.ts';

const CHARACTERS = 8_000;

/** The programme with every measure asked of every agency. */
const askedOfAll: Programme = {
  ...programme,
  parts: programme.parts.map((part) => ({
    ...part,
    issues: part.issues.map((issue) => ({
      ...issue,
      groups: issue.groups.map((group) => ({
        ...group,
        measures: group.measures.map((measure) => ({
          ...measure,
          responsible: { ...measure.responsible, agencies: roster.agencies.map(({ code }) => code) },
        })),
      })),
    })),
  })),
};

/** The master of agencies that each answer every measure with a long text of its own, and these texts. */
async function largeMaster(): Promise<{ readonly bytes: Uint8Array; readonly texts: readonly string[] }> {
  const thai = new ThaiText(8_000);
  const measures = measuresOf(askedOfAll);
  const texts = roster.agencies.map(() => measures.map(() => thai.text(CHARACTERS)));
  const results = roster.agencies.map(({ code }, agency) =>
    resultOf({
      agency: code,
      file: `${code}.xlsx`,
      issues: [1, 2, 3, 4, 5, 6, 7, 8],
      contact: {},
      entries: measures.map(({ measure: { key } }, row) => ({
        measure: key,
        paragraphs: [{ text: texts[agency]![row]!, sheet: 'แผ่น', cell: { row, column: 5 } }],
        dates: [],
        evidence: [],
        notes: [],
      })),
    }),
  );
  const plan = planMaster(consolidate(askedOfAll, roster, results), { created: '2022-04-01T00:00:00Z' });
  return { bytes: await createXlsxCodec().encode(plan), texts: texts.flat() };
}

describe(`a master of 77 agencies with ${CHARACTERS} characters for each of 59 measures`, () => {
  const codec = createXlsxCodec(nativeFunctions);
  const room = sizeLimitOfMaster(programme, roster);
  let bytes: Uint8Array;
  let texts: readonly string[];
  let content: WorkbookContent;

  beforeAll(async () => {
    ({ bytes, texts } = await largeMaster());
    content = await codec.decode(bytes, room);
  }, 300_000);

  it('is written and read back with every text', () => {
    expect(texts).toHaveLength(77 * 59);
    const table = content.sheets.find(({ name }) => name === TABLE_SHEET)!;
    const read = new Set(table.cells.map(({ text }) => text));
    expect(texts.filter((text) => !read.has(text))).toEqual([]);
    expect(content.unread).toBeUndefined();
  });

  it('takes less than 1.2 GB to make, write and read', () => {
    expect(process.resourceUsage().maxRSS / 2 ** 10).toBeLessThan(1_200);
  });

  it('is a file of the office among the files of agencies', async () => {
    const { problems } = await readWorkbook(codec, bytes, { file: 'รายงานรวม.xlsx', programme, roster });
    expect(problems).toEqual([{ code: 'file-of-office-skipped', file: 'รายงานรวม.xlsx' }]);
  });
});
