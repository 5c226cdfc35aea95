import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { ParagraphStyle } from '../../domain/document/plan.ts';

/** The font of official documents, on the office's machines; another program takes one of its own where it is missing. */
const FONT = 'TH SarabunPSK';

/** Half-points: 16, 20 and 29 points, the last for the title of a memorandum. */
const SIZE = { text: 32, large: 40, memo: 58 } as const;

/** Twips: a first line of 2.5 cm, as official letters have. */
const FIRST_LINE = 1418;

/** Twips from the left margin to the block of a signature, which leaves room for a long position. */
const SIGNATURE = 2835;

/** Twips that the first line of a list's item begins before the others. */
const LIST_HANGING = 284;

/** Twips from the left margin to the middle of the page, where dates, closings and signatures begin. */
const MIDDLE = 4536;

type Style = Omit<IParagraphStyleOptions, 'id'>;

/** Bold for Latin and Thai letters: Thai is a complex script. */
const BOLD = { bold: true, boldComplexScript: true } as const;
const LARGE = { size: SIZE.large, sizeComplexScript: SIZE.large } as const;

/** Single lines without space between paragraphs, unless a style says so; a template's own style Normal may have some. */
const SINGLE = { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } as const;

/** What each style looks like. Ids that Word knows as headings make the outline, for navigation and for a tagged PDF. */
const STYLES: Readonly<Record<ParagraphStyle, { readonly id: string } & Style>> = {
  cover: {
    id: 'Title',
    name: 'Title',
    paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 360 } },
    run: { ...BOLD, ...LARGE },
  },
  heading: heading('Heading1', 'heading 1', 0, {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { after: 240 },
  }),
  band: heading('Heading2', 'heading 2', 1, { keepNext: true }),
  issue: heading('Heading3', 'heading 3', 2, {}),
  body: own('ItaBody', {
    paragraph: {
      alignment: AlignmentType.THAI_DISTRIBUTE,
      indent: { firstLine: FIRST_LINE },
      spacing: { before: 120 },
    },
  }),
  tableHeading: own('ItaTableHeading', { paragraph: { alignment: AlignmentType.CENTER }, run: BOLD }),
  cell: own('ItaCell', {}),
  cellCenter: own('ItaCellCenter', { paragraph: { alignment: AlignmentType.CENTER } }),
  result: own('ItaResult', { paragraph: { spacing: { after: 60 } } }),
  letterLine: own('ItaLetterLine', {
    paragraph: {
      indent: { left: FIRST_LINE, hanging: FIRST_LINE },
      leftTabStop: FIRST_LINE,
      spacing: { before: 120 },
    },
  }),
  letterRight: own('ItaLetterRight', { paragraph: { indent: { left: MIDDLE + FIRST_LINE } } }),
  letterMiddle: own('ItaLetterMiddle', {
    paragraph: { indent: { left: MIDDLE }, spacing: { before: 240 }, keepNext: true },
  }),
  letterSign: own('ItaLetterSign', {
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { left: SIGNATURE },
      spacing: { before: 120 },
      keepLines: true,
    },
  }),
  memoTitle: own('ItaMemoTitle', {
    paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 }, keepNext: true },
    run: { ...BOLD, size: SIZE.memo, sizeComplexScript: SIZE.memo },
  }),
  memoLine: own('ItaMemoLine', { paragraph: { leftTabStop: MIDDLE, spacing: { before: 60 } } }),
  listLine: own('ItaListLine', {
    paragraph: { indent: { left: FIRST_LINE, hanging: LIST_HANGING }, spacing: { before: 60 } },
  }),
  sign: own('ItaSign', {
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { left: 6804 },
      spacing: { before: 120 },
      keepNext: true,
      keepLines: true,
    },
  }),
};

function own(id: string, { paragraph, ...style }: Style): { readonly id: string } & Style {
  const spaced = { ...paragraph, spacing: { ...SINGLE, ...paragraph?.spacing } };
  return { id, name: id, quickFormat: true, basedOn: 'Normal', paragraph: spaced, ...style };
}

function heading(
  id: string,
  name: string,
  outlineLevel: number,
  paragraph: NonNullable<Style['paragraph']>,
): { readonly id: string } & Style {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    paragraph: { ...paragraph, outlineLevel },
    run: BOLD,
  };
}

/** The id of a style in the file. */
export function styleId(style: ParagraphStyle): string {
  return STYLES[style].id;
}

/**
 * The styles of a document: every text is Thai in the official font and size on both sides, for Latin and for complex script
 * (ISO 29500-1, 17.3.2.26 rFonts, 17.3.2.39 szCs, 17.3.2.20 lang).
 */
export const DOCUMENT_STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT },
        size: SIZE.text,
        sizeComplexScript: SIZE.text,
        language: { value: 'th-TH', bidirectional: 'th-TH' },
      },
      paragraph: { spacing: { line: SINGLE.line, lineRule: SINGLE.lineRule } },
    },
  },
  paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true }, ...Object.values(STYLES)],
};
