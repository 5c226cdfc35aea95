import type { DocumentPlan } from '../../domain/document/plan.ts';
import { safeLines } from './safe-text.ts';

/**
 * The core properties of a document (ISO 29500-2, annex D) with its title and language, which readers for the blind announce
 * and a tagged PDF takes over. The library writes the time of the run and no language.
 */
export function corePart({ title, author, created }: DocumentPlan): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>th-TH</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(created)}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${xmlText(created)}</dcterms:modified></cp:coreProperties>`,
  ].join('');
}

function xmlText(text: string): string {
  return safeLines(text).join(' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
