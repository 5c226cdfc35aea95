import fc from 'fast-check';
import { chasesOf, owedMeasures, chasesOwing, type Chase } from '../../../src/domain/chasing/chase.ts';
import { planLetters } from '../../../src/domain/chasing/letter.ts';
import type { SectionPlan } from '../../../src/domain/document/plan.ts';
import { textsOfDocument } from '../../../src/domain/document/plan.ts';
import { chaseMessage } from '../../../src/domain/messages/requests.ts';
import { issuesOf, measureText, type Programme } from '../../../src/domain/programme/programme.ts';
import type { Roster } from '../../../src/domain/programme/roster.ts';
import type { Consolidation } from '../../../src/domain/submissions/consolidation.ts';
import { unansweredOf } from '../../../src/domain/submissions/coverage.ts';
import type { ReadResult, Submission } from '../../../src/domain/submissions/submission.ts';
import { cellAt } from '../../support/cells.ts';
import { consolidate } from '../../support/consolidate.ts';
import { readResult, REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../support/report-builders.ts';

const asOf = '2027-06-10';
const programme = REPORT_PROGRAMME;
const facts = { programme, asOf, created: '2027-06-10T02:00:00.000Z' };

function answers(...submissions: readonly Submission[]): Consolidation {
  return consolidate(
    programme,
    REPORT_ROSTER,
    submissions.map((each) => resultOf(each)),
  );
}

function chaseOf(
  code: string,
  consolidation: Consolidation,
  options: Partial<Parameters<typeof chasesOf>[1]> = {},
): Chase {
  return chasesOf(consolidation, { asOf, ...options }).find(({ agency }) => agency.code === code)!;
}

/** The texts of the measures in each letter, by the agency that it is written to. */
function lettersBy(sections: readonly SectionPlan[]): ReadonlyMap<string, readonly string[]> {
  const letters: [string, string[]][] = [];
  const titles = new Set(issuesOf(programme).map(({ issue }) => issue.title));
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if (block.kind === 'table') {
        for (const row of block.rows) {
          const [, measure] = row.kind === 'cells' ? row.cells : [];
          if (measure?.[0]?.kind === 'paragraph') letters.at(-1)![1].push(measure[0].text);
        }
      } else if (block.text.startsWith('เรียน\t')) letters.push([/\((.*)\)/.exec(block.text)![1]!, []]);
      else if (block.style === 'listLine' && !titles.has(block.text)) letters.at(-1)![1].push(block.text);
    }
  }
  expect(new Set(letters.map(([name]) => name)).size).toBe(letters.length);
  return new Map(letters);
}

const byText = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.replace(/ \(คำตอบไม่ชัดเจน\)$/, '')).sort();

describe('what agencies owe', () => {
  it('is everything where no file came', () => {
    const chase = chaseOf('02', answers());
    expect(chase).toMatchObject({
      state: 'not-received',
      due: '2027-05-31',
      files: [],
      timing: { kind: 'overdue', days: 10 },
    });
    expect(owedMeasures(chase)).toHaveLength(chase.expected);
  });

  it('is what is unanswered or unclear where one came', () => {
    const { agencies, ...rest } = answers(
      submissionOf('03', { '1.1.1': ['ก'], '1.1.2': ['ข'], '1.1.3': ['-'], '2.2.1': { status: 'ดำเนินการแล้ว' } }),
    );
    const unclear = new Set(['2.2.1']);
    const known = agencies.map((each) =>
      each.agency === '03' ? { ...each, unclear } : each,
    ) as Consolidation['agencies'];
    const chase = chaseOf('03', { ...rest, agencies: known });
    expect(chase).toMatchObject({ state: 'unfinished', savedAt: '2027-05-01T08:00:00Z', files: ['03.xlsx'] });
    expect(owedMeasures(chase).map(({ measure, why }) => [measure.key, why])).toEqual([
      ['1.1.3', 'unanswered'],
      ['2.2.1', 'unclear'],
    ]);
  });

  it('has no known time where a computer’s clock is ahead', () => {
    const now = '2027-06-10T02:00:00.000Z';
    const all = { '1.1.1': ['ก'], '1.1.2': ['ข'], '1.1.3': ['ค'], '2.2.1': ['ง'] };
    const consolidation = answers(
      submissionOf('02', { '1.1.1': ['ก'] }, { savedAt: '2099-01-01T00:00:00Z' }),
      submissionOf('03', all, { savedAt: '2099-01-01T00:00:00Z' }),
    );
    expect(chaseOf('03', consolidation, { now })).toMatchObject({ state: 'complete', timing: { kind: 'unknown' } });
    const chase = chaseOf('02', consolidation, { now });
    expect(chase).toMatchObject({ state: 'unfinished', timing: { kind: 'overdue', days: 10 } });
    expect(chase.savedAt).toBeUndefined();
    expect(textsOfDocument(planLetters([chase], facts)).join('\n')).not.toContain('๒๖๔๒');
  });

  it('is nothing where everything is answered, which may have been late', () => {
    const all = { '1.1.1': ['ก'], '1.1.2': ['ข'], '1.1.3': ['ค'], '2.2.1': ['ง'] };
    expect(chaseOf('03', answers(submissionOf('03', all)))).toMatchObject({
      state: 'complete',
      owed: [],
      timing: { kind: 'early', days: 30 },
    });
    const late = answers(submissionOf('03', all, { savedAt: '2027-06-02T00:00:00Z' }));
    expect(chaseOf('03', late).timing).toEqual({ kind: 'late', days: 2 });
    expect(chaseOf('03', answers(submissionOf('03', all, { savedAt: null }))).timing).toEqual({ kind: 'unknown' });
  });

  it('is due on the day of the agency, else on the one that is given, else on that of the programme', () => {
    const roster: Roster = {
      ...REPORT_ROSTER,
      agencies: REPORT_ROSTER.agencies.map((each) => (each.code === '02' ? { ...each, due: '2027-06-15' } : each)),
    };
    const nothing = consolidate(programme, roster, []);
    expect(chaseOf('02', nothing, { due: '2027-06-01' })).toMatchObject({
      due: '2027-06-15',
      timing: { kind: 'open', days: 5 },
    });
    expect(chaseOf('03', nothing, { due: '2027-06-01' })).toMatchObject({
      due: '2027-06-01',
      timing: { kind: 'overdue', days: 9 },
    });
    expect(chaseOf('03', nothing).due).toBe(programme.due);
  });

  it('is asked of whom the agency named itself, else of whom the roster names, even where no file came', () => {
    const roster: Roster = {
      ...REPORT_ROSTER,
      agencies: REPORT_ROSTER.agencies.map((each) => ({ ...each, contact: 'สมหญิง', phone: '๐ ๒๒๒๑ ๒๑๔๑' })),
    };
    const said = (text: string) => ({ text, sheet: 'ปก', cell: cellAt('C8') });
    const own = submissionOf('02', { '1.1.1': ['ก'] }, { contact: { name: said('สมชาย'), email: said(' a@b.th ') } });
    const unreachable = submissionOf('03', { '1.1.1': ['ก'] }, { contact: { name: said('สมศรี') } });
    const consolidation = consolidate(programme, roster, [resultOf(own), resultOf(unreachable)]);
    expect(['02', '03', '11'].map((code) => chaseOf(code, consolidation).contact)).toEqual([
      { name: 'สมชาย', phone: '', email: 'a@b.th' },
      { name: 'สมหญิง', phone: '๐ ๒๒๒๑ ๒๑๔๑', email: '' },
      { name: 'สมหญิง', phone: '๐ ๒๒๒๑ ๒๑๔๑', email: '' },
    ]);
  });

  it('knows of a workbook that came back blank, where that is told', () => {
    const contact = { name: '', phone: '', email: 'a@b.th' };
    const receipts = new Map([['02', { files: ['02.xlsx'], savedAt: '2027-05-30T00:00:00Z', contact }]]);
    expect(chaseOf('02', answers(), { receipts })).toMatchObject({ state: 'unfinished', files: ['02.xlsx'], contact });
  });
});

describe('letters and e-mails', () => {
  const written = (results: readonly ReadResult[]): readonly Chase[] =>
    chasesOf(consolidate(programme, REPORT_ROSTER, results), { asOf });

  it('have every measure that an agency owes once, in the letter to that agency and in no other', () => {
    fc.assert(
      fc.property(fc.array(readResult, { maxLength: 4 }), (results) => {
        const consolidation = consolidate(programme, REPORT_ROSTER, results);
        const chases = chasesOf(consolidation, { asOf });
        const letters = lettersBy(planLetters(chases, facts).sections);
        for (const coverage of consolidation.agencies) {
          const { name } = REPORT_ROSTER.agencies.find(({ code }) => code === coverage.agency)!;
          const missing = [...unansweredOf(programme, coverage).values()].flat().map(measureText);
          expect(byText(letters.get(name) ?? [])).toEqual(byText(missing));
        }
      }),
    );
  });

  it('do not depend on the order of the files', () => {
    const shuffled = fc
      .array(readResult, { maxLength: 4 })
      .chain((results) => fc.tuple(fc.constant(results), fc.shuffledSubarray(results, { minLength: results.length })));
    fc.assert(
      fc.property(shuffled, ([results, others]) => {
        expect(planLetters(written(others), facts)).toEqual(planLetters(written(results), facts));
      }),
    );
  });

  it('say the same by e-mail, in both languages', () => {
    for (const chase of chasesOwing(written([]))) {
      for (const language of ['th', 'en'] as const) {
        const { body } = chaseMessage(chase, programme, language);
        const lines = body.split('\n').filter((line) => line.startsWith('- '));
        expect(lines).toEqual(owedMeasures(chase).map(({ measure }) => `- ${measureText(measure)}`));
        expect(body).not.toMatch(/[{}]/);
        expect(body).toContain(chase.agency.name);
      }
    }
  });

  it('rush those whose day is over, and remind others', () => {
    const textsOn = (day: string): string =>
      textsOfDocument(planLetters(chasesOf(answers(), { asOf: day }), { ...facts, asOf: day })).join('\n');
    expect(textsOn('2027-06-10')).toContain('บัดนี้ พ้นกำหนดเวลาดังกล่าวมาแล้ว ๑๐ วัน');
    expect(textsOn('2027-06-10')).toContain('เรื่อง  ขอเร่งรัด');
    expect(textsOn('2027-05-01')).toContain('เรื่อง  ขอติดตาม');
    expect(textsOn('2027-05-01')).not.toContain('พ้นกำหนด');
  });

  it('take number, sender and signature from the programme, or leave room for them', () => {
    const letter = {
      ...{ number: 'วง ๑/๒', from: ['เทศบาลเวียง'], date: '', subject: '', to: '', enclosures: [], body: [] },
      ...{ closing: '', signature: ['(นายสมชาย ใจดี)', 'ปลัดเทศบาล'], contact: ['งานธุรการ', 'โทร. ๑๒๓'] },
    };
    const withLetter: Programme = { ...programme, report: { ...programme.report, letter } };
    const textsOf = (of: Programme): readonly string[] =>
      textsOfDocument(planLetters(chasesOf(answers(), { asOf }), { ...facts, programme: of }));
    expect(textsOf(withLetter)).toEqual(
      expect.arrayContaining([
        'ส่วนราชการ  เทศบาลเวียง งานธุรการ โทร. ๑๒๓',
        'ที่  วง ๑/๒\tวันที่  ๑๐ มิถุนายน ๒๕๗๐',
        '(นายสมชาย ใจดี)',
      ]),
    );
    expect(textsOf(programme).join()).toContain('........');
  });

  it('have no digit but Thai ones of their own', () => {
    const own = textsOfDocument(planLetters(chasesOf(answers(), { asOf }), facts)).join('\n');
    expect(own.match(/[0-9]+/g)).toBeNull();
  });
});
