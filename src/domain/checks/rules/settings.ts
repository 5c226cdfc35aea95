import type { DataProblem } from '../../programme/data-problem.ts';
import type { Programme } from '../../programme/programme.ts';
import type { RuleParameter } from '../../programme/rule-settings.ts';
import type { ActiveRepair } from '../repair-text.ts';
import { RULES } from './registry.ts';
import type { LastYearRule, EntryRule, Parameters, Rule, RuleContext, SubmissionRule, TextRule } from './rule.ts';

/** An enabled rule with its parameters. */
export interface Active<Kind extends Rule> {
  readonly rule: Kind;
  readonly context: RuleContext;
}

/** The rules that a programme enables. */
export interface ActiveRules {
  readonly repairs: readonly ActiveRepair[];
  readonly texts: readonly Active<TextRule>[];
  readonly entries: readonly Active<EntryRule>[];
  readonly submissions: readonly Active<SubmissionRule>[];
  readonly lastYear: readonly Active<LastYearRule>[];
}

/** The rules that the programme enables, with the parameters that it sets. Invalid settings are ignored. */
export function activeRules(given: Omit<RuleContext, 'parameters'>): ActiveRules {
  const { programme } = given;
  const on = (RULES as readonly Rule[])
    .filter(({ code }) => programme.rules?.[code] !== false)
    .map((rule) => ({ rule, context: { ...given, parameters: parametersOf(rule, programme) } }));
  const ofScope = <Kind extends Rule>(scope: Kind['scope']): readonly Active<Kind>[] =>
    on.filter((active): active is Active<Kind> => active.rule.scope === scope);
  return {
    repairs: ofScope('repair'),
    texts: ofScope<TextRule>('text'),
    entries: ofScope<EntryRule>('entry'),
    submissions: ofScope<SubmissionRule>('submission'),
    lastYear: ofScope<LastYearRule>('last-year'),
  };
}

function parametersOf({ code, parameters }: Rule, { rules }: Programme): Parameters {
  const set = rules?.[code];
  if (typeof set !== 'object') return parameters;
  const usable = Object.entries(set).filter(([name, value]) => isLike(value, parameters[name]));
  return { ...parameters, ...Object.fromEntries(usable) };
}

function isLike(value: RuleParameter, usual: RuleParameter | undefined): boolean {
  return usual !== undefined && typeof value === typeof usual;
}

/** Problems in the rule settings of a programme: unknown rules and parameters, values of the wrong type. */
export function ruleSettingProblems({ rules = {} }: Programme): readonly DataProblem[] {
  const problems: DataProblem[] = [];
  for (const [code, set] of Object.entries(rules)) {
    const rule = (RULES as readonly Rule[]).find((known) => known.code === code);
    if (rule === undefined) problems.push({ code: 'data-unknown-field', path: `rules.${code}` });
    if (rule === undefined || typeof set !== 'object') continue;
    for (const [name, value] of Object.entries(set)) {
      const path = `rules.${code}.${name}`;
      const usual = rule.parameters[name];
      if (usual === undefined) problems.push({ code: 'data-unknown-field', path });
      else if (!isLike(value, usual)) {
        const expected = typeof usual === 'number' ? 'number' : 'list';
        problems.push({ code: 'data-type', path, expected, found: typeof value === 'number' ? String(value) : '[…]' });
      }
    }
  }
  return problems;
}
