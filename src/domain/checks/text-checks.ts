import { foldDigits } from '../text/digits.ts';
import type { EntryField } from '../diagnostics/problem.ts';
import { Excerpts } from './excerpt.ts';
import { repairText, type RepairedText } from './repair-text.ts';
import type { Match, TextRule } from './rules/rule.ts';
import type { Active, ActiveRules } from './rules/settings.ts';

/** A range of a fixed text that breaks a rule. */
export interface TextMatch extends Match {
  readonly rule: TextRule;
}

/** What the rules find in one text, wherever it stands. */
export class TextChecks {
  readonly fixed: RepairedText;
  /** Parts of the text to show. */
  readonly excerpts: Excerpts;
  readonly #rules: readonly Active<TextRule>[];
  readonly #matches = new Map<EntryField, readonly TextMatch[]>();

  constructor(source: string, fixed: RepairedText, rules: readonly Active<TextRule>[]) {
    this.fixed = fixed;
    this.excerpts = new Excerpts(source, fixed);
    this.#rules = rules;
  }

  /** The matches in the fixed text, by rule, if it stands in a field. */
  matchesIn(field: EntryField): readonly TextMatch[] {
    const known = this.#matches.get(field);
    if (known !== undefined) return known;
    const found = this.#findIn(field);
    this.#matches.set(field, found);
    return found;
  }

  #findIn(field: EntryField): readonly TextMatch[] {
    const { text, hasOrdinarySpelling } = this.fixed;
    if (text === '') return [];
    const found: TextMatch[] = [];
    const folded = foldDigits(text);
    for (const { rule, context } of this.#rules) {
      if (!rule.fields.includes(field) || (rule.skipsOrdinarySpelling && hasOrdinarySpelling)) continue;
      for (const match of rule.find(text, context, folded)) found.push({ ...match, rule });
    }
    return found;
  }
}

/** UTF-16 code units of the texts to remember: all that 77 agencies write, and no more memory where there are thousands. */
const REMEMBERED = 16_000_000;

/** Checks texts, each once as long as it remembers it: agencies answer in the same words. */
export class TextChecker {
  readonly rules: ActiveRules;
  /** From the text that was asked for longest ago to the last. */
  readonly #known = new Map<string, TextChecks>();
  readonly #remembered: number;
  #length = 0;

  /** @param remembered UTF-16 code units of the texts to remember */
  constructor(rules: ActiveRules, remembered = REMEMBERED) {
    this.rules = rules;
    this.#remembered = remembered;
  }

  /** What the rules find in a text. */
  check(text: string): TextChecks {
    const known = this.#known.get(text);
    if (known === undefined) {
      this.#length += text.length;
      this.#forget();
    } else this.#known.delete(text);
    const checks = known ?? new TextChecks(text, repairText(text, this.rules.repairs), this.rules.texts);
    this.#known.set(text, checks);
    return checks;
  }

  /** The same of a text that must stay as it is, because another would change the value of its cell. */
  checkUnchanged(text: string): TextChecks {
    return new TextChecks(text, repairText(text, []), this.rules.texts);
  }

  #forget(): void {
    for (const text of this.#known.keys()) {
      if (this.#length <= this.#remembered) return;
      this.#known.delete(text);
      this.#length -= text.length;
    }
  }
}
