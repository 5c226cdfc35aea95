import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type IPropertiesOptions,
  type ISectionOptions,
} from 'docx';
import { unzipSync } from 'fflate';

/** A grey square, as an emblem. */
export const EMBLEM = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVQI12OoBwAAgQCAAvdnFAAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

/** The emblem, 1.5 cm wide. */
export function emblem(): ImageRun {
  return new ImageRun({
    type: 'png',
    data: EMBLEM,
    transformation: { width: 57, height: 57 },
    altText: { name: 'ตรา', title: 'ตรา', description: 'ตรากรุงเทพมหานคร' },
  });
}

/** The header of a letterhead: the emblem and the office's name. */
export function letterhead(name = 'สำนักงาน ก.ก. กรุงเทพมหานคร'): Header {
  return new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [emblem()] }),
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(name)] }),
    ],
  });
}

/** A footer with an address. */
export function address(): Footer {
  return new Footer({ children: [new Paragraph('๑๗๓ ถนนดินสอ เขตพระนคร กรุงเทพฯ ๑๐๒๐๐')] });
}

/** What a template says about its fonts, as Word does. */
const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: {
        font: { ascii: 'TH Sarabun New', hAnsi: 'TH Sarabun New', cs: 'TH Sarabun New' },
        size: 32,
        sizeComplexScript: 32,
        language: { value: 'en-US', bidirectional: 'th-TH' },
      },
      paragraph: { spacing: { after: 160, line: 259, lineRule: 'auto' } },
    },
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal' },
    { id: '1', name: 'heading 1', basedOn: 'Normal', run: { bold: true, color: '1F3864', sizeComplexScript: 40 } },
  ],
};

/** Sections of a template, upright A4 with a letterhead unless they say otherwise. */
export function section(
  children: readonly (FileChild | string)[],
  options: Partial<ISectionOptions> = {},
): ISectionOptions {
  return {
    headers: { default: letterhead() },
    properties: { page: { margin: { top: 1800, left: 1500, right: 1100, bottom: 1000, header: 600, footer: 500 } } },
    ...options,
    children: children.map((child) => (typeof child === 'string' ? new Paragraph(child) : child)),
  };
}

/** The properties of pages across. */
export const ACROSS = {
  page: {
    size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
    margin: { top: 1500, left: 900, right: 900, bottom: 800, header: 500, footer: 400 },
  },
} as const;

/** A template as the office makes it, with its letterhead. */
export async function template(
  sections: readonly ISectionOptions[],
  options: Partial<IPropertiesOptions> = {},
): Promise<Uint8Array> {
  const document = new Document({ title: 'แม่แบบ', creator: 'สำนักงาน ก.ก.', styles: STYLES, sections, ...options });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The parts of a template. */
export function partsFor(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** What marks the place of the report. */
export const PLACE = '{{รายงาน}}';
