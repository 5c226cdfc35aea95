import { allowOptions, type OptionName } from '../../args.ts';
import type { Command } from '../../command.ts';
import { UsageError } from '../../usage-error.ts';
import { acceptAction } from './accept.ts';
import type { ShareAction } from './action.ts';
import { collectAction } from './collect.ts';
import { giveOutAction } from './give-out.ts';
import { publishAction } from './publish.ts';
import { sendBackAction } from './send-back.ts';
import { statusAction } from './status.ts';

const ACTIONS: readonly ShareAction[] = [
  giveOutAction,
  statusAction,
  collectAction,
  publishAction,
  sendBackAction,
  acceptAction,
];

/** `ita share ACTION`: gives out workbooks in a shared folder, shows who has answered, collects and publishes. */
export const shareCommand: Command = {
  name: 'share',
  options: [...new Set<OptionName>(ACTIONS.flatMap(({ options }) => options))],
  operands: { least: 1, most: Infinity, missing: 'missing-operand' },
  run(call) {
    const [found = '', ...operands] = call.operands;
    const action = ACTIONS.find(({ name }) => name === found);
    if (action === undefined) {
      const allowed = ACTIONS.map(({ name }) => name).join(', ');
      throw new UsageError('unknown-action', { command: 'share', found, allowed });
    }
    allowOptions(call.options, action.options, `share ${found}`);
    const surplus = operands[action.operands];
    if (surplus !== undefined)
      throw new UsageError('unexpected-operand', { found: surplus, command: `share ${found}` });
    return action.run({ ...call, operands });
  },
};
