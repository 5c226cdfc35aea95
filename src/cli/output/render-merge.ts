import { listPhrase } from '../../domain/messages/facts.ts';
import { describeMeasure, wordsOf, type Telling } from '../../domain/messages/message.ts';
import { REVIEW_SHEET } from '../../domain/master/sheet-names.ts';
import type { MasterMerge } from '../../usecases/merge-master.ts';
import type { Messages } from './messages.ts';

/** What a consolidation did with the edited master at its path. */
interface MergeReport {
  readonly path: string;
  readonly isWritten: boolean;
  readonly merge?: MasterMerge;
  readonly backup?: string;
  readonly telling: Telling;
}

/** What was merged or would be, with the paragraphs that go (−) and come (+) by measure for a preview; empty for a new master. */
export function mergeText({ path, isWritten, merge, backup, telling }: MergeReport, voice: Messages): string {
  if (merge === undefined) return isWritten ? '' : voice.line('would-write', { path });
  if (merge.kind === 'same') return voice.line('master-same', { path });
  const { changes, merged, ownSheets } = merge;
  const count = changes.length;
  const review = merged.review.length + merged.unplaced.length;
  const reviewLine = backup === undefined ? 'would-review' : 'master-review';
  const toReview = review === 0 ? [] : [voice.line(reviewLine, { count: review, sheet: REVIEW_SHEET })];
  if (backup === undefined) {
    const lines = changes.flatMap(({ measure, gone, come }) => [
      `@ ${describeMeasure(measure, voice.language, telling)}`,
      ...gone.map((text) => signed('-', text)),
      ...come.map((text) => signed('+', text)),
    ]);
    return [...lines, voice.line('would-merge', { path, count }), ...toReview].join('\n');
  }
  const sheets =
    ownSheets.length === 0
      ? []
      : [voice.line('own-sheets', { sheets: listPhrase(ownSheets, wordsOf(voice.language)), backup })];
  return [voice.line('master-merged', { count, backup }), ...toReview, ...sheets].join('\n');
}

function signed(sign: string, text: string): string {
  return text
    .split('\n')
    .map((line) => `${sign} ${line}`)
    .join('\n');
}

/** The same for programs; null where there was no edited master. */
export function mergeJson({ merge }: Pick<MergeReport, 'merge'>): unknown {
  if (merge === undefined) return null;
  if (merge.kind === 'same') return { kind: 'same' };
  const { changes, merged, ownSheets } = merge;
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
  };
}
