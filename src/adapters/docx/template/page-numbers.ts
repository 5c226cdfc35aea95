import { PAGE_FIELD } from '../sections.ts';
import { DECLARATION, type OpcPackage } from './package.ts';
import { hasPageNumber, type Slot, type Slots } from './sections.ts';
import { edited, parseXml, W, R, declared } from './xml-tree.ts';

type Side = 'header' | 'footer';

const TYPES: Readonly<Record<Side, string>> = {
  header: 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml',
  footer: 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml',
};

const ROOTS: Readonly<Record<Side, string>> = { header: 'w:hdr', footer: 'w:ftr' };

const NUMBER = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="${PAGE_FIELD}"><w:r><w:t>๑</w:t></w:r></w:fldSimple></w:p>`;

/** Headers and footers for a document in a frame, made when they are needed. */
export class Headers {
  readonly #package: OpcPackage;
  readonly #main: string;
  readonly #numbered = new Map<string, Slots>();
  readonly #blank = new Map<Side, string>();
  /** Whether a header or footer was changed so that it shows the number of the page. */
  hasAdded = false;

  constructor(opened: OpcPackage, main: string) {
    this.#package = opened;
    this.#main = main;
  }

  /**
   * The headers and footers with the number of the page: as they are where they show it, otherwise in a header or footer of
   * its own where one is free, or below the letterhead.
   */
  numbered(slots: Slots, type: 'default' | 'even'): Slots {
    const key = `${type} ${[...slots].join()}`;
    const known = this.#numbered.get(key);
    if (known) return known;
    const result = this.#withNumber(slots, type);
    this.#numbered.set(key, result);
    return result;
  }

  /** A header or footer with nothing in it, which ends one of the section before. */
  blank(slot: Slot): string {
    const side = sideOf(slot);
    const id = this.#blank.get(side) ?? this.#add(side, newPart(side, '<w:p/>'));
    this.#blank.set(side, id);
    return id;
  }

  #withNumber(slots: Slots, type: 'default' | 'even'): Slots {
    const header = this.#partOf(slots.get(`header:${type}`));
    const footer = this.#partOf(slots.get(`footer:${type}`));
    if ([header, footer].some((part) => part !== undefined && this.#shows(part))) return slots;
    this.hasAdded = true;
    if (header === undefined) return withSlot(slots, `header:${type}`, this.#add('header', newPart('header', NUMBER)));
    if (footer === undefined) return withSlot(slots, `footer:${type}`, this.#add('footer', newPart('footer', NUMBER)));
    return withSlot(slots, `header:${type}`, this.#copyWithNumber(header));
  }

  #copyWithNumber(header: string): string {
    const xml = this.#package.text(header);
    const root = parseXml(header, xml);
    const prefixes = new Map([['w', W]]);
    const edits = [
      ...declared(header, xml, root, prefixes),
      { start: root.closeStart, end: root.closeStart, text: NUMBER },
    ];
    return this.#add('header', edited(xml, edits), header);
  }

  #partOf(id: string | undefined): string | undefined {
    const target = this.#package.of(this.#main).find((each) => each.id === id)?.target;
    return target !== undefined && this.#package.parts.has(target) ? target : undefined;
  }

  #shows(part: string): boolean {
    return hasPageNumber(parseXml(part, this.#package.text(part)));
  }

  /** Adds a part with the relationships of another and gives the id of its relationship. */
  #add(side: Side, xml: string, like?: string): string {
    const name = this.#package.add(`word/ita-${side}.xml`, xml, TYPES[side]);
    if (like !== undefined) this.#package.relationships.set(name, this.#package.of(like));
    return this.#package.relate(this.#main, { type: `${R}/${side}`, target: name, isExternal: false });
  }
}

function withSlot(slots: Slots, slot: Slot, id: string): Slots {
  return new Map([...slots, [slot, id]]);
}

function sideOf(slot: Slot): Side {
  return slot.startsWith('header') ? 'header' : 'footer';
}

function newPart(side: Side, content: string): string {
  return `${DECLARATION}<${ROOTS[side]} xmlns:w="${W}">${content}</${ROOTS[side]}>`;
}
