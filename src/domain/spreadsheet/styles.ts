/** A cell format; omitted properties are the workbook's defaults. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** RGB, such as `1F3864`. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: 'thin' | 'none';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly locked?: boolean;
  /** Number format; `@` is text. */
  readonly format?: string;
  readonly underline?: boolean;
}

/** The font of government documents; programs without it fall back on another Thai font. */
export const STANDARD_FONT = { name: 'TH SarabunPSK', size: 16 } as const;

/** Thai digits by number format: 0D Thai digits, 00 calendar, 041E th-TH. The value stays a number. */
const THAI_NUMBER = '[$-D00041E]0';
const THAI_PERCENT = '[$-D00041E]0%';

const INK = '1F3864';
const HEADING_FILL = 'D9E2F3';
const BAND_FILL = 'F2F2F2';

/** All cell formats that plans use, by name. Fills are light, so that black text stays readable in black-and-white print. */
export const STYLES = {
  plain: {},
  hidden: { color: '7F7F7F', size: 11, format: '@' },
  title: { bold: true, size: 20, color: INK, horizontal: 'center', vertical: 'center', wrap: true },
  subtitle: { bold: true, size: 18, color: INK, horizontal: 'left', vertical: 'center', wrap: true },
  text: { vertical: 'top', wrap: true },
  strong: { bold: true, vertical: 'top', wrap: true },
  note: { italic: true, vertical: 'top', wrap: true, color: '404040' },
  link: { vertical: 'top', wrap: true, color: '0B5394', underline: true },
  linkCell: { vertical: 'top', wrap: true, color: '0B5394', underline: true, border: 'thin' },
  heading: { bold: true, fill: HEADING_FILL, border: 'thin', horizontal: 'center', vertical: 'center', wrap: true },
  band: { bold: true, fill: BAND_FILL, border: 'thin', vertical: 'center', wrap: true },
  label: { border: 'thin', vertical: 'top', wrap: true },
  labelStrong: { bold: true, border: 'thin', vertical: 'top', wrap: true },
  labelCenter: { border: 'thin', horizontal: 'center', vertical: 'top', wrap: true },
  count: { border: 'thin', horizontal: 'center', vertical: 'top', format: THAI_NUMBER },
  percent: { border: 'thin', horizontal: 'center', vertical: 'top', format: THAI_PERCENT },
  answer: { border: 'thin', vertical: 'top', wrap: true, locked: false, format: '@' },
  answerCenter: { border: 'thin', horizontal: 'center', vertical: 'top', wrap: true, locked: false, format: '@' },
  result: { border: 'thin', vertical: 'top', wrap: true, format: '@' },
  data: { vertical: 'top', format: '@' },
  dataNumber: { vertical: 'top' },
  end: { size: 12, color: '7F7F7F', horizontal: 'center', vertical: 'center' },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof STYLES;

/** A differential format (OOXML `dxf`). In Excel it cannot change font name or size, and its borders are thin. */
export interface StyleDifference {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** RGB of the text and of the border. */
  readonly color: string;
  readonly fill: string;
  /** Pattern over the fill; programs without patterns blend it into the fill. */
  readonly pattern: 'solid' | 'lightUp';
  readonly patternColor?: string;
  readonly border: 'thin' | 'dashed' | 'dotted';
}

/**
 * The differences that conditional formats may name. Without colour they are told apart by pattern, border and weight:
 * what is missing is hatched in a dashed frame, what is begun is italic in a dotted one, what is complete is plain and bold.
 */
export const DIFFERENCES = {
  missing: {
    bold: true,
    color: '833C0B',
    fill: 'FFF2CC',
    pattern: 'lightUp',
    patternColor: 'D6B656',
    border: 'dashed',
  },
  partial: { italic: true, color: '1F3864', fill: 'DDEBF7', pattern: 'solid', border: 'dotted' },
  complete: { bold: true, color: '274E13', fill: 'E2EFDA', pattern: 'solid', border: 'thin' },
} as const satisfies Readonly<Record<string, StyleDifference>>;

export type DifferenceName = keyof typeof DIFFERENCES;
