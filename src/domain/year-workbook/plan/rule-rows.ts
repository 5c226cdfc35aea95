import type { RuleParameter, RuleSettings } from '../../programme/rule-settings.ts';
import { joinLines } from '../lines.ts';
import { EMPTY_LIST, RULE_STATES } from '../sheets.ts';
import type { TableRow } from './data-rows.ts';
import type { TablePlanOptions } from './table-sheet.ts';

/** What the sheet of rules needs of a rule. */
interface KnownRule {
  readonly code: string;
  readonly parameters: Readonly<Record<string, RuleParameter>>;
}

/** A row for each rule and parameter, with what the programme sets; settings of rules that are not known come last. */
export function ruleRows(
  settings: RuleSettings,
  rules: readonly KnownRule[],
  titles: ReadonlyMap<string, string>,
): TablePlanOptions {
  const unknown = Object.keys(settings).filter((code) => rules.every((rule) => rule.code !== code));
  const all = [...rules, ...unknown.map((code) => ({ code, parameters: {} }))];
  return {
    rows: all.flatMap((rule) => rowsOf(rule, settings[rule.code], titles.get(rule.code))),
    spare: 0,
    lists: { state: { values: Object.values(RULE_STATES) } },
  };
}

function rowsOf(
  { code, parameters }: KnownRule,
  setting: RuleSettings[string] | undefined,
  title: string | undefined,
): readonly TableRow[] {
  const set = typeof setting === 'object' ? setting : {};
  const names = [...new Set([...Object.keys(parameters), ...Object.keys(set)])];
  const state = typeof setting === 'boolean' ? RULE_STATES[setting ? 'on' : 'off'] : undefined;
  if (names.length === 0) return [{ values: { rule: code, title, state } }];
  return names.map((parameter, index) => ({
    values: {
      rule: code,
      parameter,
      value: written(set[parameter]),
      usual: written(parameters[parameter]),
      ...(index === 0 ? { title, state } : {}),
    },
  }));
}

/** A parameter's value as a person reads and writes it. */
function written(value: RuleParameter | undefined): string | undefined {
  if (value === undefined || typeof value === 'number') return value?.toString();
  return value.length === 0 ? EMPTY_LIST : joinLines(value);
}
