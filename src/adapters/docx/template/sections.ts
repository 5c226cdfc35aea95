import type { SectionPlan } from '../../../domain/document/plan.ts';
import type { Orientation, PageGeometry } from '../page.ts';
import { orientationOf, pageOf } from './pages.ts';
import { allOf, childOf, type XmlElement } from './xml-tree.ts';

/** Ids of headers and footers by their place, such as `header:default`. */
export type Slots = ReadonlyMap<Slot, string>;
export type Slot = `${'header' | 'footer'}:${'default' | 'first' | 'even'}`;

/** A section of a template: blocks from `start` up to but without `end`. */
export interface TemplateSection {
  readonly start: number;
  readonly end: number;
  /** Its properties; undefined where the body has none. */
  readonly properties: XmlElement | undefined;
  readonly page: PageGeometry | undefined;
  /** With those that it inherits from the section before (ISO 29500-1, 17.10.5). */
  readonly slots: Slots;
}

/** The blocks of a body, without the properties of its last section. */
export function blocksOf(body: XmlElement): readonly XmlElement[] {
  return body.children.filter(({ name }) => name !== 'w:sectPr');
}

/** The sections of a body; a paragraph with properties of a section is its last. */
export function sectionsOf(body: XmlElement): readonly TemplateSection[] {
  const blocks = blocksOf(body);
  const ends = blocks.flatMap((block, index) => {
    const properties = childOf(block, 'w:pPr/w:sectPr');
    return properties ? [{ end: index + 1, properties }] : [];
  });
  const last = { end: blocks.length, properties: childOf(body, 'w:sectPr') };
  let start = 0;
  let slots: Slots = new Map();
  return [...ends, last].map(({ end, properties }) => {
    slots = new Map([...slots, ...slotsIn(properties)]);
    const section = { start, end, properties, page: pageOf(properties), slots };
    start = end;
    return section;
  });
}

function slotsIn(properties: XmlElement | undefined): Slots {
  const references = (properties?.children ?? []).filter(({ name }) => /^w:(?:header|footer)Reference$/.test(name));
  return new Map(
    references.map(({ name, attributes }) => {
      const kind = name === 'w:headerReference' ? 'header' : 'footer';
      return [`${kind}:${attributes.get('w:type') ?? 'default'}` as Slot, attributes.get('r:id') ?? ''];
    }),
  );
}

/** The section whose page and letterhead a section of the report takes: that of its place, or the last of its orientation. */
export function frameFor(
  orientation: Orientation,
  sections: readonly TemplateSection[],
  place: TemplateSection,
): TemplateSection | undefined {
  const fits = ({ page }: TemplateSection): boolean => page !== undefined && orientationOf(page) === orientation;
  return fits(place) ? place : sections.findLast(fits);
}

/** What a section of the document has that its template does not say. */
export interface SectionSetting {
  readonly slots: Slots;
  readonly page: PageGeometry;
  readonly pageNumbers: SectionPlan['pageNumbers'];
  /** Whether its first page has the template's letterhead for first pages. */
  readonly hasFirstPage: boolean;
}

/** Properties that the report's sections take over: all but columns, numbers of lines and vertical alignment, which are of a text. */
const BEFORE_SIZE = ['w:footnotePr', 'w:endnotePr'] as const;
const AFTER_SIZE = ['w:paperSrc', 'w:pgBorders'] as const;
const AT_END = ['w:bidi', 'w:rtlGutter', 'w:docGrid', 'w:printerSettings'] as const;

/** The properties of a section of the report in the order of the schema (ISO 29500-1, 17.6.17). */
export function sectionProperties(xml: string, frame: TemplateSection | undefined, setting: SectionSetting): string {
  const { slots, page, pageNumbers, hasFirstPage } = setting;
  const { width, height, margins } = page;
  const kept = (names: readonly string[]): string =>
    names
      .flatMap((name) => childOf(frame?.properties, name) ?? [])
      .map(({ start, end }) => xml.slice(start, end))
      .join('');
  const format = childOf(frame?.properties, 'w:pgNumType')?.attributes.get('w:fmt') ?? 'thaiNumbers';
  return [
    '<w:sectPr>',
    references(slots),
    kept(BEFORE_SIZE),
    '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width}" w:h="${height}"${width > height ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar ${Object.entries(margins)
      .map(([name, value]) => `w:${name}="${value}"`)
      .join(' ')}/>`,
    kept(AFTER_SIZE),
    `<w:pgNumType w:fmt="${format}"${pageNumbers === 'restart' ? ' w:start="1"' : ''}/>`,
    hasFirstPage && slots.size > 0 ? '<w:titlePg/>' : '',
    kept(AT_END),
    '</w:sectPr>',
  ].join('');
}

/** The properties of a section as the template has them, with all headers and footers named; `isNewPage` begins it on a new page. */
export function withSlots(xml: string, { properties }: TemplateSection, slots: Slots, isNewPage = false): string {
  const kept = (properties?.children ?? []).filter(
    ({ name }) => !/^w:(?:header|footer)Reference$/.test(name) && !(isNewPage && name === 'w:type'),
  );
  return `<w:sectPr>${references(slots)}${kept.map(({ start, end }) => xml.slice(start, end)).join('')}</w:sectPr>`;
}

function references(slots: Slots): string {
  return Array.from(slots, ([slot, id]) => {
    const [kind = '', type = ''] = slot.split(':');
    return `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  }).join('');
}

/** Whether the text of a header or footer has the number of the page: a field with the instruction PAGE. */
export function hasPageNumber(part: XmlElement): boolean {
  const simple = allOf(part, 'w:fldSimple').map(({ attributes }) => attributes.get('w:instr') ?? '');
  // Word may write one instruction in several runs.
  const complex = allOf(part, 'w:instrText').map(({ text }) => text);
  return [...simple, complex.join('')].some((instruction) => /(?:^|[^A-Z])PAGE(?![A-Z])/i.test(instruction));
}
