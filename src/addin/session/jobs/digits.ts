import { builtInDigitProfile } from '../../../domain/programme/catalogue.ts';
import type { SkipReason } from '../../../domain/conversion/skip-reason.ts';
import type { Digits } from '../../../domain/text/thai-digits.ts';
import type { CellChange, ConversionPlan } from '../../../domain/conversion/changes.ts';
import { skippedByReason } from '../../../domain/conversion/skipped-cells.ts';
import {
  planSelectedConversion,
  planWorkbookConversion,
  type ConversionScope,
} from '../../../usecases/convert-open-workbook.ts';
import { notice, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';
import { changeUndoably, toSaveIn } from './undo.ts';

/** Converts digits without a preview. */
export async function convert(job: Job, to: Digits, scope: ConversionScope): Promise<Notice> {
  return carryOut(job, await plan(job, to, scope));
}

/** Shows what a conversion would do, or a notice if it would do nothing. */
export async function preview(job: Job, to: Digits, scope: ConversionScope): Promise<Notice | undefined> {
  const planned = await plan(job, to, scope);
  job.set({ preview: planned.changes.length === 0 ? undefined : planned });
  return planned.changes.length === 0 ? notice('nothing-to-convert', { skipped: reasonsOf(planned) }) : undefined;
}

/** Carries out those changes of the preview that the person wants. */
export async function convertPreviewed(job: Job, wanted: (change: CellChange) => boolean): Promise<Notice> {
  const { preview: shown } = job.state();
  if (shown === undefined) return notice('nothing-to-convert');
  job.set({ preview: undefined });
  return carryOut(job, { ...shown, changes: shown.changes.filter(wanted) });
}

function plan({ ports, state }: Job, to: Digits, scope: ConversionScope): Promise<ConversionPlan> {
  const usual = builtInDigitProfile();
  const { keep } = state().settings;
  const profile = keep.length === 0 ? usual : { ...usual, keep: [...usual.keep, ...keep] };
  // On the page without Excel no cells can be selected.
  return scope === 'workbook' || ports.live === undefined
    ? planWorkbookConversion(ports.workbook, { to, profile })
    : planSelectedConversion(ports.live, scope, { to, profile });
}

async function carryOut(job: Job, planned: ConversionPlan): Promise<Notice> {
  const { done, skipped } = await changeUndoably(job, planned.changes);
  job.changed(done.map(({ sheet }) => sheet));
  const reasons = reasonsOf(planned, skipped);
  if (done.length === 0) return notice('nothing-to-convert', { skipped: reasons });
  const locations = done.reduce((sum, change) => sum + (change.kind === 'text' ? change.changes.length : 1), 0);
  return notice(planned.to === 'thai' ? 'converted-to-thai' : 'converted-to-arabic', {
    facts: { cells: done.length, locations },
    skipped: reasons,
    canUndo: true,
    toSave: toSaveIn(job.ports),
  });
}

/** How many of the cells stay as they are, by reason. */
function reasonsOf(
  { skipped }: ConversionPlan,
  leftByHost: readonly { readonly reason: SkipReason }[] = [],
): ReadonlyMap<SkipReason, number> {
  const counts = new Map([...skippedByReason(skipped)].map(([reason, cells]) => [reason, cells.length]));
  for (const { reason } of leftByHost) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
