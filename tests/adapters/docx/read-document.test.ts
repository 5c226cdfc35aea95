import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { createDocxCodec } from '../../../src/adapters/docx/codec.ts';
import type { DocumentContent, TableContent } from '../../../src/domain/document/content.ts';
import type { TemplateParts } from '../../../src/usecases/ports/document-codec.ts';
import { textsOfDocument } from '../../../src/domain/document/plan.ts';
import { openDocument } from '../../support/open-document.ts';
import { printedReport } from '../../support/report-document.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a document whose main part is this text. */
function partsOf(
  document: string,
  { type = MAIN, kind = 'http://schemas.openxmlformats.org/officeDocument/2006' } = {},
): TemplateParts {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${kind}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': document,
  };
  return new Map(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

function read(body: string): Promise<DocumentContent> {
  return createDocxCodec().decode(
    partsOf(`<w:document xmlns:w="${W}" xmlns:mc="${MC}"><w:body>${body}</w:body></w:document>`),
  );
}

async function textOf(body: string): Promise<readonly string[]> {
  const { blocks } = await read(body);
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

async function tableOf(rows: string): Promise<TableContent> {
  const { blocks } = await read(`<w:tbl><w:tblGrid/>${rows}</w:tbl>`);
  return blocks[0] as TableContent;
}

function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
}

describe('reading a document for Word', () => {
  it.each([
    [
      'runs, tabs and line breaks',
      '<w:p><w:r><w:t>ก</w:t><w:tab/><w:t xml:space="preserve"> ข</w:t></w:r><w:r><w:br/><w:t>ค</w:t><w:noBreakHyphen/></w:r></w:p>',
      ['ก\t ข\nค-'],
    ],
    [
      'inserted and linked text, not deleted text and codes of fields',
      '<w:p><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins><w:del><w:r><w:delText>เก่า</w:delText><w:t>เก่า</w:t></w:r></w:del><w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText><w:t>ลิงก์</w:t></w:r></w:hyperlink></w:p>',
      ['ใหม่ลิงก์'],
    ],
    [
      'content controls',
      '<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:sdtContent></w:sdt>',
      ['ก'],
    ],
    [
      'a text box once',
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>กล่อง</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>กล่อง</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>',
      ['\nกล่อง'],
    ],
    [
      'bullets of symbol fonts and characters by their number',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0B7"/><w:sym w:char="0E01"/><w:sym w:char="zz"/></w:r></w:p>',
      ['•ก•'],
    ],
  ])('takes %s', async (_, body, texts) => {
    expect(await textOf(body)).toEqual(texts);
  });

  it('tells numbered paragraphs, pictures and notes', async () => {
    const numbered = (id: string) =>
      `<w:p><w:pPr><w:numPr><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:drawing/><w:footnoteReference/></w:r></w:p>`;
    expect((await read(numbered('3') + numbered('0'))).blocks).toMatchObject([
      { isListItem: true, objects: 2 },
      { isListItem: false, objects: 2 },
    ]);
  });

  it('places cells in the grid, also merged ones, and leaves deleted rows out', async () => {
    const { rows } = await tableOf(
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('ก', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')}${cell('ข')}</w:tr>` +
        `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('ลบ')}</w:tr>` +
        `<w:tr>${cell('', '<w:vMerge/>')}</w:tr>`,
    );
    expect(rows.map(({ cells }) => cells.map(({ column, span, isContinued }) => [column, span, isContinued]))).toEqual([
      [
        [1, 2, false],
        [3, 1, false],
      ],
      [[0, 1, true]],
    ]);
  });

  it('takes the text of a table in a cell', async () => {
    const inner = `<w:tbl><w:tr>${cell('ใน')}</w:tr></w:tbl>`;
    const { rows } = await tableOf(`<w:tr><w:tc>${inner}<w:p><w:r><w:t>นอก</w:t></w:r></w:p></w:tc></w:tr>`);
    expect(rows[0]?.cells[0]?.paragraphs.map(({ text }) => text)).toEqual(['ใน', 'นอก']);
  });

  it('reads every text of the report that the program writes', async () => {
    const plan = printedReport();
    const { blocks } = await openDocument(await createDocxCodec().encode(plan));
    const texts = blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))),
    );
    expect(texts.filter((text) => text !== '')).toEqual(textsOfDocument(plan).filter((text) => text !== ''));
  });
});

describe('a document that cannot be read', () => {
  const document = (body: string): string => `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;

  it.each([
    ['has a document type', partsOf(`<!DOCTYPE d [<!ENTITY a "aaaa">]>${document('<w:p/>')}`), 'damaged'],
    ['is not XML', partsOf('<w:document'), 'damaged'],
    ['has no body', partsOf(`<w:document xmlns:w="${W}"/>`), 'damaged'],
    ['is nested without end', partsOf(document('<w:p>'.repeat(5_000) + '</w:p>'.repeat(5_000))), 'damaged'],
    ['has too many elements', partsOf(document('<w:p/>'.repeat(400_000))), 'too-large'],
    [
      'is a workbook',
      partsOf(document(''), { type: MAIN.replace('wordprocessingml.document', 'spreadsheetml.sheet') }),
      'not-document',
    ],
    ['is strict', partsOf(document(''), { kind: 'http://purl.oclc.org/ooxml/officeDocument' }), 'strict'],
    ['has no main part', new Map([...partsOf('')].filter(([name]) => !name.startsWith('word'))), 'not-document'],
    ['is nothing', new Map<string, Uint8Array>(), 'not-document'],
  ] as const)('is told: it %s', async (_, parts, reason) => {
    await expect(createDocxCodec().decode(parts)).rejects.toMatchObject({ name: 'UnusableTemplate', reason });
  });

  it('is refused or read, whatever its cells claim', async () => {
    const value = fc.constantFrom('-1', '0', '1', '63', '64', '1e9', '99999999999999999999', 'x', '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { maxLength: 70 }), async (cells) => {
        const row = cells
          .map(([span, merge]) => cell('ก', `<w:gridSpan w:val="${span}"/><w:vMerge w:val="${merge}"/>`))
          .join('');
        const { rows } = await tableOf(`<w:tr>${row}</w:tr>`);
        for (const { column, span } of rows[0]?.cells ?? []) expect(column + span).toBeLessThanOrEqual(2 * 63);
      }),
      { numRuns: 50 },
    );
  });
});
