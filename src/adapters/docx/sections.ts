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
import { encodeBlocks, type BlockContext } from './blocks.ts';
import { ownPage, textWidth, type Orientation, type PageGeometry } from './page.ts';

/** The sections of a document, each on pages of its own. */
export function encodeSections(
  sections: readonly SectionPlan[],
  pageOf: (orientation: Orientation) => PageGeometry = ownPage,
): readonly ISectionOptions[] {
  let drawings = 0;
  return sections.map((section) => encodeSection(section, pageOf(section.orientation), () => ++drawings));
}

function encodeSection(
  { orientation, pageNumbers, blocks }: SectionPlan,
  page: PageGeometry,
  nextDrawing: BlockContext['nextDrawing'],
): ISectionOptions {
  const isLandscape = orientation === 'landscape';
  return {
    headers: { default: pageNumbers === 'none' ? new Header({ children: [new Paragraph('')] }) : pageNumberHeader() },
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // The library exchanges width and height for landscape itself.
        size: {
          width: isLandscape ? page.height : page.width,
          height: isLandscape ? page.width : page.height,
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: page.margins,
        pageNumbers: {
          formatType: NumberFormat.THAI_NUMBERS,
          ...(pageNumbers === 'restart' ? { start: 1 } : {}),
        },
      },
    },
    children: encodeBlocks(blocks, { width: textWidth(page), nextDrawing }),
  };
}

/**
 * The number of the page in Thai digits, by the section's format and by the field's own (ISO 29500-1, 17.16.4.3.1). Both are
 * for Word: LibreOffice 7.4 shows Latin digits whichever is there.
 */
function pageNumberHeader(): Header {
  const field = new SimpleField(PAGE_FIELD, '๑');
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [field] })] });
}

/** The instruction of a field that shows the number of the page. */
export const PAGE_FIELD = 'PAGE \\* THAIARABIC';
