import { escapeText } from './xml-text.ts';

/** Text as a value between double quotes; tabs and line ends would be read as spaces. */
export function escapeAttribute(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}

/** A start tag, as it is written, with this value of an attribute. The rest of it stays as it is. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = `${name}="${escapeAttribute(value)}"`;
  for (const { 0: raw, 1: space = '', 2: found, index } of tag.matchAll(/(\s+)([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
    if (found === name) return `${tag.slice(0, index)}${space}${written}${tag.slice(index + raw.length)}`;
  }
  return tag.replace(/\s*\/?>$/, (end) => ` ${written}${end.trimStart()}`);
}
