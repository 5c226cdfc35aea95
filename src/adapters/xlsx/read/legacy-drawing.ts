import type { ShapeText, SheetObject } from '../../../domain/spreadsheet/content.ts';
import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { limitText } from '../faults.ts';
import { detach } from '../xml/detach.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { indexIn } from './sheet-tail.ts';

/** A shape being read. */
interface Current {
  text: string;
  hasPicture: boolean;
  /** Kind of object by `x:ClientData` (ISO/IEC 29500-4, 19.4.2.12), such as `Note` or `Checkbox`. */
  kind: string;
  row: number;
  column: number;
}

/**
 * Reads a VML drawing (ISO/IEC 29500-4, 19): the texts of controls, and comments with a picture. The texts of comments are in another
 * part.
 */
export class LegacyDrawingHandler implements XmlHandler {
  readonly shapes: ShapeText[] = [];
  readonly objects: SheetObject[] = [];
  #current: Current | undefined;
  #inTextBox = false;
  #value: string | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'vml:shape') this.#current = { text: '', hasPicture: false, kind: '', row: 0, column: 0 };
    else if (this.#current === undefined) return;
    else if (name === 'vml:textbox') this.#inTextBox = true;
    else if (this.#inTextBox && /^(?:div|br|p)$/i.test(local(name)) && this.#current.text !== '')
      this.#current.text += '\n';
    else if (name === 'vml:fill' || name === 'vml:imagedata') this.#current.hasPicture ||= hasImage(attributes);
    else if (name === 'vml-x:ClientData') this.#current.kind = attributes.get('ObjectType') ?? '';
    else if (VALUES.has(name)) this.#value = '';
  }

  text(text: string): void {
    if (this.#inTextBox && this.#current !== undefined) {
      this.#current.text += text;
      limitText(this.#current.text.length);
    } else if (this.#value !== undefined) this.#value += text;
  }

  close(name: string): void {
    const current = this.#current;
    if (current === undefined) return;
    if (name === 'vml:textbox') this.#inTextBox = false;
    else if (name === 'vml:shape') this.#closeShape(current);
    else if (this.#value !== undefined) {
      place(current, name, this.#value);
      this.#value = undefined;
    }
  }

  #closeShape({ kind, text, hasPicture, row, column }: Current): void {
    this.#current = undefined;
    const trimmed = text
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim();
    if (kind === 'Note') {
      const area = { top: row, left: column, bottom: row, right: column };
      if (hasPicture) this.objects.push({ kind: 'picture', area, name: '', description: '' });
    } else if (trimmed !== '') this.shapes.push({ row, column, text: detach(trimmed) });
  }
}

const VALUES: ReadonlySet<string> = new Set(['vml-x:Row', 'vml-x:Column', 'vml-x:Anchor']);

/** Sets the position of a shape: the cell of a comment, or the anchor of a control (left column, offset, top row and so on). */
function place(current: Current, name: string, value: string): void {
  const [left, , top] = value.split(',');
  if (name === 'vml-x:Row') current.row = indexIn(value, ROWS);
  else if (name === 'vml-x:Column') current.column = indexIn(value, COLUMNS);
  else if (name === 'vml-x:Anchor' && current.kind !== 'Note') {
    current.row = indexIn(top, ROWS);
    current.column = indexIn(left, COLUMNS);
  }
}

function hasImage(attributes: XmlAttributes): boolean {
  return (attributes.get('vml-o:relid') ?? '') !== '';
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
