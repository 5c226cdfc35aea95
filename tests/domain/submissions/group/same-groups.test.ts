import fc from 'fast-check';
import { builtInProgramme } from '../../../../src/domain/programme/catalogue.ts';
import { agreementOf } from '../../../../src/domain/submissions/group/compare-statements.ts';
import { factsIn } from '../../../../src/domain/submissions/group/facts.ts';
import { groupStatements } from '../../../../src/domain/submissions/group/group-statements.ts';
import { decisiveWords, maskedText } from '../../../../src/domain/submissions/group/likeness.ts';
import { WordFinder } from '../../../../src/domain/submissions/group/tokens.ts';
import type { Statement } from '../../../../src/domain/submissions/group/statement.ts';
import { HARD, similarAnswers, USUAL } from '../../../support/similar-answers.ts';

const { programme, roster } = builtInProgramme(2565)!;
const WORDS = new Intl.Segmenter('th', { granularity: 'word' });

/** The words of a text; blanks are none. */
const segments = (text: string): readonly string[] =>
  Array.from(WORDS.segment(text), ({ segment }) => segment).filter((segment) => segment.trim() !== '');
const isWord = (word: string): boolean => word === 'ประชาชน';
const sizeOf = (statements: readonly Statement[]): number =>
  statements.reduce((total, { speakers }) => total + speakers.size, 0);

/** Distinct 3-grams as texts. */
function gramsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
}

/** The groups as {@link groupStatements} documents them, without anything that only saves time: the centre first. */
function plainGroups(statements: readonly Statement[]): readonly (readonly string[])[] {
  const finder = new WordFinder();
  const looked = statements.map((statement, index) => {
    const facts = factsIn(statement.text, roster, statement.speakers);
    const masked = maskedText(statement.text, facts, 0);
    const words = finder.wordsOf(statement.text, facts, 0);
    return { statement, index, words, grams: gramsOf(masked), decisive: decisiveWords(masked) };
  });
  type Looked = (typeof looked)[number];
  const alikeness = (one: Looked, other: Looked): number => {
    const shared = [...one.grams].filter((gram) => other.grams.has(gram)).length;
    const found = shared / (one.grams.size + other.grams.size - shared);
    const isCompared = one !== other && one.decisive === other.decisive && one.grams.size > 14 && other.grams.size > 14;
    return isCompared && found >= 0.5 ? found : 0;
  };
  const near = new Map(
    looked.map((one) => [
      one,
      looked
        .map((other) => ({ other, found: alikeness(one, other) }))
        .filter(({ found }) => found > 0)
        .sort((a, b) => b.found - a.found || a.other.index - b.other.index),
    ]),
  );
  const free = new Set(looked.filter((one) => near.get(one)!.length > 0));
  const writers = new Map<string, number>();
  for (const { words, statement } of free) {
    for (const key of new Set(words.tokens.map((token) => token.key)))
      writers.set(key, (writers.get(key) ?? 0) + statement.speakers.size);
  }
  const writersOf = (word: string): number => (isWord(word) ? Infinity : (writers.get(word) ?? 0));
  const around = (centre: Looked): readonly Looked[] => {
    const speakers = new Set(centre.statement.speakers);
    return near.get(centre)!.flatMap(({ other }) => {
      const own = [...other.statement.speakers];
      if (!free.has(other) || own.some((speaker) => speakers.has(speaker))) return [];
      if (agreementOf(centre.words, other.words, writersOf) === undefined) return [];
      own.forEach((speaker) => speakers.add(speaker));
      return other;
    });
  };
  const groups: (readonly string[])[] = [];
  const spent = new Set<Looked>();
  for (;;) {
    const central = [...free]
      .filter((one) => !spent.has(one))
      .map((one) => {
        const others = near.get(one)!.filter(({ other }) => free.has(other));
        const weight = others.reduce((sum, { other, found }) => sum + found * other.statement.speakers.size, 0);
        return { one, weight: weight > 0 ? weight + one.statement.speakers.size : 0 };
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.one.index - b.one.index)
      .map(({ one }) => one);
    const [first] = central;
    if (first === undefined) return groups;
    const beside = central.slice(1).filter((one) => near.get(first)!.some(({ other }) => other === one));
    const tried = [first, ...beside.slice(0, 3)].map((centre) => ({ centre, found: around(centre) }));
    const best = tried.reduce((one, other) =>
      sizeOf(other.found.map(({ statement }) => statement)) > sizeOf(one.found.map(({ statement }) => statement))
        ? other
        : one,
    );
    if (best.found.length === 0) {
      spent.add(first);
      continue;
    }
    for (const one of [best.centre, ...best.found]) free.delete(one);
    const members = best.found.toSorted((one, other) => one.index - other.index);
    groups.push([best.centre, ...members].map(({ statement }) => statement.text));
  }
}

const set = fc
  .record({ seed: fc.nat(), looseness: fc.constantFrom(USUAL, HARD), measures: fc.constantFrom('1.1.1', '2.1.1') })
  .map(({ seed, looseness, measures }) => {
    const answers = similarAnswers(programme, roster, seed, looseness).filter(({ measure }) => measure === measures);
    const byText = new Map<string, Statement>();
    for (const { text, agency } of answers) {
      const speakers = new Set([...(byText.get(text)?.speakers ?? []), agency]);
      byText.set(text, { text, speakers, sources: [] });
    }
    return [...byText.values()];
  });

describe('what makes grouping fast', () => {
  it('changes no group', () => {
    fc.assert(
      fc.property(set, (statements) => {
        const groups = groupStatements(roster, statements, isWord, new Map());
        const texts = groups.map(({ centre, members }) => [centre, ...members.map((each) => each.statement)]);
        expect(texts.map((all) => all.map(({ text }) => text))).toEqual(plainGroups(statements));
      }),
      { numRuns: 6 },
    );
  });

  it('changes no word: one ends at every blank', () => {
    fc.assert(
      fc.property(set, (statements) => {
        for (const { text } of statements) {
          const pieces = text.split(/(?<= )/);
          expect(pieces.flatMap(segments)).toEqual(segments(text));
        }
      }),
      { numRuns: 6 },
    );
  });
});
