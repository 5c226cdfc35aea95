import { builtInDigitProfile } from '../programme/catalogue.ts';
import type { Programme } from '../programme/programme.ts';
import type { Roster } from '../programme/roster.ts';
import { cellKey } from '../spreadsheet/address.ts';
import type { DigitProfile } from '../text/digit-profile.ts';
import { editAround, type Edit, type Span } from '../text/edits.ts';
import { maskPersonalData } from '../text/personal-data.ts';
import { runSteps, type Steps } from '../text/steps.ts';
import { prepareSubmission, type CellTexts, type PreparedSubmission, type PreparedText } from './checked-texts.ts';
import type { LocatedText } from '../submissions/entry-texts.ts';
import { movedCells } from './cell-moves.ts';
import type { Finding } from './finding.ts';
import { TextChecker } from './text-checks.ts';
import type { RuleCode } from './rules/registry.ts';
import { activeRules } from './rules/settings.ts';
import type { CheckedText, Facts, LocatedMatch, Rule } from './rules/rule.ts';
import type { ReadResult, Submission } from '../submissions/submission.ts';

/** The data for checking answers. */
export interface ValidationContext {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Complete texts of cells, so that spans and fixes refer to cells. */
  readonly cells?: CellTexts;
  /** Paragraphs of last year's workbooks by agency, to find copied texts. */
  readonly lastYear?: ReadonlyMap<string, readonly string[]>;
  /** What is preserved in ASCII digits; by default the government's profile. */
  readonly digits?: DigitProfile;
  /** Size of the cache in UTF-16 code units of text; by default all that agencies write in a year. */
  readonly remembered?: number;
}

/** Applies all rules that a programme enables to the result of reading, in a step for each text or rule. */
export type Checker = (result: ReadResult) => Steps<readonly Finding[]>;

/**
 * Applies all rules that the programme enables, by submission and rule. Problems that reading reported are not reported again. After all
 * fixes, a second check finds nothing to fix and nothing new, because rules without fixes see the fixed texts. Takes linear time.
 */
export function validate(result: ReadResult, context: ValidationContext): readonly Finding[] {
  return runSteps(createChecker(context)(result));
}

/** Creates a checker that does the same and caches what it finds in a text for later results. */
export function createChecker(context: ValidationContext): Checker {
  const { programme, roster, digits = builtInDigitProfile(), remembered } = context;
  const checker = new TextChecker(activeRules({ programme, roster, digits }), remembered);
  return function* ({ submissions, problems }) {
    const findings: Finding[] = [];
    for (const submission of submissions) {
      const own = problems.filter(({ agency }) => agency === undefined || agency === submission.agency);
      const ready = yield* prepareSubmission(submission, own, context.cells, checker);
      for (const finding of yield* new Validation(submission, ready, context, checker).findings())
        findings.push(finding);
    }
    return findings;
  };
}

/** Applies the rules to one submission. */
class Validation {
  readonly #submission: Submission;
  readonly #context: ValidationContext;
  readonly #ready: PreparedSubmission;
  readonly #checker: TextChecker;
  readonly #texts: ReadonlyMap<CheckedText, PreparedText>;

  constructor(submission: Submission, ready: PreparedSubmission, context: ValidationContext, checker: TextChecker) {
    this.#submission = submission;
    this.#context = context;
    this.#ready = ready;
    this.#checker = checker;
    this.#texts = new Map(ready.texts.map((text) => [text, text]));
  }

  *findings(): Steps<readonly Finding[]> {
    const { checked, texts } = this.#ready;
    const { entries, submissions, lastYear: comparisons } = this.#checker.rules;
    const found: Finding[] = [];
    for (const text of texts) {
      found.push(...this.#repairs(text), ...this.#inText(text));
      yield;
    }
    for (const { rule, context } of entries) {
      for (const entry of checked.entries) {
        for (const match of rule.find(entry, checked, context)) found.push(this.#placed(rule, match));
      }
      yield;
    }
    for (const { rule, context } of submissions) {
      for (const match of rule.find(checked, context)) found.push(...this.#whole(rule, match));
      yield;
    }
    const lastYear = this.#context.lastYear?.get(this.#submission.agency) ?? [];
    for (const { rule, context } of comparisons) {
      for (const match of rule.find(checked, lastYear, context)) found.push(this.#placed(rule, match));
      yield;
    }
    return withoutRedundant(found);
  }

  #repairs(text: PreparedText): readonly Finding[] {
    const { repairs, edits } = text.checks.fixed;
    return repairs.map(({ rule, start, end }) => {
      const edit = editAround(edits, { start, end });
      return this.#at(rule, text, { start, end }, {}, edit);
    });
  }

  #inText(text: PreparedText): readonly Finding[] {
    const { checks, source } = text;
    return checks
      .matchesIn(source.field)
      .map(({ rule, start, end, facts }) => this.#at(rule, text, checks.fixed.toSource(start, end), facts));
  }

  /** Creates findings; the right text of the whole cell, if the rule gives one, becomes the fix. */
  #whole(rule: Rule, match: LocatedMatch): readonly Finding[] {
    const { sheet, cell, whole } = match;
    const finding = this.#placed(rule, match);
    if (whole === undefined || sheet === undefined || cell === undefined) return [finding];
    const source: LocatedText = { text: whole, sheet, cell, field: 'result' };
    const checks = this.#checker.check(whole);
    const { fixed } = checks;
    const inside = this.#inText({ source, text: fixed.text, checks });
    const before = this.#context.cells?.(sheet, cell);
    const shown = maskPersonalData(fixed.text);
    const fix = before === undefined ? {} : { fix: { start: 0, end: before.length, text: fixed.text } };
    return [{ ...finding, found: before ?? '', suggestion: shown, ...fix }, ...inside];
  }

  #placed(rule: Rule, match: LocatedMatch): Finding {
    const { at, span, facts } = match;
    const location = locationOf(match);
    const text = at && this.#texts.get(at);
    if (text === undefined) return { ...this.#base(rule), ...location, found: '', facts: masked(facts) };
    const { start, end } = span ?? { start: 0, end: text.text.length };
    return { ...this.#at(rule, text, text.checks.fixed.toSource(start, end), facts), ...location };
  }

  /** Creates a finding in a text, with its span in the original text. */
  #at(rule: Rule, text: PreparedText, span: Span, facts: Facts, edit?: Edit): Finding {
    const { source, offset } = text;
    const { excerpts } = text.checks;
    const context = rule.scope === 'repair' ? rule.context : undefined;
    const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
    return {
      ...this.#base(rule),
      sheet: source.sheet,
      cell: source.cell,
      ...(source.measure === undefined ? {} : { measure: source.measure }),
      field: source.field,
      ...(source.contact === undefined ? {} : { contact: source.contact }),
      ...(offset === undefined ? {} : shift(span, offset)),
      found: excerpts.found(span, context),
      ...(edit === undefined ? {} : { suggestion: excerpts.suggested(edit, context) }),
      facts: masked(facts),
      ...(edit === undefined || offset === undefined ? {} : { fix: { ...edit, ...shift(edit, offset) } }),
    };
  }

  #base({ code, severity }: Rule): Pick<Finding, 'code' | 'severity' | 'agency' | 'file'> {
    const { agency, file } = this.#submission;
    return { code: code as RuleCode, severity, agency, file };
  }
}

/** The location of a match, besides that of its text. */
function locationOf({ measure, field, contact, sheet, cell, move }: LocatedMatch) {
  return {
    ...(measure === undefined ? {} : { measure }),
    ...(field === undefined ? {} : { field }),
    ...(contact === undefined ? {} : { contact }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
    ...(move === undefined ? {} : { move }),
  };
}

/**
 * Leaves out findings that another one covers: a missing status where texts have spilt over, because choosing one would make them the
 * answer there, and hollow evidence where it is reported as missing.
 */
function withoutRedundant(findings: readonly Finding[]): readonly Finding[] {
  const moved = movedCells(findings);
  const missing = new Set(
    findings.flatMap((finding) => (finding.code === 'evidence-missing' ? [placeOf(finding)] : [])),
  );
  return findings.filter((finding) => {
    if (finding.code === 'status-missing') return !moved.has(placeOf(finding));
    return finding.code !== 'evidence-hollow' || !missing.has(placeOf(finding));
  });
}

function placeOf({ sheet = '', cell }: Finding): string {
  return cell === undefined ? '' : cellKey(sheet, cell);
}

function masked(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? maskPersonalData(fact) : fact]),
  );
}
