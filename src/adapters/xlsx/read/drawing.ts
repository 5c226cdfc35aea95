import { UPRIGHT, type Crop, type PictureFrame, type Turn } from '../../../domain/image/picture.ts';
import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import type { CellRange, ShapeText, SheetObject } from '../../../domain/spreadsheet/content.ts';
import { detach } from '../xml/detach.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { indexIn } from './sheet-tail.ts';

/** An object on a sheet; a picture has the relationship of its image, a diagram that of its texts. */
export interface DrawnObject extends Omit<SheetObject, 'image' | 'area'> {
  readonly area: CellRange;
  readonly relationship?: string;
}

interface Corner {
  row: number;
  column: number;
}

/** The shape, picture or frame being read. */
interface Current {
  kind: SheetObject['kind'] | 'shape';
  name: string;
  description: string;
  relationship: string | undefined;
  turn: Turn;
  crop: Crop | undefined;
  /** Paragraphs, the last one incomplete. */
  readonly lines: string[];
}

/** Elements of a drawing (ISO/IEC 29500-1, 20.5.2), grouped or not. */
const KINDS: ReadonlyMap<string, Current['kind']> = new Map([
  ['xdr:sp', 'shape'],
  ['xdr:cxnSp', 'shape'],
  ['xdr:pic', 'picture'],
  ['xdr:graphicFrame', 'other'],
  ['xdr:contentPart', 'other'],
]);

/** Reads a drawing part: texts of shapes and other objects, with the cells that they cover. */
export class DrawingHandler implements XmlHandler {
  readonly shapes: ShapeText[] = [];
  readonly objects: DrawnObject[] = [];
  #from: Corner = { row: 0, column: 0 };
  #to: Corner | undefined;
  #corner: Corner | undefined;
  #current: Current | undefined;
  /** Text of the current element. */
  #text: string | undefined;
  /** Depth within `mc:Fallback` elements, which repeat the content for older programs. */
  #fallbacks = 0;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'mc:Fallback') this.#fallbacks += 1;
    if (this.#fallbacks > 0) return;
    const kind = KINDS.get(name);
    if (kind !== undefined) this.#current = currentOf(kind);
    else if (this.#current === undefined) this.#openInAnchor(name);
    else this.#openInObject(this.#current, name, attributes);
  }

  text(text: string): void {
    if (this.#text !== undefined && this.#fallbacks === 0) this.#text += text;
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.#fallbacks -= 1;
    else if (this.#fallbacks > 0) return;
    else if (this.#current === undefined) this.#closeInAnchor(name);
    else if (name === 'a:t') {
      this.#add(this.#current, this.#text ?? '');
      this.#text = undefined;
    } else if (KINDS.has(name)) {
      this.#closeObject(this.#current);
      this.#current = undefined;
    }
  }

  #openInAnchor(name: string): void {
    switch (name) {
      case 'xdr:twoCellAnchor':
      case 'xdr:oneCellAnchor':
      case 'xdr:absoluteAnchor':
        this.#from = { row: 0, column: 0 };
        this.#to = undefined;
        break;
      case 'xdr:from':
        this.#corner = this.#from;
        break;
      case 'xdr:to':
        this.#corner = this.#to = { ...this.#from };
        break;
      case 'xdr:row':
      case 'xdr:col':
        this.#text = '';
    }
  }

  #closeInAnchor(name: string): void {
    if (this.#corner !== undefined && name === 'xdr:row') this.#corner.row = indexIn(this.#text, ROWS);
    else if (this.#corner !== undefined && name === 'xdr:col') this.#corner.column = indexIn(this.#text, COLUMNS);
    else if (name === 'xdr:from' || name === 'xdr:to') this.#corner = undefined;
    this.#text = undefined;
  }

  #openInObject(current: Current, name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'xdr:cNvPr':
        current.name = attributes.get('name') ?? '';
        current.description = attributes.get('descr') ?? '';
        break;
      case 'a:blip':
        current.relationship = attributes.get('r:embed');
        break;
      case 'a:srcRect':
        current.crop = cropOf(attributes);
        break;
      case 'a:xfrm':
        current.turn = turnOf(attributes);
        break;
      case 'a:graphicData':
        current.kind = graphicKind(attributes.get('uri') ?? '');
        break;
      case 'dgm:relIds':
        current.relationship = attributes.get('r:dm');
        break;
      case 'a:p':
        current.lines.push('');
        break;
      case 'a:br':
        this.#add(current, '\n');
        break;
      case 'a:t':
        this.#text = '';
    }
  }

  #add({ lines }: Current, text: string): void {
    lines.push((lines.pop() ?? '') + text);
  }

  #closeObject({ kind, name, description, relationship, lines, turn, crop }: Current): void {
    const { row, column } = this.#from;
    const text = lines.join('\n');
    if (text.trim() !== '') this.shapes.push({ row, column, text: detach(text) });
    // A shape with a picture fill is a picture.
    const shown = kind !== 'shape' ? kind : relationship === undefined ? undefined : 'picture';
    if (shown === undefined) return;
    const { row: bottom, column: right } = this.#to ?? this.#from;
    this.objects.push({
      kind: shown,
      area: { top: row, left: column, bottom: Math.max(row, bottom), right: Math.max(column, right) },
      name: detach(name),
      description: detach(description),
      ...(relationship === undefined ? {} : { relationship }),
      ...(shown === 'picture' ? frameOf(turn, crop) : {}),
    });
  }
}

function currentOf(kind: Current['kind']): Current {
  return { kind, name: '', description: '', relationship: undefined, turn: UPRIGHT, crop: undefined, lines: [] };
}

/** 60,000ths of a degree in a quarter (ISO/IEC 29500-1, 20.1.10.3). */
const QUARTER = 90 * 60_000;

/** The rotation of an object (20.1.7.6), to the nearest quarter. A vertical flip is a horizontal one with half a turn. */
function turnOf(attributes: XmlAttributes): Turn {
  const isFlipped = (name: string): boolean => /^(?:1|true)$/.test(attributes.get(name) ?? '');
  const rotation = Number(attributes.get('rot') ?? 0);
  const turned = Number.isFinite(rotation) ? Math.round(rotation / QUARTER) : 0;
  const quarters = (((turned + (isFlipped('flipV') ? 2 : 0)) % 4) + 4) % 4;
  return { quarters: quarters as Turn['quarters'], mirrored: isFlipped('flipH') !== isFlipped('flipV') };
}

/** The crop of a picture (20.1.8.55), stored in thousandths of a percent; undefined if there is none, or if nothing would be left. */
function cropOf(attributes: XmlAttributes): Crop | undefined {
  const part = (name: string): number => {
    const written = attributes.get(name) ?? '0';
    const value = written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written) / 100_000;
    return Number.isFinite(value) ? Math.max(0, value) : 0;
  };
  const crop = { left: part('l'), top: part('t'), right: part('r'), bottom: part('b') };
  const isLeft = crop.left + crop.right < 1 && crop.top + crop.bottom < 1;
  return isLeft && Object.values(crop).some((each) => each > 0) ? crop : undefined;
}

function frameOf(turn: Turn, crop: Crop | undefined): { readonly frame?: PictureFrame } {
  const isTurned = turn.quarters !== 0 || turn.mirrored;
  if (!isTurned && crop === undefined) return {};
  return { frame: { ...(isTurned ? { turn } : {}), ...(crop === undefined ? {} : { crop }) } };
}

/** The kind of a graphic frame by its URI. Namespaces of charts end in `chart` or `chartex`. */
function graphicKind(uri: string): SheetObject['kind'] {
  if (/\/chart(ex)?$/.test(uri)) return 'chart';
  return uri.endsWith('/diagram') ? 'diagram' : 'other';
}

/** Reads the texts of a diagram (SmartArt) from its data part (ISO/IEC 29500-1, 21.4.2.10): a line for each paragraph. */
export class DiagramHandler implements XmlHandler {
  readonly #lines: string[] = [];
  #text: string | undefined;

  open(name: string): void {
    if (name === 'a:p') this.#lines.push('');
    else if (name === 'a:t') this.#text = '';
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (name !== 'a:t') return;
    this.#lines.push((this.#lines.pop() ?? '') + (this.#text ?? ''));
    this.#text = undefined;
  }

  /** The paragraphs that are not blank, on a line each. */
  get shownText(): string {
    return detach(this.#lines.filter((line) => line.trim() !== '').join('\n'));
  }
}
