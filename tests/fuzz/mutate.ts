import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { buildZip } from '../support/package-builder.ts';

/** One change of bytes or of a text; places are shares of the whole, so that they mean something in every file. */
export interface Change {
  readonly at: number;
  /** Where a text is changed: at the next `<`, `"` or `>` rather than anywhere. */
  readonly atMark: '<' | '"' | '>' | '';
  /** The last three keep XML well-formed: of an element without others in it, or of the value of an attribute. */
  readonly kind: 'insert' | 'delete' | 'replace' | 'double' | 'swap' | 'double-leaf' | 'delete-leaf' | 'replace-value';
  readonly length: number;
  readonly piece: string;
}

/** What happens to a good file. */
export interface Mutation {
  readonly file: string;
  /** Changes of the bytes of the package, or of the text of one part, a share of all parts. */
  readonly part: number | undefined;
  readonly changes: readonly Change[];
}

const KINDS = ['insert', 'delete', 'replace', 'double', 'swap', 'double-leaf', 'delete-leaf', 'replace-value'] as const;

/** What comes in where something is inserted or replaced: what parsers stumble over. */
const PIECES = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '/',
    '&',
    '=',
    ' ',
    '\n',
    '\t',
    '\0',
    '\u0001',
    '\uffff',
    ':',
    ';',
    'ก',
    '😀',
    '0',
    '-1',
    '9',
  ],
  ...['99999999999', '1e99', 'NaN', '&amp;', '&#0;', '&#x41;', '&x;', ']]>', '<![CDATA[x]]>', '<!-- x -->', '<?x?>'],
  ...[
    '<!DOCTYPE x>',
    '<row>',
    '</row>',
    '<c>',
    '</c>',
    '<c r="A1">',
    '<v>',
    '</v>',
    '<v>0</v>',
    '<v/>',
    '<t>',
    '</t>',
    '<t/>',
  ],
  ...[
    '<is>',
    '</is>',
    '<si>',
    '</si>',
    '<rPh>',
    '</rPh>',
    '<f>',
    '</f>',
    '<x:y>',
    '<sheetData>',
    '</sheetData>',
    '<extLst>',
  ],
  ...[
    '<t>x</t>',
    '<is><t>x</t></is>',
    '<r><t>x</t></r>',
    '<f t="shared" si="0"/>',
    't="s"',
    't="inlineStr"',
    ' t="str"',
  ],
  ...[
    'r="A1"',
    'r="XFD1048576"',
    'xmlns=""',
    'xmlns:x="y"',
    'x:r="A1"',
    '_x0041_',
    '_x000D_',
    '__proto__',
    'constructor',
  ],
];

/** Even over the whole, unlike `fc.double`, of which nearly all values are next to 0. */
const share = fc.nat(999_999).map((millionths) => millionths / 1_000_000);

const change: fc.Arbitrary<Change> = fc.record({
  at: share,
  atMark: fc.constantFrom('<', '<', '"', '>', ''),
  kind: fc.oneof(fc.constantFrom(...KINDS), fc.constantFrom('double-leaf', 'delete-leaf', 'replace-value')),
  length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 })),
  piece: fc.constantFrom(...PIECES),
});

/** Mutations of these files; two in three change XML, for changed bytes seldom get past the checksums. */
export function mutationOf(files: readonly string[]): fc.Arbitrary<Mutation> {
  return fc.record({
    file: fc.constantFrom(...files),
    part: fc.oneof(share, share, fc.constant(undefined)),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  });
}

/** The file with the mutation made; parts that are changed are packed anew, so that the package around them is right. */
export function mutate(bytes: Uint8Array, { part, changes }: Mutation): Uint8Array {
  if (part === undefined) {
    const changed = changes.reduce(changeText, Buffer.from(bytes).toString('latin1'));
    return Uint8Array.from(Buffer.from(changed, 'latin1'));
  }
  const parts = Object.entries(unzipSync(bytes));
  const index = Math.floor(part * parts.length);
  return buildZip(
    parts.map(([name, content], location) =>
      location === index
        ? { name, content: changes.reduce(changeText, new TextDecoder().decode(content)) }
        : { name, content },
    ),
  );
}

function changeText(text: string, { at, atMark, kind, length, piece }: Change): string {
  const location = Math.floor(at * text.length);
  const start = atMark === '' ? location : Math.max(0, text.indexOf(atMark, location));
  const end = Math.min(text.length, start + length);
  const [before, inner, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (kind) {
    case 'insert':
      return before + piece + inner + after;
    case 'delete':
      return before + after;
    case 'replace':
      return before + piece + after;
    case 'double':
      return before + inner + inner + after;
    case 'swap':
      return before + after.slice(0, length) + inner + after.slice(length);
    case 'double-leaf':
      return replaceFrom(text, location, LEAF, (leaf) => leaf + leaf);
    case 'delete-leaf':
      return replaceFrom(text, location, LEAF, () => '');
    case 'replace-value':
      return replaceFrom(text, location, VALUE, () => `="${piece.replace(/["<&]/g, '')}"`);
  }
}

const LEAF = /<([\w:]+)(?:\s[^<>]*)?(?:\/>|>[^<]*<\/\1>)/;
const VALUE = /="[^"<]*"/;

/** The text with the first match from a place on replaced. */
function replaceFrom(text: string, from: number, pattern: RegExp, replace: (found: string) => string): string {
  const [before, after] = [text.slice(0, from), text.slice(from)];
  const match = pattern.exec(after);
  return match === null
    ? text
    : before + after.slice(0, match.index) + replace(match[0]) + after.slice(match.index + match[0].length);
}
