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

/** What the rules find in one text, independent of its cell. */
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

  /** The matches in the fixed text for a field, by rule. */
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

/** Size of the cache in UTF-16 code units of text: enough for all texts of 77 agencies, and a limit for thousands of agencies. */
const CACHE_SIZE = 16_000_000;

/** Checks texts, with a cache of the results, because agencies answer in the same words. */
export class TextChecker {
  readonly rules: ActiveRules;
  /** In order of last use. */
  readonly #known = new Map<string, TextChecks>();
  readonly #cacheSize: number;
  #length = 0;

  /** @param cacheSize limit of UTF-16 code units of the cached texts */
  constructor(rules: ActiveRules, cacheSize = CACHE_SIZE) {
    this.rules = rules;
    this.#cacheSize = cacheSize;
  }

  /** What the rules find in a text. */
  check(text: string): TextChecks {
    const known = this.#known.get(text);
    if (known === undefined) {
      this.#length += text.length;
      this.#evict();
    } else this.#known.delete(text);
    const checks = known ?? new TextChecks(text, repairText(text, this.rules.repairs), this.rules.texts);
    this.#known.set(text, checks);
    return checks;
  }

  /** The same for a text that must not be fixed, because another text would change the value of its cell. */
  checkUnchanged(text: string): TextChecks {
    return new TextChecks(text, repairText(text, []), this.rules.texts);
  }

  #evict(): void {
    for (const text of this.#known.keys()) {
      if (this.#length <= this.#cacheSize) return;
      this.#known.delete(text);
      this.#length -= text.length;
    }
  }
}
