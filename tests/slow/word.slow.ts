import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { planAnnexes, ANNEXES } from '../../src/domain/master/document/annexes.ts';
import { issuesOf } from '../../src/domain/programme/programme.ts';
import { addResult, emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { ACROSS, address, emblem, letterhead, partsFor, PLACE, section, template } from '../support/letterheads.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { programme, reportAsSubmissions, roster } from '../support/report-2565.ts';
import { PRINTED_RESULTS, printedReport } from '../support/report-document.ts';

const office = openLibreOffice();
afterAll(() => office.close());

/** Sizes of the document in half-points, by those at which Laksaman, which Debian has, is as wide and tall as TH SarabunPSK. */
const SIZES: Readonly<Record<string, string>> = { 32: '23', 40: '29' };

/** The document in a font that is there, at the size at which pages break as in the official font. */
function inFontOfThisMachine(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const styles = strFromU8(parts['word/styles.xml']!)
    .replaceAll('TH SarabunPSK', 'Laksaman')
    .replace(/(<w:sz(?:Cs)? w:val=")(\d+)"/g, (_, tag: string, size: string) => `${tag}${SIZES[size] ?? size}"`);
  return zipSync({ ...parts, 'word/styles.xml': strToU8(styles) });
}

it('is valid by the schemas, with the letter and every annex', async () => {
  const submissions = reportAsSubmissions();
  const consolidation = finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] }));
  const annexes = planAnnexes(consolidation, ANNEXES);
  const bytes = await createDocxCodec().encode(printedReport({ letter: true, annexes }));
  expect(checkOoxml(office.save('whole.docx', bytes))).toEqual(['1 files checked, 0 with problems']);
});

describe('the report in a letterhead', () => {
  const codec = createDocxCodec();
  const sections = [
    section([new Paragraph({ children: [emblem()] }), PLACE, 'ท้ายเล่ม'], { footers: { default: address() } }),
    section([''], { headers: { default: letterhead('แนวนอน') }, properties: ACROSS }),
  ];

  it.each<[string, () => Promise<Uint8Array>]>([
    ['as Word makes it', () => template(sections)],
    ['without a place', () => template([section(['ตัวอย่าง'])])],
    [
      'as LibreOffice makes it',
      async () => {
        const made = office.save('letterhead.docx', await template(sections));
        return readFileSync(office.convert(office.convert(made, 'odt'), 'docx'));
      },
    ],
  ])('is valid by the schemas and prints all 101 paragraphs under the letterhead: %s', async (name, make) => {
    const { bytes } = await codec.encodeIn(printedReport({ letter: true }), partsFor(await make()));
    const file = office.save(`${name}.docx`, bytes);
    expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
    const pages = textsOfPages(office.convert(file, 'pdf'), []);
    const whole = pages.join('');
    const lines = [...PRINTED_RESULTS.values()].flat();
    // A paragraph over two pages is cut by the letterhead; its beginning is not.
    expect(lines.filter((text) => !whole.includes(consonants(text.slice(0, 20))))).toEqual([]);
    const heads = ['สำนักงาน ก.ก.', 'แนวนอน'].map(consonants);
    expect(pages.filter((page) => !heads.some((head) => page.includes(head)))).toEqual([]);
  });
});

describe('the printed report as LibreOffice prints it', () => {
  let pages: readonly string[];
  let results: readonly string[];

  beforeAll(async () => {
    const bytes = inFontOfThisMachine(await createDocxCodec().encode(printedReport()));
    const pdf = office.convert(office.save('report.docx', bytes), 'pdf');
    pages = textsOfPages(pdf, []);
    // The last column of the table, in points of a page in landscape.
    results = textsOfPages(pdf, ['-r', '72', '-x', '463', '-y', '0', '-W', '379', '-H', '595']);
  });

  it('has all 101 paragraphs in order', () => {
    const heading = consonants('ผลการดำเนินการ');
    const whole = results.map((page) => page.slice(page.startsWith(heading) ? heading.length : 0)).join('');
    let end = 0;
    const missing = [...PRINTED_RESULTS.values()].flat().filter((text) => {
      const at = whole.indexOf(consonants(text), end);
      if (at >= 0) end = at + consonants(text).length;
      return at < 0;
    });
    expect(missing).toEqual([]);
  });

  it('repeats the heading row on every page of the table', () => {
    const table = pages.slice(2, -1);
    const headings = ['ขั้นตอนหรือวิธีการ', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'].map(consonants);
    expect(table.filter((page) => !headings.every((heading) => page.includes(heading)))).toEqual([]);
  });

  it('ends no page with a band', () => {
    const bands = programme.parts.map(({ title }) => consonants(title));
    expect(pages.filter((page) => bands.some((band) => page.endsWith(band)))).toEqual([]);
  });

  it('has about as many pages as the printed report, at the width of its font', () => {
    expect(pages.length).toBeGreaterThanOrEqual(27);
    expect(pages.length).toBeLessThanOrEqual(31);
  });
});

describe('the tagged PDF that LibreOffice makes of the report', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['of the program', () => createDocxCodec().encode(printedReport())],
    [
      'in a letterhead',
      async () => {
        const parts = partsFor(await template([section([PLACE])]));
        return (await createDocxCodec().encodeIn(printedReport(), parts)).bytes;
      },
    ],
  ])('has its title and language, headings, and a table with a heading row: %s', async (name, make) => {
    const pdf = office.convertToTagged(office.save(`tagged ${name}.docx`, await make()));
    const info = (...options: readonly string[]): string =>
      execFileSync('pdfinfo', [...options, pdf], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    expect(info()).toMatch(new RegExp(`^Title: +${programme.report.heading}$`, 'm'));
    expect(info()).toMatch(/^Tagged: +yes$/m);
    expect(readFileSync(pdf, 'latin1').match(/\/Lang\([^)]*\)/g)).toEqual(['/Lang(th-TH)']);
    const tags = Array.from(info('-struct').matchAll(/^ *(\w+)(?=[ :(]|$)/gm), ([, tag]) => tag);
    const count = (tag: string): number => tags.filter((each) => each === tag).length;
    expect({ H2: count('H2'), H3: count('H3'), Table: count('Table') }).toEqual({
      H2: programme.parts.length,
      H3: issuesOf(programme).length,
      Table: 1,
    });
    expect(count('H1')).toBeGreaterThanOrEqual(1);
    // The heading row of four columns is one, though it stands on every page.
    expect(count('TH')).toBe(4);
  });
});

/** The text of each page, or of an area of it, in the order in which it is printed. */
function textsOfPages(pdf: string, area: readonly string[]): readonly string[] {
  const text = execFileSync('pdftotext', [...area, '-raw', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return text.split('\f').slice(0, -1).map(consonants);
}

/** A text without blanks and without the vowels and marks that a PDF stores in an order of its own. */
function consonants(text: string): string {
  return text.replace(/[\s\u0e31-\u0e3a\u0e47-\u0e4e\uf700-\uf71a]/g, '');
}
