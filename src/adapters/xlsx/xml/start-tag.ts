import { escapeText } from './xml-text.ts';

/** Escapes text as a value in double quotes, including tabs and line ends, which would be read as spaces. */
export function escapeAttribute(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}

/** A start tag with another value of one attribute; the rest stays as written. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = `${name}="${escapeAttribute(value)}"`;
  for (const { 0: raw, 1: space = '', 2: found, index } of tag.matchAll(/(\s+)([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
    if (found === name) return `${tag.slice(0, index)}${space}${written}${tag.slice(index + raw.length)}`;
  }
  return tag.replace(/\s*\/?>$/, (end) => ` ${written}${end.trimStart()}`);
}
