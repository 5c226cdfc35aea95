import fc from 'fast-check';
import { builtInProgramme } from '../../../../src/domain/programme/catalogue.ts';
import { measureByKey, type MeasureKey } from '../../../../src/domain/programme/programme.ts';
import { addResult, emptyConsolidation, finish } from '../../../../src/domain/submissions/consolidate.ts';
import type { Consolidation, MasterParagraph } from '../../../../src/domain/submissions/consolidation.ts';
import { withNaming } from '../../../../src/domain/submissions/merge-paragraphs.ts';
import type { Submission } from '../../../../src/domain/submissions/submission.ts';
import results from '../../../../docs/examples/bma-2565/results.json';
import { scoreOf } from '../../../support/grouping-truth.ts';
import { asSubmissions, HARD, similarAnswers, USUAL } from '../../../support/similar-answers.ts';

const { programme, roster } = builtInProgramme(2565)!;
const NAMES = new Map(roster.agencies.map(({ name, code }) => [name, code]));

function grouped(submissions: readonly Submission[], grouping = true): Consolidation {
  return finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] }), { grouping });
}

/** The paragraphs of measure 1.1.1 after districts answered it, by their names without "สำนักงานเขต". */
function answered(answers: Readonly<Record<string, string>>, grouping = true): readonly MasterParagraph[] {
  const submissions = Object.entries(answers).map(([district, text]): Submission => ({
    agency: NAMES.get(`สำนักงานเขต${district}`)!,
    file: `${district}.xlsx`,
    issues: [1],
    contact: {},
    entries: [
      {
        measure: '1.1.1' as MeasureKey,
        paragraphs: [{ text, sheet: 'ประเด็น ๑', cell: { row: 5, column: 5 } }],
        dates: [],
        evidence: [],
        notes: [],
      },
    ],
  }));
  return grouped(submissions, grouping).measures.find(({ measure }) => measure === '1.1.1')!.paragraphs;
}

const printed = (answers: Readonly<Record<string, string>>): readonly string[] => answered(answers).map(withNaming);

const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';

describe('answers that say the same in other words', () => {
  it('become one paragraph in the words of the most central one', () => {
    expect(
      printed({
        พระนคร: `สำนักงานเขตพระนครได้${SAID}`,
        ดุสิต: `${SAID}เรียบร้อยแล้ว`,
        บางรัก: `สำนักงานเขตบางรัก${SAID}`,
      }),
    ).toEqual([`สำนักงานเขตพระนคร สำนักงานเขตบางรัก และสำนักงานเขตดุสิต : ${SAID}`]);
  });

  it('keep what each agency wrote, in roster order, with what differs marked', () => {
    const [paragraph] = answered({ ดุสิต: `${SAID}แล้ว`, พระนคร: SAID });
    expect(paragraph?.variants?.map(({ text, differences }) => [text, differences.map(({ kind }) => kind)])).toEqual([
      [SAID, []],
      [`${SAID}แล้ว`, ['wording']],
    ]);
    expect(paragraph?.sources).toHaveLength(2);
  });

  it('show the facts in which they differ, by agency in roster order', () => {
    const said = (date: string, people: string): string => `${SAID} เมื่อวันที่ ${date} มีผู้เข้าร่วม ${people} คน`;
    expect(
      printed({
        บางรัก: said('๖ มกราคม ๒๕๖๕', '๖๐'),
        พระนคร: said('๕ มกราคม ๒๕๖๕', '๕๐'),
        ดุสิต: said('๗ มกราคม ๒๕๖๕', '๗๐'),
        บางเขน: said('๕ มกราคม ๒๕๖๕', '๕๐'),
      }),
    ).toEqual([
      `สำนักงานเขต ๔ แห่ง : ${SAID} เมื่อวันที่ … มีผู้เข้าร่วม … คน ได้แก่ สำนักงานเขตพระนคร และสำนักงานเขตบางเขน: ๕ มกราคม ๒๕๖๕, ๕๐ คน; สำนักงานเขตบางรัก: ๖ มกราคม ๒๕๖๕, ๖๐ คน; สำนักงานเขตดุสิต: ๗ มกราคม ๒๕๖๕, ๗๐ คน`,
    ]);
  });

  it('show a circumstance that only one mentions', () => {
    const lines = printed({ พระนคร: SAID, ดุสิต: SAID, บางรัก: `${SAID} ร่วมกับสถานีตำรวจ ๒ แห่ง` });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('ทั้งนี้ สำนักงานเขตบางรัก: “ร่วมกับสถานีตำรวจ ๒ แห่ง”');
  });

  it.each([
    ['denies it', `ไม่ได้${SAID}`],
    ['has done a part of it', `${SAID}บางส่วน`],
    ['is still doing it', `อยู่ระหว่าง${SAID}`],
    ['does another thing', SAID.replace('จัดประชุม', 'จัดนิทรรศการ')],
    ['does it for others', SAID.replace('ข้าราชการและลูกจ้าง', 'ผู้ประกอบการ')],
    ['speaks of others by one more word', SAID.replace('ลูกจ้าง', 'ลูกจ้างชั่วคราว')],
    ['gives another number in words', SAID.replace('ให้', 'สิบสองครั้งให้')],
    ['says that it is finished where the other is not sure', SAID.replace('จัด', 'จะจัด')],
  ])('do not take in one that %s', (_what, other) => {
    expect(printed({ พระนคร: SAID, ดุสิต: SAID, บางรัก: other })).toHaveLength(2);
  });

  it.each([
    ['doubles a letter', SAID.replace('คู่มือการ', 'คู่มือกการ'), false],
    ['exchanges two letters', SAID.replace('เคร่งครัด', 'เคร่งคัรด'), false],
    ['loses a letter, which may make another word', SAID.replace('ทราบ', 'ทาบ'), true],
  ])('take in one that %s', (_what, other, isPrinted) => {
    const [line, ...others] = printed({ พระนคร: SAID, ดุสิต: SAID, บางรัก: other });
    expect(others).toEqual([]);
    expect(line?.includes('ทั้งนี้')).toBe(isPrinted);
  });

  it.each([
    ['กรม', 'กรรม'],
    ['ปิด', 'เปิด'],
    ['ห้า', 'หก'],
  ])('never take %s for %s', (one, other) => {
    const said = (word: string): string => `${SAID} ณ ศูนย์${word}ประจำเขต`;
    const lines = printed({ พระนคร: said(one), ดุสิต: said(one), บางรัก: said(other) });
    expect(lines.join('\n')).toContain(other);
    expect(lines.join('\n')).toContain(one);
  });

  it('are not put together where they are two paragraphs of one agency', () => {
    const [agency] = roster.agencies;
    const entry = asSubmissions(similarAnswers(programme, roster, 1, USUAL)).find(
      (submission) => submission.agency === agency!.code,
    )!;
    const source = { sheet: 'ก', cell: { row: 5, column: 5 } };
    const measure = '1.1.1' as MeasureKey;
    const paragraphs = [
      { text: SAID, ...source },
      { text: `ได้${SAID}แล้ว`, ...source },
    ];
    const submission = { ...entry, entries: [{ measure, paragraphs, dates: [], evidence: [], notes: [] }] };
    expect(grouped([submission]).measures[0]?.paragraphs).toHaveLength(2);
  });

  it('never add that it is finished for one that did not say so', () => {
    const [line] = printed({ พระนคร: `${SAID}เรียบร้อยแล้ว`, ดุสิต: SAID });
    expect(line).not.toContain('เรียบร้อยแล้ว');
  });

  it('stand as they were written without grouping', () => {
    expect(answered({ พระนคร: SAID, ดุสิต: `${SAID}แล้ว` }, false)).toHaveLength(2);
  });
});

describe('grouping', () => {
  it('leaves the printed report as it is', () => {
    const kinds = new Map(roster.classes.map(({ id, kinds: kind }) => [id, kind]));
    const submissions = roster.agencies.map(({ code, kind }): Submission => {
      const own = results.filter(({ agencies, measure }) => {
        const spoken = typeof agencies === 'string' ? kinds.get(agencies) : undefined;
        const speaks = spoken === undefined ? agencies.includes(code) : spoken === '*' || spoken.includes(kind);
        const { responsible } = measureByKey(programme).get(measure as MeasureKey)!;
        return speaks && responsible.agencies.includes(code);
      });
      const keys = [...new Set(own.map(({ measure }) => measure as MeasureKey))];
      return {
        agency: code,
        file: `${code}.xlsx`,
        issues: [1, 2, 3, 4, 5, 6, 7, 8],
        contact: {},
        entries: keys.map((measure, row) => ({
          measure,
          paragraphs: own
            .filter((result) => result.measure === measure)
            .map(({ text }, index) => ({ text, sheet: 'ก', cell: { row, column: 5 + index } })),
          dates: [],
          evidence: [],
          notes: [],
        })),
      };
    });
    expect(grouped(submissions).measures).toEqual(grouped(submissions, false).measures);
  });

  it.each([
    ['usual', USUAL, 0.98, 1.1],
    ['hard', HARD, 0.95, 1.25],
  ])('puts %s answers together rightly, and loses no fact', (_what, looseness, recall, paragraphs) => {
    const answers = similarAnswers(programme, roster, 7, looseness);
    const score = scoreOf(grouped(asSubmissions(answers)), answers);
    expect(score.lostFacts).toEqual([]);
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(recall);
    expect(score.paragraphs).toBeLessThanOrEqual(paragraphs * score.statements);
  });

  const set = fc.record({ seed: fc.nat(), few: fc.integer({ min: 2, max: 20 }) }).map(({ seed, few }) => {
    const answers = similarAnswers(programme, roster, seed, HARD).filter(
      ({ measure, agency }) =>
        measure.startsWith('1.1.') && roster.agencies.slice(-few).some(({ code }) => code === agency),
    );
    return { answers, submissions: asSubmissions(answers) };
  });

  it('does not depend on the order of files', () => {
    fc.assert(
      fc.property(set, fc.nat(), ({ submissions }, turn) => {
        const at = submissions.length === 0 ? 0 : turn % submissions.length;
        const turned = [...submissions.slice(at), ...submissions.slice(0, at)].reverse();
        expect(grouped(turned).measures).toEqual(grouped(submissions).measures);
      }),
      { numRuns: 5 },
    );
  });

  it('keeps every cell in exactly one paragraph, and every fact in print', () => {
    fc.assert(
      fc.property(set, ({ answers, submissions }) => {
        const sourcesOf = (grouping: boolean): readonly string[] =>
          grouped(submissions, grouping)
            .measures.flatMap(({ measure, paragraphs }) =>
              paragraphs.flatMap(({ sources }) => sources.map((source) => JSON.stringify([measure, source]))),
            )
            .sort();
        expect(sourcesOf(true)).toEqual(sourcesOf(false));
        expect(scoreOf(grouped(submissions), answers).lostFacts).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('keeps every text among the variants of its paragraph', () => {
    fc.assert(
      fc.property(set, ({ answers, submissions }) => {
        const texts = grouped(submissions)
          .measures.flatMap(({ paragraphs }) => paragraphs)
          .flatMap(({ text, sources, variants = [{ text, sources, differences: [] }] }) =>
            variants.flatMap((variant) =>
              variant.sources.map(({ agency }) => `${agency} ${variant.text.replace(/\s/g, '')}`),
            ),
          );
        expect(texts.sort()).toEqual(answers.map(({ agency, text }) => `${agency} ${text.replace(/\s/g, '')}`).sort());
      }),
      { numRuns: 5 },
    );
  });
});
