import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtInDigitProfile } from '../../src/domain/programme/catalogue.ts';
import { convertDigits } from '../../src/domain/text/thai-digits.ts';
import { ita } from '../support/cli.ts';
import { anyText } from '../support/digit-texts.ts';

/** Standard input in pieces. */
async function* pieces(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const digits = (argv: readonly string[], ...chunks: readonly Uint8Array[]) =>
  ita(['digits', ...argv], {}, { input: pieces(...chunks) });

describe('ita digits', () => {
  it('converts standard input to standard output, and says nothing else', async () => {
    const out = 'ปี ๒๕๖๕ https://a.th/1\n';
    expect(await digits(['--to', 'thai'], bytes('ปี 2565 https://a.th/๑\n'))).toEqual({ code: 0, out, err: '' });
    expect((await digits(['--to', 'arabic'], bytes('ปี ๒๕๖๕\n'))).out).toBe('ปี 2565\n');
  });

  it('keeps line ends, a byte order mark and a last line without an end', async () => {
    expect((await digits(['--to', 'thai'], bytes('\ufeff1\r\n2\r3\n\n4'))).out).toBe('\ufeff๑\r\n๒\r๓\n\n๔');
    expect((await digits(['--to', 'thai'])).out).toBe('');
  });

  it('gives the same however the bytes come in, and for each line alone', async () => {
    const profile = builtInDigitProfile();
    await fc.assert(
      fc.asyncProperty(
        anyText.map((text) => Buffer.from(text).toString()),
        fc.integer({ min: 1, max: 7 }),
        async (text, size) => {
          const all = bytes(text);
          const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
            all.subarray(at * size, (at + 1) * size),
          );
          const lines = text.split(/(?<=\n)/).map((line) => convertDigits(line, 'thai', profile).text);
          expect((await digits(['--to', 'thai'], ...chunks)).out).toBe(lines.join(''));
        },
      ),
    );
  });

  it('gives lines out as they come, and stops when nobody reads on', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
      for (;;) yield await Promise.resolve(bytes(`${(asked += 1)}\n`));
    }
    const { code, out } = await ita(
      ['digits', '--to', 'thai'],
      {},
      { input: endless(), ready: () => Promise.resolve(asked < 3) },
    );
    expect([code, out]).toEqual([0, '๑\n๒\n๓\n']);
  });

  it.each<[string, readonly Uint8Array[], string]>([
    ['bytes of no character', [bytes('1\n2\n'), Uint8Array.of(0x33, 0xff)], '3'],
    ['Thai of an old code page', [Uint8Array.of(0x31, 0x0a, 0xa1, 0xd2, 0x0a)], '2'],
    ['a character that is cut at the end', [bytes('1\n'), bytes('ก').subarray(0, 2)], '2'],
    [
      'a fault behind a character in two pieces',
      [bytes('ก').subarray(0, 1), Uint8Array.of(0xb8, 0x81, 0x0a, 0xff)],
      '2',
    ],
  ])('refuses %s in a sentence that names the line', async (_, chunks, line) => {
    const { code, err } = await digits(['--to', 'thai', '--lang', 'en'], ...chunks);
    expect([code, err]).toEqual([
      3,
      `Line ${line} of the input is not UTF-8, so it was not converted; save the text as UTF-8 first.\n`,
    ]);
  });

  it.each([[[]], [['--to', 'roman']], [['--to', 'thai', 'file.txt']]])('is wrong usage: %j', async (argv) => {
    expect((await digits(argv)).code).toBe(2);
  });

  it("goes by the office's own list, and names what is wrong in it", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ita-'));
    const file = path.join(folder, 'list.json');
    await writeFile(file, JSON.stringify({ ...builtInDigitProfile(), keep: ['BMA Q'] }));
    expect((await digits(['--to', 'thai', '--profile', file], bytes('BMA Q 2 ISO 9001'))).out).toBe('BMA Q 2 ISO ๙๐๐๑');
    await writeFile(file, JSON.stringify({ ...builtInDigitProfile(), keep: [9001] }));
    const { code, err, out } = await digits(['--to', 'thai', '--profile', file], bytes('1'));
    expect([code, out, err.includes('keep[0]')]).toEqual([3, '', true]);
    await rm(folder, { recursive: true });
  });
});
