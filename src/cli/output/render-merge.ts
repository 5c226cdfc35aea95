import { listPhrase } from '../../domain/messages/facts.ts';
import { excerpt } from '../../domain/messages/excerpt.ts';
import { describeMeasure, wordsOf, type MessageContext } from '../../domain/messages/message.ts';
import type { ChangeKind, ParagraphChange } from '../../domain/master/merge/outcomes.ts';
import { REVIEW_SHEET } from '../../domain/master/sheet-names.ts';
import { groupBy } from '../../domain/text/group-by.ts';
import { wordsIn } from '../../domain/text/segments.ts';
import type { MasterMerge } from '../../usecases/merge-master.ts';
import type { Messages } from './messages.ts';
import { printable } from './printable.ts';

type Merged = Extract<MasterMerge, { readonly kind: 'merged' }>;

/** What a consolidation did with the edited master at its path. */
interface MergeReport {
  readonly path: string;
  readonly isWritten: boolean;
  readonly merge?: MasterMerge;
  readonly backup?: string;
  readonly context: MessageContext;
}

/** What was merged or would be, for a preview with the changes; empty for a new master. */
export function mergeText(report: MergeReport, voice: Messages): string {
  const { path, isWritten, merge, backup } = report;
  if (merge === undefined) return isWritten ? '' : voice.line('would-write', { path });
  if (merge.kind === 'same') return voice.line('master-same', { path });
  const { changes, merged, ownSheets, front } = merge;
  const count = changes.length;
  const review = merged.review.length + merged.unplaced.length;
  const reviewLine = backup === undefined ? 'would-review' : 'master-review';
  const toReview = review === 0 ? [] : [voice.line(reviewLine, { count: review, sheet: REVIEW_SHEET })];
  const frontLine = front === undefined ? [] : [voice.line(`merge-front-${front}`)];
  if (backup === undefined) {
    const kinds = merged.changes.length === 0 ? [] : [voice.line('would-differ', countKinds(merged.changes))];
    return [
      voice.line('would-merge', { path, count }),
      ...toReview,
      ...frontLine,
      ...kinds,
      ...changeLines(merge, report, voice),
    ].join('\n');
  }
  const sheets =
    ownSheets.length === 0
      ? []
      : [voice.line('own-sheets', { sheets: listPhrase(ownSheets, wordsOf(voice.language)), backup })];
  return [voice.line('master-merged', { count, backup }), ...toReview, ...frontLine, ...sheets].join('\n');
}

/** What meets an edit: somebody has to look at it. */
const CONFLICTS: ReadonlySet<ChangeKind> = new Set(['merged', 'met', 'withdrawn', 'back']);

function countKinds(changes: readonly ParagraphChange[]): Record<'conflicts' | 'added' | 'changed' | 'gone', number> {
  const count = (is: (kind: ChangeKind) => boolean): number => changes.filter(({ kind }) => is(kind)).length;
  return {
    conflicts: count((kind) => CONFLICTS.has(kind)),
    added: count((kind) => kind === 'added'),
    changed: count((kind) => kind === 'changed'),
    gone: count((kind) => kind === 'gone'),
  };
}

/** Most paragraphs to show; the rest is counted. */
const SHOWN = 40;

/** The first paragraphs that go (−) and come (+) by measure, those of measures where something meets an edit before the others. */
function changeLines({ changes, merged }: Merged, { context }: MergeReport, voice: Messages): readonly string[] {
  const met = new Set(merged.changes.flatMap(({ kind, measure }) => (CONFLICTS.has(kind) ? [measure] : [])));
  const inOrder = [true, false].flatMap((is) => changes.filter(({ measure }) => met.has(measure) === is));
  const paragraphs = inOrder.flatMap(({ measure, gone, come }) => [
    ...gone.map((text) => ({ measure, sign: '-', text })),
    ...come.map((text) => ({ measure, sign: '+', text })),
  ]);
  const differences = differencesIn(merged.changes);
  const lines = [...groupBy(paragraphs.slice(0, SHOWN), ({ measure }) => measure)].flatMap(([measure, its]) => [
    `@ ${describeMeasure(measure, voice.language, context)}`,
    ...its.map(({ sign, text }) => signed(sign, shownText(text, differences.get(text) ?? 0))),
  ]);
  const rest = paragraphs.length - SHOWN;
  return rest > 0 ? [...lines, voice.line('more-problems', { count: rest })] : lines;
}

/** Where each of two versions of a paragraph begins to differ from the other, by their texts. */
function differencesIn(changes: readonly ParagraphChange[]): ReadonlyMap<string, number> {
  return new Map(
    changes.flatMap(({ ours, result }) => {
      if (ours === undefined || result === undefined) return [];
      let at = 0;
      while (at < ours.length && ours.charAt(at) === result.charAt(at)) at += 1;
      return [[ours, at] as const, [result, at] as const];
    }),
  );
}

/** Most characters of a paragraph that is shown as a whole. */
const WHOLE = 400;

/** Most graphemes that are shown of the beginning of a longer one, and from shortly before the difference on. */
const [BEGINNING, PASSAGE] = [60, 240];

/** Characters before a difference that are shown with it, or a few more, up to where a word begins. */
const BEFORE = 40;

/** A paragraph or, of a long one, how it begins and where it differs. */
function shownText(text: string, differsAt: number): string {
  if (text.length <= WHOLE) return text;
  const wanted = differsAt - BEFORE;
  let from = 0;
  for (const word of wordsIn(text)) {
    if (from + word.length > wanted) break;
    from += word.length;
  }
  const passage = excerpt(text.slice(from), PASSAGE);
  return from <= BEGINNING ? excerpt(text, BEGINNING + PASSAGE) : `${excerpt(text, BEGINNING)} ${passage}`;
}

function signed(sign: string, text: string): string {
  return printable(text)
    .split('\n')
    .map((line) => `${sign} ${line}`)
    .join('\n');
}

/** The same for programs; null where there was no edited master. */
export function mergeJson({ merge }: Pick<MergeReport, 'merge'>): unknown {
  if (merge === undefined) return null;
  if (merge.kind === 'same') return { kind: 'same' };
  const { changes, merged, ownSheets, front = null } = merge;
  return {
    kind: 'merged',
    changes,
    differences: merged.changes,
    review: merged.review,
    beside: merged.unplaced.map(({ text, measure = null, location }) => ({ text, measure, ...location })),
    states: [...merged.measures].flatMap(([measure, paragraphs]) =>
      paragraphs.flatMap(({ text, state }) => (state === undefined ? [] : [{ measure, state, text }])),
    ),
    ownSheets,
    front,
  };
}
