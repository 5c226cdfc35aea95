import type { DocumentPlan } from '../../../domain/document/plan.ts';
import type { TemplateNotice } from '../../../domain/document/template.ts';
import type { Orientation, PageGeometry } from '../page.ts';
import type { Headers } from './page-numbers.ts';
import { isVisible, type Place } from './place.ts';
import { sectionProperties, withSlots, type Slot, type Slots, type TemplateSection } from './sections.ts';
import { childOf, damaged, declared, edited, parseOwn, R, removed, W, type XmlElement } from './xml-tree.ts';

/** The main part of a template. */
export interface Main {
  readonly xml: string;
  readonly root: XmlElement;
  readonly body: XmlElement;
  readonly blocks: readonly XmlElement[];
  readonly sections: readonly TemplateSection[];
}

/** What the sections of one orientation take from the template. */
export interface SectionFrame {
  readonly from: TemplateSection;
  readonly page: PageGeometry;
  readonly notices: readonly TemplateNotice[];
}

/** What is put together. */
export interface Merging {
  readonly plan: DocumentPlan;
  readonly main: Main;
  readonly place: Place;
  /** The section in which the report begins. */
  readonly at: TemplateSection;
  readonly frames: ReadonlyMap<Orientation, SectionFrame>;
  readonly headers: Headers;
  /** The main part of the report, with the names of the template's package. */
  readonly body: string;
  readonly hasEvenPages: boolean;
}

/** The blocks of a section and its properties. */
interface Piece {
  readonly blocks: readonly Block[];
  readonly properties: string;
}

/** An element and the text that it is a part of. */
interface Block {
  readonly xml: string;
  readonly element: XmlElement;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';

/**
 * The main part of the template with the report at its place. What stands before and behind it in the template stays, with the
 * headers, footers and pages of its sections.
 */
export function mergeBody(merging: Merging): string {
  const { main, at, body } = merging;
  const { xml, root } = main;
  const slots = new SlotSequence(merging);
  const pieces = piecesOf(merging, slots);
  const rest = restOf(merging, slots);
  const last = rest === undefined ? pieces.at(-1) : undefined;
  const texts = pieces.map((piece) =>
    piece === last ? [...piece.blocks.map(sourceOf), piece.properties].join('') : closed(piece),
  );
  const start = main.blocks[at.start]?.start ?? main.body.closeStart;
  const prefixes = new Map([['w', W], ['r', R], ...(body.includes('<wp:') ? [['wp', DRAWING] as const] : [])]);
  return edited(xml, [
    ...declared('main part', xml, root, prefixes),
    { start: Math.min(start, main.body.closeStart), end: main.body.closeStart, text: [...texts, rest].join('') },
  ]);
}

/** The headers and footers of one section after the other, each named, so that none is inherited by mistake. */
class SlotSequence {
  readonly #seen: Set<Slot>;
  readonly #headers: Headers;

  constructor({ at, headers }: Merging) {
    this.#seen = new Set(at.slots.keys());
    this.#headers = headers;
  }

  next(slots: Slots): Slots {
    const missing = [...this.#seen].filter((slot) => !slots.has(slot));
    for (const slot of slots.keys()) this.#seen.add(slot);
    return new Map([...slots, ...missing.map((slot) => [slot, this.#headers.blank(slot)] as const)]);
  }
}

/** What stands in the template's section before the report, and the sections of the report. */
function piecesOf(merging: Merging, slots: SlotSequence): readonly Piece[] {
  const { plan, main, place, at, frames, body } = merging;
  const before = main.blocks.slice(at.start, place.from).map((element) => ({ xml: main.xml, element }));
  const first = plan.sections[0] && frames.get(plan.sections[0].orientation);
  const isJoined = place.isMarked && first?.from === at && first.page === at.page && hasOneColumn(at);
  const firstPages = new Set<TemplateSection>();
  const sections = sectionsIn(body).map((blocks, index): Piece => {
    const section = plan.sections[index];
    const frame = section && frames.get(section.orientation);
    if (!section || !frame) throw new RangeError('the body has the sections of its plan');
    const hasFirstPage = !firstPages.has(frame.from) && childOf(frame.from.properties, 'w:titlePg') !== undefined;
    firstPages.add(frame.from);
    if (isJoined && index === 0)
      return { blocks: [...before, ...blocks], properties: withSlots(main.xml, at, slots.next(at.slots)) };
    const own = section.pageNumbers === 'none' ? frame.from.slots : numbered(frame.from.slots, merging);
    const setting = { slots: slots.next(own), page: frame.page, pageNumbers: section.pageNumbers, hasFirstPage };
    return { blocks, properties: sectionProperties(main.xml, frame.from, setting) };
  });
  if (isJoined || !before.some(({ element }) => isVisible(element))) return sections;
  return [{ blocks: before, properties: withSlots(main.xml, at, at.slots) }, ...sections];
}

function hasOneColumn({ properties }: TemplateSection): boolean {
  return ['1', undefined].includes(childOf(properties, 'w:cols')?.attributes.get('w:num'));
}

function numbered(slots: Slots, { headers, hasEvenPages }: Merging): Slots {
  const result = headers.numbered(slots, 'default');
  return hasEvenPages ? headers.numbered(result, 'even') : result;
}

/** The blocks of each section of the report; the last of each but the last carries the section's properties. */
function sectionsIn(xml: string): readonly (readonly Block[])[] {
  const body = childOf(parseOwn(xml), 'w:body');
  if (!body) throw damaged('report', 'no body');
  const sections: Block[][] = [[]];
  for (const element of body.children) {
    if (element.name !== 'w:sectPr') sections.at(-1)?.push({ xml, element });
    if (childOf(element, 'w:pPr/w:sectPr')) sections.push([]);
  }
  return sections;
}

/**
 * What stands behind the report; undefined where nothing does that shows anything. It begins on a new page; sections that show
 * nothing and only say how pages look are no pages of the document.
 */
function restOf({ main, place }: Merging, slots: SlotSequence): string | undefined {
  const { xml, blocks, sections, body } = main;
  const first = blocks.findIndex((block, index) => index >= place.to && isVisible(block));
  if (first < 0) return undefined;
  const from = Math.max(place.to, sections.find(({ end }) => end > first)?.start ?? 0);
  const start = blocks[from]?.start ?? body.closeStart;
  const edits = sections
    .filter(({ end }) => end > from)
    .flatMap((section, index) => {
      const text = withSlots(xml, section, slots.next(section.slots), index === 0);
      const { properties } = section;
      // LibreOffice puts them first in a paragraph's properties, where the schema does not expect them.
      const at = properties?.parent === body || !properties?.parent ? body.closeStart : endOf(properties.parent);
      return [...(properties ? [removed(properties)] : []), { start: at, end: at, text }];
    })
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return edited(xml.slice(start, body.closeStart), edits);
}

/** Where the properties of a section stand among those of a paragraph (ISO 29500-1, 17.3.1.26). */
function endOf(paragraphProperties: XmlElement): number {
  return childOf(paragraphProperties, 'w:pPrChange')?.start ?? paragraphProperties.closeStart;
}

function sourceOf({ xml, element }: Block): string {
  return xml.slice(element.start, element.end);
}

/** The blocks of a section that another follows: its properties are in its last paragraph (ISO 29500-1, 17.6.18). */
function closed({ blocks, properties }: Piece): string {
  const last = blocks.at(-1);
  const texts = blocks.map(sourceOf);
  if (last?.element.name !== 'w:p') return `${texts.join('')}<w:p><w:pPr>${properties}</w:pPr></w:p>`;
  return [...texts.slice(0, -1), withProperties(last, properties)].join('');
}

function withProperties({ xml, element }: Block, properties: string): string {
  const { start, openEnd, closeStart, end } = element;
  const own = childOf(element, 'w:pPr/w:sectPr');
  if (own) return `${xml.slice(start, own.start)}${properties}${xml.slice(own.end, end)}`;
  const existing = childOf(element, 'w:pPr');
  if (existing && existing.closeStart < existing.end) {
    const at = endOf(existing);
    return `${xml.slice(start, at)}${properties}${xml.slice(at, end)}`;
  }
  const content = `<w:pPr>${properties}</w:pPr>`;
  if (existing) return `${xml.slice(start, existing.start)}${content}${xml.slice(existing.end, end)}`;
  if (closeStart < end) return `${xml.slice(start, openEnd)}${content}${xml.slice(openEnd, end)}`;
  return `${xml.slice(start, openEnd).replace(/\/>$/, '>')}${content}</${tagName(xml, element)}>`;
}

function tagName(xml: string, { start, openEnd }: XmlElement): string {
  return /^<([^\s/>]+)/.exec(xml.slice(start, openEnd))?.[1] ?? 'w:p';
}
