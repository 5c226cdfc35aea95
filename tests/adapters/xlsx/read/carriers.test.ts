import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import type { SheetContent } from '../../../../src/domain/spreadsheet/content.ts';
import {
  buildPackage,
  relationship,
  workbookParts,
  type BuiltSheet,
  type Parts,
} from '../../../support/package-builder.ts';

const SCHEMAS = 'http://schemas.openxmlformats.org';
const DRAWING = `xmlns:xdr="${SCHEMAS}/drawingml/2006/spreadsheetDrawing" xmlns:a="${SCHEMAS}/drawingml/2006/main" xmlns:r="${SCHEMAS}/officeDocument/2006/relationships"`;
const RICH = 'http://schemas.microsoft.com/office/spreadsheetml/2017/richdata';
const WORKBOOK_RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';

const inRow = (content: string): string => `<row r="6">${content}</row>`;
const at = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
const relationships = (elements: string): string =>
  `<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${elements}</Relationships>`;
const ofOthers = (type: string, target: string): string =>
  `<Relationship Id="${type}" Type="http://example.org/${type}" Target="${target}"/>`;

/** The one sheet of a workbook with these parts and relationships of the workbook. */
function sheetOf(sheet: BuiltSheet, parts: Parts = {}, ofWorkbook = ''): SheetContent {
  const all = workbookParts({ sheets: [sheet] });
  const rels = (all[WORKBOOK_RELATIONSHIPS] as string).replace('</Rel', `${ofWorkbook}</Rel`);
  const bytes = buildPackage({ ...all, [WORKBOOK_RELATIONSHIPS]: rels, ...parts });
  const content = decodeWorkbook(bytes, readOptions({}));
  expect(content.unread).toBeUndefined();
  return content.sheets[0]!;
}

describe('a cell that shows a picture', () => {
  const structures = `<rvStructures xmlns="${RICH}" count="4"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/><k n="Text" t="s"/></s><s t="_webimage"><k n="WebImageIdentifier" t="i"/><k n="Text" t="s"/></s><s t="_linkedentity2"><k n="_DisplayString" t="s"/></s><s t="_error"><k n="errorType" t="i"/></s></rvStructures>`;
  const values = `<rvData xmlns="${RICH}" count="4"><rv s="0"><v>0</v><v>5</v><v>หนังสือเวียน &amp; ภาพ</v></rv><rv s="1"><v>0</v><v>ป้าย</v></rv><rv s="2"><v>กรุงเทพมหานคร</v></rv><rv s="3"><v>8</v></rv></rvData>`;
  const order = [2, 0, 1, 3];
  const metadata = `<metadata xmlns="${SCHEMAS}/spreadsheetml/2006/main" xmlns:xlrd="${RICH}"><metadataTypes count="2"><metadataType name="XLDAPR"/><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="4">${order.map((value) => `<bk><extLst><ext uri="x"><xlrd:rvb i="${value}"/></ext></extLst></bk>`).join('')}</futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="5">${order.map((_, index) => `<bk><rc t="2" v="${index}"/></bk>`).join('')}<bk><rc t="1" v="1"/></bk></valueMetadata></metadata>`;
  const parts = { 'xl/metadata.xml': metadata, 'xl/rv.xml': values, 'xl/rvs.xml': structures };
  const related =
    relationship('sheetMetadata', 'm', 'metadata.xml') +
    ofOthers('rdRichValue', 'rv.xml') +
    ofOthers('rdRichValueStructure', 'rvs.xml');
  const shown = (cell: string) => {
    const { cells, objects = [] } = sheetOf({ data: inRow(cell) }, parts, related);
    return { cells: cells.map(({ text }) => text), objects };
  };
  const picture = (description: string) => ({ kind: 'picture', area: at(5, 7), name: '', description });

  it.each([
    ['placed in it', '<c r="H6" t="e" vm="2"><v>#VALUE!</v></c>', 'หนังสือเวียน & ภาพ'],
    [
      'from the web',
      '<c r="H6" t="e" vm="3"><f>_xlfn.IMAGE("https://example.org/a.png")</f><v>#VALUE!</v></c>',
      'ป้าย\n=IMAGE("https://example.org/a.png")',
    ],
    [
      'from the web that was never shown',
      '<c r="H6" t="e"><f>_xlfn.IMAGE(A1,"ภาพ")</f><v>#CONNECT!</v></c>',
      '=IMAGE(A1,"ภาพ")',
    ],
  ])('is no error value but an object at its cell: one %s', (_, cell, description) => {
    expect(shown(cell)).toEqual({ cells: [], objects: [picture(description)] });
  });

  it('is told from other rich values, whose text is what the cell shows, and from errors', () => {
    const cells = [1, 4, 5, 9].map(
      (vm, index) => `<c r="${'ABCD'.charAt(index)}6" t="e" vm="${vm}"><v>#VALUE!</v></c>`,
    );
    expect(shown(cells.join(''))).toEqual({
      cells: ['กรุงเทพมหานคร', '#VALUE!', '#VALUE!', '#VALUE!'],
      objects: [],
    });
  });

  it('by WPS has the description that WPS keeps', () => {
    const images = `<etc:cellImages ${DRAWING} xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="ID_1" descr="หลักฐาน"/></xdr:nvPicPr></xdr:pic></etc:cellImage></etc:cellImages>`;
    const cell = (column: string, id: string): string =>
      `<c r="${column}6" t="str"><f>_xlfn.DISPIMG("${id}",1)</f><v>=DISPIMG("${id}",1)</v></c>`;
    const { cells, objects } = sheetOf(
      { data: inRow(cell('H', 'ID_1') + cell('I', 'ID_2')) },
      { 'xl/cellimages.xml': images },
      ofOthers('cellImage', 'cellimages.xml'),
    );
    expect(cells).toEqual([]);
    expect(objects).toEqual([picture('หลักฐาน'), { ...picture(''), area: at(5, 8) }]);
  });
});

describe('a diagram', () => {
  const paragraph = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
  it('keeps its texts at its place, and is named', () => {
    const anchor = `<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:row>9</xdr:row></xdr:from><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Diagram 1"/></xdr:nvGraphicFramePr><a:graphic><a:graphicData uri="${SCHEMAS}/drawingml/2006/diagram"><dgm:relIds xmlns:dgm="${SCHEMAS}/drawingml/2006/diagram" r:dm="d" r:lo="x"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor>`;
    const { shapes, objects } = sheetOf(
      { relationships: relationship('drawing', 'r', '../drawings/drawing1.xml') },
      {
        'xl/drawings/drawing1.xml': `<xdr:wsDr ${DRAWING}>${anchor}</xdr:wsDr>`,
        'xl/drawings/_rels/drawing1.xml.rels': relationships(relationship('diagramData', 'd', '../diagrams/data1.xml')),
        'xl/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="${SCHEMAS}/drawingml/2006/diagram" xmlns:a="${SCHEMAS}/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t>${paragraph('ขั้นที่ ๑')}</dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t>${paragraph('ขั้นที่ ๒')}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
      },
    );
    expect(shapes).toEqual([{ row: 9, column: 5, text: 'ขั้นที่ ๑\nขั้นที่ ๒' }]);
    expect(objects).toMatchObject([{ kind: 'diagram', name: 'Diagram 1', area: at(9, 5) }]);
  });
});

describe('a drawing for older programs', () => {
  const vml = (shapes: string): string =>
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${shapes}</xml>`;
  const control = (text: string): string =>
    `<v:shape id="_x0000_s1025" type="#_x0000_t201"><v:textbox><div style="text-align:left"><font face="Tahoma">${text}</font></div></v:textbox><x:ClientData ObjectType="Checkbox"><x:Anchor>4, 0, 9, 0, 5, 0, 10, 0</x:Anchor></x:ClientData></v:shape>`;
  const note = (fill: string): string =>
    `<v:shape type="#_x0000_t202"><v:fill ${fill}/><v:textbox><div>ข้อคิดเห็น</div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>9, 0, 9, 0, 9, 0, 9, 0</x:Anchor><x:Row>9</x:Row><x:Column>5</x:Column></x:ClientData></v:shape>`;
  const TO_VML = relationship('vmlDrawing', 'v', '../drawings/vmlDrawing1.vml');
  const withVml = (shapes: string, more = '', parts: Parts = {}): SheetContent =>
    sheetOf({ relationships: TO_VML + more }, { 'xl/drawings/vmlDrawing1.vml': vml(shapes), ...parts });

  it('keeps what a control says, line breaks of HTML too', () => {
    expect(withVml(control('ดำเนินการแล้ว<br>ครบถ้วน')).shapes).toEqual([
      { row: 9, column: 4, text: 'ดำเนินการแล้ว\nครบถ้วน' },
    ]);
  });

  it('does not tell twice what a shape of today says', () => {
    const shape = `<xdr:wsDr ${DRAWING}><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>ดำเนินการแล้ว </a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`;
    const { shapes } = withVml(control('ดำเนินการแล้ว'), relationship('drawing', 'd', '../drawings/drawing1.xml'), {
      'xl/drawings/drawing1.xml': shape,
    });
    expect(shapes).toEqual([{ row: 0, column: 0, text: 'ดำเนินการแล้ว ' }]);
  });

  it('names a comment that is filled with a picture, and no other', () => {
    const sheet = withVml(note('o:relid="rId1" type="frame"') + note('color2="#ffffe1"'));
    expect(sheet.objects).toEqual([{ kind: 'picture', area: at(9, 5), name: '', description: '' }]);
    expect(sheet.shapes).toBeUndefined();
  });
});

describe('an embedded document', () => {
  const xdr = `xmlns:xdr="${SCHEMAS}/drawingml/2006/spreadsheetDrawing"`;
  const corner = (row: number): string => `<from><xdr:col>7</xdr:col><xdr:row>${row}</xdr:row></from>`;
  it('is named with the cell that the sheet tells', () => {
    const after = `<oleObjects ${xdr}><oleObject progId="Acrobat" shapeId="1026" r:id="o1"><objectPr r:id="o1"><anchor>${corner(9)}<to><xdr:col>9</xdr:col><xdr:row>12</xdr:row></to></anchor></objectPr></oleObject></oleObjects><controls ${xdr}><control r:id="c"><controlPr><anchor>${corner(3)}</anchor></controlPr></control></controls>`;
    const embedded = ['o1', 'o2'].map((id) => relationship('oleObject', id, `../embeddings/${id}.bin`)).join('');
    expect(sheetOf({ after, relationships: embedded }).objects).toEqual([
      { kind: 'embedded', area: at(9, 7), name: 'o1.bin', description: '' },
      { kind: 'embedded', name: 'o2.bin', description: '' },
    ]);
  });
});

describe('a sheet of a chart', () => {
  it('keeps the text of a box on it', () => {
    const all = workbookParts({ sheets: [{ name: 'A' }, { name: 'แผนภูมิ' }] });
    const box = `<xdr:wsDr ${DRAWING}><xdr:absoluteAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>ผลบนแผนภูมิ</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:absoluteAnchor></xdr:wsDr>`;
    const bytes = buildPackage({
      ...all,
      [WORKBOOK_RELATIONSHIPS]: (all[WORKBOOK_RELATIONSHIPS] as string).replace(
        'worksheet" Target="worksheets/sheet2',
        'chartsheet" Target="chartsheets/sheet1',
      ),
      'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${SCHEMAS}/spreadsheetml/2006/main"/>`,
      'xl/chartsheets/_rels/sheet1.xml.rels': relationships(relationship('drawing', 'd', '../drawings/drawing1.xml')),
      'xl/drawings/drawing1.xml': box,
    });
    expect(decodeWorkbook(bytes, readOptions({})).sheets[1]).toMatchObject({
      name: 'แผนภูมิ',
      cells: [],
      shapes: [{ row: 0, column: 0, text: 'ผลบนแผนภูมิ' }],
    });
  });
});

describe('a page', () => {
  it('keeps what its headers and footers say', () => {
    const after =
      '<headerFooter><oddHeader>&amp;L&amp;"TH SarabunPSK,Bold"&amp;14ผลในหัวกระดาษ&amp;R&amp;D</oddHeader><oddFooter>&amp;Cหน้า &amp;P</oddFooter><firstFooter>จบ_x000A_รายงาน</firstFooter></headerFooter>';
    expect(sheetOf({ after }).texts).toEqual([
      { carrier: 'page', text: 'ผลในหัวกระดาษ' },
      { carrier: 'page', text: 'จบ\nรายงาน' },
    ]);
  });
});
