import { applyEdits, composeEdits, offsetsBefore, type Edit, type Span } from '../text/edits.ts';
import { hasOrdinarySpelling } from '../text/thai-spelling.ts';
import type { RepairRule, RuleContext } from './rules/rule.ts';

/** A repair with its parameters. */
export interface ActiveRepair {
  readonly rule: RepairRule;
  readonly context: RuleContext;
}

/** A fix, with its span in the original text. */
export interface Repair extends Span {
  readonly rule: RepairRule;
}

/** A text after all fixes. */
export interface RepairedText {
  /** Without white space at its ends, as it will be read. */
  readonly text: string;
  /** Of the fixed text; see {@link RepairRule.skipsOrdinarySpelling}. */
  readonly hasOrdinarySpelling: boolean;
  /** Edits of the original text, in order. */
  readonly edits: readonly Edit[];
  readonly repairs: readonly Repair[];
  /** Maps a span of the fixed text to the original text. */
  readonly toSource: (start: number, end: number) => Span;
}

/** One repair can expose the next: a zero-width space between two เ. More rounds than any real text needs. */
const ROUNDS = 12;

/** Repeats all repairs until none finds anything; idempotent. */
export function repairText(text: string, repairs: readonly ActiveRepair[]): RepairedText {
  let current = text;
  let isOrdinary = hasOrdinarySpelling(text);
  let edits: readonly Edit[] = [];
  const found = new Map<string, Repair>();
  const change = (made: readonly Edit[]): void => {
    edits = composeEdits(current, edits, made);
    current = applyEdits(current, made);
    isOrdinary = hasOrdinarySpelling(current);
  };
  let quiet = 0;
  for (const { rule, context } of inRounds(repairs)) {
    const made = rule.skipsOrdinarySpelling && isOrdinary ? [] : rule.repair(current, context);
    quiet = made.length === 0 ? quiet + 1 : 0;
    if (quiet === repairs.length) break;
    if (made.length === 0) continue;
    const toSource = offsetsBefore(edits);
    for (const { start, end } of made) {
      const location = toSource(start, end);
      found.set(`${rule.code} ${location.start} ${location.end}`, { rule, ...location });
    }
    change(made);
  }
  const trimmed = whiteSpaceAtEnds(current);
  if (trimmed.length > 0) change(trimmed);
  return {
    text: current,
    hasOrdinarySpelling: isOrdinary,
    edits,
    repairs: [...found.values()],
    toSource: offsetsBefore(edits),
  };
}

function* inRounds(repairs: readonly ActiveRepair[]): Iterable<ActiveRepair> {
  for (let round = 0; round < ROUNDS; round += 1) yield* repairs;
}

function whiteSpaceAtEnds(text: string): readonly Edit[] {
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  return [
    { start: 0, end: start, text: '' },
    { start: end, end: text.length, text: '' },
  ].filter((edit) => edit.end > edit.start);
}
