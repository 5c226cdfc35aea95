import type { ImageFacts } from '../../../domain/spreadsheet/content.ts';
import { detach } from '../xml/detach.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import { startTagHandler, type XmlAttributes, type XmlHandler } from '../xml/xml-events.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { DrawingHandler } from './drawing.ts';
import type { Images } from './images.ts';
import { targetsOf } from './sheet-extras.ts';
import { readOr } from './unread-parts.ts';
import { relatedPart, type WorkbookPart } from './workbook-part.ts';

/** A value beyond text and numbers: a picture placed in a cell, or one of Excel's linked data types. */
export interface RichValue {
  readonly isPicture: boolean;
  /** Alternative text of a picture, or the displayed text of another value; may be empty. */
  readonly text: string;
  /** Part name of a picture's image; absent if the file does not have it. */
  readonly image?: string;
}

/** A picture that WPS shows in a cell. */
type CellImage = Pick<RichValue, 'image'> & { readonly description: string };

/** Looks up what cells show besides their own text. Parts are read on first use; damaged parts count as missing. */
export interface CellPictures {
  /** The rich value of a cell's attribute `vm`, counted from 1; undefined if there is none. */
  richValue(metadata: number): RichValue | undefined;
  /** A picture that WPS shows by its function DISPIMG; its description may be empty. */
  cellImage(name: string): CellImage;
  /** Facts about an image. */
  imageOf(part: string): ImageFacts | undefined;
}

/** The pictures in cells of a workbook. */
export function cellPictures(file: OpcPackage, workbook: WorkbookPart, images: Images): CellPictures {
  let values: readonly (RichValue | undefined)[] | undefined;
  let cellImages: ReadonlyMap<string, CellImage> | undefined;
  return {
    richValue: (metadata) => (values ??= readRichValues(file, workbook))[metadata - 1],
    cellImage: (name) => (cellImages ??= readCellImages(file, workbook)).get(name) ?? { description: '' },
    imageOf: (part) => images.factsOf(part),
  };
}

/** The pictures of WPS by the names in its formulas. The format is not published. */
function readCellImages(file: OpcPackage, workbook: WorkbookPart): ReadonlyMap<string, CellImage> {
  const part = relatedPart(workbook, 'cellImage');
  if (part === undefined) return new Map();
  const { objects } = readOr(() => file.read(part, 'etc:cellImages', () => new DrawingHandler()), new DrawingHandler());
  const targets = readOr(() => targetsOf(file, part), new Map<string, string>());
  return new Map(
    objects.map(({ name, description, relationship = '' }) => [
      name,
      { description, ...imageAt(targets, relationship) },
    ]),
  );
}

function imageAt(targets: ReadonlyMap<string, string>, relationship: string): Pick<RichValue, 'image'> {
  const image = targets.get(relationship);
  return image === undefined ? {} : { image };
}

/** The key of a picture's index in the list of relationships, which leads to its image ([MS-XLSX] 2.3.6.1.3). */
const IMAGE_KEY = '_rvRel:LocalImageIdentifier';

/** The images of pictures that are placed in cells, by their index. */
function readImages(file: OpcPackage, workbook: WorkbookPart): readonly Pick<RichValue, 'image'>[] {
  const part = relatedPart(workbook, 'richValueRel');
  if (part === undefined) return [];
  const ids: string[] = [];
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'rel') ids.push(attributes.get('r:id') ?? '');
  };
  readOr(() => {
    file.read(part, 'richValueRels', () => {
      ids.length = 0;
      return startTagHandler(open);
    });
  }, undefined);
  const targets = readOr(() => targetsOf(file, part), new Map<string, string>());
  return ids.map((id) => imageAt(targets, id));
}

/** Rich values by value metadata: a cell refers to metadata, these to a value, and the value to its structure ([MS-XLSX] 2.6.175). */
function readRichValues(file: OpcPackage, workbook: WorkbookPart): readonly (RichValue | undefined)[] {
  const read = <Handler extends XmlHandler>(type: string, root: string, handler: () => Handler): Handler => {
    const part = relatedPart(workbook, type);
    return part === undefined ? handler() : readOr(() => file.read(part, root, handler), handler());
  };
  const { structures } = read('rdRichValueStructure', 'rvStructures', structuresHandler);
  const { values } = read('rdRichValue', 'rvData', () => new ValuesHandler());
  const { future, ofCells } = read('sheetMetadata', 'metadata', metadataHandler);
  const images = readImages(file, workbook);
  return ofCells.map((index) => {
    const value = values[future[index ?? -1] ?? -1];
    const structure = structures[value?.structure ?? -1];
    if (value === undefined || structure === undefined) return undefined;
    const textOf = (key: string): string => value.texts[structure.keys.indexOf(key)] ?? '';
    const isPicture = /^_(?:local|web)image$/i.test(structure.type);
    const image = isPicture ? images[wholeNumber(textOf(IMAGE_KEY)) ?? -1] : undefined;
    return { isPicture, text: textOf(isPicture ? 'Text' : '_DisplayString'), ...image };
  });
}

interface Structure {
  readonly type: string;
  readonly keys: string[];
}

function structuresHandler(): XmlHandler & { readonly structures: readonly Structure[] } {
  const structures: Structure[] = [];
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 's') structures.push({ type: attributes.get('t') ?? '', keys: [] });
    else if (name === 'k') structures.at(-1)?.keys.push(attributes.get('n') ?? '');
  };
  return { ...startTagHandler(open), structures };
}

/** Indexes of rich values by future metadata, and of future metadata by value metadata; metadata of other kinds are undefined. */
interface Metadata {
  readonly future: readonly number[];
  readonly ofCells: readonly (number | undefined)[];
}

const RICH_VALUE = 'XLRICHVALUE';

function metadataHandler(): XmlHandler & Metadata {
  const types: string[] = [];
  const future: number[] = [];
  const ofCells: (number | undefined)[] = [];
  let inValues = false;
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'metadataType') types.push(attributes.get('name') ?? '');
    else if (name === 'valueMetadata') inValues = true;
    else if (name === 'cellMetadata' || name === 'futureMetadata') inValues = false;
    else if (name === 'rvb') future.push(wholeNumber(attributes.get('i')) ?? -1);
    else if (name === 'bk' && inValues) ofCells.push(undefined);
    else if (name === 'rc' && inValues && types[(wholeNumber(attributes.get('t')) ?? 0) - 1] === RICH_VALUE) {
      ofCells[ofCells.length - 1] = wholeNumber(attributes.get('v'));
    }
  };
  return { ...startTagHandler(open), future, ofCells };
}

class ValuesHandler implements XmlHandler {
  readonly values: { readonly structure: number; readonly texts: string[] }[] = [];
  #text: string | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'rv') this.values.push({ structure: wholeNumber(attributes.get('s')) ?? -1, texts: [] });
    else if (name === 'v') this.#text = '';
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (name !== 'v' || this.#text === undefined) return;
    this.values.at(-1)?.texts.push(detach(unescapeXstring(this.#text)));
    this.#text = undefined;
  }
}
