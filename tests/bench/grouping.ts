import { addResult, emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { scoreOf, type GroupingScore } from '../support/grouping-truth.ts';
import { asSubmissions, HARD, similarAnswers, USUAL, type Looseness } from '../support/similar-answers.ts';
import { programme, roster } from './filled-workbook.ts';
import { median, type Effort } from './race.ts';
import type { Result } from './result.ts';

const SETS: readonly { readonly name: string; readonly looseness: Looseness }[] = [
  { name: 'usual', looseness: USUAL },
  { name: 'hard', looseness: HARD },
];

/** Groups made-up answers of which it is known which say the same: how well, and how long it takes. */
export function benchGrouping({ rounds }: Effort): Promise<Result> {
  const measured = SETS.map(({ name, looseness }) => {
    const rows = Array.from({ length: rounds }, (_, seed) => score(seed, looseness));
    const of = (value: (row: (typeof rows)[number]) => number): number => median(rows.map(value));
    return {
      name,
      precision: of(({ precision }) => precision),
      recall: of(({ recall }) => recall),
      paragraphs: of(({ paragraphs, statements }) => paragraphs / statements),
      apart: of(({ answers, statements }) => answers / statements),
      lost: of(({ lostFacts }) => lostFacts.length),
      ms: of(({ ms }) => ms),
    };
  });
  const [usual] = measured;
  if (usual === undefined) throw new RangeError('no set of answers');
  return Promise.resolve({
    title: 'Group similar answers',
    note: '77 agencies and 59 measures, an answer each, in 5 to 8 phrasings a measure with typing errors, other orders and facts that differ; medians of several sets. The time is what a person waits for the consolidation of the answers, read and in memory. Pairs are pairs of answers to one measure.',
    tables: [
      {
        title: 'Answers of known truth',
        head: [
          '',
          'pairs rightly together',
          'pairs found',
          'paragraphs / statements',
          'ungrouped',
          'facts not printed',
          'ms',
        ],
        rows: measured.map(({ name, precision, recall, paragraphs, apart, lost, ms }) => [
          name,
          ...[precision, recall].map((share) => share.toFixed(4)),
          ...[paragraphs, apart].map((ratio) => `${ratio.toFixed(2)} ×`),
          String(lost),
          String(Math.round(ms)),
        ]),
      },
    ],
    charts: [],
    aims: [
      { name: 'pairs rightly together', value: usual.precision, limit: 0.99, kind: 'at-least', unit: '', isFirm: true },
      { name: 'pairs found', value: usual.recall, limit: 0.95, kind: 'at-least', unit: '', isFirm: true },
      { name: 'paragraphs / statements', value: usual.paragraphs, limit: 1.1, kind: 'at-most', unit: '×' },
      { name: 'facts not printed', value: usual.lost, limit: 0, kind: 'at-most', unit: '', isFirm: true },
      { name: 'time', value: usual.ms, limit: 1000, kind: 'at-most', unit: 'ms' },
    ],
  });
}

function score(seed: number, looseness: Looseness): GroupingScore & { readonly answers: number; readonly ms: number } {
  const answers = similarAnswers(programme, roster, seed, looseness);
  const state = addResult(emptyConsolidation(programme, roster), { submissions: asSubmissions(answers), problems: [] });
  const start = performance.now();
  const consolidation = finish(state, { grouping: true });
  const ms = performance.now() - start;
  return { ...scoreOf(consolidation, answers), answers: answers.length, ms };
}
