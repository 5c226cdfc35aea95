import type { TemplateNotice } from '../../../domain/document/template.ts';
import { childOf, withDescendants, type XmlElement } from './xml-tree.ts';

/** What marks the place of the report in a text. */
const MARK = /\{\{\s*(?:รายงาน|report)\s*\}\}/i;

/** The tag or title of a content control that is the place of the report. */
const CONTROL = /^(?:ita-report|รายงาน)$/i;

/** Where the report goes among the blocks of a body: the blocks that it replaces, `from` up to but without `to`. */
export interface Place {
  readonly from: number;
  readonly to: number;
  /** Whether the template says where; otherwise the report begins on a page of its own. */
  readonly isMarked: boolean;
  readonly notices: readonly TemplateNotice[];
}

/** Finds the place of the report: a paragraph with `{{รายงาน}}` or a content control, otherwise behind what stands in the body. */
export function findPlace(blocks: readonly XmlElement[]): Place {
  const marks = blocks.map(marksIn);
  const at = blocks.findIndex((block, index) => (marks[index] ?? 0) > 0 && isPlace(block));
  const count = marks.reduce((sum, each) => sum + each, 0);
  const place = blocks[at];
  if (place) {
    const several = count > 1 ? [{ code: 'template-places', count } as const] : [];
    return { from: at, to: at + 1, isMarked: true, notices: [...several, ...replacedAt(place)] };
  }
  const end = blocks.findLastIndex(isVisible) + 1;
  const code = count > 0 ? 'template-place-inside' : 'template-no-place';
  return { from: end, to: end, isMarked: false, notices: end === 0 ? [] : [{ code }] };
}

/** A place is a paragraph or a content control that stands in the body itself. */
function isPlace(block: XmlElement): boolean {
  if (block.name !== 'w:p') return isControl(block);
  return MARK.test(ownText(block)) || block.children.some(isControl);
}

/** Text boxes hold paragraphs inside a paragraph. */
const BOXES: ReadonlySet<string> = new Set(['w:txbxContent']);

function marksIn(block: XmlElement): number {
  const elements = [...withDescendants(block)];
  const controls = elements.filter(isControl);
  if (controls.length > 0) return controls.length;
  return elements.filter((each) => each.name === 'w:p' && MARK.test(ownText(each))).length;
}

function isControl(element: XmlElement): boolean {
  if (element.name !== 'w:sdt') return false;
  return ['w:sdtPr/w:tag', 'w:sdtPr/w:alias'].some((path) =>
    CONTROL.test(childOf(element, path)?.attributes.get('w:val')?.trim() ?? ''),
  );
}

/** The text of a paragraph without that of text boxes in it. */
function ownText(paragraph: XmlElement): string {
  return textOf(paragraph, BOXES);
}

/** The text that an element shows, without that in elements of these names. */
function textOf(element: XmlElement, without: ReadonlySet<string> = new Set()): string {
  if (without.has(element.name)) return '';
  if (element.name === 'w:t') return element.text;
  const text = element.children.map((child) => textOf(child, without)).join('');
  return element.name === 'w:p' ? `${text}\n` : text;
}

/** What is lost with the place. The prompt of a content control is no text of the office. */
function replacedAt(place: XmlElement): readonly TemplateNotice[] {
  const isPrompt = childOf(place, 'w:sdtPr/w:showingPlcHdr') !== undefined;
  const text = isPrompt ? '' : textOf(place).replace(MARK, '').trim();
  return [
    ...(text === '' ? [] : [{ code: 'template-text-replaced', text } as const]),
    ...(hasAny(place, OBJECTS) ? [{ code: 'template-object-replaced' } as const] : []),
  ];
}

/** Elements that show something that is no text. */
const OBJECTS: ReadonlySet<string> = new Set([
  ...['w:drawing', 'w:pict', 'w:object', 'w:tbl', 'm:oMath', 'w:sym'],
  ...['w:fldSimple', 'w:instrText', 'w:footnoteReference', 'w:endnoteReference'],
]);

function hasAny(element: XmlElement, names: ReadonlySet<string>): boolean {
  return [...withDescendants(element)].some(({ name }) => names.has(name));
}

/** Whether a block of a body shows anything. */
export function isVisible(block: XmlElement): boolean {
  return textOf(block).trim() !== '' || hasAny(block, OBJECTS);
}
