import type { ChartPlan } from '../../../domain/spreadsheet/plan.ts';
import { NAMESPACE, XML_DECLARATION, xmlPlain } from './write-xml.ts';

const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** English Metric Units in a point (ISO 29500-1, 20.1.10.16). */
const EMU = 12_700;

/** A part `xl/drawings/drawingN.xml` (ISO 29500-1, 20.5): chart n is relationship `rIdn`. Sizes do not follow the cells. */
export function drawingXml(charts: readonly ChartPlan[]): string {
  return (
    `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWING}" xmlns:r="${NAMESPACE.relationships}">` +
    `${charts.map(chartAnchorXml).join('')}</xdr:wsDr>`
  );
}

function chartAnchorXml({ at, width, height, title, description }: ChartPlan, index: number): string {
  const [cx, cy] = [width, height].map((points) => Math.round(points * EMU));
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${at.column}</xdr:col><xdr:colOff>${6 * EMU}</xdr:colOff>` +
    `<xdr:row>${at.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${cx}" cy="${cy}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${attribute(title)}" descr="${attribute(description)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}

/** DrawingML has no `_xHHHH_` escapes. */
function attribute(text: string): string {
  return xmlPlain(text).replaceAll('\n', '&#10;');
}
