import fc from 'fast-check';
import rosterFile from '../../../src/domain/programme/data/roster-bma-2565.json';
import { parseRoster } from '../../../src/domain/programme/parse-roster.ts';
import { corruptionsOf, withValue, type Steps } from '../../support/corruption.ts';

const RAW = {
  id: 'wiang-2570',
  agencies: [
    { code: '01', kind: 'office', name: 'สำนักปลัดเทศบาล', aliases: ['สำนักปลัด เทศบาลเวียง'] },
    { code: '02', kind: 'division', name: 'กองคลัง' },
    { code: '11', kind: 'school', name: 'โรงเรียนวัดเหนือ', aliases: [] },
  ],
  classes: [
    { id: 'everyone', kinds: '*', label: 'ทุกส่วนราชการ', names: ['ทุกส่วนราชการ'], selfReference: ['เทศบาลเวียง'] },
    { id: 'schools', kinds: ['school'], names: ['ทุกโรงเรียน', 'โรงเรียน {count} แห่ง'] },
  ],
};

describe('a roster file', () => {
  it('gives the roster, where nothing is wrong; aliases may be left out', () => {
    const { value, problems } = parseRoster(RAW);
    expect(problems).toEqual([]);
    expect(value).toEqual(withValue(RAW, ['agencies', 1, 'aliases'], []));
  });

  it.each<[string, Steps, unknown, object]>([
    ['a code with a letter', ['agencies', 1, 'code'], 'A2', { code: 'data-rule', rule: 'agency-code', found: 'A2' }],
    ['a code in Thai digits', ['agencies', 1, 'code'], '๐๒', { code: 'data-rule', rule: 'agency-code', found: '๐๒' }],
    ['a code twice', ['agencies', 1, 'code'], '01', { code: 'data-duplicate', found: '01', first: 'agencies[0].code' }],
    [
      'a name twice, spaced differently',
      ['agencies', 1, 'name'],
      'สำนักปลัด เทศบาล',
      { code: 'data-duplicate', found: 'สำนักปลัด เทศบาล', first: 'agencies[0].name' },
    ],
    [
      "another agency's alias",
      ['agencies', 2, 'aliases'],
      ['กองคลัง'],
      { path: 'agencies[2].aliases[0]', code: 'data-duplicate', found: 'กองคลัง', first: 'agencies[1].name' },
    ],
    [
      'an alias that is listed twice',
      ['agencies', 0, 'aliases'],
      ['สป.', 'สป.'],
      { path: 'agencies[0].aliases[1]', code: 'data-duplicate', found: 'สป.', first: 'agencies[0].aliases[0]' },
    ],
    [
      'a class that is named like an agency',
      ['classes', 1, 'names'],
      ['กองคลัง'],
      { path: 'classes[1].names[0]', code: 'data-duplicate', found: 'กองคลัง', first: 'agencies[1].name' },
    ],
    ['a class twice', ['classes', 1, 'id'], 'everyone', { code: 'data-duplicate', first: 'classes[0].id' }],
    [
      'a kind that no agency has',
      ['classes', 1, 'kinds'],
      ['school', 'collage'],
      { path: 'classes[1].kinds[1]', code: 'data-rule', rule: 'agency-kind', found: 'collage' },
    ],
    ['a class of no kind', ['classes', 1, 'kinds'], [], { code: 'data-rule', rule: 'not-empty', found: '[]' }],
    ['no agencies', ['agencies'], [], { code: 'data-rule', rule: 'not-empty' }],
    ['an id with a blank', ['id'], 'wiang 2570', { code: 'data-rule', rule: 'identifier', found: 'wiang 2570' }],
    ['a name of zero-width characters', ['agencies', 1, 'name'], '\u200b', { code: 'data-rule', rule: 'not-empty' }],
    ['a field with a slip of the pen', ['agencies', 1, 'alias'], [], { code: 'data-unknown-field' }],
    ['a number for a code', ['agencies', 1, 'code'], 2, { code: 'data-type', expected: 'text', found: '2' }],
    ['a text for a list', ['agencies', 1, 'aliases'], 'กค.', { code: 'data-type', expected: 'list', found: '"กค."' }],
  ])('tells of %s', (_, steps, value, problem) => {
    const spoilt = parseRoster(withValue(RAW, steps, value));
    const path = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    expect(spoilt.problems[0]).toEqual(expect.objectContaining({ path: path.slice(1), ...problem }));
    expect(spoilt.value).toBeUndefined();
  });

  it('tells of everything that is wrong at once, also where one fault stands beside the next', () => {
    const raw = {
      agencies: [{ code: '1', name: 'ก', colour: 'red' }, null, { code: '02', kind: '?', name: 'ก ', aliases: [5] }],
      classes: 'none',
    };
    expect(
      parseRoster(raw).problems.map((problem) => ('path' in problem ? `${problem.code} ${problem.path}` : '')),
    ).toEqual([
      'data-missing id',
      'data-unknown-field agencies[0].colour',
      'data-rule agencies[0].code',
      'data-missing agencies[0].kind',
      'data-type agencies[1]',
      'data-rule agencies[2].kind',
      'data-duplicate agencies[2].name',
      'data-type agencies[2].aliases[0]',
      'data-type classes',
    ]);
  });

  it('may list several spacings of one name of an agency', () => {
    const aliases = ['สำนักปลัด เทศบาลเวียง', 'สำนักปลัดเทศบาลเวียง'];
    expect(parseRoster(withValue(RAW, ['agencies', 0, 'aliases'], aliases)).problems).toEqual([]);
  });

  it('tells the place of anything that is spoilt in the real roster', () => {
    const corruptions = corruptionsOf(rosterFile, ['aliases', 'label', 'partLabel', 'selfReference']);
    fc.assert(
      fc.property(fc.constantFrom(...corruptions), ({ path, data }) => {
        const { value, problems } = parseRoster(data());
        expect(value).toBeUndefined();
        expect(problems).toContainEqual(expect.objectContaining({ path }));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused without an exception, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(parseRoster(raw).problems).not.toEqual([]);
      }),
    );
  });
});
