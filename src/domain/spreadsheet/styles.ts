/** A cell format; omitted properties are the workbook's defaults. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** RGB, such as `1F3864`. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: BorderName;
  readonly horizontal?: 'left' | 'center' | 'right';
  /** Blank between the left line of the cell and its text: each step is three blanks of the standard font. Needs `horizontal: 'left'`. */
  readonly indent?: number;
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly locked?: boolean;
  /** Number format; `@` is text. */
  readonly format?: string;
  readonly underline?: boolean;
}

/** A line of a border, as OOXML names it. */
export type LineStyle = 'thin' | 'dashed' | 'dotted';

type Side = 'left' | 'right' | 'top' | 'bottom';

const framed = (line: LineStyle): Readonly<Record<Side, LineStyle>> => ({
  left: line,
  right: line,
  top: line,
  bottom: line,
});

/** All borders of cells, by name: the line of each side. */
export const BORDERS = {
  thin: framed('thin'),
  dashed: framed('dashed'),
  dotted: framed('dotted'),
  /** Cells that read on from row to row. */
  sides: { left: 'thin', right: 'thin' },
  /** Fields one above the other that belong together. */
  ruled: { left: 'thin', right: 'thin', top: 'dotted' },
  top: { top: 'thin' },
  // What conditional formats draw around such cells; with all sides, for LibreOffice takes a differential border as a whole.
  first: { left: 'thin', right: 'thin', top: 'thin' },
  last: { left: 'thin', right: 'thin', bottom: 'thin' },
  lastRuled: { left: 'thin', right: 'thin', top: 'dotted', bottom: 'thin' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Side, LineStyle>>>>>;

export type BorderName = keyof typeof BORDERS;

/** The font of government documents; programs without it fall back on another Thai font. */
export const STANDARD_FONT = { name: 'TH SarabunPSK', size: 16 } as const;

/** Thai digits by number format: 0D Thai digits, 00 calendar, 041E th-TH. The value stays a number. */
const THAI_NUMBER = '[$-D00041E]0';
const THAI_PERCENT = '[$-D00041E]0%';

const INK = '1F3864';
const HEADING_FILL = 'D9E2F3';
const BAND_FILL = 'F2F2F2';
const ANSWER_FILL = 'FFF9E1';

/** A text that does not touch the line at its left. */
const OFF_LINE = { horizontal: 'left', indent: 1 } as const;

const LINK = { vertical: 'top', wrap: true, color: '0B5394', underline: true } as const;

/** What an agency fills in: tinted, and text whatever is typed. */
const ANSWER = { fill: ANSWER_FILL, wrap: true, locked: false, format: '@' } as const;

/** All cell formats that plans use, by name. Fills are light, so that black text stays readable in black-and-white print. */
export const STYLES = {
  plain: {},
  hidden: { color: '7F7F7F', size: 11, format: '@' },
  title: { bold: true, size: 20, color: INK, horizontal: 'center', vertical: 'center', wrap: true },
  subtitle: { bold: true, size: 18, color: INK, horizontal: 'left', vertical: 'center', wrap: true },
  text: { vertical: 'top', wrap: true },
  strong: { bold: true, vertical: 'top', wrap: true },
  note: { italic: true, vertical: 'top', wrap: true, color: '404040' },
  link: LINK,
  linkCell: {
    ...LINK,
    border: 'thin',
    ...OFF_LINE,
  },
  heading: { bold: true, fill: HEADING_FILL, border: 'thin', horizontal: 'center', vertical: 'center', wrap: true },
  band: { bold: true, fill: BAND_FILL, border: 'thin', ...OFF_LINE, vertical: 'center', wrap: true },
  label: { border: 'thin', ...OFF_LINE, vertical: 'top', wrap: true },
  labelStrong: { bold: true, border: 'thin', ...OFF_LINE, vertical: 'top', wrap: true },
  labelCenter: { border: 'thin', horizontal: 'center', vertical: 'top', wrap: true },
  count: { border: 'thin', horizontal: 'center', vertical: 'top', format: THAI_NUMBER },
  percent: { border: 'thin', horizontal: 'center', vertical: 'top', format: THAI_PERCENT },
  total: { bold: true, border: 'thin', ...OFF_LINE, vertical: 'top', wrap: true },
  owner: { bold: true, size: 14, vertical: 'center', wrap: true },
  printed: { size: 14, border: 'sides', ...OFF_LINE, vertical: 'top', wrap: true },
  printedCenter: { size: 14, border: 'sides', horizontal: 'center', vertical: 'top', wrap: true },
  fieldLabel: { border: 'thin', ...OFF_LINE, vertical: 'center', wrap: true },
  field: { ...ANSWER, border: 'thin', ...OFF_LINE, vertical: 'center' },
  answer: { ...ANSWER, border: 'ruled', ...OFF_LINE, vertical: 'top' },
  answerCenter: { ...ANSWER, border: 'ruled', horizontal: 'center', vertical: 'top' },
  /** A cell of the office's own lists, and the cells around them, which rows that people insert or delete take in. */
  entry: { ...ANSWER, border: 'thin', ...OFF_LINE, vertical: 'top' },
  entryCenter: { ...ANSWER, border: 'thin', horizontal: 'center', vertical: 'top' },
  /** What the program writes beside entries to be looked at. */
  entryShown: { border: 'thin', ...OFF_LINE, vertical: 'top', wrap: true, format: '@', color: '404040' },
  open: { vertical: 'top', wrap: true, locked: false, format: '@' },
  openHidden: { color: '7F7F7F', size: 11, locked: false, format: '@' },
  printedBand: { size: 12, color: '404040', fill: BAND_FILL, border: 'thin', horizontal: 'center', vertical: 'center' },
  answerBand: {
    bold: true,
    size: 12,
    fill: ANSWER_FILL,
    border: 'thin',
    ...OFF_LINE,
    vertical: 'center',
  },
  result: { border: 'thin', ...OFF_LINE, vertical: 'top', wrap: true, format: '@' },
  reportStrong: { bold: true, border: 'sides', ...OFF_LINE, vertical: 'top', wrap: true },
  report: { border: 'sides', ...OFF_LINE, vertical: 'top', wrap: true, format: '@' },
  data: { vertical: 'top', format: '@' },
  dataNumber: { vertical: 'top' },
  end: { size: 12, color: '7F7F7F', border: 'top', horizontal: 'center', vertical: 'center' },
  past: {
    size: 12,
    color: '595959',
    fill: BAND_FILL,
    border: 'sides',
    ...OFF_LINE,
    vertical: 'top',
    wrap: true,
    format: '@',
  },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof STYLES;

/** A differential format (OOXML `dxf`). In Excel it cannot change font name or size, and its borders are thin. */
export interface StyleDifference {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** RGB of the text and of the border. */
  readonly color?: string;
  readonly fill?: {
    readonly color: string;
    /** Colour of a hatching; programs without patterns blend it into the fill. */
    readonly hatched?: string;
  };
  readonly border: BorderName;
}

/**
 * The differences that conditional formats may name. Without colour they are told apart by pattern, border and weight:
 * what is missing is hatched in a dashed frame, what is begun is italic in a dotted one, what is complete is plain and bold. Lines
 * above and below make a block of rows.
 */
export const DIFFERENCES = {
  missing: {
    bold: true,
    color: '833C0B',
    fill: { color: 'FFF2CC', hatched: 'D6B656' },
    border: 'dashed',
  },
  partial: { italic: true, color: '1F3864', fill: { color: 'DDEBF7' }, border: 'dotted' },
  complete: { bold: true, color: '274E13', fill: { color: 'E2EFDA' }, border: 'thin' },
  alone: { border: 'thin' },
  begin: { border: 'first' },
  end: { border: 'last' },
  endRuled: { border: 'lastRuled' },
} as const satisfies Readonly<Record<string, StyleDifference>>;

export type DifferenceName = keyof typeof DIFFERENCES;

/** The fill of a piece of a bar: a colour or, with `back`, a pattern of OOXML in two colours. */
export interface ChartFill {
  /** RGB, such as `1F3864`. */
  readonly color: string;
  readonly back?: string;
  readonly pattern?: 'wdUpDiag' | 'dkHorz' | 'pct30' | 'wdDnDiag';
  /** Colour of numbers that stand on it. */
  readonly text: string;
}

/**
 * Fills of charts, those of one chart told apart by pattern or lightness too: colours after Okabe and Ito, safe for the colour-blind.
 */
export const CHART_FILLS = {
  done: { color: '0072B2', text: 'FFFFFF' },
  begun: { color: '56B4E9', back: 'FFFFFF', pattern: 'wdUpDiag', text: '000000' },
  open: { color: 'D55E00', back: 'FFFFFF', pattern: 'dkHorz', text: '000000' },
  apart: { color: '7F7F7F', back: 'FFFFFF', pattern: 'pct30', text: '000000' },
  doubtful: { color: 'F0E442', back: 'FFFFFF', pattern: 'wdDnDiag', text: '000000' },
  absent: { color: 'FFFFFF', text: '000000' },
  before: { color: '0072B2', text: 'FFFFFF' },
  added: { color: '56B4E9', back: 'FFFFFF', pattern: 'wdUpDiag', text: '000000' },
  unknown: { color: '7F7F7F', back: 'FFFFFF', pattern: 'pct30', text: '000000' },
  must: { color: 'A63603', text: 'FFFFFF' },
  should: { color: 'E69F00', back: 'FFFFFF', pattern: 'wdDnDiag', text: '000000' },
  may: { color: 'FFFFFF', text: '000000' },
} as const satisfies Readonly<Record<string, ChartFill>>;

export type ChartFillName = keyof typeof CHART_FILLS;
