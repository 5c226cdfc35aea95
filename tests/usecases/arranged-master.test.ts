import fc from 'fast-check';
import { mergeReport, type MergedReport } from '../../src/domain/master/merge/merge-report.ts';
import { STATE_WORDS } from '../../src/domain/master/merge/states.ts';
import { readMasterReport } from '../../src/domain/master/read/master-report.ts';
import { GROUPS_SHEET } from '../../src/domain/master/sheet-names.ts';
import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import { mergeMaster } from '../../src/usecases/merge-master.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { SMALL_PROGRAMME } from '../support/small-programme.ts';
import { answered, clear, created, RESULT, WorkedMaster, type Texts } from '../support/worked-master.ts';

const RUNS = Number(process.env.ITA_PROPERTY_RUNS ?? 60);
const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';
const ALSO = 'เผยแพร่ประกาศหลักเกณฑ์การให้บริการประชาชนบนเว็บไซต์และบอร์ดประชาสัมพันธ์ของหน่วยงาน';
const told = (people: string): string => `${SAID} มีผู้เข้าร่วม ${people} คน`;

const GROUP = { '02': told('๕๐'), '03': told('๖๐'), '11': told('๗๐') };
const WITHOUT_THE_SECOND = `กองคลัง และโรงเรียนวัดเหนือ : ${SAID} มีผู้เข้าร่วม … คน ได้แก่ กองคลัง: ๕๐ คน; โรงเรียนวัดเหนือ: ๗๐ คน`;
const LATE = `กองคลัง โรงเรียนวัดเหนือ และโรงเรียนวัดใต้ : ${SAID} มีผู้เข้าร่วม … คน ได้แก่ กองคลัง: ๕๐ คน; โรงเรียนวัดเหนือ: ๗๐ คน; โรงเรียนวัดใต้: ๙๐ คน`;
const SECOND = `กองช่าง : ${told('๖๐')}`;

describe('a member that somebody took out of a group by hand', () => {
  const apart = (): WorkedMaster => WorkedMaster.of(GROUP).put(SAID, WITHOUT_THE_SECOND).insert(SAID, SECOND);

  it('stays by itself when another agency that says the same is late, which goes to the group', () => {
    const later = apart().consolidate({ ...GROUP, '12': told('๙๐') });
    expect(later.lines).toEqual([LATE, SECOND]);
    expect(later.cells(GROUPS_SHEET)).toContain(LATE);
    expect(later.cells(GROUPS_SHEET)).not.toContain(told('๖๐'));
    // The report now tells it by its hidden sources.
    const changed = { ...GROUP, '03': told('๖๑'), '12': told('๙๐') };
    expect(later.consolidate(changed).lines).toEqual([LATE, `กองช่าง : ${told('๖๑')}`]);
  });

  it('stays by itself where its paragraph was edited', () => {
    const edited = apart()
      .consolidate({ ...GROUP, '12': told('๙๐') })
      .replace('กองช่าง', 'จัดประชุม', 'ได้จัดประชุม');
    expect(edited.consolidate({ ...GROUP, '03': told('๖๑'), '12': told('๙๐') }).lines).toEqual([
      LATE,
      `[${STATE_WORDS.review}] กองช่าง : ${told('๖๑').replace('จัดประชุม', 'ได้จัดประชุม')}`,
    ]);
  });

  it('goes where it is withdrawn, and leaves the group alone', () => {
    const { '02': first, '11': third } = GROUP;
    expect(apart().consolidate({ '02': first, '11': third }).lines).toEqual([WITHOUT_THE_SECOND]);
  });

  it('is one with an agency that says the very same', () => {
    expect(apart().consolidate({ ...GROUP, '12': told('๖๐') }).lines).toEqual([
      WITHOUT_THE_SECOND,
      `กองช่าง และโรงเรียนวัดใต้ : ${told('๖๐')}`,
    ]);
  });
});

describe('a group that somebody dissolved by hand', () => {
  const [first, ...others] = [`กองคลัง : ${told('๕๐')}`, SECOND, `โรงเรียนวัดเหนือ : ${told('๗๐')}`];

  it('is no group at the next consolidation, and a late member stays by itself', () => {
    const dissolved = WorkedMaster.of(GROUP)
      .put(SAID, first)
      .insert(SAID, ...others);
    const later = dissolved.consolidate({ ...GROUP, '12': told('๙๐') });
    expect(later.lines).toEqual([first, ...others, `โรงเรียนวัดใต้ : ${told('๙๐')}`]);
    expect(later.cells(GROUPS_SHEET)).toEqual([]);
  });

  it('is none where the agencies’ own words stand in rows of the office’s own', () => {
    const later = WorkedMaster.of(GROUP)
      .insert(SAID, first, ...others)
      .remove('ได้แก่')
      .consolidate({ ...GROUP, '03': told('๖๑') });
    expect(later.lines).toEqual([first, `กองช่าง : ${told('๖๑')}`, others[1]]);
  });
});

describe('paragraphs that somebody joined by hand', () => {
  const [first, second] = [`กองคลัง : ${told('๕๐')}`, `กองช่าง : ${ALSO}`];
  const TWO = { '02': told('๕๐'), '03': ALSO };
  const joined = (): WorkedMaster => WorkedMaster.of(TWO).remove(ALSO).put(SAID, `${first}\n${second}`);

  it('are one paragraph from then on, in which a late agency is named that says the same as either', () => {
    const one = joined().consolidate({ ...TWO, '12': told('๙๐') });
    const both = `กองคลัง และโรงเรียนวัดใต้ : ${SAID} มีผู้เข้าร่วม … คน ได้แก่ กองคลัง: ๕๐ คน; โรงเรียนวัดใต้: ๙๐ คน`;
    expect(one.lines).toEqual([`${both}\n${second}`]);
    const other = `กองช่าง และโรงเรียนบ้านกลาง : ${ALSO}`;
    const two = one.consolidate({ ...TWO, '12': told('๙๐'), '13': `${ALSO}แล้ว` });
    expect(two.lines).toEqual([`${both}\n${other}`]);
    expect(two.cells(GROUPS_SHEET)).toEqual(expect.arrayContaining([ALSO, `${ALSO}แล้ว`, told('๕๐'), told('๙๐')]));
  });

  it('take over what an agency changed, in the words that the office gave them', () => {
    const worded = joined().replace(SAID, '\nกองช่าง : ', ' ส่วนกองช่าง').replace(SAID, 'เผยแพร่', 'ได้เผยแพร่');
    const later = worded.consolidate({ ...TWO, '12': 'ติดประกาศแล้ว' });
    expect(later.lines[0]).toContain(`ส่วนกองช่างได้${ALSO}`);
    const changed = { '02': told('๕๕'), '03': ALSO, '12': 'ติดประกาศแล้ว' };
    expect(joined().consolidate(changed).lines[0]).toBe(`กองคลัง : ${told('๕๕')}\n${second}`);
  });

  it('leave the paragraph alone that nobody joined', () => {
    const other = WorkedMaster.of({ ...TWO, '11': 'ติดประกาศแล้ว' })
      .remove(ALSO)
      .put(SAID, `${first}\n${second}`);
    expect(other.consolidate({ ...TWO, '11': 'ติดประกาศแล้ว', '12': 'แจ้งเวียนแล้ว' }).lines).toEqual([
      `${first}\n${second}`,
      'โรงเรียนวัดเหนือ : ติดประกาศแล้ว',
      'โรงเรียนวัดใต้ : แจ้งเวียนแล้ว',
    ]);
  });
});

describe('laws of arranging', () => {
  const sentence = fc.constantFrom(
    ...['๕๐', '๖๐', '๗๐'].map(told),
    `${told('๘๐')}แล้ว`,
    ALSO,
    `${ALSO}เรียบร้อยแล้ว`,
    'ติดประกาศแล้ว',
    `ได้${ALSO} เมื่อวันที่ ๕ มกราคม ๒๕๗๐`,
  );
  const said = fc.dictionary(
    fc.constantFrom('02', '03', '11', '12', '13'),
    fc.uniqueArray(sentence, { minLength: 1, maxLength: 2 }),
    { minKeys: 1 },
  );
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('split', 'take-out', 'join', 'edit', 'delete', 'move'),
      at: fc.nat(9),
      to: fc.nat(9),
    }),
    { maxLength: 4 },
  );

  /** A report after somebody worked in it. */
  function arranged(texts: Texts, work: readonly { kind: string; at: number; to: number }[]): WorkedMaster {
    const texted = Object.values(texts).flat();
    return work.reduce((master, { kind, at, to }) => {
      const { paragraphs } = readMasterReport(master.content, SMALL_PROGRAMME).measures[0]!;
      const [one, other] = [paragraphs[at % paragraphs.length], paragraphs[to % paragraphs.length]];
      if (!one || !other) return master;
      return master.edit((grid) => {
        const row = one.location.row;
        const insert = (text: string, behind: number): void => {
          grid.insertRows(behind + 1, 1);
          grid.put(behind + 1, RESULT, text);
        };
        if (kind === 'edit') grid.put(row, RESULT, `ทั้งนี้ ${one.text}`);
        if (kind === 'delete') clear(grid, row);
        if (kind === 'take-out') insert(texted[to % texted.length]!, row);
        if (kind === 'split') {
          texted.forEach((text) => insert(text, row));
          clear(grid, row);
        }
        if (kind === 'join' && one !== other) {
          grid.put(row, RESULT, `${one.text} ${other.text}`);
          clear(grid, other.location.row);
        }
        if (kind === 'move') {
          insert(one.text, other.location.row);
          clear(grid, one.location.row + (other.location.row < one.location.row ? 1 : 0));
        }
      });
    }, WorkedMaster.of(texts));
  }

  const merged = (master: WorkedMaster, base: Texts, theirs: Texts): MergedReport =>
    mergeReport(answered(base), readMasterReport(master.content, SMALL_PROGRAMME), answered(theirs))!;
  const textsOf = ({ measures }: MergedReport): readonly string[] =>
    [...measures.values()].flat().map(({ text }) => text);
  const sourcesOf = (consolidation: Consolidation): readonly string[] =>
    consolidation.measures
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ sources }) => sources.map((source) => JSON.stringify(source))))
      .sort();

  it('without a new answer, the arranged report comes back', () => {
    fc.assert(
      fc.property(said, steps, (texts, work) => {
        const master = arranged(texts, work);
        const report = readMasterReport(master.content, SMALL_PROGRAMME);
        const again = mergeReport(answered(texts), report, answered(texts));
        fc.pre(again !== undefined);
        expect(textsOf(again)).toEqual(report.measures[0]!.paragraphs.map(({ text }) => text));
      }),
      { numRuns: RUNS },
    );
  });

  it('merging twice changes nothing, and nothing is lost: every answer is in the report or in the list', () => {
    fc.assert(
      fc.property(said, steps, said, (texts, work, later) => {
        const master = arranged(texts, work);
        const report = readMasterReport(master.content, SMALL_PROGRAMME);
        const once = mergeReport(answered(texts), report, answered(later));
        if (once === undefined) return;
        expect(sourcesOf(once.answers)).toEqual(sourcesOf(answered(later)));
        const plan = planMaster(answered(later), { created, merge: { merged: once } });
        const written = new WorkedMaster(contentOfPlan(plan));
        // The same answers change nothing; whatever they are compared with, every text comes back.
        expect(mergeMaster(written.content, answered(later))).toEqual({ kind: 'same' });
        expect(textsOf(merged(written, later, later))).toEqual(textsOf(once));
        const listed = once.review.flatMap(({ ours = '', base = '', theirs = '' }) => [ours, base, theirs]);
        const everywhere = [...textsOf(once), ...listed].join('\n').replace(/\s/g, '');
        const standing = report.measures[0]!.paragraphs.map(({ text }) => text);
        // What an agency says as before is in the editor's hands already.
        const generated = [answered(texts), merged(master, texts, texts).answers].flatMap(({ measures }) =>
          measures[0]!.paragraphs.map(({ text }) => text),
        );
        const own = standing.filter((text) => !generated.some((each) => text.includes(each)));
        const byAgencies = once.answers.measures[0]!.paragraphs.flatMap(({ text }) => text.split('\n'));
        const isSaidBefore = (text: string): boolean => generated.some((each) => each.includes(text));
        const said = [...own, ...byAgencies.filter((text) => !isSaidBefore(text))];
        expect(said.filter((text) => !everywhere.includes(text.replace(/\s/g, '')))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
