import type { TemplateNotice } from '../../../domain/document/template.ts';
import {
  allOf,
  attributeText,
  childOf,
  declared,
  edited,
  parseXml,
  removed,
  W,
  type XmlEdit,
  type XmlElement,
} from './xml-tree.ts';

/** The styles of a template with those that the report needs. */
export interface MergedStyles {
  readonly xml: string;
  /** The id in the template of each style that the report uses, by its id in the report. */
  readonly ids: ReadonlyMap<string, string>;
  /** Levels of the outline that the template's styles do not have, by the id in the report; headings need them. */
  readonly levels: ReadonlyMap<string, string>;
  readonly notices: readonly TemplateNotice[];
}

/** The font of official documents by any of its names, and its size in points. */
const OFFICIAL = { font: /^TH ?Sarabun/i, size: 16 } as const;

/** What the template's other parts say about fonts. */
export interface FontSources {
  readonly theme: string | undefined;
}

/**
 * Adds to the styles of a template those of the report that it lacks by name. The template's own stay as they are, but for the
 * language where Thai text would have another.
 * @param used ids of the report's styles that its body uses
 * @throws {UnusableTemplate}
 */
export function mergeStyles(
  part: string,
  xml: string,
  own: string,
  used: ReadonlySet<string>,
  fonts: FontSources,
): MergedStyles {
  const root = parseXml(part, xml);
  const theirs = root.children.filter(({ name }) => name === 'w:style');
  const ours = parseXml('styles', own).children;
  const paragraphs = theirs.filter(({ attributes }) => isParagraph(attributes));
  const normal =
    paragraphs.find(({ attributes }) => isOn(attributes.get('w:default'))) ??
    paragraphs.find((style) => nameOf(style) === 'normal');
  const byName = new Map(paragraphs.map((style) => [nameOf(style), style]));
  const taken = new Set(theirs.map(idOf));
  const ids = new Map<string, string>();
  const levels = new Map<string, string>();
  const added: string[] = [];
  const names: string[] = [];
  for (const style of ours.filter((style) => style.name === 'w:style' && used.has(idOf(style)))) {
    const there = byName.get(nameOf(style));
    if (there !== undefined) {
      ids.set(idOf(style), idOf(there));
      const level = levelOf(style);
      if (level !== undefined && levelOf(there) === undefined) levels.set(idOf(style), level);
      continue;
    }
    let id = idOf(style);
    while (taken.has(id)) id = `Ita${id}`;
    taken.add(id);
    ids.set(idOf(style), id);
    names.push(childOf(style, 'w:name')?.attributes.get('w:val') ?? id);
    added.push(renamed(own, style, id, normal && idOf(normal)));
  }
  const defaults = childOf(root, 'w:docDefaults');
  const font = fontOf(defaults, normal, fonts);
  const language = languageEdits(defaults, normal);
  const edits = [
    ...declared(part, xml, root, new Map([['w', W]])),
    ...(defaults ? language : [insertDefaults(own, ours, root)]),
    insert(root.closeStart, added.join('')),
  ];
  return {
    xml: edited(xml, edits),
    ids,
    levels,
    notices: [
      ...(names.length === 0 ? [] : [{ code: 'template-styles', names } as const]),
      ...(defaults ? [] : [{ code: 'template-no-font' } as const]),
      ...(defaults && font && !(OFFICIAL.font.test(font.font) && font.size === OFFICIAL.size)
        ? [{ code: 'template-font', ...font } as const]
        : []),
      ...(defaults && language.length > 0 ? [{ code: 'template-language' } as const] : []),
    ],
  };
}

function isParagraph(attributes: XmlElement['attributes']): boolean {
  return attributes.get('w:type') === 'paragraph';
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function idOf({ attributes }: XmlElement): string {
  return attributes.get('w:styleId') ?? '';
}

/** Names of styles are the same whatever their case; the ids of a localised Word differ from those of others. */
function nameOf(style: XmlElement): string {
  return (childOf(style, 'w:name')?.attributes.get('w:val') ?? '').toLowerCase();
}

function levelOf(style: XmlElement): string | undefined {
  return childOf(style, 'w:pPr/w:outlineLvl')?.attributes.get('w:val');
}

/** Our style under another id, based on the template's default style. */
function renamed(own: string, style: XmlElement, id: string, normal: string | undefined): string {
  const source = own.slice(style.start, style.end);
  const local = (element: XmlElement): XmlEdit => ({
    start: element.start - style.start,
    end: element.end - style.start,
    text: normal === undefined ? '' : `<${element.name} w:val="${attributeText(normal)}"/>`,
  });
  const related = style.children.filter(({ name }) => name === 'w:basedOn' || name === 'w:next').map(local);
  return edited(source, related).replace(/w:styleId="[^"]*"/, () => `w:styleId="${id}"`);
}

function insert(at: number, text: string): XmlEdit {
  return { start: at, end: at, text };
}

/** Fonts, size, language and spacing of all texts, where a template says nothing about them: as without a template. */
function insertDefaults(own: string, ours: readonly XmlElement[], root: XmlElement): XmlEdit {
  const [defaults] = ours.filter(({ name }) => name === 'w:docDefaults');
  return insert(root.openEnd, defaults ? own.slice(defaults.start, defaults.end) : '');
}

/** The font and size, in points, of Thai text that nothing else is said about; undefined where the template does not say. */
function fontOf(
  defaults: XmlElement | undefined,
  normal: XmlElement | undefined,
  { theme }: FontSources,
): { readonly font: string; readonly size: number } | undefined {
  const runs = [childOf(normal, 'w:rPr'), childOf(defaults, 'w:rPrDefault/w:rPr')];
  const fonts = runs.map((run) => childOf(run, 'w:rFonts')?.attributes);
  const found = fonts.find((each) => each?.has('w:cs') === true || each?.has('w:cstheme') === true);
  const size = runs.map((run) => childOf(run, 'w:szCs')?.attributes.get('w:val')).find((each) => each !== undefined);
  const byTheme = found?.get('w:cstheme');
  const font = byTheme === undefined ? found?.get('w:cs') : themeFont(theme, byTheme);
  // Word's own size where nothing is said is 10 points (ISO 29500-1, 17.3.2.39).
  return font === undefined ? undefined : { font, size: Number(size ?? 20) / 2 };
}

/** The font of a theme for Thai letters; Word takes the one for the script Thai before the one for all complex scripts. */
function themeFont(theme: string | undefined, name: string): string | undefined {
  if (theme === undefined) return undefined;
  const kind = name.startsWith('major') ? 'a:majorFont' : 'a:minorFont';
  const [fonts] = allOf(parseXml('theme', theme), kind);
  const thai = fonts?.children.find(({ attributes }) => attributes.get('script') === 'Thai');
  return thai?.attributes.get('typeface') ?? childOf(fonts, 'a:cs')?.attributes.get('typeface');
}

/** Makes Thai the language of texts, for reading aloud, hyphenation and a tagged PDF. */
function languageEdits(defaults: XmlElement | undefined, normal: XmlElement | undefined): readonly XmlEdit[] {
  const languages = [childOf(normal, 'w:rPr/w:lang'), childOf(defaults, 'w:rPrDefault/w:rPr/w:lang')].filter(
    (each) => each !== undefined,
  );
  const isThai = (name: string): boolean =>
    /^th\b/i.test(languages.map(({ attributes }) => attributes.get(name)).find((each) => each !== undefined) ?? '');
  // The language of a tagged PDF is that of Latin letters, in LibreOffice at least.
  if (isThai('w:val') && isThai('w:bidi')) return [];
  if (languages.length > 0) return languages.map((element) => ({ ...removed(element), text: THAI }));
  const run = childOf(defaults, 'w:rPrDefault/w:rPr');
  if (run && run.closeStart < run.end) return [insert(beforeLast(run), THAI)];
  const rest = `<w:rPr>${THAI}</w:rPr>`;
  if (run) return [{ ...removed(run), text: rest }];
  const holder = childOf(defaults, 'w:rPrDefault');
  if (holder) return [{ ...removed(holder), text: `<w:rPrDefault>${rest}</w:rPrDefault>` }];
  if (!defaults) return [];
  return defaults.closeStart < defaults.end
    ? [insert(defaults.openEnd, `<w:rPrDefault>${rest}</w:rPrDefault>`)]
    : [{ ...removed(defaults), text: `<w:docDefaults><w:rPrDefault>${rest}</w:rPrDefault></w:docDefaults>` }];
}

const THAI = '<w:lang w:val="th-TH" w:bidi="th-TH"/>';

/** Of run properties only these follow the language (ISO 29500-1, A.1, EG_RPrBase). */
const AFTER_LANGUAGE: ReadonlySet<string> = new Set(['w:eastAsianLayout', 'w:specVanish', 'w:oMath', 'w:rPrChange']);

function beforeLast({ children, closeStart }: XmlElement): number {
  return children.find(({ name }) => AFTER_LANGUAGE.has(name))?.start ?? closeStart;
}
