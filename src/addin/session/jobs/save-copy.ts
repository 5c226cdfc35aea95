import { notice, type Notice } from '../notice.ts';
import { leftToDo } from '../selectors.ts';
import type { Job } from '../session-state.ts';

/** Saves a copy of the open workbook, and says where it is and what is left to do in it. */
export async function saveCopy({ ports, state }: Job, file: string, bytes: Uint8Array): Promise<Notice> {
  await ports.deliver(file, bytes);
  const left = leftToDo(state());
  return notice(left.length === 0 ? 'copy-saved' : 'copy-saved-unfinished', { facts: { file }, left });
}
