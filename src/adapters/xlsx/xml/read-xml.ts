import { megabytes, tooLarge } from '../faults.ts';
import type { ReadLimits } from '../limits.ts';
import { escapeForbidden } from './forbidden-characters.ts';
import { parseStrictly } from './parse-strictly.ts';
import { scanXml } from './scan-xml.ts';
import type { XmlHandler } from './xml-events.ts';

/**
 * Reads a part whose root element has this canonical name: with the fast scanner if it accepts the text, else with the
 * strict parser and a new handler from `create`.
 * @throws {UnreadableWorkbook} if the text is not well-formed XML, or from the handler
 */
export function readXml<Handler extends XmlHandler>(
  part: string,
  xml: string,
  root: string,
  limits: Pick<ReadLimits, 'strictCharacters'>,
  create: () => Handler,
): Handler {
  const scanned = create();
  return scanXml(xml, root, scanned) ? scanned : parse(part, xml, root, limits, create);
}

/**
 * As {@link readXml}, but characters that XML cannot hold are read for what they are. Offsets in the text, which the handler receives,
 * may then be those of another text.
 */
export function readLenientXml<Handler extends XmlHandler>(
  part: string,
  xml: string,
  root: string,
  limits: Pick<ReadLimits, 'strictCharacters'>,
  create: () => Handler,
): Handler {
  const scanned = create();
  if (scanXml(xml, root, scanned)) return scanned;
  const escaped = escapeForbidden(xml);
  return (escaped === xml ? parse : readXml)(part, escaped, root, limits, create);
}

function parse<Handler extends XmlHandler>(
  part: string,
  xml: string,
  root: string,
  limits: Pick<ReadLimits, 'strictCharacters'>,
  create: () => Handler,
): Handler {
  if (xml.length > limits.strictCharacters)
    throw tooLarge('content', megabytes(limits.strictCharacters), `${part}: MB of unusual XML`);
  const parsed = create();
  parseStrictly(part, xml, root, parsed);
  return parsed;
}
