import {
  AlignmentType,
  Header,
  NumberFormat,
  PageOrientation,
  Paragraph,
  SectionType,
  SimpleField,
  type ISectionOptions,
} from 'docx';
import type { SectionPlan } from '../../domain/document/plan.ts';
import { encodeBlocks } from './blocks.ts';

/** A4 in twips, upright: the library exchanges the two for landscape itself. */
const PAGE = { width: 11906, height: 16838 } as const;

/** Twips. Upright pages have the margins of official letters, 3 cm on the left and 2 cm on the right. */
const MARGINS = {
  portrait: { top: 1418, bottom: 1134, left: 1701, right: 1134, header: 709, footer: 709 },
  landscape: { top: 1134, bottom: 850, left: 1134, right: 1134, header: 567, footer: 567 },
} as const;

/** The sections of a document, each on pages of its own. */
export function encodeSections(sections: readonly SectionPlan[]): readonly ISectionOptions[] {
  return sections.map(encodeSection);
}

function encodeSection({ orientation, pageNumbers, blocks }: SectionPlan): ISectionOptions {
  const margin = MARGINS[orientation];
  const across = orientation === 'landscape' ? PAGE.height : PAGE.width;
  return {
    headers: { default: pageNumbers === 'none' ? new Header({ children: [new Paragraph('')] }) : pageNumberHeader() },
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          ...PAGE,
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin,
        pageNumbers: {
          formatType: NumberFormat.THAI_NUMBERS,
          ...(pageNumbers === 'restart' ? { start: 1 } : {}),
        },
      },
    },
    children: encodeBlocks(blocks, across - margin.left - margin.right),
  };
}

/**
 * The number of the page in Thai digits, by the section's format and by the field's own (ISO 29500-1, 17.16.4.3.1). Both are
 * for Word: LibreOffice 7.4 shows Latin digits whichever is there.
 */
function pageNumberHeader(): Header {
  const field = new SimpleField('PAGE \\* THAIARABIC', '๑');
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [field] })] });
}
