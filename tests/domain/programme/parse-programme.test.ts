import fc from 'fast-check';
import programmeFile from '../../../src/domain/programme/data/programme-bma-2565.json';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { parseProgramme } from '../../../src/domain/programme/parse-programme.ts';
import { measuresOf } from '../../../src/domain/programme/programme.ts';
import { corruptionsOf, withValue, type Steps } from '../../support/corruption.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../support/small-programme.ts';

const RAW = rawOf(SMALL_PROGRAMME);
const FIRST = ['parts', 0, 'issues', 0] as const;
const FIRST_GROUP = [...FIRST, 'groups', 0] as const;
const FIRST_MEASURE = [...FIRST_GROUP, 'measures', 0] as const;

describe('a programme file', () => {
  it('gives the programme, with the agencies that its parties mean', () => {
    const { value, problems } = parseProgramme(RAW, SMALL_ROSTER);
    expect(problems).toEqual([]);
    expect(value).toEqual(SMALL_PROGRAMME);
  });

  it('may switch rules off and set their parameters', () => {
    const rules = { 'digits-arabic': false, 'sum-differs': { units: ['คน'] }, 'year-mixed': { nearYears: 3 } };
    expect(parseProgramme({ ...(RAW as object), rules }, SMALL_ROSTER)).toEqual({
      value: { ...SMALL_PROGRAMME, rules },
      problems: [],
    });
  });

  it.each([
    [[], 'rules', 'object'],
    [{ 'sum-differs': 'no' }, 'rules.sum-differs', 'object'],
    [{ 'sum-differs': { units: 'คน' } }, 'rules.sum-differs.units', 'list'],
    [{ 'sum-differs': { units: ['คน', 3] } }, 'rules.sum-differs.units[1]', 'text'],
  ])('tells of settings of rules that cannot be: %j', (rules, path, expected) => {
    const { value, problems } = parseProgramme({ ...(RAW as object), rules }, SMALL_ROSTER);
    expect(problems).toMatchObject([{ code: 'data-type', path, expected }]);
    expect(value).toBeUndefined();
  });

  it.each<[string, Steps, unknown, object]>([
    ['a year of the Christian era', ['year'], 2022, { code: 'data-rule', rule: 'buddhist-year', found: '2022' }],
    ['a year with a fraction', ['year'], 2565.5, { code: 'data-rule', rule: 'buddhist-year' }],
    ['a year as text', ['year'], '2565', { code: 'data-type', expected: 'number', found: '"2565"' }],
    ['a date that does not exist', ['due'], '2027-02-29', { code: 'data-rule', rule: 'iso-date', found: '2027-02-29' }],
    ['a date in another form', ['due'], '31/5/2570', { code: 'data-rule', rule: 'iso-date' }],
    ['a month that does not exist', ['due'], '2027-13-01', { code: 'data-rule', rule: 'iso-date' }],
    ['another roster', ['roster'], 'bma-2565', { code: 'data-rule', rule: 'same-roster', found: 'bma-2565' }],
    ['an unknown status', ['statuses', 0, 'id'], 'finished', { code: 'data-rule', rule: 'one-of-statuses' }],
    ['a status twice', ['statuses', 1, 'id'], 'done', { code: 'data-duplicate', first: 'statuses[0].id' }],
    [
      'two statuses with one label',
      ['statuses', 1, 'label'],
      'ดำเนินการ แล้ว',
      { code: 'data-duplicate', first: 'statuses[0].label' },
    ],
    [
      'a sheet name that is too long',
      [...FIRST, 'sheetName'],
      '๕) การจัดการเรื่องทุจริตของหน่วยงาน',
      { code: 'data-rule', rule: 'sheet-name' },
    ],
    ['a sheet name with a slash', [...FIRST, 'sheetName'], 'ก/ข', { code: 'data-rule', rule: 'sheet-name' }],
    ['a part twice', ['parts', 1, 'id'], 'IIT', { code: 'data-duplicate', first: 'parts[0].id' }],
    [
      'an issue out of order',
      ['parts', 1, 'issues', 0, 'number'],
      2,
      { code: 'data-rule', rule: 'in-order', found: '2' },
    ],
    ['an issue with a fraction', [...FIRST, 'number'], 1.5, { code: 'data-rule', rule: 'in-order', found: '1.5' }],
    [
      'a group out of order',
      ['parts', 0, 'issues', 1, 'groups', 1, 'number'],
      1,
      { code: 'data-rule', rule: 'in-order' },
    ],
    ['a key twice', [...FIRST_GROUP, 'measures', 1, 'key'], '1.1.1', { code: 'data-duplicate', found: '1.1.1' }],
    [
      'a key of another issue',
      [...FIRST_MEASURE, 'key'],
      '2.1.9',
      { code: 'data-rule', rule: 'in-order', found: '2.1.9' },
    ],
    ['a key out of order', [...FIRST_GROUP, 'measures', 2, 'key'], '1.1.0', { code: 'data-rule', rule: 'in-order' }],
    ['a key in Thai digits', [...FIRST_MEASURE, 'key'], '๑.๑.๑', { code: 'data-rule', rule: 'in-order' }],
    ['an issue without groups', [...FIRST, 'groups'], [], { code: 'data-rule', rule: 'not-empty' }],
    ['no cover', ['report', 'cover'], [], { code: 'data-rule', rule: 'not-empty' }],
    ['an unknown field', [...FIRST_MEASURE, 'responsable'], 'ก', { code: 'data-unknown-field' }],
    [
      'a misprint of no field',
      [...FIRST_MEASURE, 'misprints'],
      [{ field: 'title', printed: 'ก', likely: 'ข' }],
      { path: 'parts[0].issues[0].groups[0].measures[0].misprints[0].field', code: 'data-unknown-field' },
    ],
  ])('tells of %s', (_, steps, value, problem) => {
    const spoilt = parseProgramme(withValue(RAW, steps, value), SMALL_ROSTER);
    const path = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    expect(spoilt.problems).toContainEqual(expect.objectContaining({ path: path.slice(1), ...problem }));
    expect(spoilt.value).toBeUndefined();
  });

  it('tells of two sheet names that differ in case only, for Excel takes them for one', () => {
    const raw = withValue(
      withValue(RAW, [...FIRST, 'sheetName'], 'IIT a'),
      ['parts', 1, 'issues', 0, 'sheetName'],
      'iit A',
    );
    expect(parseProgramme(raw, SMALL_ROSTER).problems).toEqual([
      {
        code: 'data-duplicate',
        path: 'parts[1].issues[0].sheetName',
        found: 'iit A',
        first: 'parts[0].issues[0].sheetName',
      },
    ]);
  });

  it('tells which statuses are missing', () => {
    const raw = withValue(RAW, ['statuses'], [{ id: 'done', label: 'แล้ว' }]);
    const problem = { code: 'data-rule', path: 'statuses', rule: 'one-of-statuses' };
    expect(parseProgramme(raw, SMALL_ROSTER).problems).toEqual([
      { ...problem, found: 'in-progress' },
      { ...problem, found: 'not-started' },
      { ...problem, found: 'not-applicable' },
    ]);
  });

  it('may leave out a measure between others, whose keys then stay', () => {
    const raw = withValue(RAW, [...FIRST_GROUP, 'measures'], [at(RAW, [...FIRST_GROUP, 'measures', 2])]);
    const { value, problems } = parseProgramme(raw, SMALL_ROSTER);
    expect(problems).toEqual([]);
    expect(value && measuresOf(value)[0]?.measure.key).toBe('1.1.3');
  });

  it('can be used although a party is unknown; the nearest name is suggested', () => {
    const raw = withValue(RAW, [...FIRST_MEASURE, 'responsible'], 'กองคลงั');
    const { value, problems } = parseProgramme(raw, SMALL_ROSTER);
    const path = 'parts[0].issues[0].groups[0].measures[0].responsible';
    expect(problems).toEqual([{ code: 'party-unknown', path, found: 'กองคลงั', suggestion: 'กองคลัง' }]);
    expect(value && measuresOf(value)[0]?.measure.responsible).toEqual({ printed: 'กองคลงั', agencies: [] });
  });

  it('may list the agencies where the printed party cannot tell them', () => {
    const measure = { ...(at(RAW, FIRST_MEASURE) as object), responsible: 'ผู้เกี่ยวข้อง', agencies: ['ทุกโรงเรียน', '02'] };
    const { value, problems } = parseProgramme(withValue(RAW, FIRST_MEASURE, measure), SMALL_ROSTER);
    expect(problems).toEqual([]);
    expect(value && measuresOf(value)[0]?.measure.responsible).toEqual({
      printed: 'ผู้เกี่ยวข้อง',
      agencies: ['02', '11', '12', '13'],
    });
  });

  it('tells of a listed agency that the roster does not know', () => {
    const raw = withValue(RAW, [...FIRST_MEASURE, 'agencies'], ['99', '01']);
    const { value, problems } = parseProgramme(raw, SMALL_ROSTER);
    expect(problems).toEqual([
      { code: 'party-unknown', path: 'parts[0].issues[0].groups[0].measures[0].agencies[0]', found: '99' },
    ]);
    expect(value && measuresOf(value)[0]?.measure.responsible.agencies).toEqual(['01']);
  });

  it('tells the place of anything that is spoilt in the real programme', () => {
    const { roster } = builtInProgramme(2565)!;
    const corruptions = corruptionsOf(programmeFile, ['printed', 'misprints', 'note', 'letter']);
    fc.assert(
      fc.property(fc.constantFrom(...corruptions), ({ path, data }) => {
        const { value, problems } = parseProgramme(data(), roster);
        expect(value).toBeUndefined();
        expect(problems).toContainEqual(expect.objectContaining({ path }));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused without an exception, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(parseProgramme(raw, SMALL_ROSTER).problems).not.toEqual([]);
      }),
    );
  });
});

/** The file that spells a programme: its parties as text, and the agencies beside them where the text alone means others. */
function rawOf(programme: typeof SMALL_PROGRAMME): unknown {
  const everyone = SMALL_ROSTER.agencies.length;
  return JSON.parse(JSON.stringify(programme), (field, value: unknown) => {
    if (field !== 'measures') return value;
    return (value as { responsible: { printed: string; agencies: string[] } }[]).map(
      ({ responsible: { printed, agencies }, ...measure }) => ({
        ...measure,
        responsible: printed,
        ...(agencies.length === everyone ? {} : { agencies }),
      }),
    );
  }) as unknown;
}

function at(data: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], data);
}
