import fc from 'fast-check';
import { applyEdits, type Edit } from '../../../../../src/domain/text/edits.ts';
import { piecesOf, visible, type Piece } from '../../../../../src/addin/pane/components/changes/pieces.ts';

const before = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.before)).join('');
const after = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.after)).join('');

/** Edits in order that do not overlap, of a text that is short enough to be shown whole. */
const edited = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('ก', 'น', '้', 'ำ', 'า', ' ', '1', '๒', '\u200b', '👍🏽'), maxLength: 20 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.string({ unit: fc.constantFrom('ข', '่', '๑'), maxLength: 3 })), {
      maxLength: 4,
    }),
  )
  .map(([text, steps]) => {
    const edits: Edit[] = [];
    let at = 0;
    for (const [skipped, length, put] of steps) {
      const start = at + skipped;
      if (start + length > text.length) break;
      edits.push({ start, end: start + length, text: put });
      at = start + length + 1;
    }
    return { text, edits };
  });

describe('a change in pieces', () => {
  it('gives the text before and the text after, whatever changes', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const pieces = piecesOf(text, edits);
        expect([before(pieces), after(pieces)]).toEqual([text, applyEdits(text, edits)]);
      }),
    );
  });

  it('shows a mark that changes with the letter that it stands on', () => {
    expect(piecesOf('การดำาเนิน', [{ start: 4, end: 6, text: 'ำ' }])).toEqual([
      { kind: 'same', text: 'การ' },
      { kind: 'changed', before: 'ดำา', after: 'ดำ' },
      { kind: 'same', text: 'เนิน' },
    ]);
  });

  it('shortens what stays to what stands next to a change, and cuts no letter from its marks', () => {
    const long = 'น้ำ'.repeat(200);
    const text = `${long}1${long}2${long}`;
    const at = long.length;
    const pieces = piecesOf(text, [
      { start: at, end: at + 1, text: '๑' },
      { start: 2 * at + 1, end: 2 * at + 2, text: '๒' },
    ]);
    expect(pieces.filter(({ kind }) => kind === 'same')).toEqual([
      { kind: 'same', text: `…${'น้ำ'.repeat(24)}` },
      { kind: 'same', text: `${'น้ำ'.repeat(24)}…${'น้ำ'.repeat(24)}` },
      { kind: 'same', text: `${'น้ำ'.repeat(24)}…` },
    ]);
  });
});

describe('a stretch that changes', () => {
  it.each([
    ['spaces', 'ก  ข', 'ก␣␣ข'],
    ['a line break', '\n', '↵'],
    ['characters without width', '\u200b\u00a0', '[U+200B][U+00A0]'],
    ['characters of old fonts', '\uf70a', '[U+F70A]'],
    ['letters and marks as they are', 'น้ำ 1'.replace(' ', ''), 'น้ำ1'],
  ])('shows %s', (_, text, shown) => expect(visible(text)).toBe(shown));
});
