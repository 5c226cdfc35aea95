import { cellName, quoteSheet } from '../../../domain/spreadsheet/address.ts';
import type { CellRange } from '../../../domain/spreadsheet/content.ts';
import type {
  CellPlan,
  ConditionalFormatPlan,
  ProtectionFreedom,
  SheetPlan,
  ValidationPlan,
} from '../../../domain/spreadsheet/plan.ts';
import { differenceIndex } from './write-styles.ts';
import { absoluteRange, checkLength, planFault, rangeName, xmlAttribute, xmlText } from './write-xml.ts';

/** Excel's limits for the texts of a data validation, in UTF-16 code units. */
const LIMITS = { promptTitle: 32, prompt: 255, error: 225 } as const;

/**
 * The element `sheetProtection`, without a password. An attribute of 0 permits an action; others are forbidden by
 * default.
 */
export function protectionXml({ protection }: SheetPlan): string {
  if (protection === undefined) return '';
  const freedoms = new Set<ProtectionFreedom>(protection.allow);
  return `<sheetProtection sheet="1"${Array.from(freedoms, (freedom) => ` ${freedom}="0"`).join('')}/>`;
}

/**
 * The element `autoFilter`, with a button in one column and none in the others.
 * @throws {RangeError} if the sheet has a table, or the column is not in the range
 */
export function filterXml({ name, filter, table }: SheetPlan, rows: number): string {
  if (filter === undefined) return '';
  const { range, column } = filter;
  if (table !== undefined) throw planFault(`sheet "${name}"`, 'its table has filters already');
  if (column < range.left || column > range.right) throw planFault(`sheet "${name}"`, 'its filter lacks its column');
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) =>
    range.left + index === column ? '' : `<filterColumn colId="${index}" hiddenButton="1"/>`,
  );
  const ref = rangeName({ ...range, bottom: Math.max(rows - 1, range.top) });
  return `<autoFilter ref="${ref}">${columns.join('')}</autoFilter>`;
}

/**
 * The element `mergeCells`. A range of one cell is left out.
 * @throws {RangeError} if ranges overlap: Excel would repair the file and drop them
 */
export function mergesXml(sheet: SheetPlan): string {
  const merges = sheet.merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
  if (merges.length === 0) return '';
  const byTop = [...merges].sort((one, other) => one.top - other.top);
  byTop.forEach((range, index) => {
    for (let next = index + 1; (byTop[next]?.top ?? Infinity) <= range.bottom; next += 1) {
      const other = byTop[next];
      if (other !== undefined && other.left <= range.right && range.left <= other.right) {
        throw planFault(`sheet "${sheet.name}"`, `merges ${rangeName(range)} and ${rangeName(other)} share cells`);
      }
    }
  });
  const cells = merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`);
  return `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>`;
}

/** The elements `conditionalFormatting`; the earlier of two overlapping formats has priority. */
export function conditionalFormatsXml({ conditionalFormats }: SheetPlan): string {
  const rule = ({ range, formula, style }: ConditionalFormatPlan, index: number): string =>
    `<conditionalFormatting sqref="${rangeName(range)}">` +
    `<cfRule type="expression" dxfId="${differenceIndex(style)}" priority="${index + 1}">` +
    `<formula>${xmlText(formula)}</formula></cfRule></conditionalFormatting>`;
  return conditionalFormats.map(rule).join('');
}

/**
 * The element `dataValidations`.
 * @throws {RangeError} for texts above Excel's limits, or a list that is not one row or column
 */
export function validationsXml(sheet: SheetPlan): string {
  if (sheet.validations.length === 0) return '';
  const validations = sheet.validations.map((validation) => validationXml(sheet, validation));
  return `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`;
}

function validationXml(sheet: SheetPlan, validation: ValidationPlan): string {
  const { range, list, promptTitle, prompt, error, isAdvice } = validation;
  const location = `sheet "${sheet.name}", validation of ${rangeName(range)}`;
  checkLength(location, 'a prompt title', promptTitle, LIMITS.promptTitle);
  checkLength(location, 'a prompt', prompt, LIMITS.prompt);
  checkLength(location, 'an error text', error ?? '', LIMITS.error);
  if (list !== undefined) checkList(location, list);
  const attributes = [
    list !== undefined && 'type="list"',
    isAdvice && 'errorStyle="warning"',
    'allowBlank="1" showInputMessage="1"',
    list !== undefined && 'showErrorMessage="1"',
    error !== undefined && `error="${xmlAttribute(error)}"`,
    promptTitle !== '' && `promptTitle="${xmlAttribute(promptTitle)}"`,
    prompt !== '' && `prompt="${xmlAttribute(prompt)}"`,
    `sqref="${rangeName(range)}"`,
  ];
  const formula = list === undefined ? '' : `<formula1>${absoluteRange(list)}</formula1>`;
  return `<dataValidation ${attributes.filter(Boolean).join(' ')}>${formula}</dataValidation>`;
}

function checkList(location: string, { top, left, bottom, right }: CellRange): void {
  if (top !== bottom && left !== right) throw planFault(location, 'its list is neither one row nor one column');
}

/** A cell with a hyperlink; row and column are zero-based. */
export interface LinkedCell {
  readonly row: number;
  readonly column: number;
  readonly link: NonNullable<CellPlan['link']>;
}

/**
 * The element `hyperlinks`: only locations within the workbook, so no part of the file leads outside.
 * @throws {RangeError} for a sheet that is not there.
 */
export function linksXml({ name }: SheetPlan, links: readonly LinkedCell[], sheetNames: ReadonlySet<string>): string {
  const entries = links.map(({ row, column, link }) => {
    if (!sheetNames.has(link.sheet)) {
      const location = `sheet "${name}", cell ${cellName({ row, column })}`;
      throw planFault(location, `its link leads to the sheet "${link.sheet}", which is not there`);
    }
    const location = xmlAttribute(`${quoteSheet(link.sheet)}!${cellName(link)}`);
    return `<hyperlink ref="${cellName({ row, column })}" location="${location}"/>`;
  });
  return entries.length === 0 ? '' : `<hyperlinks>${entries.join('')}</hyperlinks>`;
}
