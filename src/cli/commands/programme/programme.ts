import { allowOptions } from '../../args.ts';
import type { Call, Command } from '../../command.ts';
import { DATA_OPTIONS } from '../../data.ts';
import { UsageError } from '../../usage-error.ts';
import { checkAction } from './check.ts';
import { exportAction } from './export.ts';
import { fromReportAction } from './from-report.ts';
import { importAction } from './import.ts';
import { listProgramme } from './list.ts';
import { nextAction } from './next.ts';

const ACTIONS = [exportAction, importAction, checkAction, nextAction, fromReportAction];

/**
 * `ita programme [export|import|check|next|from-report]`: lists a year's measures, has the office edit the year's data in Excel, or makes those of
 * another year.
 */
export const programmeCommand: Command = {
  name: 'programme',
  options: [...DATA_OPTIONS, 'out', 'replace', 'preview', 'format'],
  operands: { least: 0, most: 2 },
  run(call: Call) {
    const [found, ...operands] = call.operands;
    if (found === undefined) {
      allowOptions(call.options, [...DATA_OPTIONS, 'format'], 'programme');
      return listProgramme(call);
    }
    const action = ACTIONS.find(({ name }) => name === found);
    const command = `programme ${found}`;
    if (action === undefined) {
      const allowed = ACTIONS.map(({ name }) => name).join(', ');
      throw new UsageError('unknown-action', { command: 'programme', found, allowed });
    }
    allowOptions(call.options, action.options, command);
    const surplus = operands[action.operands];
    if (surplus !== undefined) throw new UsageError('unexpected-operand', { found: surplus, command });
    if (operands.length < action.operands) throw new UsageError('missing-file', { command });
    return action.run({ ...call, operands });
  },
};
