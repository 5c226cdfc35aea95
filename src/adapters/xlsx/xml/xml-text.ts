/** Characters that XML 1.0 forbids (production 2, Char), except lone surrogates. */
// eslint-disable-next-line no-control-regex -- these are the characters that are looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Detects text without escapes, which is nearly all text. */
// eslint-disable-next-line no-control-regex -- these are the characters that are looked for
const ODD_IN_TEXT = /[\0-\x08\x0b-\x1f&\]\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex -- these are the characters that are looked for
const ODD_IN_VALUE = /[\0-\x1f\ufffe\uffff]/;

/** Pattern source for text that needs no decoding: without markup, references and unusual characters. */
export const PLAIN_TEXT = String.raw`[^<&\]\0-\x08\x0b-\x1f\ufffe\uffff]*`;

/** The predefined entities of XML; a Map, so that no other name is found. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Decodes the raw text of an element: line ends become `\n`, references are resolved.
 * @returns undefined if the text is not well-formed or uses other entities than XML's own
 */
export function textOf(raw: string): string | undefined {
  if (!ODD_IN_TEXT.test(raw)) return raw;
  if (FORBIDDEN.test(raw) || raw.includes(']]>')) return undefined;
  return resolveReferences(raw.replace(/\r\n?/g, '\n'));
}

/** Decodes a raw attribute value, in which all white space becomes spaces; undefined as for {@link textOf}. */
export function valueOf(raw: string): string | undefined {
  if (!ODD_IN_VALUE.test(raw)) return resolveReferences(raw);
  if (FORBIDDEN.test(raw)) return undefined;
  return resolveReferences(raw.replace(/\r\n|[\t\n\r]/g, ' '));
}

function resolveReferences(text: string): string | undefined {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let resolved = '';
  let done = 0;
  for (; at >= 0; at = text.indexOf('&', done)) {
    const end = text.indexOf(';', at);
    const character = end < 0 ? undefined : characterOf(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    resolved += text.slice(done, at) + character;
    done = end + 1;
  }
  return resolved + text.slice(done);
}

const NUMERIC = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/;

function characterOf(reference: string): string | undefined {
  const [, decimal, hex] = reference.startsWith('#') ? (NUMERIC.exec(reference) ?? []) : [];
  if (decimal === undefined && hex === undefined) return ENTITIES.get(reference);
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
}

/** Escapes text as the content of an element. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
