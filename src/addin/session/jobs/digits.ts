import { builtInDigitProfile } from '../../../domain/programme/catalogue.ts';
import type { LeftReason } from '../../../domain/conversion/left-reason.ts';
import type { Digits } from '../../../domain/text/thai-digits.ts';
import type { CellChange, ConversionPlan } from '../../../domain/conversion/changes.ts';
import { leftByReason } from '../../../domain/conversion/left-cells.ts';
import {
  planSelectedConversion,
  planWorkbookConversion,
  type ConversionScope,
} from '../../../usecases/convert-open-workbook.ts';
import { said, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';
import { changeUndoably } from './undo.ts';

/** Converts digits at once. */
export async function convert(job: Job, to: Digits, scope: ConversionScope): Promise<Notice> {
  return carryOut(job, await plan(job, to, scope));
}

/** Shows what a conversion would do. */
export async function preview(job: Job, to: Digits, scope: ConversionScope): Promise<Notice | undefined> {
  const planned = await plan(job, to, scope);
  job.set({ preview: planned.changes.length === 0 ? undefined : planned });
  return planned.changes.length === 0 ? said('nothing-to-convert', { left: reasonsOf(planned) }) : undefined;
}

/** Carries out what was shown, as far as the person wants it. */
export async function convertPreviewed(job: Job, wanted: (change: CellChange) => boolean): Promise<Notice> {
  const { preview: shown } = job.state;
  if (shown === undefined) return said('nothing-to-convert');
  job.set({ preview: undefined });
  return carryOut(job, { ...shown, changes: shown.changes.filter(wanted) });
}

function plan({ ports, state }: Job, to: Digits, scope: ConversionScope): Promise<ConversionPlan> {
  const usual = builtInDigitProfile();
  const { keep } = state.settings;
  const profile = keep.length === 0 ? usual : { ...usual, keep: [...usual.keep, ...keep] };
  // Where nobody selects cells, the whole workbook is meant.
  return scope === 'workbook' || ports.live === undefined
    ? planWorkbookConversion(ports.workbook, { to, profile })
    : planSelectedConversion(ports.live, scope, { to, profile });
}

async function carryOut(job: Job, planned: ConversionPlan): Promise<Notice> {
  const { done, left } = await changeUndoably(job, planned.changes);
  const reasons = reasonsOf(planned, left);
  if (done.length === 0) return said('nothing-to-convert', { left: reasons });
  const places = done.reduce((sum, change) => sum + (change.kind === 'text' ? change.changes.length : 1), 0);
  return said(planned.to === 'thai' ? 'converted-to-thai' : 'converted-to-arabic', {
    facts: { cells: done.length, places },
    left: reasons,
    canUndo: true,
  });
}

/** Why cells that were asked for stay, and how many. */
function reasonsOf(
  { left }: ConversionPlan,
  leftByHost: readonly { readonly reason: LeftReason }[] = [],
): ReadonlyMap<LeftReason, number> {
  const counts = new Map([...leftByReason(left)].map(([reason, cells]) => [reason, cells.length]));
  for (const { reason } of leftByHost) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
