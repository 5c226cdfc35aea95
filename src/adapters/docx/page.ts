import type { SectionPlan } from '../../domain/document/plan.ts';

export type Orientation = SectionPlan['orientation'];

/** A page as it is read, in twips. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly margins: PageMargins;
}

/** The margins of a page, the distances of header and footer from its edges, and room for binding, in twips. */
export interface PageMargins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly header: number;
  readonly footer: number;
  readonly gutter: number;
}

/** A4, upright with the margins of official letters: 3 cm on the left and 2 cm on the right. */
const OWN: Readonly<Record<Orientation, PageGeometry>> = {
  portrait: {
    width: 11906,
    height: 16838,
    margins: { top: 1418, bottom: 1134, left: 1701, right: 1134, header: 709, footer: 709, gutter: 0 },
  },
  landscape: {
    width: 16838,
    height: 11906,
    margins: { top: 1134, bottom: 850, left: 1134, right: 1134, header: 567, footer: 567, gutter: 0 },
  },
};

/** The page of an orientation without a template. */
export function ownPage(orientation: Orientation): PageGeometry {
  return OWN[orientation];
}

/** Twips between the margins. */
export function textWidth({ width, margins: { left, right, gutter } }: PageGeometry): number {
  return width - left - right - gutter;
}
