import type { DocumentPlan } from '../../../domain/document/plan.ts';
import type { TemplateNotice } from '../../../domain/document/template.ts';
import type { FramedDocument, TemplateParts } from '../../../usecases/ports/document-codec.ts';
import { corePart } from '../core-part.ts';
import { ownPage, type Orientation, type PageGeometry } from '../page.ts';
import { bodyFor, openOwn, usedStyles, type OwnDocument } from './own-document.ts';
import { Headers } from './page-numbers.ts';
import { hasRoom, turned } from './pages.ts';
import { mergeBody, type Main, type SectionFrame } from './merge-body.ts';
import { findPlace, type Place } from './place.ts';
import { blocksOf, frameFor, sectionsOf, type TemplateSection } from './sections.ts';
import { mergeStyles } from './styles.ts';
import { takeOver, type Frame } from './take-over.ts';
import { allOf, childOf, damaged, parseXml, R, W, type XmlElement } from './xml-tree.ts';

/** Encodes a plan on pages of a given size. */
type Encode = (plan: DocumentPlan, pageOf: (orientation: Orientation) => PageGeometry) => Promise<Uint8Array>;

/**
 * Encodes a plan in the frame of a template. `encode` makes the document without a template; its body is put at the place of
 * the report, its styles and page numbers are added where the template has none.
 * @throws {UnusableTemplate}
 */
export async function encodeIn(plan: DocumentPlan, template: TemplateParts, encode: Encode): Promise<FramedDocument> {
  const frame = takeOver(template);
  const main = openMain(frame);
  const place = findPlace(main.blocks);
  const at = sectionAt(main.sections, place);
  const frames = new Map(
    [...new Set(plan.sections.map(({ orientation }) => orientation))].map((orientation) => [
      orientation,
      sectionFrame(orientation, main.sections, at),
    ]),
  );
  const own = openOwn(await encode(plan, (orientation) => frames.get(orientation)?.page ?? ownPage(orientation)));
  const styles = addStyles(frame, own);
  const headers = new Headers(frame.package, frame.main);
  const body = bodyFor(own, frame.package, frame.main, {
    styles: styles.ids,
    levels: styles.levels,
    drawings: lastDrawing(main.root),
  });
  const merging = { plan, main, place, at, frames, headers, body, hasEvenPages: hasEvenPages(frame) };
  frame.package.parts.set(frame.main, mergeBody(merging));
  putCore(frame, plan);
  return {
    bytes: frame.package.encode(),
    notices: [
      ...place.notices,
      ...[...frames.values()].flatMap(({ notices }) => notices).filter(unlikeBefore),
      ...(headers.hasAdded ? [{ code: 'template-page-numbers' } as const] : []),
      ...styles.notices,
      ...frame.notices,
    ],
  };
}

function unlikeBefore({ code }: TemplateNotice, index: number, all: readonly TemplateNotice[]): boolean {
  return all.findIndex((each) => each.code === code) === index;
}

function openMain({ package: opened, main }: Frame): Main {
  const xml = opened.text(main);
  const root = parseXml(main, xml);
  const body = childOf(root, 'w:body');
  if (root.name !== 'w:document' || !body || body.closeStart === body.end) throw damaged(main, 'no body');
  return { xml, root, body, blocks: blocksOf(body), sections: sectionsOf(body) };
}

/** The section in which the report begins. */
function sectionAt(sections: readonly TemplateSection[], { from, isMarked }: Place): TemplateSection {
  const block = isMarked ? from : Math.max(0, from - 1);
  const found = sections.find(({ end }) => block < end) ?? sections.at(-1);
  if (!found) throw new RangeError('a body has a section');
  return found;
}

function sectionFrame(
  orientation: Orientation,
  sections: readonly TemplateSection[],
  at: TemplateSection,
): SectionFrame {
  const found = frameFor(orientation, sections, at);
  const page = found?.page ?? (at.page && turned(at.page));
  if (!page || !hasRoom(page)) {
    return { from: found ?? at, page: ownPage(orientation), notices: [{ code: 'template-narrow' }] };
  }
  return { from: found ?? at, page, notices: found ? [] : [{ code: 'template-turned', orientation }] };
}

const NO_STYLES = `<w:styles xmlns:w="${W}"></w:styles>`;

function addStyles({ package: opened, main }: Frame, own: OwnDocument): Omit<ReturnType<typeof mergeStyles>, 'xml'> {
  const name =
    opened.target(main, 'styles') ??
    opened.add('word/styles.xml', NO_STYLES, own.package.types.get('word/styles.xml') ?? '');
  if (opened.target(main, 'styles') === undefined)
    opened.relate(main, { type: `${R}/styles`, target: name, isExternal: false });
  const theme = opened.target(main, 'theme');
  const { xml, ...rest } = mergeStyles(name, opened.text(name), own.styles, usedStyles(own), {
    theme: theme === undefined ? undefined : opened.text(theme),
  });
  opened.parts.set(name, xml);
  return rest;
}

function hasEvenPages({ package: opened, main }: Frame): boolean {
  const settings = opened.target(main, 'settings');
  if (settings === undefined) return false;
  const found = childOf(parseXml(settings, opened.text(settings)), 'w:evenAndOddHeaders');
  return found !== undefined && !/^(?:0|false|off)$/.test(found.attributes.get('w:val') ?? '');
}

function lastDrawing(root: XmlElement): number {
  const ids = allOf(root, 'wp:docPr').map(({ attributes }) => Number(attributes.get('id')));
  return Math.max(0, ...ids.filter(Number.isSafeInteger));
}

/** Title, language and times are of the report, not of its template. */
function putCore({ package: opened }: Frame, plan: DocumentPlan): void {
  const there = opened.target('', 'core-properties');
  if (there !== undefined) {
    opened.parts.set(there, corePart(plan));
    return;
  }
  const type = 'application/vnd.openxmlformats-package.core-properties+xml';
  opened.relate('', {
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: opened.add('docProps/core.xml', corePart(plan), type),
    isExternal: false,
  });
}
