import fc from 'fast-check';
import { changedWords, compareWords, mergeWords } from '../../../src/domain/master/merge/merge-words.ts';
import { mergeMeasure, type MergedMeasure } from '../../../src/domain/master/merge/merge-measure.ts';
import type { ChosenSides, Side } from '../../../src/domain/master/merge/outcomes.ts';
import { STATE_WORDS } from '../../../src/domain/master/merge/states.ts';
import type { ReportParagraph } from '../../../src/domain/master/report.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import type { Source } from '../../../src/domain/submissions/consolidation.ts';
import { wordsIn } from '../../../src/domain/text/segments.ts';

const RUNS = Number(process.env.ITA_PROPERTY_RUNS ?? 400);
const measure = '1.1.1' as MeasureKey;

interface Generated {
  readonly text: string;
  readonly sources: readonly Source[];
}

function generated(text: string, ...agencies: readonly string[]): Generated {
  return { text, sources: agencies.map((agency) => source(agency)) };
}

function source(agency: string): Source {
  return { agency: agency as AgencyCode, file: `${agency}.xlsx`, sheet: 'แบบ', cell: { row: 5, column: 5 } };
}

/** Paragraphs as they stand on the sheet. */
function standing(paragraphs: readonly (Generated & { readonly state?: string })[]): readonly ReportParagraph[] {
  return paragraphs.map((each, row) => ({ ...each, location: { sheet: 'แผ่น', row, column: 3 } }));
}

function merge(
  base: readonly Generated[],
  ours: readonly Generated[],
  theirs: readonly Generated[],
  sides?: ChosenSides,
): MergedMeasure {
  return mergeMeasure(base, { measure, paragraphs: standing(ours) }, theirs, sides);
}

/** The merge where somebody chose for each difference that it has, by its place among them. */
function chosen(
  base: readonly Generated[],
  ours: readonly Generated[],
  theirs: readonly Generated[],
  sideOf: (index: number) => Side | undefined,
): MergedMeasure {
  const sides = merge(base, ours, theirs).changes.flatMap(({ id }, index) => {
    const side = sideOf(index);
    return side === undefined ? [] : [[id, side] as const];
  });
  return merge(base, ours, theirs, new Map(sides));
}

function shown({ paragraphs }: MergedMeasure): readonly string[] {
  return paragraphs.map(({ text, state }) => (state === undefined ? text : `[${state}] ${text}`));
}

describe('merging words', () => {
  it('takes an inserted word and a changed number together', () => {
    const base = 'สำนักงานเขตมีหนังสือเวียนแจ้ง ๗๗ แห่ง';
    expect(mergeWords(base, `ได้${base}`, base.replace('๗๗', '๗๘'))).toBe('ได้สำนักงานเขตมีหนังสือเวียนแจ้ง ๗๘ แห่ง');
  });

  it('does not decide where both changed the same words', () => {
    expect(mergeWords('อบรม ๒๕ คน', 'อบรม ๓๐ คน', 'อบรม ๔๐ คน')).toBeUndefined();
  });

  it('tells the words that changed', () => {
    expect(changedWords('อบรม ๒๕ คน', 'อบรม ๓๐ คน')).toEqual({ gone: ['๒๕'], come: ['๓๐'] });
  });

  it('compares two texts as one row of stretches that gives both back', () => {
    expect(compareWords('อบรม ๒๕ คน', 'อบรม ๓๐ คน')).toEqual([
      { kind: 'same', text: 'อบรม ' },
      { kind: 'gone', text: '๒๕' },
      { kind: 'come', text: '๓๐' },
      { kind: 'same', text: ' คน' },
    ]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const stretches = compareWords(before, after);
        const without = (kind: string): string =>
          stretches.flatMap((each) => (each.kind === kind ? [] : [each.text])).join('');
        expect([without('come'), without('gone')]).toEqual([before, after]);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the one text where only one changed, and the same where both changed alike', () => {
    const text = fc
      .array(fc.constantFrom('อบรม', ' ', '๒๕', 'คน', 'แล้ว', '\n'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeWords(base, base, other)).toBe(other);
        expect(mergeWords(base, other, base)).toBe(other);
        expect(mergeWords(base, other, other)).toBe(other);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('merging a measure', () => {
  const base = [generated('กองคลัง : อบรม ๒๕ คน', '02'), generated('กองช่าง : ประกาศแล้ว', '03')];
  const [first, second] = base as [Generated, Generated];
  const edited = { ...first, text: 'กองคลัง : ได้จัดอบรม ๒๕ คน' };

  it('keeps an edit as long as its source is the same', () => {
    expect(shown(merge(base, [edited, second], base))).toEqual([`[edited] ${edited.text}`, second.text]);
  });

  it('takes a changed number over into an edited paragraph, and lists it', () => {
    const now = generated('กองคลัง : อบรม ๓๐ คน', '02');
    const merged = merge(base, [edited, second], [now, second]);
    expect(shown(merged)).toEqual(['[review] กองคลัง : ได้จัดอบรม ๓๐ คน', second.text]);
    expect(merged.review).toEqual([
      {
        kind: 'merged',
        measure,
        ours: 'กองคลัง : ได้จัดอบรม ๓๐ คน',
        base: first.text,
        theirs: now.text,
        changed: { gone: ['๒๕'], come: ['๓๐'] },
      },
    ]);
  });

  it('keeps the edit where it meets the change, and shows what is new beside it', () => {
    const own = { ...first, text: 'กองคลัง : อบรม ๒๖ คน' };
    const now = generated('กองคลัง : อบรม ๓๐ คน', '02');
    const merged = merge(base, [own, second], [now, second]);
    expect(shown(merged)[0]).toBe(`[review] ${own.text}`);
    expect(merged.review).toMatchObject([{ kind: 'met', ours: own.text, theirs: now.text }]);
  });

  it('keeps an edit whose source is gone, and lets what nobody edited go', () => {
    expect(shown(merge(base, [edited, second], []))).toEqual([`[withdrawn] ${edited.text}`]);
    expect(merge(base, [edited, second], []).review.map(({ kind }) => kind)).toEqual(['withdrawn', 'gone']);
  });

  it('keeps an edit whose source was gone and is back, and shows beside it what the source says', () => {
    const own = { ...edited, state: STATE_WORDS.withdrawn };
    const back = merge([second], [own, second], base);
    expect(shown(back)).toEqual([`[review] ${edited.text}`, second.text]);
    expect(back.review).toMatchObject([{ kind: 'met', ours: edited.text, theirs: first.text }]);
    const asItWas = { ...first, state: STATE_WORDS.withdrawn };
    expect(shown(merge([second], [asItWas, second], base))).toEqual([first.text, second.text]);
  });

  it('leaves a deleted paragraph away unless its source changed', () => {
    expect(shown(merge(base, [second], base))).toEqual([second.text]);
    expect(merge(base, [second], base).review).toMatchObject([{ kind: 'deleted', theirs: first.text }]);
    const now = generated('กองคลัง : อบรม ๓๐ คน', '02');
    expect(shown(merge(base, [second], [now, second]))).toEqual([`[review] ${now.text}`, second.text]);
  });

  it('keeps the order that the office set, and its own rows; a new paragraph goes behind its neighbour', () => {
    const own = generated('ภาพรวม');
    const late = generated('โรงเรียน : อบรมแล้ว', '11');
    expect(shown(merge(base, [second, own, first], [first, late, second]))).toEqual([
      second.text,
      '[added] ภาพรวม',
      first.text,
      late.text,
    ]);
  });

  it('keeps the state that the office chose', () => {
    const own = { ...edited, state: STATE_WORDS.accepted };
    expect(shown(merge(base, [own, second], base))[0]).toBe(`[accepted] ${edited.text}`);
    const asGenerated = { ...first, state: STATE_WORDS.accepted };
    expect(shown(merge(base, [asGenerated, second], base))[0]).toBe(`[accepted] ${first.text}`);
  });
});

describe('accepting and refusing', () => {
  const base = [generated('กองคลัง : อบรม ๒๕ คน', '02'), generated('กองช่าง : ประกาศแล้ว', '03')];
  const [first, second] = base as [Generated, Generated];
  const now = generated('กองคลัง : อบรม ๓๐ คน', '02');
  const late = generated('โรงเรียน : อบรมแล้ว', '11');
  const edited = { ...first, text: 'กองคลัง : ได้จัดอบรม ๒๕ คน' };
  const met = { ...first, text: 'กองคลัง : อบรม ๒๖ คน' };

  it.each([
    ['added', base, [...base, late], '', ['refused', undefined, late.text]],
    ['changed', base, [now, second], '[edited] ', ['refused', first.text, now.text]],
    ['merged', [edited, second], [now, second], '[edited] ', ['refused', edited.text, now.text]],
    ['met', [met, second], [now, second], '[edited] ', ['refused', met.text, now.text]],
    ['gone', base, [second], '[withdrawn] ', ['refused', first.text, undefined]],
    ['withdrawn', [edited, second], [second], '[withdrawn] ', ['refused', edited.text, undefined]],
  ] as const)('of a paragraph whose change is “%s”, the text of the report stays', (kind, ours, theirs, mark, item) => {
    const merged = chosen(base, ours, theirs, () => 'ours');
    expect(merged.changes.map((change) => change.kind)).toEqual([kind]);
    expect(shown(merged)).toEqual([`${mark}${ours[0].text}`, second.text]);
    expect(merged.review.map((each) => [each.kind, each.ours, each.theirs])).toEqual([item]);
  });

  it.each([
    ['merged', [edited, second], [now, second], `[accepted] ${now.text}`, edited.text],
    ['met', [met, second], [now, second], `[accepted] ${now.text}`, met.text],
    ['withdrawn', [edited, second], [second], undefined, edited.text],
  ] as const)(
    'of an edited paragraph whose change is “%s”, the text of the answers',
    (kind, ours, theirs, line, own) => {
      const merged = chosen(base, ours, theirs, () => 'theirs');
      expect(merged.changes).toMatchObject([{ kind, ours: own }]);
      expect(shown(merged)).toEqual(line === undefined ? [second.text] : [line, second.text]);
      expect(merged.review).toMatchObject([{ kind: 'accepted', ours: own }]);
    },
  );

  it('of a deleted paragraph that comes back, whether it does', () => {
    const sides = (side: Side) => chosen(base, [second], [now, second], () => side);
    expect(sides('theirs').changes.map(({ kind }) => kind)).toEqual(['back']);
    expect(shown(sides('theirs'))).toEqual([`[accepted] ${now.text}`, second.text]);
    expect(shown(sides('ours'))).toEqual([second.text]);
    expect(sides('ours').review).toMatchObject([{ kind: 'refused', base: first.text, theirs: now.text }]);
  });

  it('tells for each difference what stands where and what will', () => {
    expect(merge(base, [edited, second], [now, second]).changes).toMatchObject([
      { ours: edited.text, base: first.text, theirs: now.text, result: 'กองคลัง : ได้จัดอบรม ๓๐ คน' },
    ]);
    expect(merge(base, base, base).changes).toEqual([]);
  });

  it('is forgotten where the report was edited in the meantime', () => {
    const sides = new Map(
      merge(base, [edited, second], [now, second]).changes.map(({ id }) => [id, 'theirs'] as const),
    );
    expect(shown(merge(base, [met, second], [now, second], sides))[0]).toBe(`[review] ${met.text}`);
  });
});

const word = fc.constantFrom('อบรม', 'ประกาศ', '๒๕', '๓๐', 'คน', 'แล้ว', 'ทุกฝ่าย', '17 ก.พ. 65');
const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const paragraph = fc.record({
  text: sentence,
  agencies: fc.uniqueArray(fc.constantFrom('02', '03', '11'), { minLength: 1, maxLength: 3 }),
});
/** What one measure says: each text once, as a consolidation gives it. */
const said = fc
  .uniqueArray(paragraph, { maxLength: 5, selector: ({ text }) => text })
  .map((all) => all.map(({ text, agencies }) => generated(text, ...agencies)));
/** What an editor does: edits, deletes, moves and inserts. */
const edits = fc.array(
  fc.record({ kind: fc.constantFrom('edit', 'delete', 'move', 'insert'), at: fc.nat(20), words: sentence }),
  { maxLength: 4 },
);

function editedBy(
  base: readonly Generated[],
  steps: readonly { kind: string; at: number; words: string }[],
): Generated[] {
  const rows = [...base];
  for (const { kind, at, words } of steps) {
    const index = at % (rows.length + 1);
    const row = rows[index];
    if (kind === 'insert') rows.splice(index, 0, generated(`ของผู้รวบรวม ${words}`));
    else if (row && kind === 'edit') rows[index] = { ...row, text: `เดิมว่า ${row.text} และ ${words}` };
    else if (row) {
      rows.splice(index, 1);
      if (kind === 'move') rows.push(row);
    }
  }
  return rows;
}

describe('laws of merging', () => {
  it('without an edit, the result is what a fresh consolidation gives', () => {
    fc.assert(
      fc.property(said, said, (base, theirs) => {
        expect(shown(merge(base, base, theirs))).toEqual(theirs.map(({ text }) => text));
      }),
      { numRuns: RUNS },
    );
  });

  it('without a new answer, the edited report comes back', () => {
    fc.assert(
      fc.property(said, edits, (base, steps) => {
        const ours = editedBy(base, steps);
        expect(merge(base, ours, base).paragraphs.map(({ text }) => text)).toEqual(ours.map(({ text }) => text));
      }),
      { numRuns: RUNS },
    );
  });

  it('merging twice changes nothing', () => {
    fc.assert(
      fc.property(said, edits, said, (base, steps, theirs) => {
        const once = merge(base, editedBy(base, steps), theirs);
        const read = once.paragraphs.map(({ text, sources, state }) => ({
          text,
          // The sheet tells no sources of a row that has none.
          sources,
          ...(state === undefined ? {} : { state: STATE_WORDS[state] }),
        }));
        expect(shown(merge(theirs, read, theirs)).map(textOf)).toEqual(shown(once).map(textOf));
      }),
      { numRuns: RUNS },
    );
  });

  it('no word of an editor and no word of an agency is lost', () => {
    fc.assert(
      fc.property(said, edits, said, (base, steps, theirs) => {
        const ours = editedBy(base, steps);
        const merged = merge(base, ours, theirs);
        const report = merged.paragraphs.map(({ text }) => text);
        const list = merged.review.flatMap((item) => [item.ours ?? '', item.base ?? '', item.theirs ?? '']);
        const told = new Set([...report, ...list].flatMap(wordsIn));
        // What nobody edited is replaced by what its agencies say today.
        const byEditor = ours.filter(({ text }) => !base.some((was) => was.text === text));
        const written = [...byEditor, ...theirs].flatMap(({ text }) => wordsIn(text));
        expect(written.filter((each) => !told.has(each))).toEqual([]);
        const everywhere = [...report, ...list];
        // What an agency says as before is in the editor's hands already.
        const isNew = ({ text }: Generated): boolean => !base.some((was) => was.text === text);
        expect(theirs.filter((now) => isNew(now) && !everywhere.includes(now.text))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

const anySide = fc.constantFrom<Side | undefined>('ours', 'theirs', undefined);

describe('laws of accepting and refusing', () => {
  it('with all refused, the edited report stays as it was, and the list has every new text', () => {
    fc.assert(
      fc.property(said, edits, said, (base, steps, theirs) => {
        const ours = editedBy(base, steps);
        const merged = chosen(base, ours, theirs, () => 'ours');
        expect(merged.paragraphs.map(({ text }) => text)).toEqual(ours.map(({ text }) => text));
        const told = [...ours.map(({ text }) => text), ...merged.review.map((item) => item.theirs)];
        const isNew = ({ text }: Generated): boolean => !base.some((was) => was.text === text);
        expect(theirs.filter((now) => isNew(now) && !told.includes(now.text))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('with all accepted, every text of the answers that differs stands, and the list has what it replaced', () => {
    fc.assert(
      fc.property(said, edits, said, (base, steps, theirs) => {
        const ours = editedBy(base, steps);
        const merged = chosen(base, ours, theirs, () => 'theirs');
        const report = merged.paragraphs.map(({ text }) => text);
        for (const change of merged.changes) expect(change.result).toBe(change.theirs);
        const accepted = merged.changes.flatMap((change) => change.theirs ?? []);
        expect(report).toEqual(expect.arrayContaining(accepted));
        const told = [...report, ...merged.review.flatMap((item) => [item.ours, item.base])];
        const byEditor = ours.filter(({ text }) => !base.some((was) => was.text === text));
        expect(byEditor.filter(({ text }) => !told.includes(text))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('however somebody chose, no text of an editor or an agency is lost, and merging again changes nothing', () => {
    fc.assert(
      fc.property(
        said,
        edits,
        said,
        fc.array(anySide, { minLength: 12, maxLength: 12 }),
        (base, steps, theirs, all) => {
          const ours = editedBy(base, steps);
          const once = chosen(base, ours, theirs, (index) => all[index]);
          const report = once.paragraphs.map(({ text }) => text);
          const list = once.review.flatMap((item) => [item.ours ?? '', item.base ?? '', item.theirs ?? '']);
          const told = new Set([...report, ...list].flatMap(wordsIn));
          const byEditor = ours.filter(({ text }) => !base.some((was) => was.text === text));
          const written = [...byEditor, ...theirs].flatMap(({ text }) => wordsIn(text));
          expect(written.filter((each) => !told.has(each))).toEqual([]);
          const read = once.paragraphs.map(({ text, sources, state }) => ({
            text,
            sources,
            ...(state === undefined ? {} : { state: STATE_WORDS[state] }),
          }));
          expect(merge(theirs, read, theirs).paragraphs.map(({ text }) => text)).toEqual(report);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('the ids of a measure differ from each other, and do not depend on what was chosen', () => {
    fc.assert(
      fc.property(said, edits, said, anySide, (base, steps, theirs, side) => {
        const ours = editedBy(base, steps);
        const ids = merge(base, ours, theirs).changes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(chosen(base, ours, theirs, () => side).changes.map(({ id }) => id)).toEqual(ids);
      }),
      { numRuns: RUNS },
    );
  });
});

function textOf(line: string): string {
  return line.replace(/^\[\w+\] /, '');
}
