import type { MeasureKey } from '../../programme/programme.ts';
import type { ReportMeasure, ReportParagraph } from '../report.ts';
import {
  outcomeOf,
  type ChosenSides,
  type MergedParagraph,
  type Outcome,
  type ParagraphChange,
  type ReviewItem,
} from './outcomes.ts';
import { pairParagraphs, type Sourced } from './pair-paragraphs.ts';
import { canStandForAnswers, stateOf } from './states.ts';

/** A measure of the merged report. */
export interface MergedMeasure {
  readonly measure: MeasureKey;
  readonly paragraphs: readonly MergedParagraph[];
  readonly review: readonly ReviewItem[];
  /** The differences from the last time, which can be accepted or refused. */
  readonly changes: readonly ParagraphChange[];
}

/**
 * Three-way merge of a measure: the paragraphs generated the last time (`base`), those in the edited report, and those generated now
 * (`theirs`). Unedited paragraphs are replaced. An edited one keeps its wording, with those changes of its source that do not touch the
 * edit. `sides` overrides both.
 */
export function mergeMeasure(
  base: readonly Sourced[],
  { measure, paragraphs: ours }: ReportMeasure,
  theirs: readonly Sourced[],
  sides: ChosenSides = new Map(),
): MergedMeasure {
  const baseOf = pairParagraphs(ours, base, canStandForAnswers);
  const oursOf = new Map(Array.from(baseOf, ([own, was]) => [was, own]));
  const theirsOf = pairParagraphs(base, theirs);
  const taken = new Set(theirsOf.values());
  const outcomes: Outcome[] = [];
  const byTheirs = new Map<Sourced, MergedParagraph>();
  const byOurs = new Map<ReportParagraph, MergedParagraph>();
  for (const was of base) {
    const [own, now] = [oursOf.get(was), theirsOf.get(was)];
    const outcome = outcomeOf({ was, ...(own && { own }), ...(now && { now }) }, measure, sides);
    outcomes.push(outcome);
    if (outcome.paragraph && now) byTheirs.set(now, outcome.paragraph);
    if (outcome.paragraph && own) byOurs.set(own, outcome.paragraph);
  }
  const returned = pairParagraphs(
    ours.filter((own) => !baseOf.has(own) && stateOf(own.state) === 'withdrawn'),
    theirs.filter((now) => !taken.has(now)),
  );
  for (const own of ours) {
    const now = returned.get(own);
    if (now === undefined) continue;
    const outcome = outcomeOf({ own, was: NOTHING, now }, measure, sides);
    outcomes.push(outcome);
    taken.add(now);
    if (outcome.paragraph === undefined) continue;
    byTheirs.set(now, outcome.paragraph);
    byOurs.set(own, outcome.paragraph);
  }
  for (const own of ours) {
    if (baseOf.has(own) || returned.has(own)) continue;
    const { text, sources, state } = own;
    byOurs.set(own, { text, sources, state: stateOf(state) ?? 'added', from: own });
  }
  for (const now of theirs) {
    if (taken.has(now)) continue;
    const outcome = outcomeOf({ now }, measure, sides);
    outcomes.push(outcome);
    if (outcome.paragraph) byTheirs.set(now, outcome.paragraph);
  }
  const placed = ours.flatMap((own) => byOurs.get(own) ?? []);
  const generated = theirs.flatMap((now) => byTheirs.get(now) ?? []);
  const places = new Map(base.map((was, place) => [was, place]));
  const isSorted = isIncreasing(ours.flatMap((own) => places.get(baseOf.get(own) ?? own) ?? []));
  const isRefused = outcomes.some((outcome) => outcome.isRefused);
  return {
    measure,
    // Whoever refuses a change wants the report as it is, including its order.
    paragraphs: isSorted && !isRefused ? weave(generated, placed) : weave(placed, generated),
    review: outcomes.flatMap(({ review }) => (review ? [{ measure, ...review }] : [])),
    changes: outcomes.flatMap(({ change }) => change ?? []),
  };
}

/** The base of a paragraph whose source had been withdrawn and is back. */
const NOTHING: Sourced = { text: '', sources: [] };

function isIncreasing(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

/** Merges two lists: the items of `order`, with each further item of `others` after the item that it follows there. */
function weave<Item>(order: readonly Item[], others: readonly Item[]): readonly Item[] {
  const known = new Set(order);
  const first: Item[] = [];
  const behind = new Map<Item, Item[]>();
  let run = first;
  for (const item of others) {
    if (known.has(item)) behind.set(item, (run = []));
    else run.push(item);
  }
  return [...first, ...order.flatMap((item) => [item, ...(behind.get(item) ?? [])])];
}
