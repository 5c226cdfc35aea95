/**
 * Characters that XML 1.0 forbids (production 2, Char), raw or as a reference, with a preceding possible start of an
 * escape.
 */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are the characters that are looked for
  /(_x[\da-fA-F]{4})?(?:([\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])|&#(?:0*(\d{1,5})|x0*([\da-fA-F]{1,4}));)/g;

/**
 * Escapes forbidden characters as `_xHHHH_`. Some programs write them as they are, and one such character pasted into
 * one cell would make the whole workbook unreadable. All texts are unescaped when read, so that nothing is lost.
 */
export function escapeForbidden(xml: string): string {
  const literal = /<!(?:--|\[CDATA\[)/.test(xml);
  return xml.replace(FORBIDDEN, (found: string, escape?: string, raw?: string, decimal?: string, digits?: string) => {
    const code = raw?.charCodeAt(0) ?? (decimal === undefined ? Number.parseInt(digits ?? '', 16) : Number(decimal));
    // In comments and CDATA a reference is plain text.
    if (raw === undefined && (literal || !isForbidden(code))) return found;
    // `_x0041` before it would become an escape with the following `_`.
    const before = escape === undefined ? '' : `_x005F${escape}`;
    return `${before}_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

function isForbidden(code: number): boolean {
  if (code >= 0x20) return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
  return code !== 9 && code !== 10 && code !== 13;
}
