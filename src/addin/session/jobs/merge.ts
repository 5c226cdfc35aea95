import { continuesReport } from '../../../domain/master/merge/merge-report.ts';
import type { ChosenSides } from '../../../domain/master/merge/outcomes.ts';
import { masterFileName } from '../../../domain/master/plan/master-workbook.ts';
import { problemsOfUnread } from '../../../domain/master/decisions.ts';
import { possibleSheetNames, REVIEW_SHEET } from '../../../domain/master/sheet-names.ts';
import type { WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import type { WorkbookPlan } from '../../../domain/spreadsheet/plan.ts';
import { mergeMaster, type MasterMerge } from '../../../usecases/merge-master.ts';
import { planMasterAside } from '../../../usecases/plan-master.ts';
import { writtenByOffice } from '../../../usecases/written-by-office.ts';
import { notice, type Hint, type Notice } from '../notice.ts';
import type { CollectedAnswers, Job, OpenMerge } from '../session-state.ts';
import { sheetsPut } from './backup-sheets.ts';
import { hintsOfPictures } from './hints-of-pictures.ts';
import { yearToPut } from './year-to-put.ts';

type Merged = Extract<MasterMerge, { readonly kind: 'merged' }>;

/** The merge with a master that is open, where that could be read; undefined where there is nothing in it to merge with. */
export function mergeIntoOpen(
  content: WorkbookContent | undefined,
  { consolidation, pictures }: Pick<CollectedAnswers, 'consolidation' | 'pictures'>,
  sides?: ChosenSides,
): OpenMerge | undefined {
  const merge = content && mergeMaster(content, consolidation, sides, pictures);
  if (merge === undefined) return { kind: 'impossible' };
  return merge.kind === 'merged' && !continuesReport(merge.merged) ? undefined : merge;
}

/**
 * Merges the answers that were read into the report that is open: its sheets are replaced, or on a page the merged report is
 * saved as a file. Where the report was edited since the changes were shown, they are shown again, and nothing is written.
 */
export async function putMerged(job: Job, sides: ChosenSides): Promise<Notice> {
  const { ports, state, set } = job;
  const { collection } = state();
  if (collection?.kind !== 'read') return notice('nothing-collected');
  const { answers } = collection;
  const { consolidation, findings, pictures } = answers;
  const content = await ports.workbook.read(undefined, 'texts');
  const merge = mergeIntoOpen(content, answers, sides);
  if (merge?.kind !== 'merged' || !isAsShown(merge, answers.merge)) {
    set({ collection: { ...collection, answers: { ...answers, merge: mergeIntoOpen(content, answers) } } });
    return notice('merge-outdated');
  }
  const year = await yearToPut(ports, consolidation, ports.live && content);
  const plan = await planMasterAside(consolidation, {
    created: ports.clock.now(),
    findings,
    pictures,
    ...writtenByOffice(content.sheets, consolidation.roster),
    kept: problemsOfUnread(content.sheets, collection.files, consolidation),
    merge: merge.facts,
    ...(year ? { year } : {}),
  });
  const outcome = await deliver(job, plan, merge, answers);
  const left = { ...answers, news: undefined, merge: undefined };
  set({ collection: { ...collection, answers: left, isPut: true, isMerged: true } });
  return outcome;
}

async function deliver(job: Job, plan: WorkbookPlan, merge: Merged, answers: CollectedAnswers): Promise<Notice> {
  const { programme } = answers.consolidation;
  const { ports } = job;
  const count = merge.changes.length;
  const toReview = merge.merged.review.length + merge.merged.unplaced.length;
  const review: readonly Hint[] = [
    ...(toReview === 0 ? [] : [['merge-review', { count: toReview, sheet: REVIEW_SHEET }] as const]),
    ...(merge.front === undefined ? [] : [[`merge-front-${merge.front}`] as const]),
  ];
  if (ports.live === undefined) {
    const file = masterFileName(programme);
    await ports.workbook.openNew(plan, file);
    const sheets = merge.ownSheets.join(', ');
    const own: readonly Hint[] = sheets === '' ? [] : [['merge-own-sheets', { sheets }]];
    return notice('merged-saved', { facts: { count, file, sheet: REVIEW_SHEET }, hints: [...review, ...own] });
  }
  const put = await ports.live.putSheets(plan, possibleSheetNames(programme));
  const { backups, withoutCharts } = put;
  sheetsPut(job, backups);
  const charts: readonly Hint[] = withoutCharts ? [['merge-without-charts']] : [];
  return notice('merged', {
    facts: { count, backups: backups.length, sheet: REVIEW_SHEET },
    hints: [...review, ...charts, ...hintsOfPictures(put, answers)],
    canUndo: backups.length > 0,
  });
}

/** Whether the differences are those that the person has seen. */
function isAsShown({ merged }: Merged, shown: OpenMerge | undefined): boolean {
  const idsOf = ({ changes }: Merged['merged']): string => changes.map(({ id }) => id).join();
  return shown?.kind === 'merged' && idsOf(merged) === idsOf(shown.merged);
}
