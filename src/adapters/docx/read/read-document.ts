import type {
  CellContent,
  ContentBlock,
  DocumentContent,
  ParagraphContent,
  RowContent,
} from '../../../domain/document/content.ts';
import { UnusableTemplate, type TemplateParts } from '../../../usecases/ports/document-codec.ts';
import { OpcPackage } from '../template/package.ts';
import { mainPart } from '../template/take-over.ts';
import { childOf, damaged, parseXml, type XmlElement } from '../template/xml-tree.ts';

/** Limits of the body of a report: the printed one has 180,000 characters and 6,000 elements; Word may write ten times as many. */
const LIMITS = { characters: 24 * 2 ** 20, elements: 400_000 } as const;

/** Most columns of a table in Word. */
const MOST_COLUMNS = 63;

/**
 * Reads what the body of a document says (ISO 29500-1, 17.3 and 17.4).
 * @throws {UnusableTemplate}
 */
export function readDocument(parts: TemplateParts): DocumentContent {
  const opened = OpcPackage.read(parts);
  const main = mainPart(opened);
  const root = parseXml(main, opened.text(main), LIMITS);
  if (root.name !== 'w:document') throw new UnusableTemplate('not-document', `root ${root.name}`);
  const body = childOf(root, 'w:body');
  if (!body) throw damaged(main, 'no body');
  return { blocks: [...blocksIn(body)] };
}

/** What is no part of the document's text: properties, deleted text, codes of fields, and what stands in for another. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
]);

function* blocksIn(element: XmlElement): Generator<ContentBlock, void, undefined> {
  for (const child of element.children) {
    if (LEFT_OUT.has(child.name)) continue;
    if (child.name === 'w:p') yield paragraphOf(child);
    else if (child.name === 'w:tbl') yield { kind: 'table', rows: rowsOf(child) };
    else yield* blocksIn(child);
  }
}

/** The elements of a name in an element, also within content controls and the like. */
function* innerOf(element: XmlElement, name: string): Generator<XmlElement, void, undefined> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    else if (!LEFT_OUT.has(child.name)) yield* innerOf(child, name);
  }
}

function rowsOf(table: XmlElement): readonly RowContent[] {
  return [...innerOf(table, 'w:tr')].filter((row) => !childOf(row, 'w:trPr/w:del')).map(rowOf);
}

function rowOf(row: XmlElement): RowContent {
  let column = numberOf(childOf(row, 'w:trPr/w:gridBefore'), 0);
  const cells: CellContent[] = [];
  for (const cell of innerOf(row, 'w:tc')) {
    if (column >= MOST_COLUMNS) break;
    const span = Math.max(1, numberOf(childOf(cell, 'w:tcPr/w:gridSpan'), 1));
    const merge = childOf(cell, 'w:tcPr/w:vMerge');
    cells.push({
      column,
      span,
      isContinued: merge !== undefined && merge.attributes.get('w:val') !== 'restart',
      paragraphs: [...blocksIn(cell)].flatMap(paragraphsOf),
    });
    column += span;
  }
  return { cells };
}

/** A number of a property, within the columns of a table. */
function numberOf(element: XmlElement | undefined, fallback: number): number {
  const value = Number(element?.attributes.get('w:val'));
  return Number.isSafeInteger(value) && value >= 0 ? Math.min(value, MOST_COLUMNS) : fallback;
}

function paragraphsOf(block: ContentBlock): readonly ParagraphContent[] {
  if (block.kind === 'paragraph') return [block];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
}

function paragraphOf(element: XmlElement): ParagraphContent {
  const numbering = childOf(element, 'w:pPr/w:numPr');
  const runs = [...runsIn(element)];
  return {
    kind: 'paragraph',
    text: runs.filter((run) => typeof run === 'string').join(''),
    isListItem: numbering !== undefined && childOf(numbering, 'w:numId')?.attributes.get('w:val') !== '0',
    objects: runs.filter((run) => typeof run !== 'string').length,
  };
}

/** Stands for an object among the texts of a paragraph. */
const OBJECT = Symbol('object');

const OBJECTS: ReadonlySet<string> = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'w:footnoteReference',
  'w:endnoteReference',
]);

/** The texts of a paragraph; the paragraphs of a text box in it are lines of it. */
function* runsIn(element: XmlElement): Generator<string | typeof OBJECT, void, undefined> {
  for (const child of element.children) {
    if (LEFT_OUT.has(child.name)) continue;
    if (OBJECTS.has(child.name)) yield OBJECT;
    if (child.name === 'w:t') yield child.text;
    else if (child.name === 'w:tab') yield '\t';
    else if (child.name === 'w:br' || child.name === 'w:cr') yield '\n';
    else if (child.name === 'w:noBreakHyphen') yield '-';
    else if (child.name === 'w:sym') yield symbolOf(child);
    else {
      if (child.name === 'w:p') yield '\n';
      yield* runsIn(child);
    }
  }
}

/** A character of a symbol font, which is a bullet as a rule, is in the private area (17.3.3.30). */
function symbolOf(symbol: XmlElement): string {
  const code = Number.parseInt(symbol.attributes.get('w:char') ?? '', 16);
  return Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xf8ff) ? '•' : String.fromCodePoint(code);
}
