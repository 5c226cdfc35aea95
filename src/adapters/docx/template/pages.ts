import type { Orientation, PageGeometry } from '../page.ts';
import { childOf, type XmlElement } from './xml-tree.ts';

/** Least room for text in twips: 10 cm on upright pages, 15 cm on those with the table of four columns, and 5 cm down. */
const LEAST = { portrait: 5670, landscape: 8505, down: 2835 } as const;

/** The page of a section; undefined where its measures are missing or no whole numbers of twips. */
export function pageOf(section: XmlElement | undefined): PageGeometry | undefined {
  const size = childOf(section, 'w:pgSz')?.attributes;
  const margins = childOf(section, 'w:pgMar')?.attributes;
  const [width, height] = [size?.get('w:w'), size?.get('w:h')].map(twips);
  const of = (name: string): number => twips(margins?.get(`w:${name}`)) ?? NaN;
  const page = {
    width: width ?? NaN,
    height: height ?? NaN,
    margins: {
      top: of('top'),
      bottom: of('bottom'),
      left: of('left'),
      right: of('right'),
      header: of('header'),
      footer: of('footer'),
      gutter: twips(margins?.get('w:gutter')) ?? 0,
    },
  };
  return [page.width, page.height, ...Object.values(page.margins)].some(Number.isNaN) ? undefined : page;
}

function twips(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,5}$/.test(value) ? Number(value) : undefined;
}

/** The orientation of a page by its measures: programs write the name of it or not. */
export function orientationOf({ width, height }: PageGeometry): Orientation {
  return width > height ? 'landscape' : 'portrait';
}

/** The page turned by 90 degrees; the letterhead keeps its room at the top. */
export function turned({ width, height, margins }: PageGeometry): PageGeometry {
  return { width: height, height: width, margins };
}

/** Whether the report has room on the page. */
export function hasRoom(page: PageGeometry): boolean {
  const { width, height, margins } = page;
  // A negative margin is one that a long header does not move down (ISO 29500-1, 17.6.11).
  const across = width - margins.left - margins.right - margins.gutter;
  return (
    across >= LEAST[orientationOf(page)] && height - Math.abs(margins.top) - Math.abs(margins.bottom) >= LEAST.down
  );
}
