import type { MeasureKey } from '../../programme/programme.ts';
import type { ReportMeasure, ReportParagraph } from '../report.ts';
import { changedWords, mergeWords } from './merge-words.ts';
import { pairParagraphs, type Sourced } from './pair-paragraphs.ts';
import { stateOf, type ParagraphState } from './states.ts';

/** A paragraph of the merged report. */
export interface MergedParagraph extends Sourced {
  /** Absent where it is as it was generated. */
  readonly state?: ParagraphState;
  /** The paragraph of the edited report that it goes on from. */
  readonly from?: ReportParagraph;
}

/**
 * Why somebody has to look at a paragraph: its source changed and the edit was merged with that (`merged`) or met it
 * (`met`); its source is gone, and the edited text stays (`withdrawn`) or the generated one went (`gone`); it was deleted and
 * stays away (`deleted`), or is back because its source changed (`back`).
 */
export type ReviewKind = 'merged' | 'met' | 'withdrawn' | 'gone' | 'deleted' | 'back';

/** A paragraph that somebody has to look at; each text is absent where there is none. */
export interface ReviewItem {
  readonly kind: ReviewKind;
  readonly measure: MeasureKey;
  /** As it stands in the merged report, or stood in the edited one. */
  readonly ours?: string;
  /** As it was generated the last time. */
  readonly base?: string;
  /** As it is generated now. */
  readonly theirs?: string;
  /** Numbers, dates, names and all other words in which the source changed. */
  readonly changed?: { readonly gone: readonly string[]; readonly come: readonly string[] };
}

/** The merged paragraphs of a measure in their order. */
export interface MergedMeasure {
  readonly measure: MeasureKey;
  readonly paragraphs: readonly MergedParagraph[];
  readonly review: readonly ReviewItem[];
}

/** What becomes of a paragraph that was generated the last time, or is new. */
interface Outcome {
  readonly paragraph?: MergedParagraph;
  readonly review?: Omit<ReviewItem, 'measure'>;
}

/**
 * Merges a measure three ways: what was generated the last time (`base`), what stands in the edited report, and what is
 * generated now (`theirs`). Texts that nobody edited are replaced; an edited one keeps its wording, and takes over the words
 * that its source changed where the edit left them alone.
 */
export function mergeMeasure(
  base: readonly Sourced[],
  { measure, paragraphs: ours }: ReportMeasure,
  theirs: readonly Sourced[],
): MergedMeasure {
  const baseOf = pairParagraphs(ours, base, ({ state }) => !['added', 'withdrawn'].includes(stateOf(state) ?? ''));
  const oursOf = new Map(Array.from(baseOf, ([own, was]) => [was, own]));
  const theirsOf = pairParagraphs(base, theirs);
  const taken = new Set(theirsOf.values());
  const review: ReviewItem[] = [];
  const byTheirs = new Map<Sourced, MergedParagraph>();
  const byOurs = new Map<ReportParagraph, MergedParagraph>();
  for (const was of base) {
    const [own, now] = [oursOf.get(was), theirsOf.get(was)];
    const outcome = own ? ofKept(was, own, now) : ofDeleted(was, now);
    if (outcome.review) review.push({ measure, ...outcome.review });
    if (outcome.paragraph && now) byTheirs.set(now, outcome.paragraph);
    if (outcome.paragraph && own) byOurs.set(own, outcome.paragraph);
  }
  for (const own of ours) {
    if (baseOf.has(own)) continue;
    const { text, sources, state } = own;
    byOurs.set(own, { text, sources, state: stateOf(state) ?? 'added', from: own });
  }
  for (const now of theirs) if (!taken.has(now)) byTheirs.set(now, now);
  const placed = ours.flatMap((own) => byOurs.get(own) ?? []);
  const generated = theirs.flatMap((now) => byTheirs.get(now) ?? []);
  const order = ours.flatMap((own) => base.indexOf(baseOf.get(own) ?? own));
  const isSorted = isIncreasing(order.filter((index) => index >= 0));
  return { measure, paragraphs: isSorted ? weave(generated, placed) : weave(placed, generated), review };
}

function ofKept(was: Sourced, own: ReportParagraph, now: Sourced | undefined): Outcome {
  const isEdited = own.text !== was.text;
  const state = stateOf(own.state);
  if (now === undefined) {
    if (!isEdited) return { review: { kind: 'gone', base: was.text, ...(state && { ours: own.text }) } };
    const { text, sources } = own;
    return {
      paragraph: { text, sources, state: 'withdrawn', from: own },
      review: { kind: 'withdrawn', ours: text, base: was.text },
    };
  }
  const { sources } = now;
  if (was.text === now.text) {
    const kept = state ?? (isEdited ? 'edited' : undefined);
    const { isGroup } = now;
    return {
      paragraph: { text: own.text, sources, ...(kept && { state: kept }), ...(isGroup && { isGroup }), from: own },
    };
  }
  if (!isEdited || own.text === now.text) return { paragraph: { ...now, from: own } };
  const merged = mergeWords(was.text, own.text, now.text);
  const text = merged ?? own.text;
  const changed = changedWords(was.text, now.text);
  const kind = merged === undefined ? 'met' : 'merged';
  return {
    paragraph: { text, sources, state: 'review', from: own },
    review: { kind, ours: text, base: was.text, theirs: now.text, changed },
  };
}

function ofDeleted(was: Sourced, now: Sourced | undefined): Outcome {
  if (now === undefined) return { review: { kind: 'gone', base: was.text } };
  if (now.text === was.text) return { review: { kind: 'deleted', base: was.text, theirs: now.text } };
  const changed = changedWords(was.text, now.text);
  return {
    paragraph: { ...now, state: 'review' },
    review: { kind: 'back', ours: now.text, base: was.text, theirs: now.text, changed },
  };
}

function isIncreasing(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

/** The items of one order, and each other item behind the one that it follows in its own. */
function weave<Item>(order: readonly Item[], others: readonly Item[]): readonly Item[] {
  const known = new Set(order);
  const woven = [...order];
  let before: Item | undefined;
  for (const item of others) {
    if (!known.has(item)) woven.splice(before === undefined ? 0 : woven.indexOf(before) + 1, 0, item);
    before = item;
  }
  return woven;
}
