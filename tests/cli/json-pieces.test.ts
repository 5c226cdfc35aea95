import fc from 'fast-check';
import { printPieces, type Io } from '../../src/cli/io.ts';
import { jsonDocument, jsonPieces } from '../../src/cli/output/json.ts';

function ioWith(part: Partial<Io>): Io {
  return { out: () => undefined, err: () => undefined, terminal: false, debug: false, ...part };
}

describe('a JSON document in pieces', () => {
  const name = fc.string({ unit: 'binary' }).map((text) => `${text}.`);
  const value = fc.jsonValue({ stringUnit: 'binary' });
  const facts = fc.dictionary(name, value, { minKeys: 1 });
  const lists = fc.dictionary(name, fc.array(value));

  it('is the same as in one piece', () => {
    fc.assert(
      fc.property(facts, lists, (some, others) => {
        const apart = Object.fromEntries(Object.entries(some).filter(([key]) => !(key in others)));
        fc.pre(Object.keys(apart).length > 0);
        expect([...jsonPieces(apart, others)].join('')).toBe(jsonDocument({ ...apart, ...others }));
      }),
    );
  });

  it('is printed whole, no faster than it is taken', async () => {
    const pieces = Array.from({ length: 1000 }, (_, index) => `${index} ${'ก'.repeat(200)}\n`);
    const printed: string[] = [];
    let waited = 0;
    const io = ioWith({ out: (text) => printed.push(text), ready: () => Promise.resolve(++waited > 0) });
    await printPieces(io, pieces);
    expect(printed.join('')).toBe(pieces.join(''));
    expect(waited).toBe(printed.length - 1);
    expect(waited).toBeGreaterThan(1);
  });

  it('is made no further than somebody reads it', async () => {
    let made = 0;
    function* pieces(): Generator<string, void, undefined> {
      for (;;) yield `${(made += 1)} ${'ก'.repeat(1000)}`;
    }
    await printPieces(ioWith({ ready: () => Promise.resolve(false) }), pieces());
    expect(made).toBeLessThan(100);
  });
});
