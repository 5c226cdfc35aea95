import manifest from '../../package.json';
import { OPTIONS } from '../../src/cli/args.ts';
import { ita } from '../support/cli.ts';

const THAI = /[\u0e01-\u0e5b]/;

/** A codec in which something went wrong that nobody thought of. */
const codec = {
  encode: () => Promise.reject(new TypeError('boom')),
  encodeInPieces: () => Promise.reject(new TypeError('boom')),
  decode: fail,
  patch: fail,
  patchSome: fail,
  patchPictures: fail,
  uniqueObjectNames: fail,
  cleanPicture: fail,
  pictures: fail,
  rules: fail,
  unpack: fail,
  packText: () => Promise.resolve({ packed: '', size: 0 }),
  unpackText: fail,
  properties: fail,
  unpackedSize: fail,
};

describe('a command line', () => {
  it('shows its version', async () => {
    expect(await ita(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it.each([[['help']], [['--help']], [['-h']], [['generate', '--help']]])(
    'shows help in both languages: %j',
    async (argv) => {
      const { code, out, err } = await ita(argv);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.indexOf('คำสั่ง')).toBeLessThan(out.indexOf('Commands'));
      expect(out).toContain('SOURCE_DATE_EPOCH');
    },
  );

  it('shows help in one language where one is asked for', async () => {
    const { out } = await ita(['help', '--lang', 'en']);
    expect(out).not.toContain('คำสั่ง');
    expect(out).toContain('Commands');
    expect((await ita(['--lang', 'th', '--help'])).out).not.toContain('Commands');
  });

  it.each(['th', 'en'])('shows every option once: %s', async (language) => {
    const { out } = await ita(['help', '--lang', language]);
    const shown = out
      .split('\n')
      .flatMap((line) => /^ {2}(--.*?)(?: {2}|$)/.exec(line)?.[1]?.match(/--[a-z-]+/g) ?? []);
    expect(shown.toSorted()).toEqual(
      Object.keys(OPTIONS)
        .map((name) => `--${name}`)
        .toSorted(),
    );
  });

  it('is wrong without a command, and help says how to go on', async () => {
    const { code, out, err } = await ita([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('consolidate');
  });

  it.each<[string, readonly string[], string, string]>([
    ['an unknown command', ['consolidat'], 'consolidat', 'consolidate'],
    ['an unknown option', ['programme', '--yaer', '2565'], '--yaer', '--year'],
    ['an option of another command', ['agencies', '--out', 'x'], '--out', '--year'],
    ['an option of others, among all that there are', ['read', 'a.xlsx', '--no-cache'], 'read', '--format'],
    ['an option of another action', ['share', 'status', '--to', 'x', '--note', 'x'], '--note', 'share status'],
    ['an action that is not there', ['programme', 'exprt'], 'exprt', 'from-report'],
    ['a code that is like none', ['generate', '--agency', 'XYZW', '--out', 'x'], 'XYZW', 'ita agencies'],
    ['agencies without a file', ['chase', '--agency', '5001', '5002'], 'chase', ''],
    ['an unknown short option', ['programme', '-x'], '-x', '--'],
    ['a language that is not there', ['programme', '--lang', 'fr'], 'fr', 'th, en'],
    ['a format that is not there', ['programme', '--format', 'xml'], 'xml', 'text, json'],
    ['an option without its value', ['programme', '--year'], '--year', ''],
    ['an option in the place of a value', ['generate', '--out', '--all'], '--out', ''],
    ['an empty value', ['generate', '--all', '--out', ''], '--out', ''],
    ['a value for an option without one', ['generate', '--all=yes', '--out', 'x'], '--all', ''],
    ['a year that is not there', ['programme', '--year', '2599'], '2599', '2565'],
    ['a year that is no number', ['programme', '--year', 'now'], 'now', '2565'],
    ['an operand too many', ['programme', 'x.xlsx'], 'x.xlsx', 'programme'],
    ['two files to read', ['read', 'a.xlsx', 'b.xlsx'], 'b.xlsx', 'read'],
    ['no file to read', ['read'], 'read', ''],
    ['no folder to write to', ['generate', '--all'], '--out', 'generate'],
    ['nobody to make a workbook for', ['generate', '--out', 'x'], '--agency', '--all'],
    ['everybody and somebody', ['generate', '--all', '--agency', '5001', '--out', 'x'], '--agency', '--all'],
    ['a code without its option', ['generate', '5001', '--out', 'x'], '5001', 'generate'],
    ['an unknown code', ['generate', '--agency', '5099', '--out', 'x'], '5099', 'สำนักงานเขต'],
    ['a misspelt name', ['generate', '--agency', 'สำนักงานเขตบางลัก', '--out', 'x'], 'บางลัก', '5004 สำนักงานเขตบางรัก'],
    ['a part of a name', ['generate', '--agency', 'พระนคร', '--out', 'x'], 'พระนคร', '5001 สำนักงานเขตพระนคร'],
    ['no file to consolidate', ['consolidate', '--out', 'm.xlsx'], 'consolidate', ''],
    ['no master to write', ['consolidate', 'in'], '--out', 'consolidate'],
    [
      'an answer both accepted and refused',
      ['consolidate', 'in', '--out', 'm.xlsx', '--accept', 'met', '--refuse', 'met'],
      'met',
      '',
    ],
    [
      'answers refused for a new master',
      ['consolidate', 'in', '--out', 'm.xlsx', '--replace', '--refuse', 'all'],
      '--replace',
      '',
    ],
    ['a master that Excel would not open', ['consolidate', 'in', '--out', 'm.pdf'], 'm.pdf', '.xlsx'],
  ])(
    'is wrong with %s: one sentence, Thai before English, names it and what is valid',
    async (_, argv, found, valid) => {
      const { code, out, err } = await ita(argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      const lines = err.trimEnd().split('\n');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(THAI);
      for (const line of lines) {
        expect(line).toContain(found);
        expect(line).toContain(valid);
      }
    },
  );

  it('is told what is wrong in one language where one is asked for', async () => {
    const { err } = await ita(['agencys', '--lang', 'en']);
    expect(err).toBe('There is no command “agencys”; the nearest is agencies.\n');
  });

  it('says in a sentence what it did not expect, and never shows a stack', async () => {
    const { code, out, err } = await ita(['generate', '--agency', '5001', '--out', 'unused'], { codec });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toContain('boom');
    expect(err).not.toMatch(/\.ts|at /);
  });

  it('shows the stack to whoever asks for it', async () => {
    const { err } = await ita(['generate', '--agency', '5001', '--out', 'unused'], { codec }, { debug: true });
    expect(err).toMatch(/TypeError: boom\n +at /);
  });

  it('is wrong where the fixed time is no number of seconds', async () => {
    const clock = { now: () => new Date(NaN).toISOString() };
    expect((await ita(['generate', '--agency', '5001', '--out', 'unused'], { clock })).code).toBe(3);
  });
});

function fail(): Promise<never> {
  return Promise.reject(new Error('not expected'));
}
