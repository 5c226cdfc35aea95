import type { DataProblem } from './data-problem.ts';
import { anyList, fieldsOf, text, UNUSABLE, wrongType, type Read } from './read-raw.ts';
import type { RuleParameter, RuleSettings } from './rule-settings.ts';

type Setting = RuleSettings[string];

/** Reads the settings of rules by code. Whether the rules and parameters exist is not checked here. */
export const readRuleSettings: Read<RuleSettings> = (raw, path, problems) => readEach(readSetting)(raw, path, problems);

function readSetting(raw: unknown, path: string, problems: DataProblem[]): Setting | typeof UNUSABLE {
  return typeof raw === 'boolean' ? raw : readEach(readParameter)(raw, path, problems);
}

function readParameter(raw: unknown, path: string, problems: DataProblem[]): RuleParameter | typeof UNUSABLE {
  return typeof raw === 'number' ? raw : anyList(text)(raw, path, problems);
}

/** An object whose fields may have any names. */
function readEach<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (raw, path, problems) => {
    const fields = fieldsOf(raw);
    if (fields === undefined) return wrongType(raw, 'object', path, problems);
    const values = fields.map(([name, value]) => [name, read(value, `${path}.${name}`, problems)] as const);
    const usable = values.filter((field): field is readonly [string, Exclude<T, symbol>] => field[1] !== UNUSABLE);
    return usable.length === values.length ? Object.fromEntries(usable) : UNUSABLE;
  };
}
