import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import { withNaming } from '../../src/domain/submissions/merge-paragraphs.ts';
import type { KnownAnswer } from './similar-answers.ts';

/** How well answers were grouped. */
export interface GroupingScore {
  /** Of pairs of answers that were put together, the share that say the same. */
  readonly precision: number;
  /** Of pairs of answers that say the same, the share that were put together. */
  readonly recall: number;
  readonly paragraphs: number;
  /** How many different statements the agencies made. */
  readonly statements: number;
  /** Facts of agencies that are not printed in their paragraph. */
  readonly lostFacts: readonly string[];
}

/** Compares the paragraphs of a consolidation with the truth about its answers, of which each agency gave one a measure. */
export function scoreOf({ measures }: Consolidation, answers: readonly KnownAnswer[]): GroupingScore {
  const known = new Map(answers.map((answer) => [`${answer.agency} ${answer.measure}`, answer]));
  const sizes = new Map<string, number>();
  for (const { statement } of answers) sizes.set(statement, (sizes.get(statement) ?? 0) + 1);
  let [together, right, paragraphs] = [0, 0, 0];
  const lostFacts: string[] = [];
  for (const { measure, paragraphs: printed } of measures) {
    for (const paragraph of printed) {
      paragraphs += 1;
      const members = paragraph.sources.map(({ agency }) => known.get(`${agency} ${measure}`)!);
      const line = withNaming(paragraph);
      lostFacts.push(...members.flatMap(({ facts }) => facts.filter((fact) => !line.includes(fact))));
      const inside = new Map<string, number>();
      for (const { statement } of members) inside.set(statement, (inside.get(statement) ?? 0) + 1);
      together += pairs(members.length);
      for (const count of inside.values()) right += pairs(count);
    }
  }
  const belong = [...sizes.values()].reduce((total, count) => total + pairs(count), 0);
  return { precision: right / together, recall: right / belong, paragraphs, statements: sizes.size, lostFacts };
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
