import { COMMANDS, type CommandId } from './command-ids.ts';

/**
 * Tells office.js what the ribbon's buttons and the keyboard shortcuts do. A button is free again as soon as its work is done.
 * @param run does the work of a command
 */
export function registerCommands(run: (id: CommandId) => Promise<void>): void {
  for (const id of COMMANDS) {
    Office.actions.associate(id, (event?: Office.AddinCommands.Event) => {
      void run(id).finally(() => event?.completed());
    });
  }
}
