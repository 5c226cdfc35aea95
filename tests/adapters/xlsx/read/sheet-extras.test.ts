import { randomBytes } from 'node:crypto';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import { MAX_IMAGE } from '../../../../src/adapters/xlsx/limits.ts';
import { crc32 } from '../../../../src/adapters/xlsx/zip/crc32.ts';
import { pictureKey } from '../../../../src/domain/image/clean-picture.ts';
import type { SheetContent } from '../../../../src/domain/spreadsheet/content.ts';
import { buildPackage, relationship, workbookParts, type Parts } from '../../../support/package-builder.ts';
import { OTHER_PICTURES, png } from '../../../support/pictures.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const MICROSOFT = 'http://schemas.microsoft.com/office/2017/10/relationships';
const PNG = png();
const KEY = pictureKey({ bytes: PNG }, crc32);
const UPRIGHT = { quarters: 0, mirrored: false };

/** A workbook of one sheet with these relationships and parts beside it. */
function workbook(relationships: string, parts: Parts, ofWorkbook = ''): Uint8Array {
  const all = workbookParts({ sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>', relationships }] });
  const rels = 'xl/_rels/workbook.xml.rels';
  const types = '[Content_Types].xml';
  return buildPackage({
    ...all,
    [rels]: (all[rels] as string).replace('</Rel', `${ofWorkbook}</Rel`),
    [types]: (all[types] as string).replace('<Default', '<Default Extension="png" ContentType="image/png"/><Default'),
    ...parts,
  });
}

function sheetOf(bytes: Uint8Array): SheetContent {
  return decodeWorkbook(bytes, readOptions({})).sheets[0]!;
}

const microsoft = (type: string, target: string): string =>
  `<Relationship Id="${type}" Type="${MICROSOFT}/${type}" Target="${target}"/>`;
const comments = (authors: readonly string[], list: string): string =>
  `<comments xmlns="${MAIN}"><authors>${authors.map((name) => `<author>${name}</author>`).join('')}</authors><commentList>${list}</commentList></comments>`;
const comment = (ref: string, author: number, content: string): string =>
  `<comment ref="${ref}" authorId="${author}"><text>${content}</text></comment>`;

describe('comments', () => {
  const TO_COMMENTS = relationship('comments', 'rId1', '../comments1.xml');

  it('are told by cell, with their authors, rich text joined', () => {
    const list =
      comment('C2', 1, '<t>สั้น</t>') +
      comment(
        'B2',
        0,
        '<r><rPr><b/></rPr><t>สมหญิง:</t></r><r><t xml:space="preserve">\n a_x000D_ </t></r><rPh><t>x</t></rPh>',
      ) +
      comment('A9', 7, '<t>ไม่มีชื่อ</t>') +
      comment('A8', 0, '<t> </t>');
    const xml = comments(['สมหญิง &amp; คณะ', ''], list);
    expect(sheetOf(workbook(TO_COMMENTS, { 'xl/comments1.xml': xml })).comments).toEqual([
      { row: 1, column: 1, author: 'สมหญิง & คณะ', text: 'สมหญิง:\n a\r ' },
      { row: 1, column: 2, text: 'สั้น' },
      { row: 8, column: 0, text: 'ไม่มีชื่อ' },
    ]);
  });

  const thread = `<ThreadedComments xmlns="${THREADED}"><threadedComment ref="B2" dT="2022-03-01T00:00:00.00" personId="{P}" id="{1}"><text>ตรวจแล้ว</text><mentions/></threadedComment><threadedComment ref="B2" personId="{Q}" id="{2}" parentId="{1}"><text>ขอบคุณ &amp; ส่งต่อ</text></threadedComment></ThreadedComments>`;
  const persons = `<personList xmlns="${THREADED}" xmlns:x="${MAIN}"><person displayName="สมชาย" id="{P}" userId="u" providerId="AD"/></personList>`;
  const copy = comments(
    ['tc={1}', 'สมหญิง', 'tc={9}'],
    comment('B2', 0, '<t>[Threaded comment]\n\nComment:\n    ตรวจแล้ว</t>') +
      comment('C3', 1, '<t>ก</t>') +
      comment('D4', 2, '<t>[Threaded comment] ที่หาย</t>'),
  );
  const parts = { 'xl/comments1.xml': copy, 'xl/threadedComments/t1.xml': thread, 'xl/persons/person.xml': persons };
  const TO_THREADS = TO_COMMENTS + microsoft('threadedComment', '../threadedComments/t1.xml');

  it('in threads are told once, each with the person who wrote it', () => {
    const bytes = workbook(TO_THREADS, parts, microsoft('person', 'persons/person.xml'));
    expect(sheetOf(bytes).comments).toEqual([
      { row: 1, column: 1, author: 'สมชาย', text: 'ตรวจแล้ว' },
      { row: 1, column: 1, text: 'ขอบคุณ & ส่งต่อ' },
      { row: 2, column: 2, author: 'สมหญิง', text: 'ก' },
      { row: 3, column: 3, author: 'tc={9}', text: '[Threaded comment] ที่หาย' },
    ]);
  });

  it('of a thread whose own part was dropped are told by the copy', () => {
    const rest = { 'xl/comments1.xml': copy, 'xl/persons/person.xml': persons };
    expect(sheetOf(workbook(TO_THREADS, rest)).comments?.map(({ text }) => text)).toEqual([
      '[Threaded comment]\n\nComment:\n    ตรวจแล้ว',
      'ก',
      '[Threaded comment] ที่หาย',
    ]);
  });

  it('of no cell keep their text and author', () => {
    const odd = comments(['สมหญิง', ''], comment('ZZZZ1', 0, '<t>ก</t>') + comment('', 1, '<t>ข</t>'));
    const { comments: placed, texts } = sheetOf(workbook(TO_COMMENTS, { 'xl/comments1.xml': odd }));
    expect(placed).toBeUndefined();
    expect(texts).toEqual([
      { carrier: 'comment', author: 'สมหญิง', text: 'ก' },
      { carrier: 'comment', text: 'ข' },
    ]);
  });

  it('are absent where the sheet has none', () => {
    expect(Object.keys(sheetOf(workbook('', {})))).toEqual(['name', 'state', 'cells', 'merges']);
    expect(sheetOf(workbook(TO_COMMENTS, {}))).not.toHaveProperty('comments');
  });
});

const DRAWING_NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const drawing = (anchors: string): string => `<xdr:wsDr ${DRAWING_NAMESPACES}>${anchors}</xdr:wsDr>`;
const corner = (name: string, row: number, column: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>99</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
const twoCell = (content: string, to = corner('to', 9, 4)): string =>
  `<xdr:twoCellAnchor>${corner('from', 5, 2)}${to}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
const names = (name: string, description = ''): string =>
  `<xdr:nvSpPr><xdr:cNvPr id="2" name="${name}"${description === '' ? '' : ` descr="${description}"`}/></xdr:nvSpPr>`;
const shape = (...paragraphs: readonly string[]): string =>
  `<xdr:sp>${names('TextBox 1')}<xdr:txBody><a:bodyPr/>${paragraphs.map((content) => `<a:p>${content}</a:p>`).join('')}</xdr:txBody></xdr:sp>`;
const run = (text: string): string => `<a:r><a:rPr lang="th-TH"/><a:t>${text}</a:t></a:r>`;
const picture = (id = 'rId1'): string =>
  `<xdr:pic>${names('Picture 1', 'ภาพ &amp; กิจกรรม')}<xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill></xdr:pic>`;
const frame = (uri: string): string =>
  `<xdr:graphicFrame>${names('Chart 1')}<a:graphic><a:graphicData uri="${uri}"/></a:graphic></xdr:graphicFrame>`;
const AREA = { top: 5, left: 2, bottom: 9, right: 4 };

/** A workbook with one drawing that has one image. */
function drawn(xml: string, parts: Parts = {}): Uint8Array {
  return workbook(relationship('drawing', 'rId1', '../drawings/drawing1.xml'), {
    'xl/drawings/drawing1.xml': xml,
    'xl/drawings/_rels/drawing1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('image', 'rId1', '../media/image1.png')}${relationship('image', 'rId2', 'https://example.org/x.png', 'External')}${relationship('image', 'rId3', '../media/none.png')}</Relationships>`,
    'xl/media/image1.png': PNG,
    ...parts,
  });
}

describe('what lies on a sheet', () => {
  it.each<[string, string, string | undefined]>([
    ['a text box', shape(run('ก') + run(' ข'), '', run('ค')), 'ก ข\n\nค'],
    ['a line break and a field', shape(`${run('ก')}<a:br/><a:fld id="x"><a:t>๑</a:t></a:fld>`), 'ก\n๑'],
    ['an empty shape', shape('', ''), undefined],
    ['a shape in a group', `<xdr:grpSp>${names('Group')}${shape(run('ก'))}</xdr:grpSp>`, 'ก'],
    [
      'a shape with a fallback',
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="a14">${shape(run('ก'))}</mc:Choice><mc:Fallback>${shape(run('ก'))}${picture()}</mc:Fallback></mc:AlternateContent>`,
      'ก',
    ],
    ['a comment in XML', shape('<!-- ข --><a:r><a:t>ก<![CDATA[<]]></a:t></a:r>'), 'ก<'],
  ])('tells the text of %s', (_, content, text) => {
    const sheet = sheetOf(drawn(drawing(twoCell(content))));
    expect(sheet.shapes).toEqual(text === undefined ? undefined : [{ row: 5, column: 2, text }]);
    expect(sheet.objects).toBeUndefined();
  });

  it('reads a drawing in strict namespaces without the usual prefix', () => {
    const xml = drawing(twoCell(shape(run('ก'))))
      .replace(/(<\/?)xdr:/g, '$1')
      .replace(
        'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/',
        'xmlns="http://purl.oclc.org/ooxml/drawingml/',
      );
    expect(sheetOf(drawn(xml)).shapes).toEqual([{ row: 5, column: 2, text: 'ก' }]);
  });

  it('tells a picture with its image, wherever it is anchored', () => {
    const picture24 = { format: 'png', width: 24, height: 16, turn: UPRIGHT, key: KEY };
    const image = { type: 'image/png', size: PNG.length, picture: picture24 };
    const facts = { kind: 'picture', name: 'Picture 1', description: 'ภาพ & กิจกรรม' };
    const xml = drawing(
      twoCell(picture()) +
        `<xdr:oneCellAnchor>${corner('from', 7, 1)}<xdr:ext cx="1" cy="1"/>${picture('rId2')}</xdr:oneCellAnchor>` +
        `<xdr:absoluteAnchor><xdr:pos x="9" y="9"/>${picture('rId3')}</xdr:absoluteAnchor>` +
        twoCell(picture(), corner('to', 9_999_999, -3)),
    );
    expect(sheetOf(drawn(xml)).objects).toEqual([
      { ...facts, area: AREA, image },
      { ...facts, area: { top: 7, left: 1, bottom: 7, right: 1 } },
      { ...facts, area: { top: 0, left: 0, bottom: 0, right: 0 } },
      { ...facts, area: { ...AREA, bottom: 1_048_575, right: 2 }, image },
    ]);
  });

  it.each([
    ['chart', frame('http://schemas.openxmlformats.org/drawingml/2006/chart')],
    ['chart', frame('http://schemas.microsoft.com/office/drawing/2014/chartex')],
    ['diagram', frame('http://schemas.openxmlformats.org/drawingml/2006/diagram')],
    ['other', frame('http://schemas.microsoft.com/office/drawing/2010/slicer')],
  ])('tells a %s', (kind, content) => {
    expect(sheetOf(drawn(drawing(twoCell(content)))).objects).toEqual([
      { kind, name: 'Chart 1', description: '', area: AREA },
    ]);
  });

  it('tells a shape that is filled with a picture, and a document that is embedded', () => {
    const filled = shape(run('ก')).replace(
      '<xdr:txBody>',
      '<xdr:spPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></xdr:spPr><xdr:txBody>',
    );
    expect(sheetOf(drawn(drawing(twoCell(filled))))).toMatchObject({
      shapes: [{ text: 'ก' }],
      objects: [{ kind: 'picture', image: { size: PNG.length } }],
    });
    const embedded = relationship('package', 'rId1', '../embeddings/document1.docx');
    expect(sheetOf(workbook(embedded, { 'xl/embeddings/document1.docx': PNG })).objects).toEqual([
      { kind: 'embedded', name: 'document1.docx', description: '' },
    ]);
  });
});

describe('the picture of a drawing', () => {
  const framed = (turn: string, crop: string): string =>
    picture()
      .replace('<a:blip r:embed="rId1"/>', `<a:blip r:embed="rId1"/><a:srcRect ${crop}/>`)
      .replace('</xdr:pic>', `<xdr:spPr><a:xfrm ${turn}/></xdr:spPr></xdr:pic>`);
  it.each([
    ['', '', undefined],
    ['rot="5400000"', '', { turn: { quarters: 1, mirrored: false } }],
    ['rot="-5400000" flipH="1"', '', { turn: { quarters: 3, mirrored: true } }],
    ['rot="21000000"', '', undefined],
    ['flipV="1"', '', { turn: { quarters: 2, mirrored: true } }],
    ['flipV="true" flipH="true"', '', { turn: { quarters: 2, mirrored: false } }],
    ['', 'l="25000" b="10%"', { crop: { left: 0.25, top: 0, right: 0, bottom: 0.1 } }],
    ['', 'l="-5000"', undefined],
    ['', 'l="60000" r="40000"', undefined],
  ])('is shown as it was turned and cropped: %s %s', (turn, crop, frame) => {
    const [object] = sheetOf(drawn(drawing(twoCell(framed(turn, crop))))).objects!;
    expect(object!.frame).toEqual(frame);
  });

  it.each([
    ['is named as broken where it is damaged', PNG.subarray(0, 30), { reason: 'broken' }],
    ['goes by what it holds, not by its name', OTHER_PICTURES.svg, { reason: 'format', format: 'svg' }],
  ])('%s', (_, bytes, picture) => {
    const part = { 'xl/media/image1.png': bytes };
    expect(sheetOf(drawn(drawing(twoCell(framed('', ''))), part)).objects).toMatchObject([{ image: { picture } }]);
  });

  it('is broken where its bytes are not those that the file tells of', () => {
    const bytes = drawn(drawing(twoCell(picture())));
    const at = Buffer.from(bytes).indexOf('xl/media/image1.png') + 'xl/media/image1.png'.length;
    bytes[at + 20]! ^= 0xff;
    expect(sheetOf(bytes).objects).toMatchObject([{ image: { picture: { reason: 'broken' } } }]);
  });

  it('is not read where it would take too much memory, and the rest of the file is', () => {
    const bytes = drawn(drawing(twoCell(picture())), { 'xl/media/image1.png': randomBytes(MAX_IMAGE + 1) });
    expect(sheetOf(bytes)).toMatchObject({
      cells: [{ text: '1' }],
      objects: [{ image: { picture: { reason: 'not-read', most: 32 } } }],
    });
  });
});

describe('the pictures of a workbook', () => {
  it('are given with their bytes on request, by their keys', async () => {
    const codec = createXlsxCodec();
    const bytes = drawn(drawing(twoCell(picture())));
    expect(await codec.pictures(bytes, new Set([KEY, 'another']))).toEqual(
      new Map([[KEY, { format: 'png', width: 24, height: 16, turn: UPRIGHT, bytes: PNG }]]),
    );
    expect(await codec.pictures(bytes, new Set(['another']))).toEqual(new Map());
    expect(await codec.pictures(workbook('', {}), new Set([KEY]))).toEqual(new Map());
  });
});
