import { Document, ExternalHyperlink, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { createDocxCodec } from '../../../src/adapters/docx/codec.ts';
import { encodeIn } from '../../../src/adapters/docx/template/encode-in.ts';
import { textsOfDocument } from '../../../src/domain/document/plan.ts';
import type { TemplateNotice } from '../../../src/domain/document/template.ts';
import { UnusableTemplate, type FramedDocument } from '../../../src/usecases/ports/document-codec.ts';
import {
  ACROSS,
  address,
  EMBLEM,
  emblem,
  letterhead,
  partsFor,
  PLACE,
  section,
  template,
} from '../../support/letterheads.ts';
import { paragraphsIn, partsOf, printedReport } from '../../support/report-document.ts';

const codec = createDocxCodec();
const plan = printedReport({ letter: true });
const texts = textsOfDocument(plan);

/** The report in a template, from the sections of which it is made or as a file. */
async function framed(source: Uint8Array | Parameters<typeof template>[0]): Promise<FramedDocument> {
  return codec.encodeIn(plan, partsFor(source instanceof Uint8Array ? source : await template(source)));
}

/** A template with some of its parts changed, added or, by undefined, left out. */
async function changed(
  changes: Readonly<Record<string, string | undefined | ((xml: string) => string)>>,
  source?: Uint8Array,
): Promise<Uint8Array> {
  const bytes = source ?? (await template([section([PLACE])]));
  const parts = new Map(partsFor(bytes));
  for (const [name, change] of Object.entries(changes)) {
    const before = new TextDecoder().decode(parts.get(name));
    if (change === undefined) parts.delete(name);
    else parts.set(name, strToU8(typeof change === 'string' ? change : change(before)));
  }
  return zipSync(Object.fromEntries(parts));
}

/** Adds a relationship to a part of relationships. */
function related(type: string, target: string, mode = ''): (xml: string) => string {
  const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
  return (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdX" Type="${kind}" Target="${target}"${mode && ` TargetMode="${mode}"`}/></Relationships>`,
    );
}

function codes({ notices }: FramedDocument): readonly TemplateNotice['code'][] {
  return notices.map(({ code }) => code);
}

/** The properties of each section of a document. */
function sectionsOf({ bytes }: FramedDocument): readonly string[] {
  return partsOf(bytes)
    .get('word/document.xml')!
    .match(/<w:sectPr.*?<\/w:sectPr>/gs)!;
}

/** The text of the header or footer of a section. */
function slotOf({ bytes }: FramedDocument, section: string, slot: string): string | undefined {
  const parts = partsOf(bytes);
  const [kind = '', type = ''] = slot.split(':');
  const id = new RegExp(`<w:${kind}Reference w:type="${type}" r:id="([^"]*)"`).exec(section)?.[1];
  if (id === undefined) return undefined;
  const relationships = parts.get('word/_rels/document.xml.rels')!;
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(relationships)![1]!;
  return parts.get(`word/${target}`);
}

describe('the report in a template with a letterhead alone', () => {
  let document: FramedDocument;

  beforeAll(async () => {
    document = await framed([section(['', ''])]);
  });

  it('has each text of the plan once and in order, and nothing else', () => {
    expect(paragraphsIn(document.bytes)).toEqual(texts);
  });

  it('is the same bytes from the same plan and template', async () => {
    const source = await template([section([PLACE])]);
    expect(Buffer.from((await framed(source)).bytes).equals((await framed(source)).bytes)).toBe(true);
  });

  it('has the letterhead with its picture on every page', () => {
    for (const section of sectionsOf(document)) {
      expect(slotOf(document, section, 'header:default')).toContain('สำนักงาน ก.ก. กรุงเทพมหานคร');
    }
    expect(
      Object.keys(Object.fromEntries(partsFor(document.bytes))).filter((name) => name.endsWith('.png')),
    ).toHaveLength(1);
    expect([...partsFor(document.bytes).values()]).toContainEqual(EMBLEM);
  });

  it('has the pages of the template, turned for the table, and a table as wide as they leave room', () => {
    const [upright, , , across] = sectionsOf(document);
    expect(upright).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(upright).toMatch(/<w:pgMar [^>]*w:left="1500"/);
    expect(across).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    const width = 16838 - 1500 - 1100;
    const table = /<w:tblW [^>]*w:w="(\d+)"/.exec(partsOf(document.bytes).get('word/document.xml')!)!;
    expect(Number(table[1])).toBeGreaterThan(width - 5);
    expect(Number(table[1])).toBeLessThanOrEqual(width);
  });

  it('counts its pages in Thai digits below the letterhead from the introduction on, and says so', () => {
    const shown = sectionsOf(document).map((section) => slotOf(document, section, 'footer:default')?.includes('PAGE'));
    expect(shown).toEqual([undefined, undefined, true, true]);
    expect(sectionsOf(document).map((section) => section.includes('w:start="1"'))).toEqual([false, false, true, false]);
    expect(codes(document)).toContain('template-page-numbers');
  });

  it('takes styles of the template by their names and adds those that it lacks', () => {
    const body = partsOf(document.bytes).get('word/document.xml')!;
    const styles = partsOf(document.bytes).get('word/styles.xml')!;
    // A localised Word has other ids for the styles that it brings.
    expect(body).toContain('<w:pStyle w:val="1"/>');
    expect(styles).toContain('1F3864');
    const used = new Set(Array.from(body.matchAll(/<w:pStyle w:val="([^"]*)"/g), ([, id]) => id));
    for (const id of used) expect(styles.match(new RegExp(`w:styleId="${id}"`, 'g'))).toHaveLength(1);
    expect(document.notices).toContainEqual({
      code: 'template-styles',
      names: expect.arrayContaining(['ItaBody', 'ItaResult']) as readonly string[],
    });
  });

  it('has headings in the outline, also where the styles of the template have no level', () => {
    const body = partsOf(document.bytes).get('word/document.xml')!;
    const paragraphs = body.match(/<w:pPr>.*?<\/w:pPr>/gs)!;
    const heading = paragraphs.filter((each) => each.includes('<w:outlineLvl w:val="0"/>'));
    expect(heading).toHaveLength(1);
    expect(heading[0]).toContain('<w:pStyle w:val="1"/>');
  });

  it('has its own title, not that of the template', () => {
    const core = partsOf(document.bytes).get('docProps/core.xml')!;
    expect(core).toContain(plan.title);
    expect(core).not.toContain('แม่แบบ');
  });
});

describe('a report that is longer than any template may be', () => {
  it('has the letterhead all the same', async () => {
    const blocks = Array.from(
      { length: 30_000 },
      (_, index) => ({ kind: 'paragraph', style: 'body', text: `ย่อหน้า ${index}` }) as const,
    );
    const long = { ...plan, sections: [{ orientation: 'portrait', pageNumbers: 'none', blocks }] } as const;
    const { bytes } = await codec.encodeIn(long, partsFor(await template([section([PLACE])])));
    expect(paragraphsIn(bytes)).toHaveLength(30_000);
  });
});

describe('pictures and links of a report', () => {
  it('go with it into the package of the template, each under a name and number of its own', async () => {
    const link = new ExternalHyperlink({ link: 'https://www.bangkok.go.th/', children: [new TextRun('ลิงก์')] });
    const own = new Document({ sections: [{ children: [new Paragraph({ children: [emblem(), link] })] }] });
    const one = { ...plan, sections: plan.sections.slice(0, 1) };
    const parts = partsFor(await template([section([new Paragraph({ children: [emblem()] }), PLACE])]));
    const { bytes } = await encodeIn(one, parts, async () => new Uint8Array(await Packer.toArrayBuffer(own)));
    const body = partsOf(bytes).get('word/document.xml')!;
    const relationships = partsOf(bytes).get('word/_rels/document.xml.rels')!;
    const pictures = Array.from(body.matchAll(/r:embed="([^"]*)"/g), ([, id]) => id!);
    expect(new Set(pictures).size).toBe(2);
    for (const id of pictures) {
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(relationships)![1]!;
      expect(partsFor(bytes).get(`word/${target}`)).toEqual(EMBLEM);
    }
    const drawings = Array.from(body.matchAll(/<wp:docPr [^>]*?id="(\d+)"/g), ([, id]) => id);
    expect(new Set(drawings).size).toBe(2);
    const [, clicked] = /<w:hyperlink [^>]*r:id="([^"]*)"/.exec(body)!;
    expect(relationships).toMatch(
      new RegExp(`Id="${clicked}"[^>]*Target="https://www.bangkok.go.th/" TargetMode="External"`),
    );
  });
});

describe('the place of the report', () => {
  const table = (text: string): Table =>
    new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })] });

  it('is a paragraph with its mark, also where Word cut it into runs', async () => {
    const cut = new Paragraph({ children: ['{{ราย', 'งาน', '}}'].map((text) => new TextRun(text)) });
    const document = await framed([section(['ก่อน', cut, 'หลัง'])]);
    expect(paragraphsIn(document.bytes)).toEqual(['ก่อน', ...texts, 'หลัง']);
    expect(codes(document)).not.toContain('template-no-place');
  });

  it('follows what stands before it on the same page, and what stands behind it begins a page', async () => {
    const document = await framed([section([new Paragraph({ children: [emblem()] }), PLACE, 'หลัง'])]);
    expect(sectionsOf(document)).toHaveLength(plan.sections.length + 1);
    const alone = await framed([section([new Paragraph({ children: [emblem()] }), PLACE])]);
    expect(sectionsOf(alone)).toHaveLength(plan.sections.length);
  });

  it('is a content control by its tag, whose prompt is no text of the office', async () => {
    const control =
      (content: string, more = ''): ((xml: string) => string) =>
      (xml) =>
        xml.replace(
          /<w:body>.*?<w:sectPr/s,
          `<w:body><w:sdt><w:sdtPr><w:tag w:val="ita-report"/>${more}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>${content}</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sectPr`,
        );
    const prompt = await framed(await changed({ 'word/document.xml': control('คลิกที่นี่', '<w:showingPlcHdr/>') }));
    expect(paragraphsIn(prompt.bytes)).toEqual(texts);
    expect(codes(prompt)).not.toContain('template-text-replaced');
    const filled = await framed(await changed({ 'word/document.xml': control('ร่างเดิม') }));
    expect(filled.notices).toContainEqual({ code: 'template-text-replaced', text: 'ร่างเดิม' });
  });

  it('takes the place of what stands in its paragraph, and says so', async () => {
    const document = await framed([
      section([new Paragraph({ children: [new TextRun(`เอกสารแนบ ${PLACE}`), emblem()] }), '']),
    ]);
    expect(paragraphsIn(document.bytes)).toEqual(texts);
    expect(document.notices).toEqual(
      expect.arrayContaining([
        { code: 'template-text-replaced', text: 'เอกสารแนบ' },
        { code: 'template-object-replaced' },
      ]),
    );
  });

  it('is behind the text of a template that says nothing, on a page of its own, and says so', async () => {
    const document = await framed([section(['ข้อความตัวอย่าง', table('ตาราง'), '', ''])]);
    expect(paragraphsIn(document.bytes)).toEqual(['ข้อความตัวอย่าง', 'ตาราง', ...texts]);
    expect(sectionsOf(document)).toHaveLength(plan.sections.length + 1);
    expect(codes(document)).toContain('template-no-place');
  });

  it('cannot be in a table: the mark stays there, and that is said', async () => {
    const document = await framed([section([table(PLACE), ''])]);
    expect(paragraphsIn(document.bytes)).toEqual([PLACE, ...texts]);
    expect(codes(document)).toContain('template-place-inside');
  });

  it('is the first of several; the others stay, and that is said', async () => {
    const document = await framed([section([PLACE, PLACE])]);
    expect(paragraphsIn(document.bytes)).toEqual([...texts, PLACE]);
    expect(document.notices).toContainEqual({ code: 'template-places', count: 2 });
  });
});

describe('the sections of a template', () => {
  it('give the table the pages across that the template has, whose letterhead differs', async () => {
    const across = section([''], { headers: { default: letterhead('แนวนอน') }, properties: ACROSS });
    const document = await framed([section([PLACE]), across]);
    expect(codes(document)).not.toContain('template-turned');
    expect(sectionsOf(document)).toHaveLength(plan.sections.length);
    expect(sectionsOf(document).map((each) => slotOf(document, each, 'header:default')?.includes('แนวนอน'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('stay behind the report with the headers and footers that they inherit', async () => {
    const document = await framed([
      section([PLACE], { footers: { default: address() } }),
      section(['ท้ายเล่ม'], { headers: {} }),
    ]);
    expect(paragraphsIn(document.bytes)).toEqual([...texts, 'ท้ายเล่ม']);
    const last = sectionsOf(document).at(-1)!;
    expect(slotOf(document, last, 'header:default')).toContain('สำนักงาน ก.ก.');
    expect(slotOf(document, last, 'header:default')).not.toContain('PAGE');
    expect(slotOf(document, last, 'footer:default')).toContain('ถนนดินสอ');
  });

  it('do not take over a page number that only the report has', async () => {
    const document = await framed([section([PLACE], { headers: {} }), section(['ท้ายเล่ม'], { headers: {} })]);
    const last = sectionsOf(document).at(-1)!;
    expect(slotOf(document, last, 'header:default') ?? '').not.toContain('PAGE');
    expect(slotOf(document, sectionsOf(document).at(-2)!, 'header:default')).toContain('PAGE');
  });

  it('keep a page number of the template as it is', async () => {
    const numbered = (xml: string): string =>
      xml.replace(
        '</w:hdr>',
        '<w:p><w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r></w:p></w:hdr>',
      );
    const document = await framed(await changed({ 'word/header1.xml': numbered }));
    expect(codes(document)).not.toContain('template-page-numbers');
    expect(sectionsOf(document).some((each) => each.includes('footerReference'))).toBe(false);
  });

  it('add the number to a copy of the letterhead where header and footer are taken', async () => {
    const document = await framed([section([PLACE], { footers: { default: address() } })]);
    const [letter, , introduction] = sectionsOf(document);
    expect(slotOf(document, letter!, 'header:default')).not.toContain('PAGE');
    const header = slotOf(document, introduction!, 'header:default')!;
    expect(header).toMatch(/สำนักงาน ก\.ก\..*PAGE \\\* THAIARABIC/s);
  });

  it('have a letterhead of their own for the first page once', async () => {
    const first = section([PLACE], { headers: { default: letterhead('หน้าต่อไป'), first: letterhead('หน้าแรก') } });
    const document = await framed([{ ...first, properties: { ...first.properties, titlePage: true } }]);
    expect(sectionsOf(document).map((each) => each.includes('<w:titlePg/>'))).toEqual([true, false, false, false]);
  });

  it('without room for the table give way to pages of the program, and that is said', async () => {
    const margin = { left: 6000, right: 5000 };
    const document = await framed([section([PLACE], { properties: { page: { margin } } })]);
    expect(codes(document)).toContain('template-narrow');
    expect(sectionsOf(document).at(-1)).toContain('w:left="1134"');
  });
});

describe('the texts of a template', () => {
  it('are in the font that it names, also by its theme, which is said where it is not the official one', async () => {
    const named = await framed(
      await changed({ 'word/styles.xml': (xml) => xml.replaceAll('TH Sarabun New', 'Cordia New') }),
    );
    expect(named.notices).toContainEqual({ code: 'template-font', font: 'Cordia New', size: 16 });
    const themed = await framed(
      await changed({
        'word/styles.xml': (xml) => xml.replace('w:cs="TH Sarabun New"', 'w:cstheme="minorBidi"'),
        'word/theme/theme1.xml': (xml) =>
          xml.replace(
            /(<a:minorFont>.*?<a:cs typeface="[^"]*"[^>]*\/>)/s,
            '$1<a:font script="Thai" typeface="Angsana New"/>',
          ),
      }),
    );
    expect(themed.notices).toContainEqual({ code: 'template-font', font: 'Angsana New', size: 16 });
  });

  it('are Thai for programs that read aloud, which is said where they were not', async () => {
    const document = await framed(
      await changed({ 'word/styles.xml': (xml) => xml.replaceAll('w:bidi="th-TH"', 'w:bidi="ar-SA"') }),
    );
    expect(codes(document)).toContain('template-language');
    expect(partsOf(document.bytes).get('word/styles.xml')).toContain('<w:lang w:val="th-TH" w:bidi="th-TH"/>');
  });

  it('are as without a template where it has no styles', async () => {
    const bare = await changed({
      'word/styles.xml': undefined,
      'word/_rels/document.xml.rels': (xml) => xml.replace(/<Relationship [^>]*styles\.xml"\/>/, ''),
      '[Content_Types].xml': (xml) => xml.replace(/<Override [^>]*styles\.xml"\/>/, ''),
    });
    const document = await framed(bare);
    expect(codes(document)).toContain('template-no-font');
    expect(partsOf(document.bytes).get('word/styles.xml')).toContain('TH SarabunPSK');
    expect(paragraphsIn(document.bytes)).toEqual(texts);
  });
});

describe('what of a template is not passed on', () => {
  it('is macros: the document has none, and that is said', async () => {
    const document = await framed(
      await changed({
        'word/vbaProject.bin': 'macro',
        'word/_rels/document.xml.rels': related('vbaProject', 'vbaProject.bin'),
        '[Content_Types].xml': (xml) =>
          xml
            .replace(
              'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
              'application/vnd.ms-word.document.macroEnabled.main+xml',
            )
            .replace(
              '</Types>',
              '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
            ),
      }),
    );
    expect(codes(document)).toContain('template-macros');
    const parts = partsOf(document.bytes);
    expect([...parts.keys()].filter((name) => name.includes('vba'))).toEqual([]);
    expect(parts.get('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml');
    expect(parts.get('[Content_Types].xml')).not.toMatch(/macro|vba/i);
  });

  it('is a template behind the template, which Word would load from its address', async () => {
    const document = await framed(
      await changed({
        'word/settings.xml': (xml) =>
          xml.replace('<w:defaultTabStop', '<w:attachedTemplate r:id="rIdX"/><w:defaultTabStop'),
        'word/_rels/settings.xml.rels': related(
          'attachedTemplate',
          'https://example.org/x.dotm',
          'External',
        )('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'),
      }),
    );
    expect(document.notices).toContainEqual({ code: 'template-external', targets: ['https://example.org/x.dotm'] });
    expect([...partsOf(document.bytes).values()].join()).not.toMatch(/example\.org|attachedTemplate/);
  });

  it('is a picture that is fetched from elsewhere; its place stays, and a link to click does', async () => {
    const document = await framed(
      await changed({
        'word/header1.xml': (xml) => xml.replace(/r:embed="[^"]*"/, 'r:link="rIdX"'),
        'word/_rels/header1.xml.rels': (xml) =>
          related(
            'hyperlink',
            'https://www.bangkok.go.th/',
            'External',
          )(related('image', 'http://tracker.example/p.png', 'External')(xml)).replace(
            /rIdX(?=" Type="[^"]*hyperlink)/,
            'rIdY',
          ),
      }),
    );
    expect(document.notices).toContainEqual({ code: 'template-external', targets: ['http://tracker.example/p.png'] });
    const all = [...partsOf(document.bytes).values()].join();
    expect(all).not.toContain('tracker.example');
    expect(all).not.toContain('r:link');
    expect(all).toContain('https://www.bangkok.go.th/');
  });

  it('is a header whose part is missing: its section has none', async () => {
    const document = await framed(
      await changed({
        'word/_rels/document.xml.rels': (xml) => xml.replace('header1.xml', 'header9.xml'),
      }),
    );
    expect(document.notices).toContainEqual({ code: 'template-parts', names: ['header9.xml'] });
    expect(partsOf(document.bytes).get('word/document.xml')).not.toMatch(/<w:headerReference(?![^>]* r:id=)/);
    expect(slotOf(document, sectionsOf(document).at(-1)!, 'header:default')).toContain('PAGE');
  });

  it('is a link in a picture to a file of a drive', async () => {
    const document = await framed(
      await changed({
        'word/header1.xml': (xml) =>
          xml.replace(
            /(<wp:docPr [^>]*?)\/?>(?:<\/wp:docPr>)?/,
            '$1><a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:id="rIdX"/></wp:docPr>',
          ),
        'word/_rels/header1.xml.rels': related('hyperlink', 'file:///C:/x.exe', 'External'),
      }),
    );
    expect(document.notices).toContainEqual({ code: 'template-external', targets: ['file:///C:/x.exe'] });
    expect([...partsOf(document.bytes).values()].join()).not.toMatch(/x\.exe|hlinkClick/);
  });

  it('is an embedded object, by its name', async () => {
    const document = await framed(
      await changed({
        'word/embeddings/oleObject1.bin': 'object',
        'word/_rels/document.xml.rels': related('oleObject', 'embeddings/oleObject1.bin'),
      }),
    );
    expect(document.notices).toContainEqual({ code: 'template-parts', names: ['oleObject1.bin'] });
  });
});

describe('a file that cannot be a template', () => {
  const reasonOf = async (source: Promise<Uint8Array>): Promise<string> => {
    const error: unknown = await framed(await source).catch((error: unknown) => error);
    return error instanceof UnusableTemplate ? error.reason : String(error);
  };

  it.each<[string, string, Parameters<typeof changed>[0]]>([
    ['a package without content types', 'not-document', { '[Content_Types].xml': undefined }],
    [
      'a workbook',
      'not-document',
      { '[Content_Types].xml': (xml) => xml.replaceAll('wordprocessingml.document', 'spreadsheetml.sheet') },
    ],
    [
      'a document of the strict kind',
      'strict',
      {
        '_rels/.rels': (xml) =>
          xml.replace(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          ),
      },
    ],
    ['a document without its main part', 'not-document', { 'word/document.xml': undefined }],
    ['a main part that is cut off', 'damaged', { 'word/document.xml': (xml) => xml.slice(0, -20) }],
    [
      'a main part that declares entities',
      'damaged',
      { 'word/document.xml': (xml) => xml.replace('?>', '?><!DOCTYPE w [<!ENTITY a "b">]>') },
    ],
    ['styles that are no XML', 'damaged', { 'word/styles.xml': 'no' }],
    [
      'elements without end',
      'damaged',
      { 'word/document.xml': (xml) => xml.replace('<w:body>', '<w:body>'.repeat(400)) },
    ],
    ['a part beyond measure', 'too-large', { 'word/document.xml': `<a>${' '.repeat(5 * 2 ** 20)}</a>` }],
    ['elements beyond measure', 'too-large', { 'word/document.xml': `<a>${'<b/>'.repeat(200_000)}</a>` }],
  ])('is refused with a reason: %s', async (_, reason, changes) => {
    expect(await reasonOf(changed(changes))).toBe(reason);
  });
});
