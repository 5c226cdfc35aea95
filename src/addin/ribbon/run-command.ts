import { paneWordsOf } from '../../domain/messages/message.ts';
import { describeNotice, faultNotice, type Notice } from '../session/notice.ts';
import type { Session } from '../session/session.ts';
import type { AddInShell } from '../../usecases/ports/add-in-shell.ts';
import type { CommandId } from './command-ids.ts';

/** What commands work with. */
export interface CommandParts {
  readonly session: Session;
  readonly shell: AddInShell;
}

/** Runs a command. Its notice is shown in the pane if that is open, otherwise in a dialog. */
export async function runCommand(id: CommandId, parts: CommandParts): Promise<void> {
  const notice = await run(id, parts).catch(faultNotice);
  if (notice !== undefined) void tell(notice, parts);
}

function run(id: CommandId, { session, shell }: CommandParts): Promise<Notice | undefined> {
  const inPane = async (section?: 'make' | 'consolidate'): Promise<undefined> => {
    if (section !== undefined) session.show(section);
    await shell.openPane();
    return undefined;
  };
  switch (id) {
    case 'openPane':
      return inPane();
    case 'makeWorkbooks':
      return inPane('make');
    case 'consolidateReport':
      return inPane('consolidate');
    case 'checkWorkbook':
      return session.check();
    case 'toThaiDigits':
      return session.convert('thai', 'selection');
    case 'toArabicDigits':
      return session.convert('arabic', 'selection');
  }
}

async function tell(notice: Notice, parts: CommandParts): Promise<void> {
  if (parts.shell.isPaneOpen) return;
  try {
    await tellInWindow(notice, parts);
  } catch {
    // The session keeps the notice: if no dialog opens, the pane shows it, now or when it is opened.
    await parts.shell.openPane().catch(() => undefined);
  }
}

async function tellInWindow(notice: Notice, parts: CommandParts): Promise<void> {
  const { session, shell } = parts;
  const { language } = session.state.settings;
  const { labels } = paneWordsOf(language);
  const { message, remedy, lines } = describeNotice(notice, language);
  const canUndo = notice.kind === 'message' && notice.canUndo;
  const chosen = await shell.showNotice({
    heading: message,
    lines: [remedy, ...lines],
    actions: [
      ...(canUndo ? [{ id: 'undo', label: labels.undo }] : []),
      ...(session.state.retry ? [{ id: 'retry', label: labels['try-again'] }] : []),
      { id: 'pane', label: labels['open-pane'] },
      { id: 'close', label: labels.close },
    ],
  });
  if (chosen === 'undo') await tell(await session.undo(), parts);
  if (chosen === 'retry') {
    const outcome = await session.retry();
    if (outcome) await tell(outcome, parts);
  }
  if (chosen === 'pane') await shell.openPane();
}
