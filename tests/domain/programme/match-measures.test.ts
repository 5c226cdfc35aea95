import fc from 'fast-check';
import { bestPairs } from '../../../src/domain/programme/best-pairs.ts';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { matchMeasures, type MeasureMatch } from '../../../src/domain/programme/match-measures.ts';
import { measuresOf, type Measure, type MeasureKey, type Programme } from '../../../src/domain/programme/programme.ts';
import { SMALL_PROGRAMME } from '../../support/small-programme.ts';
import { TOWN_YEARS } from '../../support/small-town.ts';

const { programme } = builtInProgramme()!;
const [EARLIER, LATER] = [TOWN_YEARS[0]!.data.programme, TOWN_YEARS[1]!.data.programme];

/** A programme of one issue with measures of these words. */
function programmeOf(...texts: readonly string[]): Programme {
  const [part] = SMALL_PROGRAMME.parts;
  const [issue] = part!.issues;
  const measures = texts.map((text, index): Measure => ({
    key: `1.1.${index + 1}` as MeasureKey,
    text,
    responsible: { printed: 'ทุกส่วนราชการ', agencies: [] },
    misprints: [],
  }));
  return { ...SMALL_PROGRAMME, parts: [{ ...part!, issues: [{ ...issue!, groups: [{ number: 1, measures }] }] }] };
}

/** `1.1.2 → 1.1.3 moved`, with the likeness of other words and the keys of rivals. */
function told(match: MeasureMatch): string {
  if (match.kind === 'added') return `${match.later.measure.key} added`;
  if (match.kind === 'gone') return `${match.earlier.measure.key} gone`;
  const rivals = match.rivals.map(({ measure }) => ` ~${measure.key}`).join('');
  const likeness = match.kind === 'reworded' ? ` ${match.likeness.toFixed(2)}` : '';
  return `${match.earlier.measure.key} → ${match.later.measure.key} ${match.kind}${likeness}${rivals}${match.isOtherParty ? ' other party' : ''}`;
}

describe('measures of two programmes', () => {
  it('are the same, moved, reworded, added or gone, and the likeness of other words is shown', () => {
    expect(matchMeasures(EARLIER, LATER).map(told)).toEqual([
      '1.1.1 → 1.1.1 reworded 0.98',
      '1.1.2 added',
      '1.1.2 → 1.1.3 moved',
      '1.1.3 → 1.1.4 reworded 0.66',
      '2.1.1 → 2.1.1 same',
      '2.2.1 → 2.2.1 same',
      '3.1.1 → 3.1.1 same',
      '3.1.2 → 3.1.2 same',
      '4.1.1 → 4.1.1 same other party',
      '4.1.2 → 4.1.2 same',
      '5.1.2 → 5.1.1 moved',
      '5.1.1 → 5.1.2 moved',
      '2.2.2 gone',
    ]);
  });

  it('are all the same in one programme, though two of its measures have the same words', () => {
    expect(matchMeasures(programme, programme).map(({ kind }) => kind)).toEqual(
      measuresOf(programme).map(() => 'same'),
    );
  });

  it('are the same if only blanks and the kind of digits differ', () => {
    const respaced = programmeOf('จัดอบรม ปีละ 2 ครั้ง', 'แผนใช้จ่าย');
    expect(matchMeasures(programmeOf('จัดอบรมปีละ ๒ ครั้ง', 'แผนใช้จ่าย'), respaced).map(({ kind }) => kind)).toEqual([
      'same',
      'same',
    ]);
  });

  it('name the others that are as much alike, so that a person can look', () => {
    const twice = programmeOf('เผยแพร่คู่มือการปฏิบัติงาน', 'เผยแพร่คู่มือการปฏิบัติงาน', 'จัดระบบคิวให้ประชาชน');
    expect(
      matchMeasures(twice, programmeOf('แผนการใช้จ่ายงบประมาณ', 'จัดระบบคิวให้ประชาชน', 'เผยแพร่คู่มือการปฏิบัติงาน')).map(told),
    ).toEqual(['1.1.1 added', '1.1.3 → 1.1.2 moved', '1.1.1 → 1.1.3 moved ~1.1.2', '1.1.2 gone']);
  });

  it('are one under the same key however they are reworded, but not before they are likened to others', () => {
    const earlier = programmeOf('จัดระบบคิวให้ประชาชน', 'เผยแพร่คู่มือการปฏิบัติงาน');
    expect(matchMeasures(earlier, programmeOf('อบรมจริยธรรมรายปี', 'ทบทวนข้อร้องเรียน')).map(told)).toEqual([
      '1.1.1 → 1.1.1 reworded 0.00',
      '1.1.2 → 1.1.2 reworded 0.00',
    ]);
    expect(matchMeasures(earlier, programmeOf('เผยแพร่คู่มือการปฏิบัติงาน', 'ทบทวนข้อร้องเรียน')).map(told)).toEqual([
      '1.1.2 → 1.1.1 moved',
      '1.1.2 added',
      '1.1.1 gone',
    ]);
  });

  it('are matched so that all pairs together are most alike', () => {
    // The first new text is nearer to the second old one, but then nothing would be left for the second new one.
    const earlier = programmeOf('เผยแพร่คู่มือการปฏิบัติงาน', 'เผยแพร่คู่มือการปฏิบัติงานของทุกหน่วยงานทางเว็บไซต์');
    const later = programmeOf('เผยแพร่คู่มือการปฏิบัติงานของทุกหน่วยงาน', 'การปฏิบัติงานของทุกหน่วยงานทางเว็บไซต์รายไตรมาส');
    expect(matchMeasures(earlier, later).map(told)).toEqual([
      expect.stringMatching(/^1\.1\.1 → 1\.1\.1 reworded 0\.\d\d ~1\.1\.2$/),
      expect.stringMatching(/^1\.1\.2 → 1\.1\.2 reworded/),
    ]);
  });

  it('are each told once, whatever was taken out, moved or reworded', () => {
    const texts = measuresOf(programme).map(({ measure }) => measure.text);
    const some = fc.array(
      fc
        .tuple(fc.constantFrom(...texts), fc.constantFrom('', ' ทุกไตรมาส', ' และรายงานผลให้ผู้บริหารทราบ'))
        .map((pair) => pair.join('')),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const [one, other] = [programmeOf(...before), programmeOf(...after)];
        const matches = matchMeasures(one, other);
        const keys = (side: 'earlier' | 'later') =>
          matches.flatMap((match) =>
            side in match ? [(match as Record<typeof side, { measure: Measure }>)[side].measure.key] : [],
          );
        expect(keys('later')).toEqual(after.map((_, index) => `1.1.${index + 1}`));
        expect(keys('earlier').toSorted()).toEqual(before.map((_, index) => `1.1.${index + 1}`).toSorted());
      }),
    );
  });
});

describe('the best pairs', () => {
  it('have the greatest sum that any pairs have', () => {
    const weight = fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
    );
    const matrix = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
      fc.record({
        columns: fc.constant(columns),
        weights: fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      }),
    );
    fc.assert(
      fc.property(matrix, ({ columns, weights }) => {
        const pairs = bestPairs(weights.length, columns, (row, column) => weights[row]![column]!);
        expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
        expect(pairs.every(([row, column]) => weights[row]![column]! > 0)).toBe(true);
        expect(pairs.reduce((sum, [row, column]) => sum + weights[row]![column]!, 0)).toBe(greatest(weights));
      }),
    );
  });
});

/** The greatest sum, by trying every choice. */
function greatest([first, ...rest]: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number {
  if (!first) return 0;
  const others = first.map((weight, column) =>
    taken.has(column) ? 0 : weight + greatest(rest, new Set([...taken, column])),
  );
  return Math.max(greatest(rest, taken), ...others);
}
