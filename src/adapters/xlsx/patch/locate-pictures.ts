import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';

/** An anchor of a drawing: where it stands in the text, and what is in it. */
export interface LocatedAnchor {
  readonly start: number;
  end: number;
  /** Its objects, of which a group has several: their names, and where the tags that tell them stand. */
  readonly objects: { readonly name: string; readonly start: number; readonly end: number }[];
  /** Relationships of its images. */
  readonly images: string[];
}

/** Locates the anchors of a drawing part (ISO/IEC 29500-1, 20.5.2). */
export class AnchorLocator implements XmlHandler {
  readonly anchors: LocatedAnchor[] = [];
  /** The largest identifier of an object. */
  largestId = 1;
  #depth = 0;
  #anchor: LocatedAnchor | undefined;

  open(name: string, attributes: XmlAttributes, start: number, end: number): void {
    this.#depth += 1;
    if (this.#depth === 2) {
      this.#anchor = { start, end: start, objects: [], images: [] };
      this.anchors.push(this.#anchor);
    }
    if (name === 'xdr:cNvPr') {
      this.#anchor?.objects.push({ name: attributes.get('name') ?? '', start, end });
      const id = Number(attributes.get('id'));
      if (Number.isInteger(id)) this.largestId = Math.max(this.largestId, id);
    }
    const image = name === 'a:blip' ? attributes.get('r:embed') : undefined;
    if (image !== undefined) this.#anchor?.images.push(image);
  }

  text(): void {
    // Texts of shapes stay as they are.
  }

  close(_: string, __: number, end: number): void {
    if (this.#depth === 2 && this.#anchor !== undefined) {
      this.#anchor.end = end;
      this.#anchor = undefined;
    }
    this.#depth -= 1;
  }
}

/** What follows a drawing in a worksheet (CT_Worksheet, 18.3.1.99); Excel wraps controls in alternatives for older programs. */
const AFTER_DRAWING: ReadonlySet<string> = new Set([
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'mc:AlternateContent',
]);

/** Locates in a worksheet part its element `drawing`, or else where that would stand. */
export class DrawingPlaceLocator implements XmlHandler {
  /** The element that is there; undefined where there is none. */
  drawing: { readonly start: number; readonly end: number } | undefined;
  /** Where the element would stand. */
  at = 0;
  /** Where the root element begins. */
  root = 0;
  isFound = false;
  #depth = 0;
  #isPastData = false;

  open(name: string, _: XmlAttributes, start: number, end: number): void {
    this.#depth += 1;
    if (this.#depth === 1) this.root = start;
    if (this.#depth !== 2) return;
    if (name === 'sheetData') this.#isPastData = true;
    if (name === 'drawing') this.drawing = { start, end };
    if (!this.isFound && this.#isPastData && AFTER_DRAWING.has(name)) {
      this.at = start;
      this.isFound = true;
    }
  }

  text(): void {
    // Texts of cells stay as they are.
  }

  close(name: string, start: number, end: number): void {
    if (this.#depth === 2 && name === 'drawing' && this.drawing !== undefined) this.drawing = { ...this.drawing, end };
    if (this.#depth === 1 && !this.isFound) this.at = start;
    this.#depth -= 1;
  }
}
