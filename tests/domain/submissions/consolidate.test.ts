import { cellName } from '../../../src/domain/spreadsheet/address.ts';
import { isNoAnswer } from '../../../src/domain/text/no-answer.ts';
import { cellAt } from '../../support/cells.ts';
import fc from 'fast-check';

import { addResult, emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { answeredInFull, totalOf } from '../../../src/domain/submissions/coverage.ts';
import { measureByKey } from '../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import { nameAgencies } from '../../../src/domain/programme/name-agencies.ts';
import { resolveParty } from '../../../src/domain/programme/responsibility.ts';
import type { Consolidation } from '../../../src/domain/submissions/consolidation.ts';
import { withNaming } from '../../../src/domain/submissions/merge-paragraphs.ts';
import type { Problem } from '../../../src/domain/diagnostics/problem.ts';
import type { ReadResult, Submission } from '../../../src/domain/submissions/submission.ts';
import { sameTextKey } from '../../../src/domain/text/compare.ts';
import { consolidate as consolidateAny } from '../../support/consolidate.ts';
import {
  entryOf,
  readResult,
  REPORT_PROGRAMME,
  REPORT_ROSTER,
  resultOf,
  submissionOf,
  textsIn,
} from '../../support/report-builders.ts';

const consolidate = (results: Iterable<ReadResult>): Consolidation =>
  consolidateAny(REPORT_PROGRAMME, REPORT_ROSTER, results);

const of = (...submissions: readonly Submission[]): Consolidation =>
  consolidate(submissions.map((submission) => resultOf(submission)));

/** The paragraphs of a measure as they are printed. */
function printed(consolidation: Consolidation, measure: string): readonly string[] {
  return consolidation.measures.find(({ measure: key }) => key === measure)?.paragraphs.map(withNaming) ?? [];
}

const CODES = REPORT_ROSTER.agencies.map(({ code }) => code);
const ALL: readonly string[] = CODES;
const SCHOOLS = ['11', '12', '13'];
const from = (agencies: readonly string[], measure: string, ...results: readonly string[]): readonly Submission[] =>
  agencies.map((agency) => submissionOf(agency, { [measure]: results }));

describe('a paragraph in the master', () => {
  it.each([
    ['names its one agency', ['02'], '1.1.1', 'อบรมแล้ว', 'กองคลัง : อบรมแล้ว'],
    [
      'names several agencies in the order of the roster',
      ['12', '03', '02'],
      '1.1.1',
      'อบรม',
      'กองคลัง กองช่าง และโรงเรียนวัดใต้ : อบรม',
    ],
    ['names a whole class', ['13', '11', '12'], '1.1.1', 'อบรม', 'โรงเรียนทั้ง ๓ แห่ง : อบรม'],
    ['names a class beside an agency', ['02', ...SCHOOLS], '1.1.1', 'อบรม', 'กองคลัง และโรงเรียนทั้ง ๓ แห่ง : อบรม'],
    ['names everybody', ALL, '1.1.1', 'อบรม', 'ทุกส่วนราชการ : อบรม'],
    ['names everybody where all who are responsible say it', SCHOOLS, '2.2.2', 'อบรม', 'ทุกส่วนราชการ : อบรม'],
    ['names everybody where two are responsible', ['01', '02'], '3.1.1', 'อบรม', 'ทุกส่วนราชการ : อบรม'],
    ['has no naming where one agency is responsible', ['02'], '2.1.1', 'อบรม', 'อบรม'],
    ['has no naming where it names the agency itself', ['02'], '1.1.1', 'กองคลังอบรม', 'กองคลังอบรม'],
    [
      'has no naming where it names the agency by an alias',
      ['01'],
      '1.1.1',
      '- สำนักงานปลัดเทศบาล อบรม',
      '- สำนักงานปลัดเทศบาล อบรม',
    ],
    ['has no naming where it names everybody', ALL, '1.1.1', 'ทุกส่วนราชการอบรม', 'ทุกส่วนราชการอบรม'],
    [
      'is named where it names only some of its agencies',
      ['02', '03'],
      '1.1.1',
      'กองคลังอบรม',
      'กองคลัง และกองช่าง : กองคลังอบรม',
    ],
    ['keeps the bullet of a list in front', ['02'], '1.1.1', '- อบรม', '- กองคลัง อบรม'],
    ['keeps a bullet without a blank in front', ['02'], '1.1.1', '-อบรม', '- กองคลัง อบรม'],
    ['keeps the number of a list in front', ['02'], '1.1.1', '๑) อบรม', '๑) กองคลัง อบรม'],
    ['takes no amount for the number of a list', ['02'], '1.1.1', '๑.๕ ล้านบาท', 'กองคลัง : ๑.๕ ล้านบาท'],
    [
      'names most by those that are left out',
      ['01', '02', '03', '12', '13'],
      '1.1.1',
      'อบรม',
      'ทุกส่วนราชการ (ยกเว้น โรงเรียนวัดเหนือ) : อบรม',
    ],
    ['has a colon before a dash that is no bullet', ['02'], '1.1.1', 'อบรม-สัมมนา - ๒ วัน', 'กองคลัง : อบรม-สัมมนา - ๒ วัน'],
    ['keeps its text untouched', ['02'], '1.1.1', ' อบรม  ๒\u00a0ครั้ง 2 ', 'กองคลัง :  อบรม  ๒\u00a0ครั้ง 2 '],
  ])('%s', (_what, agencies, measure, text, expected) => {
    expect(printed(of(...from(agencies, measure, text)), measure)).toEqual([expected]);
  });

  it('gives its agencies and its text back as it is printed', () => {
    const marker = fc.constantFrom('', '- ', '–', ' • ', '๑. ', '12) ', '1.5 ');
    const words = fc.tuple(marker, fc.string({ unit: 'grapheme' })).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.subarray([...CODES], { minLength: 1 }), words, (codes, text) => {
        const naming = nameAgencies(REPORT_ROSTER, codes).words;
        const line = withNaming({ naming, text });
        expect(resolveParty(REPORT_ROSTER, naming)).toEqual(codes);
        const [before = '', ...after] = line.split(naming);
        const rest = after.join(naming);
        expect(before === '' ? rest : sameTextKey(before + rest)).toBe(
          before === '' ? ` : ${text}` : sameTextKey(text),
        );
      }),
    );
  });

  it('stands once, with both cells, where one agency wrote it twice', () => {
    const [measure] = of(submissionOf('02', { '2.1.1': ['อบรม', 'ประชุม', ' อบรม'] })).measures.filter(
      ({ measure: key }) => key === '2.1.1',
    );
    expect(measure?.paragraphs.map(({ text, sources }) => [text, sources.map(({ cell }) => cellName(cell))])).toEqual([
      ['อบรม', ['F66', 'F68']],
      ['ประชุม', ['F67']],
    ]);
  });

  it.each([
    ['digits', 'อบรม ๒ ครั้ง', 'อบรม 2 ครั้ง'],
    ['a bullet', 'อบรม', '- อบรม'],
  ])('is not the same as one with other %s', (_what, one, other) => {
    expect(printed(of(...from(['02'], '1.1.1', one), ...from(['03'], '1.1.1', other)), '1.1.1')).toHaveLength(2);
  });

  it('knows where it comes from', () => {
    const unsaved = submissionOf('03', { '1.1.2': ['อบรม'] }, { file: 'ช่าง.xlsx', savedAt: null });
    const { measures } = of(unsaved, submissionOf('02', { '1.1.2': ['อบรม'] }));
    expect(measures[1]?.paragraphs[0]?.sources).toStrictEqual([
      { agency: '02', file: '02.xlsx', sheet: 'ประเด็น 1', cell: cellAt('F26'), savedAt: '2027-05-01T08:00:00Z' },
      { agency: '03', file: 'ช่าง.xlsx', sheet: 'ประเด็น 1', cell: cellAt('F26') },
    ]);
  });
});

describe('the paragraphs of a measure', () => {
  it('begin with what all say, then a whole class, then each agency in the order of the roster and of its own', () => {
    const everybody = ALL.map((agency) => {
      const school = SCHOOLS.includes(agency) ? ['ครู'] : [];
      const own = agency === '02' ? ['คลัง ข', 'คลัง ก'] : [];
      return submissionOf(agency, { '1.1.1': [...own, ...school, ...(agency === '03' ? ['ช่าง'] : []), 'ทุกคน'] });
    });
    expect(printed(of(...everybody.toReversed()), '1.1.1')).toEqual([
      'ทุกส่วนราชการ : ทุกคน',
      'โรงเรียนทั้ง ๓ แห่ง : ครู',
      'กองคลัง : คลัง ข',
      'กองคลัง : คลัง ก',
      'กองช่าง : ช่าง',
    ]);
  });

  it('begin with what all who are responsible say, even if they are no class', () => {
    const [first, second] = [
      submissionOf('01', { '3.1.1': ['ปลัด', 'ทั้งสอง'] }),
      submissionOf('02', { '3.1.1': ['ทั้งสอง'] }),
    ];
    expect(printed(of(first, second), '3.1.1')).toEqual(['ทุกส่วนราชการ : ทั้งสอง', 'สำนักปลัดเทศบาล : ปลัด']);
  });

  it('are in the order of the roster where a class has one member', () => {
    const [, , works] = REPORT_ROSTER.agencies;
    const roster = {
      ...REPORT_ROSTER,
      agencies: REPORT_ROSTER.agencies.map((agency) => (agency === works ? { ...agency, kind: 'works' } : agency)),
      classes: [
        ...REPORT_ROSTER.classes,
        { id: 'works', kinds: ['works'], label: 'กองช่างทั้งหมด', names: ['กองช่างทั้งหมด'] },
      ],
    };
    const list = [...from(['02'], '1.1.1', 'คลัง'), ...from(['03'], '1.1.1', 'ช่าง')].map((one) => resultOf(one));
    expect(printed(consolidateAny(REPORT_PROGRAMME, roster, list), '1.1.1')).toEqual(['กองคลัง : คลัง', 'กองช่าง : ช่าง']);
  });

  it('name all agencies where the roster has no name for everybody', () => {
    const roster = { ...REPORT_ROSTER, classes: REPORT_ROSTER.classes.filter(({ kinds }) => kinds !== '*') };
    const list = from(ALL, '1.1.1', 'อบรม').map((submission) => resultOf(submission));
    expect(printed(consolidateAny(REPORT_PROGRAMME, roster, list), '1.1.1')).toEqual([
      'สำนักปลัดเทศบาล กองคลัง กองช่าง และโรงเรียนทั้ง ๓ แห่ง : อบรม',
    ]);
  });

  it('are there for every measure of the programme, in its order', () => {
    expect(of().measures.map(({ measure, paragraphs }) => [measure, paragraphs.length])).toEqual(
      ['1.1.1', '1.1.2', '1.1.3', '2.1.1', '2.2.1', '2.2.2', '3.1.1'].map((key) => [key, 0]),
    );
  });
});

describe('an agency that is not responsible', () => {
  it('gets every text of its answer as a problem, and none into the master', () => {
    const texts = { status: 'ดำเนินการแล้ว', results: ['ก', 'ข'], dates: ['ค'], evidence: ['ง'], notes: ['จ'] };
    const consolidation = of(submissionOf('03', { '2.1.1': texts, '1.1.1': ['อบรม'] }));
    expect(consolidation.problems).toEqual(
      [
        ['E66', 'ดำเนินการแล้ว'],
        ['F66', 'ก'],
        ['G66', 'ค'],
        ['H66', 'ง'],
        ['I66', 'จ'],
        ['F67', 'ข'],
      ].map(([cell, text]) => ({
        code: 'text-not-responsible',
        agency: '03',
        file: '03.xlsx',
        sheet: 'ประเด็น 2',
        cell: cellAt(cell!),
        measure: '2.1.1',
        text,
      })),
    );
    expect(printed(consolidation, '2.1.1')).toEqual([]);
    expect(consolidation.entries).toEqual({ read: 2, merged: 1, inProblems: 1 });
    expect(consolidation.agencies[2]?.submissions).toMatchObject([
      { entries: [entryOf('1.1.1', { results: ['อบรม'] })] },
    ]);
  });

  it('or that the roster does not know keeps its texts as problems', () => {
    const consolidation = of(submissionOf('99', { '1.1.1': ['อบรม'] }));
    expect(consolidation.problems).toMatchObject([
      { code: 'agency-unknown', found: '99' },
      { code: 'text-of-unknown-agency', text: 'อบรม' },
    ]);
    expect(consolidation.entries).toEqual({ read: 1, merged: 0, inProblems: 1 });
  });
});

describe('two files of one agency', () => {
  const early = { file: 'ก.xlsx', savedAt: '2027-05-01T08:00:00Z' };
  const late = { file: 'ข.xlsx', savedAt: '2027-05-01T08:00:00.001Z' };
  const unsaved = submissionOf('02', { '1.1.1': ['ไม่รู้วัน'] }, { file: 'ฮ.xlsx', savedAt: null });

  it('a corrected sheet that is sent alone takes the place of that sheet and of no other', () => {
    const whole = submissionOf('02', { '1.1.1': ['เก่า'], '3.1.1': ['คิว'] }, early);
    const alone = submissionOf('02', { '1.1.1': ['ใหม่'] }, { ...late, issues: [1] });
    const missing: Problem = {
      code: 'sheet-missing',
      agency: '02' as AgencyCode,
      file: 'ข.xlsx',
      issue: 3,
      title: '๓',
    };
    const results = [resultOf(alone, [missing]), resultOf(whole)];
    for (const list of [results, results.toReversed()]) {
      const consolidation = consolidate(list);
      expect(consolidation.agencies[1]?.submissions.map(({ file, issues }) => [file, issues])).toEqual([
        ['ข.xlsx', [1]],
        ['ก.xlsx', [2, 3]],
      ]);
      expect(printed(consolidation, '1.1.1')).toHaveLength(1);
      expect(printed(consolidation, '3.1.1')).toHaveLength(1);
      expect(consolidation.problems).toMatchObject([
        {
          code: 'submission-superseded',
          file: 'ก.xlsx',
          usedFile: 'ข.xlsx',
          differences: [{ text: 'เก่า', usedText: 'ใหม่' }],
        },
      ]);
    }
  });

  it.each([
    [
      'the later one is used',
      submissionOf('02', { '1.1.1': ['ใหม่'] }, late),
      submissionOf('02', { '1.1.1': ['เก่า'] }, early),
    ],
    ['one without a time is the oldest', submissionOf('02', { '1.1.1': ['เก่า'] }, early), unsaved],
  ])('%s, and the other is a problem', (_what, used, other) => {
    for (const consolidation of [of(used, other), of(other, used)]) {
      expect(consolidation.agencies[1]?.submissions).toEqual([used]);
      expect(consolidation.problems).toMatchObject([
        {
          code: 'submission-superseded',
          agency: '02',
          file: other.file,
          usedFile: used.file,
          differences: [
            { text: other.entries[0]?.paragraphs[0]?.text, usedText: used.entries[0]?.paragraphs[0]?.text },
          ],
        },
      ]);
      expect(consolidation.entries).toEqual({ read: 2, merged: 1, inProblems: 1 });
    }
  });

  it('that say the same differ in the file alone, white space aside', () => {
    const consolidation = of(
      submissionOf('02', { '1.1.1': ['อบรม ๒ ครั้ง'] }, late),
      submissionOf('02', { '1.1.1': ['อบรม  ๒ครั้ง'] }, early),
    );
    expect(consolidation.problems).toEqual([
      {
        code: 'submission-repeated',
        agency: '02',
        file: 'ก.xlsx',
        savedAt: early.savedAt,
        usedFile: 'ข.xlsx',
        usedSavedAt: late.savedAt,
        parts: [1, 2, 3],
        keptParts: [],
      },
    ]);
    expect(consolidation.entries).toEqual({ read: 2, merged: 2, inProblems: 0 });
  });

  it('that were saved at the same time and say the same differ in the file alone', () => {
    const copies = ['ข.xlsx', 'ก.xlsx'].map((file) =>
      submissionOf('02', { '1.1.1': ['อบรม'] }, { file, savedAt: null }),
    );
    expect(of(...copies).problems).toStrictEqual([
      {
        code: 'submission-repeated',
        agency: '02',
        file: 'ข.xlsx',
        usedFile: 'ก.xlsx',
        parts: [1, 2, 3],
        keptParts: [],
      },
    ]);
  });

  it.each([
    ['the file that was written last is used', '2027-05-03T00:00:00Z', '2027-05-02T00:00:00Z'],
    ['a file with a time comes before one without', '2027-05-01T00:00:00Z', undefined],
  ])('that were saved at the same time: %s', (_what, fileModifiedAt, other) => {
    const ofMaster = submissionOf('02', { '1.1.1': ['ก'] }, { file: 'ก.xlsx' });
    const earlier = other === undefined ? ofMaster : { ...ofMaster, fileModifiedAt: other };
    const written = { ...submissionOf('02', { '1.1.1': ['ข'] }, { file: 'ข.xlsx' }), fileModifiedAt };
    for (const consolidation of [of(written, earlier), of(earlier, written)]) {
      expect(consolidation.agencies[1]?.submissions).toEqual([written]);
    }
  });

  it('go by the time of saving, whenever their files were written', () => {
    const copied = { ...submissionOf('02', { '1.1.1': ['ก'] }, early), fileModifiedAt: '2027-06-01T00:00:00Z' };
    const saved = { ...submissionOf('02', { '1.1.1': ['ข'] }, late), fileModifiedAt: '2027-05-02T00:00:00Z' };
    expect(of(copied, saved).agencies[1]?.submissions).toEqual([saved]);
  });

  it('and two of one file and time lose no text', () => {
    const both = [submissionOf('02', { '1.1.1': ['ก'] }), submissionOf('02', { '1.1.1': ['ข'] })];
    const consolidation = of(...both);
    expect(printed(consolidation, '1.1.1')).toEqual(['กองคลัง : ก']);
    expect(consolidation.problems).toMatchObject([
      { code: 'submission-superseded', differences: [{ text: 'ข', usedText: 'ก' }] },
    ]);
  });

  it('are one, in whatever order, if only the spelling of the time differs', () => {
    const spelt = (savedAt: string) => submissionOf('02', { '1.1.1': ['ก'] }, { savedAt });
    const [one, other] = [spelt('2027-05-01T08:00:00Z'), spelt('2027-05-01T15:00:00+07:00')];
    expect(of(one, other).problems).toEqual([]);
    expect(of(one, other)).toEqual(of(other, one));
  });

  it.each(['ใหม่', 'เดิม'])(
    'name the parts that are taken from a sheet sent alone, and those that are kept: %s',
    (text) => {
      const name = { text: 'สมชาย', sheet: 'ปก', cell: cellAt('C14') };
      const whole = submissionOf('02', { '1.1.1': ['ก'], '3.1.1': ['เดิม'] }, { ...early, contact: { name } });
      const { problems } = of(whole, submissionOf('02', { '3.1.1': [text] }, { ...late, issues: [3] }));
      expect(problems).toMatchObject([
        {
          code: text === 'เดิม' ? 'submission-repeated' : 'submission-superseded',
          file: whole.file,
          parts: [3],
          keptParts: [1, 2, 'contact'],
        },
      ]);
    },
  );

  it('without a contact leave that of an earlier file in use', () => {
    const name = { text: 'สมชาย', sheet: 'ปก', cell: cellAt('C14') };
    const { agencies, problems } = of(
      submissionOf('02', { '1.1.1': ['ก'] }, { ...late, issues: [1] }),
      submissionOf('02', { '2.1.1': ['ข'] }, { ...early, issues: [2] }),
      submissionOf('02', { '3.1.1': ['ค'] }, { file: 'ค.xlsx', savedAt: null, issues: [3], contact: { name } }),
    );
    expect(agencies[1]?.submissions.map(({ contact }) => contact)).toEqual([{}, {}, { name }]);
    expect(problems).toEqual([]);
  });

  it('are compared by measure and field', () => {
    const contact = (text: string) => ({ phone: { text, sheet: 'ปก', cell: cellAt('C15') } });
    const { problems } = of(
      submissionOf('02', { '1.1.1': { results: ['ก', 'ข'], notes: ['ค'] } }, { ...late, contact: contact('๑') }),
      submissionOf(
        '02',
        {
          '1.1.1': { status: 'ดำเนินการแล้ว', results: ['ก', 'ค'], dates: ['ง'], evidence: ['จ'], notes: ['ข'] },
          '1.1.2': ['ก'],
        },
        { ...early, contact: contact('๒') },
      ),
    );
    const differing = problems.flatMap((problem) => ('differences' in problem ? problem.differences : []));
    expect(problems).toHaveLength(1);
    expect(Object.fromEntries(differing.map((difference) => [cellName(difference.cell), difference]))).toMatchObject({
      C15: { field: 'contact', text: '๒', usedText: '๑' },
      E6: { field: 'status', measure: '1.1.1', text: 'ดำเนินการแล้ว', usedText: '' },
      G6: { field: 'date', measure: '1.1.1', text: 'ง', usedText: '' },
      H6: { field: 'evidence', measure: '1.1.1', text: 'จ', usedText: '' },
      I6: { field: 'note', measure: '1.1.1', text: 'ข', usedText: 'ค' },
      F7: { field: 'result', measure: '1.1.1', text: 'ค', usedText: 'ก\nข' },
      F26: { field: 'result', measure: '1.1.2', text: 'ก', usedText: '' },
    });
    expect(differing).toHaveLength(7);
  });
});

describe('coverage', () => {
  it('counts the measures that an agency is asked for, and those with a result or a status', () => {
    const { agencies } = of(
      submissionOf('02', {
        '1.1.1': ['ก'],
        '1.1.2': { status: 'ดำเนินการแล้ว' },
        '1.1.3': { notes: ['ข'] },
        '2.1.1': ['ค'],
      }),
    );
    expect(
      agencies.map(({ agency, submissions, issues }) => [agency, submissions[0]?.file, Object.fromEntries(issues)]),
    ).toEqual([
      [
        '01',
        undefined,
        { 1: { expected: 3, answered: 0 }, 2: { expected: 1, answered: 0 }, 3: { expected: 1, answered: 0 } },
      ],
      [
        '02',
        '02.xlsx',
        { 1: { expected: 3, answered: 2 }, 2: { expected: 2, answered: 1 }, 3: { expected: 1, answered: 0 } },
      ],
      ['03', undefined, { 1: { expected: 3, answered: 0 }, 2: { expected: 1, answered: 0 } }],
      ...SCHOOLS.map((code) => [code, undefined, { 1: { expected: 3, answered: 0 }, 2: { expected: 2, answered: 0 } }]),
    ]);
  });
});

describe('a status that is not done', () => {
  it.each(['ยังไม่ดำเนินการ', 'ไม่เกี่ยวข้อง'])('is printed with its reason, wherever that was written: %s', (status) => {
    const reason = 'รอการจัดสรรงบประมาณ';
    for (const answer of [
      { results: [reason] },
      { results: [reason], notes: ['โทร. ๑๒๓'] },
      { results: ['- รอ', 'งบ'] },
    ]) {
      const { measures } = of(submissionOf('02', { '1.1.1': { status, ...answer } }));
      const [{ paragraphs, unfinished } = { paragraphs: [], unfinished: [] }] = measures;
      expect(paragraphs).toEqual([]);
      expect(unfinished.map(({ text }) => text)).toEqual([`${status} (${answer.results.join(' ')})`]);
    }
  });

  it('leaves a result where it is that is too long for a reason, or was written about what is under way', () => {
    for (const [status, text] of [
      ['ยังไม่ดำเนินการ', 'ก'.repeat(501)],
      ['อยู่ระหว่างดำเนินการ', 'จัดอบรมแล้ว ๒ ครั้ง'],
    ] as const) {
      const { measures } = of(submissionOf('02', { '1.1.1': { status, results: [text] } }));
      expect(measures[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual([text]);
      expect(measures[0]?.unfinished.map((statement) => statement.text)).toEqual([status]);
    }
  });

  it('is not answered in full', () => {
    const { agencies } = of(
      submissionOf('02', {
        '1.1.1': { status: 'อยู่ระหว่างดำเนินการ', results: ['ก'] },
        '1.1.2': { status: 'ไม่เกี่ยวข้อง' },
        '1.1.3': ['ข'],
        '2.1.1': { status: 'ยังไม่ดำเนินการ' },
        '2.2.1': { status: 'ยังไม่ดำเนินการ' },
      }),
    );
    const issues = agencies[1]!.issues;
    expect(Object.fromEntries(issues)).toEqual({
      1: { expected: 3, answered: 3, unfinished: { 'in-progress': 1, 'not-applicable': 1 } },
      2: { expected: 2, answered: 2, unfinished: { 'not-started': 2 } },
      3: { expected: 1, answered: 0 },
    });
    expect(Array.from(issues.values(), answeredInFull)).toEqual([1, 0, 0]);
    expect(totalOf(issues.values())).toEqual({
      expected: 6,
      answered: 5,
      unfinished: { 'in-progress': 1, 'not-started': 2, 'not-applicable': 1 },
    });
  });
});

describe('problems', () => {
  it('stand in the order of the roster, file, sheet and cell, each once', () => {
    const problem = (agency: string | undefined, file: string, cell: string) =>
      ({
        code: 'text-outside-measure',
        ...(agency ? { agency } : {}),
        file,
        sheet: 'ก',
        cell: cellAt(cell),
        text: 'ข',
      }) as const;
    const ordered = [
      problem(undefined, 'ฮ', 'A1'),
      problem('01', 'ก', 'B9'),
      problem('01', 'ก', 'Z10'),
      problem('01', 'ก', 'AA10'),
      problem('01', 'ข', 'A1'),
      problem('02', 'ก', 'A1'),
    ] as unknown as ReadResult['problems'];
    const { problems } = consolidate([
      { submissions: [], problems: ordered.toReversed() },
      { submissions: [], problems: ordered.slice(2) },
    ]);
    expect(problems).toEqual(ordered);
  });
});

describe('any consolidation', () => {
  const results = fc.array(readResult, { maxLength: 6 });

  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(
        results.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(consolidate(shuffled)).toEqual(consolidate(list));
        },
      ),
    );
  });

  it('does not change when a file is added again', () => {
    fc.assert(
      fc.property(results, fc.nat(), (list, at) => {
        const again = list.length === 0 ? [] : [list[at % list.length]!];
        expect(consolidate([...list, ...structuredClone(again)])).toEqual(consolidate(list));
      }),
    );
  });

  it('leaves the states that it grew from as they were', () => {
    fc.assert(
      fc.property(results, readResult, (list, more) => {
        const state = list.reduce(addResult, emptyConsolidation(REPORT_PROGRAMME, REPORT_ROSTER));
        const before = finish(state);
        addResult(state, more);
        expect(finish(state)).toEqual(before);
      }),
    );
  });

  it('has every text in the master or in a problem, and counts every entry once', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { agencies, measures, problems, entries } = consolidate(list);
        const kept = new Set(
          [
            ...textsIn({ submissions: agencies.flatMap(({ submissions }) => submissions), problems }),
            ...measures.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
          ].map(sameTextKey),
        );
        for (const text of list.flatMap(textsIn)) expect(kept).toContain(sameTextKey(text));
        expect(entries.read).toBe(entries.merged + entries.inProblems);
      }),
    );
  });

  it('puts statements of all first, then those that name a class, then the others, by their first agency and in its order', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { measures, agencies } = consolidate(list);
        for (const { measure, paragraphs } of measures) {
          const { responsible } = measureByKey(REPORT_PROGRAMME).get(measure)!;
          const places = paragraphs.map(({ text, sources }) => {
            const speakers = sources.map(({ agency }) => agency);
            const isOfAll = responsible.agencies.every((code) => speakers.includes(code));
            const rank = isOfAll ? 0 : nameAgencies(REPORT_ROSTER, speakers).isOfClass ? 1 : 2;
            const first = CODES.findIndex((code) => speakers.includes(code));
            const own = agencies[first]!.submissions.flatMap(({ entries }) => entries)
              .find((entry) => entry.measure === measure)!
              .paragraphs.findIndex((paragraph) => sameTextKey(paragraph.text) === sameTextKey(text));
            return (rank * CODES.length + first) * 1000 + own;
          });
          expect(places).toEqual(places.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it('prints every paragraph of the used submissions that says something under its measure, and nothing else', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { agencies, measures } = consolidate(list);
        const written = agencies.flatMap(({ agency, submissions }) =>
          submissions
            .flatMap(({ entries }) => entries)
            .flatMap(({ measure, paragraphs }) =>
              paragraphs
                .filter(({ text }) => !isNoAnswer(text))
                .map(({ text, cell }) => ({ agency, measure, text: sameTextKey(text), cell: cellName(cell) })),
            ),
        );
        const merged = measures.flatMap(({ measure, paragraphs }) =>
          paragraphs.flatMap(({ text, sources }) =>
            sources.map(({ agency, cell }) => [agency, measure, cellName(cell), sameTextKey(text)].join(' ')),
          ),
        );
        const isMerged = ({ agency, measure, text, cell }: (typeof written)[number]): boolean =>
          merged.includes([agency, measure, cell, text].join(' '));
        expect(merged).toHaveLength(written.filter(isMerged).length);
        // What is no paragraph of its own is the reason of the agency's status.
        for (const { agency, measure, text } of written.filter((each) => !isMerged(each))) {
          const statements = measures.find((each) => each.measure === measure)?.unfinished ?? [];
          const own = statements.filter(({ sources }) => sources.some((source) => source.agency === agency));
          expect(own.map((statement) => sameTextKey(statement.text)).join('\n')).toContain(text);
        }
      }),
    );
  });
});
