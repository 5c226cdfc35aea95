import { limitText } from '../faults.ts';
import { ScannedTag, skipSpace, standsAt } from './scanned-tag.ts';
import { MAX_DEPTH, type XmlHandler } from './xml-events.ts';
import { textOf } from './xml-text.ts';

/** Byte order mark, XML declaration and following white space. */
const PROLOGUE =
  /^\ufeff?(?:<\?xml version=(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding=(?:"[-\w]+"|'[-\w]+'))?(?:[ \t\r\n]+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>)?[ \t\r\n]*/;

const BANG = 33;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const QUESTION = 63;

/**
 * Scans XML in the shape that nearly every program writes: elements, attributes, text and plain names. It stops at the
 * first thing that it does not know, be it a comment or an error, and leaves the text to {@link parseStrictly}. `root`
 * is the canonical name of the root element.
 * @returns true if the whole text was scanned; otherwise discard what the handler received
 */
export function scanXml(xml: string, root: string, handler: XmlHandler): boolean {
  let end = PROLOGUE.exec(xml)?.[0].length ?? 0;
  const tag = new ScannedTag(xml);
  const open: string[] = [];
  let at = xml.indexOf('<', end);
  if (at !== end) return false;
  while (at >= 0) {
    if (at > end) {
      limitText(at - end);
      const text = textOf(xml.slice(end, at));
      if (text === undefined) return false;
      handler.text(text);
    }
    const code = xml.charCodeAt(at + 1);
    if (code === BANG || code === QUESTION) return false;
    if (code === SLASH) {
      const name = open.pop();
      if (name === undefined || !standsAt(xml, at + 2, name)) return false;
      end = skipSpace(xml, at + 2 + name.length);
      if (xml.charCodeAt(end++) !== GREATER) return false;
      handler.close(name, at, end);
    } else if (open.length > 0 && (end = handler.skim?.(xml, at) ?? at) > at) {
      // The handler consumed these elements.
    } else {
      if (!tag.read(at) || (tag.hasNamespaces && !tag.hasUsualNamespaces(open.length === 0))) return false;
      if (open.length === 0 && tag.name !== root) return false;
      end = tag.end;
      handler.open(tag.name, tag, at, end);
      if (tag.selfClosing) handler.close(tag.name, end, end);
      else if (open.push(tag.name) > MAX_DEPTH) return false;
    }
    if (open.length === 0) return skipSpace(xml, end) === xml.length;
    at = xml.charCodeAt(end) === LESS ? end : xml.indexOf('<', end);
  }
  return false;
}
