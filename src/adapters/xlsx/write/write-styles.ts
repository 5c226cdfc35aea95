import {
  BORDERS,
  DIFFERENCES,
  STANDARD_FONT,
  STYLES,
  type BorderName,
  type CellStyle,
  type DifferenceName,
  type LineStyle,
  type StyleDifference,
  type StyleName,
} from '../../../domain/spreadsheet/styles.ts';
import { NAMESPACE, XML_DECLARATION, xmlAttribute } from './write-xml.ts';

/** Number formats with a fixed id (ISO 29500-1, 18.8.30). */
const BUILT_IN_FORMATS: Readonly<Record<string, number>> = { General: 0, '@': 49 };
const FIRST_CUSTOM_FORMAT = 164;

/** A list of style elements without duplicates, referred to by index. */
class StyleList {
  readonly entries: string[] = [];

  constructor(...first: readonly string[]) {
    this.entries.push(...first);
  }

  indexOf(entry: string): number {
    const found = this.entries.indexOf(entry);
    return found >= 0 ? found : this.entries.push(entry) - 1;
  }

  toXml(name: string): string {
    return `<${name} count="${this.entries.length}">${this.entries.join('')}</${name}>`;
  }
}

/** In the order of the schema. */
const SIDES = ['left', 'right', 'top', 'bottom'] as const;

const PLAIN_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';

const formats = new StyleList();
const fonts = new StyleList(fontXml({}));
const fills = new StyleList(
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
);
const borders = new StyleList(PLAIN_BORDER);
const cellFormats = new StyleList(cellFormatXml({}, false));

const styleNames = Object.keys(STYLES) as StyleName[];
const INDEX = new Map(styleNames.map((name) => [name, cellFormats.indexOf(cellFormatXml(STYLES[name], false))]));
const QUOTED_INDEX = new Map(styleNames.map((name) => [name, cellFormats.indexOf(cellFormatXml(STYLES[name], true))]));
const differenceNames = Object.keys(DIFFERENCES) as DifferenceName[];

/** The part `xl/styles.xml`, the same in every workbook. */
export const STYLES_XML = stylesXml();

/**
 * Index of a style's cell format. A text that Excel would take for a formula or number if typed gets a copy of the
 * format with a quote prefix, unless the number format is Text, which keeps it text when edited.
 */
export function styleIndex(name: StyleName, text = ''): number {
  const index = /^[=+\-@']/.test(text) ? QUOTED_INDEX.get(name) : INDEX.get(name);
  if (index === undefined) throw new RangeError(`style "${name}" is not in the catalogue`);
  return index;
}

/** Index of a differential format. */
export function differenceIndex(name: DifferenceName): number {
  return differenceNames.indexOf(name);
}

function stylesXml(): string {
  const normal = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
  return (
    `${XML_DECLARATION}<styleSheet xmlns="${NAMESPACE.main}">` +
    formatsXml() +
    fonts.toXml('fonts') +
    fills.toXml('fills') +
    borders.toXml('borders') +
    new StyleList(normal).toXml('cellStyleXfs') +
    cellFormats.toXml('cellXfs') +
    new StyleList('<cellStyle name="Normal" xfId="0" builtinId="0"/>').toXml('cellStyles') +
    new StyleList(...differenceNames.map((name) => differenceXml(DIFFERENCES[name]))).toXml('dxfs') +
    '</styleSheet>'
  );
}

function cellFormatXml(style: CellStyle, quoted: boolean): string {
  const format = formatId(style.format ?? 'General');
  const font = fonts.indexOf(fontXml(style));
  const fill = style.fill === undefined ? 0 : fills.indexOf(solidFill(style.fill));
  const border = style.border === undefined ? 0 : borders.indexOf(borderXml(style.border));
  const alignment = alignmentXml(style);
  const protection = style.locked === false ? '<protection locked="0"/>' : '';
  const attributes = [
    `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`,
    quoted && style.format !== '@' && 'quotePrefix="1"',
    format !== 0 && 'applyNumberFormat="1"',
    font !== 0 && 'applyFont="1"',
    fill !== 0 && 'applyFill="1"',
    border !== 0 && 'applyBorder="1"',
    alignment !== '' && 'applyAlignment="1"',
    protection !== '' && 'applyProtection="1"',
  ];
  return `<xf ${attributes.filter(Boolean).join(' ')}>${alignment}${protection}</xf>`;
}

function formatId(code: string): number {
  return BUILT_IN_FORMATS[code] ?? FIRST_CUSTOM_FORMAT + formats.indexOf(code);
}

function formatsXml(): string {
  const entries = formats.entries.map(
    (code) => `<numFmt numFmtId="${formatId(code)}" formatCode="${xmlAttribute(code)}"/>`,
  );
  return new StyleList(...entries).toXml('numFmts');
}

/** Character set 222 is Thai: a program without the font then substitutes another Thai font. */
function fontXml(style: CellStyle): string {
  return (
    '<font>' +
    emphasisXml(style) +
    (style.underline === true ? '<u/>' : '') +
    `<sz val="${style.size ?? STANDARD_FONT.size}"/>` +
    (style.color === undefined ? '<color auto="1"/>' : `<color rgb="FF${style.color}"/>`) +
    `<name val="${STANDARD_FONT.name}"/><family val="2"/><charset val="222"/></font>`
  );
}

function emphasisXml(style: Pick<CellStyle, 'bold' | 'italic'>): string {
  return (style.bold === true ? '<b/>' : '') + (style.italic === true ? '<i/>' : '');
}

function solidFill(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(name: BorderName): string {
  const lines: Readonly<Partial<Record<(typeof SIDES)[number], LineStyle>>> = BORDERS[name];
  const sides = SIDES.map((side) => (lines[side] === undefined ? `<${side}/>` : lineXml(side, lines[side])));
  return `<border>${sides.join('')}<diagonal/></border>`;
}

/** A differential border names only the sides that it changes. */
function borderDifferenceXml(name: BorderName, color: string | undefined): string {
  const lines: Readonly<Partial<Record<(typeof SIDES)[number], LineStyle>>> = BORDERS[name];
  return `<border>${SIDES.map((side) => (lines[side] === undefined ? '' : lineXml(side, lines[side], color))).join('')}</border>`;
}

function lineXml(side: string, line: LineStyle, color?: string): string {
  return `<${side} style="${line}"><color ${color === undefined ? 'auto="1"' : `rgb="FF${color}"`}/></${side}>`;
}

function alignmentXml({ horizontal, vertical, wrap, indent }: CellStyle): string {
  const attributes = [
    horizontal && `horizontal="${horizontal}"`,
    vertical && `vertical="${vertical}"`,
    wrap === true && 'wrapText="1"',
    indent !== undefined && `indent="${indent}"`,
  ].filter(Boolean);
  return attributes.length === 0 ? '' : `<alignment ${attributes.join(' ')}/>`;
}

/**
 * In a differential format the background of a solid fill is `bgColor` (ISO 29500-1, 18.8.14), the reverse of cell
 * formats.
 */
function differenceXml({ color, fill, border, ...emphasis }: StyleDifference): string {
  const font = emphasisXml(emphasis) + (color === undefined ? '' : `<color rgb="FF${color}"/>`);
  return (
    `<dxf>${font === '' ? '' : `<font>${font}</font>`}${fill === undefined ? '' : fillDifferenceXml(fill)}` +
    `${borderDifferenceXml(border, color)}</dxf>`
  );
}

function fillDifferenceXml({ color, hatched }: NonNullable<StyleDifference['fill']>): string {
  const pattern = hatched === undefined ? 'solid' : 'lightUp';
  const ink = hatched === undefined ? '' : `<fgColor rgb="FF${hatched}"/>`;
  return `<fill><patternFill patternType="${pattern}">${ink}<bgColor rgb="FF${color}"/></patternFill></fill>`;
}
