import { MAX_TEXT } from '../limits.ts';
import { PLAIN_TEXT } from '../xml/xml-text.ts';

/** An attribute's value without markup and references, which is well-formed in any context. */
const VALUE = String.raw`[^<&"\0-\x1f\ufffe\uffff]*`;

/** A text with XML's own references. */
const TEXT = `${PLAIN_TEXT}(?:&(?:amp|lt|gt|quot|apos);${PLAIN_TEXT}){0,200}`;

/**
 * The pattern of an element with some of these attributes, each once and in this order, and with this content, by default none. An
 * attribute with a `!` is required. No text may match two patterns of one list, or backtracking takes exponential time.
 */
function element(name: string, attributes: string, content = ''): string {
  const written = attributes
    .split(' ')
    .filter(Boolean)
    .map((attribute) =>
      attribute.endsWith('!') ? ` ${attribute.slice(0, -1)}="${VALUE}"` : `(?: ${attribute}="${VALUE}")?`,
    );
  return `<${name}${written.join('')}(?:/>|>${content}</${name}>)`;
}

/** A sequence of elements, of limited length because matching could exhaust the stack. */
const some = (...elements: readonly string[]): string => `(?:${elements.join('|')}){0,500}`;

const IN_VIEW = some(
  element('pane', 'xSplit ySplit topLeftCell activePane state'),
  element('selection', 'pane activeCell sqref'),
);

const VALIDATED = some(`<formula1>${TEXT}</formula1>`, `<formula2>${TEXT}</formula2>`);

/**
 * The elements of a worksheet part that are not needed: layout, data validations and the like (CT_Worksheet, ISO/IEC 29500-1, 18.3.1.99).
 * Attributes are in the order of the schema, as Excel and this program write them; those of frequent or nested elements also in the order
 * of exceljs.
 */
const LAYOUT = [
  element(
    'sheetPr',
    'filterMode',
    some(element('tabColor', 'indexed rgb theme tint'), element('pageSetUpPr', 'autoPageBreaks fitToPage')),
  ),
  element('dimension', 'ref'),
  element(
    'sheetViews',
    '',
    some(
      element(
        'sheetView',
        'showGridLines showRowColHeaders showZeros tabSelected view topLeftCell zoomScale zoomScaleNormal workbookViewId',
        IN_VIEW,
      ),
      element(
        'sheetView',
        'workbookViewId! rightToLeft tabSelected showRowColHeaders showGridLines zoomScale! zoomScaleNormal view',
        IN_VIEW,
      ),
    ),
  ),
  element('sheetFormatPr', 'baseColWidth defaultColWidth defaultRowHeight customHeight'),
  element('cols', '', some(element('col', 'min max width style hidden bestFit customWidth'))),
  element(
    'conditionalFormatting',
    'sqref',
    some(element('cfRule', 'type dxfId priority stopIfTrue operator text', some(`<formula>${TEXT}</formula>`))),
  ),
  element(
    'dataValidations',
    'count',
    some(
      element(
        'dataValidation',
        'type errorStyle operator allowBlank showDropDown showInputMessage showErrorMessage errorTitle error promptTitle prompt sqref',
        VALIDATED,
      ),
      element(
        'dataValidation',
        'type operator allowBlank showInputMessage promptTitle prompt! showErrorMessage! errorStyle errorTitle error sqref',
        VALIDATED,
      ),
    ),
  ),
  element('printOptions', 'horizontalCentered verticalCentered'),
  element('pageMargins', 'left right top bottom header footer'),
  element('pageSetup', 'paperSize orientation scale fitToWidth fitToHeight'),
  element(
    'pageSetup',
    'paperSize orientation horizontalDpi verticalDpi scale fitToWidth fitToHeight firstPageNumber useFirstPageNumber copies',
  ),
  element('ignoredErrors', '', some(element('ignoredError', 'sqref numberStoredAsText'))),
];

const ANY = new RegExp(LAYOUT.join('|'), 'y');

/**
 * Skips elements of a worksheet part that are not needed, if they are in the usual form.
 * @returns the offset after them; `at` if there are none
 */
export function skimLayout(xml: string, at: number): number {
  for (let end = at; ; end = ANY.lastIndex) {
    ANY.lastIndex = end;
    // The XML parser enforces the limit of texts.
    if (!ANY.test(xml) || ANY.lastIndex - end > MAX_TEXT) return end;
  }
}
