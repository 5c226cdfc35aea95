import fc from 'fast-check';
import { parseStrictly } from '../../../../src/adapters/xlsx/xml/parse-strictly.ts';
import { scanXml } from '../../../../src/adapters/xlsx/xml/scan-xml.ts';
import type { XmlAttributes, XmlHandler } from '../../../../src/adapters/xlsx/xml/xml-events.ts';
import { UnreadableWorkbook } from '../../../../src/usecases/ports/workbook-codec.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ATTRIBUTES = ['a', 'b', 'r:id', 'count'];

/** Everything that a parser tells, as text; foreign names are all the same, and text that comes in pieces is joined. */
class Recorder implements XmlHandler {
  readonly events: string[] = [];
  readonly #xml: string;

  constructor(xml: string) {
    this.#xml = xml;
  }

  open(name: string, attributes: XmlAttributes, start: number, end: number): void {
    const values = ATTRIBUTES.map((attribute) => attributes.get(attribute));
    this.events.push(
      `${known(name)} ${JSON.stringify([values, attributes.selfClosing])} ${this.#xml.slice(start, end)}`,
    );
  }

  text(text: string): void {
    const last = this.events.at(-1);
    if (last?.startsWith('#')) this.events[this.events.length - 1] = last + text;
    else this.events.push(`#${text}`);
  }

  close(name: string, start: number, end: number): void {
    this.events.push(`/${known(name)} ${this.#xml.slice(start, end)} ${end}`);
  }
}

function known(name: string): string {
  return name.includes(':') && !/^(r|vt|cp|dcterms):/.test(name) ? '?' : name;
}

function scanned(xml: string): readonly string[] | undefined {
  const recorder = new Recorder(xml);
  return scanXml(xml, rootOf(xml), recorder) ? recorder.events : undefined;
}

function parsed(xml: string): readonly string[] {
  const recorder = new Recorder(xml);
  parseStrictly('part', xml, rootOf(xml), recorder);
  return recorder.events;
}

/** The first element's name without its prefix. */
function rootOf(xml: string): string {
  return /<(?:[a-z]+:)?([^\s<>/!?:]+)[^<]*>/.exec(xml)?.[1] ?? 'root';
}

const root = (content: string, more = ''): string =>
  `<root xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"${more}>${content}</root>`;

describe('the scanner', () => {
  it.each([
    ['text', root('<t>ดำเนินการ</t>')],
    ['white space', root(' \n<t> a \t b </t>\n')],
    ['line ends', root('<t>a\r\nb\rc\nd</t>')],
    ['references', root('<t>&lt;&amp;&#3585;&#x0E01;&#x1F600;&quot;&apos;&gt;</t>')],
    ['brackets', root('<t>[ก] ]] ]</t>')],
    ['values of attributes', root(`<c a="1 &lt; 2" b='it"s' r:id="x"/>`)],
    ['white space in attributes', root('<c a="1\n2\t3\r\n4"   count = ""/>'.replace(' = ', '='))],
    ['white space in tags', root('<c\n a="1"\r\n\tb="2" ></c ><c />')],
    ['prefixes of others', root('<x:c a="1"><x:d/></x:c><y:e/>', ' xmlns:x="urn:x" xmlns:y="urn:y"')],
    ['a namespace within', root('<c xmlns:x="urn:x"><x:d/></c>')],
    [
      'strict namespaces',
      `<root xmlns="${STRICT}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><c r:id="1"/></root>`,
    ],
    ['a declaration', `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${root('')}\n`],
    ['a byte order mark', `\ufeff<?xml version='1.0'?>${root('<c/>')}`],
    ['no namespace', '<root><c a="1"/></root>'],
    ['characters beyond the basic plane', root('<t>😀 𠮷</t>')],
    ['deep elements', root('<a>'.repeat(255) + '</a>'.repeat(255))],
  ])('tells the same as the strict parser: %s', (_, xml) => {
    expect(scanned(xml)).toEqual(parsed(xml));
  });

  it.each([
    [
      'prefixed names',
      `<x:root xmlns:x="${MAIN}"><x:c x:a="1" a="2">t</x:c></x:root>`,
      'c [["2",null,null,null],false]',
    ],
    [
      'another prefix for relationships',
      `<root xmlns:q="${RELATIONSHIPS}"><c q:id="5"/></root>`,
      '["",null,"5"'.replace('""', 'null'),
    ],
    [
      'a prefix that means something else',
      `<root xmlns="${MAIN}" xmlns:r="urn:other"><c r:id="5"/></root>`,
      'c [[null,null,null,null],true]',
    ],
    ['a default namespace within', root('<c><d xmlns="urn:x"/></c>'), '? [[null'],
    ['comments', root('<!-- <c/> --><t>a<!-- b -->c</t>'), '#ac'],
    ['CDATA', root('<t>a<![CDATA[<c/>&amp;]]>b</t>'), '#a<c/>&amp;b'],
    ['processing instructions', `<?xml version="1.0"?><?mso x?>${root('<?a b?><t>c</t>')}`, '#c'],
    ['a comment at the end', `${root('<t>c</t>')}<!-- made by hand -->`, '#c'],
    ['space around equals signs', root('<c a = "1"/>'), 'c [["1",null,null,null],true]'],
    ['names beyond ASCII', root('<ก><t>c</t></ก>'), '#c'],
    ['XML 1.1', '<?xml version="1.1"?><root><t>c</t></root>', '#c'],
  ])('leaves %s to the strict parser', (_, xml, event) => {
    expect(scanned(xml)).toBeUndefined();
    expect(parsed(xml).join('\n')).toContain(event);
  });

  it.each([
    ['an unclosed element', root('<a>')],
    ['an unclosed root', `<root xmlns="${MAIN}"><a/>`],
    ['elements that cross', root('<a><b></a></b>')],
    ['an end tag too many', `${root('')}</root>`],
    ['two roots', '<a/><b/>'],
    ['nothing', ''],
    ['a declaration only', '<?xml version="1.0"?>'],
    ['text before the root', 'x<a/>'],
    ['text after the root', '<a/>x'],
    ['an unclosed tag', '<a'],
    ['an unclosed value', '<a b="1>text</a>'],
    ['a value without quotes', '<a b=1/>'],
    ['an attribute without value', '<a b/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['attributes without space', '<a b="1"c="2"/>'],
    ['a name that begins with a digit', '<1/>'],
    ['a bare ampersand', '<a>R&D</a>'],
    ['an ampersand at the end', '<a>R&amp</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['the name of a property as entity', '<a>&constructor;</a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['a reference to half a character', '<a>&#xD800;</a>'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['a CDATA end in text', '<a>]]></a>'],
    ['a less-than sign in a value', '<a b="<"/>'],
    ['an element with an undeclared prefix', '<a><x:b/></a>'],
    ['an attribute with an undeclared prefix', '<a x:b="1"/>'],
    ['two prefixes', '<a xmlns:x="urn:x" xmlns:y="urn:y"><x:y:b/></a>'],
    ['a control character in a value', '<a b="\u0001"/>'],
    ['an unknown entity in a value', '<a b="&nbsp;"/>'],
    ['another root', '<b xmlns="urn:x"><a/></b>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['entities', '<!DOCTYPE a [<!ENTITY e "ee"><!ENTITY f "&e;&e;">]><a>&f;</a>'],
    ['outside entities', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['elements too deep', '<a>'.repeat(300) + '</a>'.repeat(300)],
    ['very many open elements', '<a>'.repeat(100_000)],
  ])('does not take %s, nor does the strict parser', (_, xml) => {
    expect(scanned(xml)).toBeUndefined();
    expect(() => parsed(xml)).toThrow(UnreadableWorkbook);
    expect(() => parsed(xml)).toThrow(/^damaged: part: /);
  });

  const piece = fc.constantFrom(
    'ก',
    'a',
    ' ',
    '\n',
    '\r\n',
    '&amp;',
    '&#3585;',
    '&lt;',
    ']',
    '"',
    '>',
    '_x000D_',
    '😀',
    '๑',
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('').replace(/\]{2,}>+/g, ']'));
  const value = text.map((drawn) => drawn.replaceAll('"', '&quot;'));
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.constantFrom('<!-- c -->', '<![CDATA[<&]]>', '<?p i?>', ''),
      fc
        .tuple(
          fc.constantFrom('c', 'row', 'x:c', 't'),
          fc.uniqueArray(fc.tuple(fc.constantFrom(...ATTRIBUTES, 'x:a'), value), {
            selector: ([name]) => name,
            maxLength: 3,
          }),
          fc.array(tie('node'), { maxLength: 4 }),
          fc.boolean(),
        )
        .map(([name, attributes, content, empty]) => {
          const tag = [name, ...attributes.map(([attribute, drawn]) => `${attribute}="${drawn}"`)].join(' ');
          return empty ? `<${tag}/>` : `<${tag}>${content.join('')}</${name}>`;
        }),
    ),
  }));

  it('takes what it takes as the strict parser does, whatever it is', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
        const xml = root(nodes.join(''), ' xmlns:x="urn:x"');
        // Texts that meet may make what no text may hold.
        fc.pre(!xml.replaceAll('<![CDATA[<&]]>', '').includes(']]>'));
        const events = scanned(xml);
        const common = !/<[!?]/.test(xml);
        taken += common ? 1 : 0;
        expect(events).toEqual(common ? parsed(xml) : undefined);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('never takes what the strict parser refuses, wherever a character is lost or changed', () => {
    const xml = root('<row a="1"><c r:id="A1" b="&lt;"><v>1&amp;2</v></c><c/></row><t>ก</t>', ' xmlns:x="urn:x"');
    fc.assert(
      fc.property(
        fc.nat(xml.length - 1),
        fc.constantFrom('', '<', '>', '"', '&', ' ', '/', '=', 'x', '\0', ';', ':'),
        (at, now) => {
          const changed = xml.slice(0, at) + now + xml.slice(at + 1);
          const events = scanned(changed);
          return events === undefined || JSON.stringify(events) === JSON.stringify(parsed(changed));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
