import { UPRIGHT } from '../../../src/domain/image/picture.ts';
import { cellAt } from '../../support/cells.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { RuleSettings } from '../../../src/domain/programme/rule-settings.ts';
import { RULES } from '../../../src/domain/checks/rules/registry.ts';
import type { Problem } from '../../../src/domain/diagnostics/problem.ts';
import { remarksOf } from '../../../src/domain/checks/remark.ts';
import type { Entry, Submission } from '../../../src/domain/submissions/submission.ts';
import { validate } from '../../../src/domain/checks/validate.ts';
import { entryWith } from '../../support/checked-text.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, submissionOf } from '../../support/report-builders.ts';

const LONG = 'จัดอบรมให้ความรู้แก่ข้าราชการและบุคลากรในสังกัดครบทุกคน';

function check(
  submission: Submission,
  {
    problems = [],
    rules = {},
    lastYear = new Map(),
  }: {
    problems?: readonly Problem[];
    rules?: RuleSettings;
    lastYear?: ReadonlyMap<string, readonly string[]>;
  } = {},
) {
  const programme = { ...REPORT_PROGRAMME, rules };
  const findings = validate({ submissions: [submission], problems }, { programme, roster: REPORT_ROSTER, lastYear });
  return findings.map(({ code, cell, measure, contact, facts }) => ({ code, cell, measure, contact, facts }));
}

const codesOf = (...given: Parameters<typeof check>) => check(...given).map(({ code }) => code);
const CONTACT = { text: 'ผู้ประสานงาน', sheet: 'ปก', cell: cellAt('C14') };
const whole = { name: CONTACT, phone: CONTACT, email: CONTACT };

const NOTHING: Entry = { measure: '1.1.1' as MeasureKey, paragraphs: [], dates: [], evidence: [], notes: [] };

/** A submission of a school about one issue, so that nothing is missing from it. */
function about(...entries: readonly Entry[]): Submission {
  return { ...submissionOf('11', {}), issues: [], entries };
}

describe('what is missing', () => {
  it('is every measure of the agency that has no answer, in the issues that the file holds', () => {
    const submission = submissionOf('11', { '1.1.2': ['ทำแล้ว'] }, { issues: [1] });
    expect(check(submission).map(({ code, measure }) => [code, measure])).toEqual([
      ['status-missing', '1.1.2'],
      ['answer-missing', '1.1.1'],
      ['answer-missing', '1.1.3'],
    ]);
  });

  it('is not a measure whose text the reader could not place', () => {
    const problem: Problem = { code: 'text-in-sorted-row', measure: '1.1.1' as MeasureKey, text: 'ก' };
    expect(
      check(submissionOf('11', {}, { issues: [1] }), { problems: [problem] }).map(({ measure }) => measure),
    ).toEqual(['1.1.2', '1.1.3']);
  });

  it('is the contact person, where the file has a cover', () => {
    const rules = { 'answer-missing': false };
    expect(check(submissionOf('11', {}), { rules }).map(({ contact }) => contact)).toEqual(['name', 'phone']);
    expect(check(submissionOf('11', {}, { contact: whole }), { rules })).toEqual([]);
    expect(check(submissionOf('11', {}, { issues: [1] }), { rules })).toEqual([]);
    const all = { ...rules, 'contact-missing': { fields: ['email'] } };
    expect(check(submissionOf('11', {}), { rules: all }).map(({ contact }) => contact)).toEqual(['email']);
  });

  it.each([
    ['done', '', ['result-missing']],
    ['done', '\u200b', ['invisible-characters', 'result-missing']],
    ['done', 'ทำแล้ว', []],
    ['in-progress', '', []],
    ['not-started', 'ทำแล้ว', ['result-unexpected']],
    ['not-started', '', []],
    ['not-applicable', '', []],
  ] as const)('with the status %s and the result “%s” is %j', (status, text, codes) => {
    expect(codesOf(about(entryWith(text, 'result', status)))).toEqual(codes);
  });

  it('is a status, but not where the reader told that there is an unknown one', () => {
    const entry: Entry = { ...NOTHING, paragraphs: entryWith('ทำแล้ว').paragraphs };
    expect(codesOf(about(entry))).toEqual(['status-missing']);
    expect(
      validate({ submissions: [about(entry)], problems: [] }, { programme: REPORT_PROGRAMME, roster: REPORT_ROSTER }),
    ).toMatchObject([{ code: 'status-missing', measure: '1.1.1', field: 'status', found: 'ทำแล้ว' }]);
    const problem: Problem = { code: 'status-unknown', measure: '1.1.1' as MeasureKey, text: 'เสร็จ' };
    expect(codesOf(about(entry), { problems: [problem] })).toEqual([]);
  });

  it('is evidence where the programme asks for it', () => {
    const rules = { 'evidence-missing': { measures: ['1.1.1'] } };
    const done = entryWith('ทำแล้ว', 'result', 'done');
    expect(codesOf(about(done), { rules })).toEqual(['evidence-missing']);
    expect(codesOf(about(done))).toEqual([]);
    expect(codesOf(about({ ...done, evidence: [CONTACT] }), { rules })).toEqual([]);
  });

  it('is no evidence beside a measure with a picture, which needs no document that is named', () => {
    const rules = { 'evidence-missing': { measures: ['1.1.1'] } };
    const picture = { format: 'png', width: 1, height: 1, turn: UPRIGHT, key: 'k' } as const;
    const pictures = [{ ...CONTACT, measure: '1.1.1' as MeasureKey, description: '', picture }];
    const done = entryWith('ทำแล้ว', 'result', 'done');
    const hollow = { ...done, evidence: [{ ...CONTACT, text: 'แนบแล้ว' }] };
    expect(codesOf(about(hollow))).toEqual(['evidence-hollow']);
    for (const entry of [done, hollow]) expect(codesOf({ ...about(entry), pictures }, { rules })).toEqual([]);
    const others = [{ ...pictures[0]!, measure: '1.1.2' as MeasureKey }];
    expect(codesOf({ ...about(done), pictures: others }, { rules })).toEqual(['evidence-missing']);
  });
});

describe('an answer to a measure of other agencies', () => {
  it('is found', () => {
    expect(codesOf(submissionOf('11', { '2.1.1': { results: ['ทำ'] } }, { issues: [] }))).toContain(
      'measure-not-responsible',
    );
    expect(codesOf(submissionOf('02', { '2.1.1': { results: ['ทำ'] } }, { issues: [] }))).not.toContain(
      'measure-not-responsible',
    );
  });
});

describe('the same text', () => {
  it('is found within one measure and in two, however it is spaced', () => {
    const spaced = LONG.replace('แก่', ' แก่ ');
    const found = check(submissionOf('11', { '1.1.1': [LONG, LONG], '1.1.2': [spaced] }, { issues: [] }));
    expect(found.filter(({ code }) => code === 'text-repeated').map(({ cell, facts }) => [cell, facts])).toEqual([
      [cellAt('F7'), { otherCell: cellAt('F6'), otherSheet: 'ประเด็น 1' }],
      [cellAt('F26'), { otherCell: cellAt('F6'), otherSheet: 'ประเด็น 1' }],
    ]);
    expect(codesOf(submissionOf('11', { '1.1.1': ['ทำแล้ว'], '1.1.2': ['ทำแล้ว'] }, { issues: [] }))).not.toContain(
      'text-repeated',
    );
  });

  it('is found where the same agency sent it last year', () => {
    const now = submissionOf('11', { '1.1.1': [`${LONG} ๒ ครั้ง`] }, { issues: [] });
    const before = (agency: string) => new Map([[agency, [`${LONG} 2 ครั้ง`]]]);
    expect(codesOf(now, { lastYear: before('11') })).toContain('text-of-last-year');
    expect(codesOf(now, { lastYear: before('12') })).not.toContain('text-of-last-year');
  });
});

describe('numbering', () => {
  it.each([
    [['๑. ก', '๒. ข', '๔. ง'], [{ number: 4, expected: 3 }]],
    [['๑) ก', '๒) ข', '๑) ค'], [{ number: 1, expected: 3 }]],
    [['(1) ก', '(3) ข'], [{ number: 3, expected: 2 }]],
    [['๑. ก', '๒. ข', 'ส่วนที่สอง', '๑. ค'], []],
    [['๑. ก', '๑.๑ ข', '๒. ค'], []],
    [['๒. ก', '๓. ข'], []],
    [['๑๐ ฝ่าย', '๕๐ เขต'], []],
    [['ข้อ ๒๐๗ - ๒๑๑', '๒๕๖๕. ข'], []],
  ])('of %j', (results, expected) => {
    const found = check(submissionOf('11', { '1.1.1': results }, { issues: [] }));
    expect(found.filter(({ code }) => code === 'numbering-broken').map(({ facts }) => facts)).toEqual(expected);
  });

  it('of notes is nothing that the report shows', () => {
    const notes = ['๑. ก', '๓. ข'].map((text) => ({ text, sheet: 'ประเด็น ๑', cell: cellAt('I6') }));
    expect(codesOf(about({ ...entryWith('ทำแล้ว'), notes }))).toEqual([]);
  });
});

describe('a cell', () => {
  it('holds so many characters and lines', () => {
    const entry = entryWith(`${'ก'.repeat(60)}\n${'ข'.repeat(60)}`);
    const found = check(about(entry), { rules: { 'text-too-long': { limit: 100 } } });
    expect(found.filter(({ code }) => code === 'text-too-long')).toMatchObject([
      { facts: { characters: 121, limit: 100 } },
    ]);
    const apart = [cellAt('F6'), cellAt('F7')].map((cell) => ({ text: 'ก'.repeat(60), sheet: 'ประเด็น ๑', cell }));
    expect(codesOf(about({ ...entry, paragraphs: apart }), { rules: { 'text-too-long': { limit: 100 } } })).toEqual([
      'text-repeated',
    ]);
    const rules = { 'text-too-long': { lines: 2 } };
    expect(codesOf(about(entry), { rules })).toEqual([]);
    expect(codesOf(about(entryWith('ก\nข\nค')), { rules })).toContain('text-too-long');
  });

  it('that Excel took for a formula is told once, with its words and with what is wrong in them', () => {
    const problem: Problem = {
      code: 'error-value',
      file: about().file,
      text: '#NAME? (=- จัดอบรม 2 ครั้ง โทร 081-234-5678)',
      sheet: 'ประเด็น ๑',
      cell: cellAt('F7'),
    };
    const findings = validate(
      { submissions: [about()], problems: [problem] },
      { programme: REPORT_PROGRAMME, roster: REPORT_ROSTER, cells: () => '#NAME?' },
    ).filter(({ code }) => code !== 'contact-missing');
    expect(findings).toMatchObject([
      {
        code: 'text-as-formula',
        found: '#NAME?',
        fix: { start: 0, end: 6, text: '- จัดอบรม ๒ ครั้ง โทร ๐๘๑-๒๓๔-๕๖๗๘' },
        suggestion: '- จัดอบรม ๒ ครั้ง โทร xxx-xxx-xxxx',
      },
      { code: 'personal-phone', cell: cellAt('F7') },
    ]);
    expect(remarksOf([problem], findings).map(({ code }) => code)).toEqual(['text-as-formula', 'personal-phone']);
  });

  it.each(['#NAME? (=SUM(A1:A3))', '#NAME? (=VLOOKUP("กข",A1,2))', '#DIV/0! (=กข/0)', '#NAME?'])(
    'that is a real formula stays the reader’s problem: %s',
    (text) => {
      const problem: Problem = { code: 'error-value', text, sheet: 'ก', cell: cellAt('F7') };
      expect(codesOf(about(), { problems: [problem] })).not.toContain('text-as-formula');
      expect(remarksOf([problem], [])).toEqual([problem]);
    },
  );

  it('with a number, a date or a formula is never fixed', () => {
    const problem: Problem = {
      code: 'value-not-text',
      kind: 'number',
      text: '2565',
      sheet: 'ประเด็น ๑',
      cell: cellAt('F6'),
    };
    expect(codesOf(about(entryWith('2565')))).toEqual(['digits-arabic']);
    expect(codesOf(about(entryWith('2565')), { problems: [problem] })).toEqual([]);
  });

  it('with a link that its text does not show has a finding without a fix', () => {
    const entry = entryWith('เอกสาร', 'evidence');
    const target = { text: 'http://๑๐๓.๑.๑.๑/', sheet: 'ประเด็น ๑', cell: cellAt('F6') };
    const findings = validate(
      { submissions: [about({ ...entry, evidence: [...entry.evidence, target] })], problems: [] },
      { programme: REPORT_PROGRAMME, roster: REPORT_ROSTER, cells: () => 'เอกสาร' },
    ).filter(({ code }) => code === 'digits-in-ascii');
    expect(findings.map(({ start, fix }) => [start, fix])).toEqual([[undefined, undefined]]);
  });
});

describe('the programme', () => {
  it('can switch every rule off', () => {
    const off = Object.fromEntries(RULES.map(({ code }) => [code, false]));
    const entry = entryWith('เเผน 2565 http://๑.๑.๑.๑/ โทร 081-234-5678\n๑. ก\n๓. ข');
    expect(check(submissionOf('11', {}, { issues: [1] })).length).toBeGreaterThan(0);
    expect(check({ ...submissionOf('11', {}, { issues: [1] }), entries: [entry] }, { rules: off })).toEqual([]);
  });

  it('leaves rules as they are with true, and passes over what cannot be used', () => {
    const entry = about(entryWith('ปี 2565'));
    for (const setting of [true, {}, { words: ['ก'] }]) {
      expect(codesOf(entry, { rules: { 'digits-arabic': setting } })).toEqual(['digits-arabic']);
    }
    const twice = about(entryWith('ทำแล้ว\nทำแล้ว'));
    expect(codesOf(twice, { rules: { 'text-repeated': { characters: 5 } } })).toEqual(['text-repeated']);
    expect(codesOf(twice, { rules: { 'text-repeated': { characters: ['5'] } } })).toEqual([]);
  });
});

describe('the rules', () => {
  it('have codes of their own', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  });
});
