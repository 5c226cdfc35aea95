import { locationName } from '../../../domain/spreadsheet/address.ts';
import { notice, type Notice } from '../notice.ts';
import { leftToDo } from '../selectors.ts';
import type { Job } from '../session-state.ts';

/** Whether a copy has a name of its own, or the original's, which it is meant to replace. */
export type CopyName = 'new' | 'same';

/** Saves a copy of the open workbook; the notice says where it is and what is left to do in it. */
export async function saveCopy(
  { ports, state }: Job,
  file: string,
  bytes: Uint8Array,
  called: CopyName,
): Promise<Notice> {
  const [typed] = state().typed;
  if (typed !== undefined) {
    return notice('typed-left', { facts: { count: state().typed.length, location: locationName(typed) } });
  }
  await ports.deliver(file, bytes);
  ports.draft?.saved(bytes);
  const left = leftToDo(state());
  const saved = left.length === 0 ? 'copy-saved' : 'copy-saved-unfinished';
  return notice(called === 'same' ? 'copy-saved-same-name' : saved, { facts: { file }, left });
}
