import { turnOf, type Crop } from '../../../domain/image/picture.ts';
import type { CellPosition } from '../../../domain/spreadsheet/address.ts';
import type { ChartPlan, PicturePlan } from '../../../domain/spreadsheet/plan.ts';
import { NAMESPACE, XML_DECLARATION, xmlPlain } from './write-xml.ts';

const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** English Metric Units in a point (ISO 29500-1, 20.1.10.16). */
const EMU = 12_700;

/**
 * A part `xl/drawings/drawingN.xml` (ISO 29500-1, 20.5): chart n is relationship `rIdn`, the pictures come after the charts.
 * Sizes do not follow the cells.
 * @param imageOf the relationship of a picture's image
 */
export function drawingXml(
  charts: readonly ChartPlan[],
  pictures: readonly PicturePlan[],
  imageOf: (index: number) => string,
): string {
  const anchors = [
    ...charts.map(chartAnchorXml),
    ...pictures.map((picture, index) => pictureAnchorXml(picture, charts.length + index, imageOf(index))),
  ];
  return (
    `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWING}" xmlns:r="${NAMESPACE.relationships}">` +
    `${anchors.join('')}</xdr:wsDr>`
  );
}

/** Points between a picture or chart and the lines of its cell. */
const INSET = 4;

/** The namespaces of a drawing and of its relationships; other URIs in a strict package (ISO 29500-1, annex A). */
export interface DrawingNamespaces {
  readonly spreadsheetDrawing: string;
  readonly drawing: string;
  readonly relationships: string;
}

/** Those that Excel writes. */
export const TRANSITIONAL: DrawingNamespaces = {
  spreadsheetDrawing: SPREADSHEET_DRAWING,
  drawing: DRAWING,
  relationships: NAMESPACE.relationships,
};

/**
 * A picture that keeps its size whatever its cell has (20.5.2.24). It declares the namespaces of its prefixes, so that it may stand in
 * a drawing of any program.
 * @param id of the object, which no other one of the drawing has
 * @param image relationship of its image
 */
export function freePictureXml(plan: PicturePlan, id: number, image: string, namespaces: DrawingNamespaces): string {
  const [cx, cy] = [plan.width, plan.height].map((points) => Math.round(points * EMU));
  const { spreadsheetDrawing, drawing, relationships } = namespaces;
  return (
    `<xdr:oneCellAnchor xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${drawing}" xmlns:r="${relationships}">` +
    cornerXml('from', plan.at, INSET * EMU, INSET * EMU) +
    `<xdr:ext cx="${cx ?? 0}" cy="${cy ?? 0}"/>${pictureXml(plan, id, image)}<xdr:clientData/></xdr:oneCellAnchor>`
  );
}

/** 60,000ths of a degree in a quarter turn. */
const QUARTER = 90 * 60_000;

/**
 * A picture in one cell. Its anchor tells the box that it is seen in, as Excel has it for pictures that stand on a side; its
 * transform (20.1.7.6) the box before it is turned.
 */
function pictureAnchorXml(plan: PicturePlan, index: number, image: string): string {
  const [width, height] = [plan.width, plan.height].map((points) => Math.round(points * EMU));
  const inset = INSET * EMU;
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', plan.at, inset, inset)}` +
    cornerXml('to', plan.at, inset + (width ?? 0), inset + (height ?? 0)) +
    `${pictureXml(plan, index + 2, image)}<xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function pictureXml(
  { width, height, name, description, picture, frame }: PicturePlan,
  id: number,
  image: string,
): string {
  const { quarters, mirrored } = turnOf(picture, frame);
  const [seenWidth, seenHeight] = [width, height].map((points) => Math.round(points * EMU));
  const [cx, cy] = quarters % 2 === 0 ? [seenWidth, seenHeight] : [seenHeight, seenWidth];
  const turn = (quarters === 0 ? '' : ` rot="${quarters * QUARTER}"`) + (mirrored ? ' flipH="1"' : '');
  return (
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="${attribute(name)}" descr="${attribute(description)}"/>` +
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
    `<xdr:blipFill><a:blip r:embed="${image}"/>${cropXml(frame?.crop)}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm${turn}><a:off x="0" y="0"/><a:ext cx="${cx ?? 0}" cy="${cy ?? 0}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
  );
}

/** A corner of an anchor, so far right of and below that of its cell. */
function cornerXml(tag: 'from' | 'to', { row, column }: CellPosition, right: number, down: number): string {
  return (
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>${right}</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${down}</xdr:rowOff></xdr:${tag}>`
  );
}

/** In thousandths of a percent (20.1.8.55). */
function cropXml(crop: Crop | undefined): string {
  if (crop === undefined) return '';
  const part = (value: number): number => Math.round(value * 100_000);
  return `<a:srcRect l="${part(crop.left)}" t="${part(crop.top)}" r="${part(crop.right)}" b="${part(crop.bottom)}"/>`;
}

/** A chart over its cells: from the corner of the first to that of the cell behind the last. */
function chartAnchorXml({ area, title, description }: ChartPlan, index: number): string {
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', { row: area.top, column: area.left }, INSET * EMU, 0)}` +
    cornerXml('to', { row: area.bottom + 1, column: area.right + 1 }, 0, 0) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${attribute(title)}" descr="${attribute(description)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

/** Control characters, lone surrogates and two non-characters, which XML cannot contain. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** DrawingML has no `_xHHHH_` escapes: what XML cannot contain is left out, and of the master's pictures it stands in the cells beside. */
export function drawingText(text: string): string {
  return text.replace(FORBIDDEN, '');
}

function attribute(text: string): string {
  return xmlPlain(drawingText(text)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
