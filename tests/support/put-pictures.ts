import { unzipSync, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const RICH = 'http://schemas.microsoft.com/office/spreadsheetml/2017/richdata';
const REL = 'http://schemas.microsoft.com/office/spreadsheetml/2022/richvaluerel';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A picture as an agency puts it into its workbook. */
export interface PutPicture {
  /** Name of the sheet. */
  readonly sheet: string;
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly bytes: Uint8Array;
  /** Extension of the image's part; what the bytes hold may be something else. */
  readonly extension?: string;
  readonly description?: string;
  /** Name of a picture over the cells; they all have the same one unless told otherwise. */
  readonly name?: string;
  /** Attributes of `a:xfrm`. */
  readonly turn?: string;
  /** Attributes of `a:srcRect`. */
  readonly crop?: string;
}

/** Excel's ways to put a picture: over the cells, or in a cell; and how WPS shows one in a cell. */
export type HowPut = 'over' | 'in-cell' | 'wps';

/** A workbook with pictures put into it, in the parts that Excel (Microsoft 365) and WPS write. */
export function putPictures(workbook: Uint8Array, pictures: readonly PutPicture[], how: HowPut = 'over'): Uint8Array {
  const parts = new Parts(workbook);
  const images = pictures.map(({ bytes, extension = 'png' }, index) => {
    const name = `image${index + 1}.${extension}`;
    parts.set(`xl/media/${name}`, bytes);
    parts.addDefault(extension, `image/${extension === 'jpg' ? 'jpeg' : extension}`);
    return name;
  });
  if (how === 'over') putOver(parts, pictures, images);
  else if (how === 'in-cell') putInCells(parts, pictures, images);
  else putByWps(parts, pictures, images);
  return parts.zip();
}

function putOver(parts: Parts, pictures: readonly PutPicture[], images: readonly string[]): void {
  for (const [index, sheet] of [...new Set(pictures.map((each) => each.sheet))].entries()) {
    const its = pictures.map((picture, at) => ({ picture, at })).filter(({ picture }) => picture.sheet === sheet);
    const anchors = its.map(({ picture, at }) => anchorXml(picture, `rId${at + 1}`)).join('');
    const name = `drawing${90 + index}.xml`;
    parts.set(
      `xl/drawings/${name}`,
      `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}/relationships">${anchors}</xdr:wsDr>`,
    );
    parts.addOverride(`xl/drawings/${name}`, 'application/vnd.openxmlformats-officedocument.drawing+xml');
    for (const { at } of its) {
      parts.relate(`xl/drawings/${name}`, `rId${at + 1}`, `${OFFICE}/relationships/image`, `../media/${images[at]}`);
    }
    const part = parts.sheetPart(sheet);
    parts.relate(part, 'rIdDrawing', `${OFFICE}/relationships/drawing`, `../drawings/${name}`);
    parts.change(part, (xml) => xml.replace('</worksheet>', '<drawing r:id="rIdDrawing"/></worksheet>'));
  }
}

function anchorXml(picture: PutPicture, relationship: string): string {
  const { row, column } = picture;
  const corner = (tag: string, down: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>1000</xdr:colOff><xdr:row>${row + down}</xdr:row><xdr:rowOff>1000</xdr:rowOff></xdr:${tag}>`;
  return `<xdr:twoCellAnchor editAs="oneCell">${corner('from', 0)}${corner('to', 1)}${pictureXml(picture, picture.name ?? 'Picture 1', relationship)}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function pictureXml({ description = '', turn = '', crop }: PutPicture, name: string, relationship: string): string {
  return (
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}" descr="${description}"/><xdr:cNvPicPr/></xdr:nvPicPr>` +
    `<xdr:blipFill><a:blip r:embed="${relationship}"/>${crop === undefined ? '' : `<a:srcRect ${crop}/>`}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm ${turn}><a:off x="0" y="0"/><a:ext cx="914400" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`
  );
}

/** Place in Cell ([MS-XLSX] 2.3.6.1.3): cell, value metadata, rich value, relationship, image. */
function putInCells(parts: Parts, pictures: readonly PutPicture[], images: readonly string[]): void {
  const list = (element: (index: number) => string): string => pictures.map((_, index) => element(index)).join('');
  const count = pictures.length;
  parts.set(
    'xl/metadata.xml',
    `<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xlrd="${RICH}"><metadataTypes count="1"><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="${count}">${list((index) => `<bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}"><xlrd:rvb i="${index}"/></ext></extLst></bk>`)}</futureMetadata><valueMetadata count="${count}">${list((index) => `<bk><rc t="1" v="${index}"/></bk>`)}</valueMetadata></metadata>`,
  );
  parts.set(
    'xl/richData/rdrichvaluestructure.xml',
    `<rvStructures xmlns="${RICH}" count="1"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/><k n="Text" t="s"/></s></rvStructures>`,
  );
  parts.set(
    'xl/richData/rdrichvalue.xml',
    `<rvData xmlns="${RICH}" count="${count}">${list((index) => `<rv s="0"><v>${index}</v><v>5</v><v>${pictures[index]!.description ?? ''}</v></rv>`)}</rvData>`,
  );
  parts.set(
    'xl/richData/richValueRel.xml',
    `<richValueRels xmlns="${REL}" xmlns:r="${OFFICE}/relationships">${list((index) => `<rel r:id="rId${index + 1}"/>`)}</richValueRels>`,
  );
  for (const [index, image] of images.entries()) {
    parts.relate(
      'xl/richData/richValueRel.xml',
      `rId${index + 1}`,
      `${OFFICE}/relationships/image`,
      `../media/${image}`,
    );
  }
  const workbook = 'xl/workbook.xml';
  parts.relate(workbook, 'rIdM', `${OFFICE}/relationships/sheetMetadata`, 'metadata.xml');
  const microsoft = 'http://schemas.microsoft.com/office';
  parts.relate(workbook, 'rIdV', `${microsoft}/2017/06/relationships/rdRichValue`, 'richData/rdrichvalue.xml');
  parts.relate(
    workbook,
    'rIdS',
    `${microsoft}/2017/06/relationships/rdRichValueStructure`,
    'richData/rdrichvaluestructure.xml',
  );
  parts.relate(workbook, 'rIdR', `${microsoft}/2022/10/relationships/richValueRel`, 'richData/richValueRel.xml');
  for (const [index, { sheet, row, column }] of pictures.entries()) {
    parts.setCell(sheet, row, column, `t="e" vm="${index + 1}"><v>#VALUE!</v></c>`);
  }
}

function putByWps(parts: Parts, pictures: readonly PutPicture[], images: readonly string[]): void {
  const part = 'xl/cellimages.xml';
  parts.set(
    part,
    `<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}/relationships">${pictures.map((picture, index) => `<etc:cellImage>${pictureXml(picture, `ID_${index}`, `rId${index + 1}`)}</etc:cellImage>`).join('')}</etc:cellImages>`,
  );
  parts.addOverride(part, 'application/vnd.wps-officedocument.cellimage+xml');
  parts.relate('xl/workbook.xml', 'rIdW', 'http://www.wps.cn/officeDocument/2020/cellImage', 'cellimages.xml');
  for (const [index, image] of images.entries()) {
    parts.relate(part, `rId${index + 1}`, `${OFFICE}/relationships/image`, `media/${image}`);
  }
  for (const [index, { sheet, row, column }] of pictures.entries()) {
    const call = `DISPIMG(&quot;ID_${index}&quot;,1)`;
    parts.setCell(sheet, row, column, `t="str"><f>_xlfn.${call}</f><v>=${call}</v></c>`);
  }
}

/** The parts of a workbook that is being changed. */
class Parts {
  readonly #parts: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
  }

  zip(): Uint8Array {
    return zipSync(this.#parts);
  }

  set(name: string, content: string | Uint8Array): void {
    this.#parts[name] = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  change(name: string, edit: (xml: string) => string): void {
    this.set(name, edit(new TextDecoder().decode(this.#parts[name])));
  }

  relate(source: string, id: string, type: string, target: string): void {
    const name = source.replace(/([^/]*)$/, '_rels/$1.rels');
    if (!this.#parts[name]) this.set(name, `<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`);
    this.change(name, (xml) =>
      xml.replace('</Relationships>', `<Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`),
    );
  }

  addDefault(extension: string, type: string): void {
    this.#addType(`<Default Extension="${extension}" ContentType="${type}"/>`);
  }

  addOverride(name: string, type: string): void {
    this.#addType(`<Override PartName="/${name}" ContentType="${type}"/>`);
  }

  #addType(element: string): void {
    this.change('[Content_Types].xml', (xml) =>
      xml.includes(element) ? xml : xml.replace(/(<Types[^>]*>)/, `$1${element}`),
    );
  }

  /** The part of a sheet of a workbook that this program wrote. */
  sheetPart(name: string): string {
    const workbook = new TextDecoder().decode(this.#parts['xl/workbook.xml']);
    const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, each]) => each);
    return `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
  }

  /** Puts a cell in the place of one that is there; `rest` is what follows its reference. */
  setCell(sheet: string, row: number, column: number, rest: string): void {
    const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
    this.change(this.sheetPart(sheet), (xml) => {
      const cell = new RegExp(`<c r="${reference}"[^>]*?(?:/>|>.*?</c>)`);
      if (!cell.test(xml)) throw new Error(`no cell ${reference}`);
      return xml.replace(cell, `<c r="${reference}" ${rest}`);
    });
  }
}
