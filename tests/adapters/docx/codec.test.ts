import fc from 'fast-check';
import { createDocxCodec } from '../../../src/adapters/docx/codec.ts';
import { crc32 } from '../../../src/adapters/xlsx/zip/crc32.ts';
import {
  textsOfDocument,
  type CellBlock,
  type DocumentPlan,
  type PicturePlan,
} from '../../../src/domain/document/plan.ts';
import { cleanPicture } from '../../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../../src/domain/image/picture.ts';
import { measuresOf, type MeasureKey } from '../../../src/domain/programme/programme.ts';
import { JPEG, png } from '../../support/pictures.ts';
import { programme } from '../../support/report-2565.ts';
import { paragraphsIn, partsOf, printedReport } from '../../support/report-document.ts';

const codec = createDocxCodec();

/** A document of one upright page. */
function page(...texts: readonly string[]): DocumentPlan {
  const blocks = texts.map((text) => ({ kind: 'paragraph', style: 'body', text }) as const);
  const sections = [{ orientation: 'portrait', pageNumbers: 'none', blocks }] as const;
  return { title: 'รายงาน', author: 'กรุงเทพมหานคร', created: '2022-04-29T02:00:00Z', sections };
}

describe('the report as a Word document', () => {
  let parts: ReadonlyMap<string, string>;
  let body: string;

  beforeAll(async () => {
    parts = partsOf(await codec.encode(printedReport({ letter: true })));
    body = parts.get('word/document.xml')!;
  });

  it('has each text of the plan once and in order', async () => {
    const plan = printedReport({ letter: true });
    expect(paragraphsIn(await codec.encode(plan))).toEqual(textsOfDocument(plan));
  });

  it('is the same bytes from the same plan', async () => {
    expect(await codec.encode(printedReport())).toEqual(await codec.encode(printedReport()));
  });

  it('sets Latin and Thai letters in TH SarabunPSK 16 and says that they are Thai', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(parts.get('word/styles.xml')!)![0];
    for (const side of ['ascii', 'hAnsi', 'cs']) expect(defaults).toContain(`w:${side}="TH SarabunPSK"`);
    expect(defaults).toContain('<w:sz w:val="32"/><w:szCs w:val="32"/>');
    expect(defaults).toContain('<w:lang w:val="th-TH" w:bidi="th-TH"/>');
  });

  it('repeats the heading row on every page and keeps no row of answers whole', () => {
    const rows = Array.from(body.matchAll(/<w:tr>.*?<\/w:tr>/gs), ([row]) => row);
    expect(rows).toHaveLength(1 + programme.parts.length + measuresOf(programme).length);
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toEqual([rows[0]]);
    const whole = rows.filter((row) => row.includes('<w:cantSplit/>'));
    expect(whole).toHaveLength(1 + programme.parts.length);
  });

  it('keeps a band with the row below it and no line alone', () => {
    const band = /<w:style [^>]*w:styleId="Heading2".*?<\/w:style>/s.exec(parts.get('word/styles.xml')!)![0];
    expect(band).toContain('<w:keepNext/>');
    const paragraphs = body.match(/<w:p>/g)!;
    expect(body.match(/<w:widowControl\/>/g)).toHaveLength(paragraphs.length);
  });

  it('keeps the last row of the report with the signature', () => {
    const rows = Array.from(body.matchAll(/<w:tr>.*?<\/w:tr>/gs), ([row]) => row);
    const kept = rows.filter((row) => row.match(/<w:p>/g)!.length === row.match(/<w:keepNext\/>/g)?.length);
    expect(kept).toEqual([rows.at(-1)]);
  });

  it('prints the table across, the rest upright, and counts the pages in Thai digits from the introduction on', () => {
    const sections = Array.from(body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs), ([section]) => section);
    expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([false, false, false, true]);
    expect(sections.map((section) => section.includes('w:start="1"'))).toEqual([false, false, true, false]);
    for (const section of sections) expect(section).toContain('w:fmt="thaiNumbers"');
    const headers = [1, 2, 3, 4].map((number) => parts.get(`word/header${number}.xml`)!);
    expect(headers.map((header) => header.includes('PAGE \\* THAIARABIC'))).toEqual([false, false, true, true]);
  });

  it('tells its title and language', () => {
    const core = parts.get('docProps/core.xml')!;
    expect(core).toContain(`<dc:title>${programme.report.heading}</dc:title>`);
    expect(core).toContain('<dc:language>th-TH</dc:language>');
  });
});

describe('a text of a document', () => {
  it('keeps its lines, tabs and blanks', async () => {
    const texts = ['  ก\n\nข\tค  ', '<w:t>&amp;"ง"</w:t>'];
    expect(paragraphsIn(await codec.encode(page(...texts)))).toEqual(texts);
  });

  it('ends its lines as any program does', async () => {
    expect(paragraphsIn(await codec.encode(page('ก\r\nข\rค')))).toEqual(['ก\nข\nค']);
  });

  it('shows a character that XML cannot contain by its code', async () => {
    const texts = ['ก\u0007ข', 'ค\ud800', '\uffffง'];
    expect(paragraphsIn(await codec.encode(page(...texts)))).toEqual(['ก_x0007_ข', 'ค_xD800_', '_xFFFF_ง']);
  });

  it('stands in the document once and in order, whatever it is', async () => {
    const text = fc
      .string({ unit: fc.constantFrom('ก', 'ำ', '๑', ' ', '<', '&', '"', ']]>', '😀', '\n', '\t', 'a'), minLength: 1 })
      .filter((found) => found.trim() !== '');
    const keys = measuresOf(programme).map(({ measure }) => measure.key);
    const results = fc.dictionary(fc.constantFrom<string>(...keys), fc.array(text, { maxLength: 4 }), { maxKeys: 8 });
    await fc.assert(
      fc.asyncProperty(results, async (found) => {
        const plan = printedReport({ results: new Map(Object.entries(found) as [MeasureKey, string[]][]) });
        expect(paragraphsIn(await codec.encode(plan))).toEqual(textsOfDocument(plan));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a picture in a table', () => {
  const clean = (bytes: Uint8Array): CleanPicture => cleanPicture(bytes, crc32) as CleanPicture;
  const document = (...pictures: readonly Partial<PicturePlan>[]): DocumentPlan => {
    const cells = pictures.map((parts): readonly CellBlock[] => [
      { kind: 'picture', picture: clean(png()), description: 'ภาพ & "ก"', width: 120, height: 60, ...parts },
    ]);
    const columns = cells.map((_, index) => ({ heading: String(index), width: 1 }));
    const blocks = [{ kind: 'table', columns, rows: [{ kind: 'cells', cells }] }] as const;
    return { ...page(), sections: [{ orientation: 'landscape', pageNumbers: 'continue', blocks }] };
  };
  const bodyOf = async (plan: DocumentPlan): Promise<string> =>
    partsOf(await codec.encode(plan)).get('word/document.xml')!;

  it('has its size and its text for those who do not see it', async () => {
    const body = await bodyOf(document({}));
    expect(body).toContain(`<wp:extent cx="${120 * 12_700}" cy="${60 * 12_700}"/>`);
    expect(body).toContain('descr="ภาพ &amp; &quot;ก&quot;"');
  });

  it('is turned, with room for what reaches beyond its box, and cropped', async () => {
    const turn = { quarters: 1, mirrored: true } as const;
    const crop = { left: 0.1, top: 0, right: 0, bottom: 0.25 };
    const body = await bodyOf(document({ frame: { turn, crop }, width: 60, height: 120 }));
    expect(body).toContain(`<wp:extent cx="${120 * 12_700}" cy="${60 * 12_700}"/>`);
    expect(body).toContain(`<wp:effectExtent t="${30 * 12_700}" r="0" b="${30 * 12_700}" l="0"/>`);
    expect(body).toMatch(/<a:xfrm[^>]* rot="5400000"/);
    expect(body).toMatch(/<a:xfrm[^>]* flipH="(?:1|true)"/);
    expect(body).toMatch(/<a:srcRect l="10000" t="0" r="0" b="25000"\/>/);
  });

  it('is in the file once, however often it is shown, and each has a number of its own', async () => {
    const plan = document({}, {}, { picture: clean(JPEG.baseline) });
    const parts = partsOf(await codec.encode(plan));
    expect([...parts.keys()].filter((name) => /^word\/media\/./.test(name))).toHaveLength(2);
    const ids = [...parts.get('word/document.xml')!.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['1', '2', '3']);
    expect(await codec.encode(plan)).toEqual(await codec.encode(plan));
  });
});
