import fc from 'fast-check';
import { WorkedMaster, type Texts } from '../support/worked-master.ts';

const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';
const ALL = Object.fromEntries(['01', '02', '03', '11', '12', '13'].map((code) => [code, 'อบรมแล้ว']));

/** The paragraphs without the names of agencies. */
const said = (master: WorkedMaster): readonly string[] =>
  master.paragraphs.map(({ text }) => text.replace(/^.* : /, '').replace(/ ได้แก่.*/, ''));

describe('the order of a measure’s paragraphs', () => {
  it('is what all say, what a class says, then the agencies in roster order, with a group at its first one', () => {
    const master = WorkedMaster.of({
      '13': ['ปิดประกาศแล้ว', 'จัดนิทรรศการ', 'อบรมแล้ว', 'ตรวจเยี่ยม'],
      '12': ['จัดนิทรรศการ', `${SAID} ๒ ครั้ง`, 'อบรมแล้ว'],
      '11': ['จัดนิทรรศการ', 'อบรมแล้ว'],
      '03': ['แจ้งเวียน', 'อบรมแล้ว', 'ออกคำสั่ง'],
      '02': ['ตั้งคณะทำงาน', `${SAID} ๓ ครั้ง`, 'อบรมแล้ว', 'สรุปผล'],
      '01': 'อบรมแล้ว',
    });
    expect(said(master)).toEqual([
      'อบรมแล้ว',
      'จัดนิทรรศการ',
      'ตั้งคณะทำงาน',
      `${SAID} … ครั้ง`,
      'สรุปผล',
      'แจ้งเวียน',
      'ออกคำสั่ง',
      'ปิดประกาศแล้ว',
      'ตรวจเยี่ยม',
    ]);
  });

  it('follows the answers where the office left it alone: what becomes a statement of all goes first', () => {
    const { '13': last, ...others } = ALL;
    const texts: Texts = { ...others, '02': ['ตั้งคณะทำงาน', 'อบรมแล้ว'] };
    const master = WorkedMaster.of({ '02': 'ตั้งคณะทำงาน', '03': 'อบรมแล้ว' }).replace('ตั้งคณะ', 'ตั้ง', 'ได้ตั้ง');
    expect(said(master)).toEqual(['ได้ตั้งคณะทำงาน', 'อบรมแล้ว']);
    expect(said(master.consolidate({ ...texts, '13': last! }))).toEqual(['อบรมแล้ว', 'ได้ตั้งคณะทำงาน']);
  });

  it('is the office’s where it moved a row, at every later consolidation', () => {
    const before = { '02': 'ตั้งคณะทำงาน', '03': 'แจ้งเวียนแล้ว', '11': 'ปิดประกาศแล้ว' };
    const moved = WorkedMaster.of(before).move('แจ้งเวียน', 'ปิดประกาศ');
    const first = moved.consolidate({ ...before, '13': 'ตรวจเยี่ยม' });
    expect(said(first)).toEqual(['ตั้งคณะทำงาน', 'ปิดประกาศแล้ว', 'ตรวจเยี่ยม', 'แจ้งเวียนแล้ว']);
    const second = first.consolidate({ ...before, '12': 'ออกคำสั่ง', '13': 'ตรวจเยี่ยม ๒ ครั้ง' });
    expect(said(second)).toEqual(['ตั้งคณะทำงาน', 'ปิดประกาศแล้ว', 'ออกคำสั่ง', 'ตรวจเยี่ยม ๒ ครั้ง', 'แจ้งเวียนแล้ว']);
  });

  it('is the office’s for a group that it took apart and a row of its own', () => {
    const group = { '02': `${SAID} ๒ ครั้ง`, '03': `${SAID} ๓ ครั้ง`, '11': `${SAID} ๕ ครั้ง`, '13': 'ปิดประกาศแล้ว' };
    const worked = WorkedMaster.of(group)
      .insert('ปิดประกาศ', 'ภาพรวมเป็นไปตามแผน', `กองคลัง : ${SAID} ๒ ครั้ง`)
      .move(SAID, 'ภาพรวม');
    const later = worked.consolidate({ ...group, '12': `${SAID} ๗ ครั้ง` });
    expect(said(later)).toEqual(['ปิดประกาศแล้ว', 'ภาพรวมเป็นไปตามแผน', `${SAID} … ครั้ง`, `${SAID} ๒ ครั้ง`]);
  });

  it('is the office’s whatever answers come, change and go', () => {
    const own = fc.uniqueArray(fc.constantFrom('อบรม', 'แจ้งเวียน', 'ปิดประกาศ', 'ออกคำสั่ง'), { maxLength: 2 });
    const agency = fc.constantFrom('02', '03', '11', '12', '13');
    const later = fc.array(fc.record({ who: agency, said: own }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.dictionary(agency, own, { minKeys: 4 }), fc.nat(), fc.nat(), later, (before, at, to, changes) => {
        // Each agency in its own words, so that no group comes and goes.
        const answers = (texts: Readonly<Record<string, readonly string[]>>): Texts =>
          Object.fromEntries(Object.entries(texts).map(([who, said]) => [who, said.map((each) => `${each} ${who}`)]));
        const lines = WorkedMaster.of(answers(before)).paragraphs.map(({ text }) => text);
        fc.pre(lines.length > 2);
        const [one, other] = [lines[at % lines.length]!, lines[to % lines.length]!];
        fc.pre(Math.abs((at % lines.length) - (to % lines.length)) > 1);
        let master = WorkedMaster.of(answers(before)).move(one, other);
        let now = before;
        for (const { who, said: changed } of changes) {
          now = { ...now, [who]: changed };
          const next = master.next(answers(now));
          if (next === undefined) continue;
          const [order, after] = [master, next].map(({ paragraphs }) => paragraphs.map(({ text }) => text));
          const kept = after!.filter((text) => order!.includes(text));
          expect(kept).toEqual(order!.filter((text) => kept.includes(text)));
          master = next;
        }
      }),
      { numRuns: 25 },
    );
  });
});
