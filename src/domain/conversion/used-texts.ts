import { cellKey } from '../spreadsheet/address.ts';
import type { CellContent, DefinedName, SheetRule, WorkbookContent } from '../spreadsheet/content.ts';
import { formulaPieces, type FormulaPieces, type SheetRange } from '../spreadsheet/formula-pieces.ts';
import { RangeSet } from '../spreadsheet/range-set.ts';
import { groupBy } from '../text/group-by.ts';
import type { CellChange, ConversionPlan, TextChange } from './changes.ts';

/** The parts of a workbook that may depend on its texts. */
export interface TextUsers {
  /** All sheets with their formulas. */
  readonly content: Pick<WorkbookContent, 'sheets' | 'definedNames'>;
  readonly rules: readonly SheetRule[];
}

/**
 * Leaves out of a plan the texts that formulas, defined names and drop-down lists depend on: with other digits, a formula would have
 * another result, or a value would no longer be in its list. These are
 *
 * - texts that are literals in a formula (`IF(A1="ข้อ 1",…)`, `COUNTIF(A:A,"ปี 2565")`), in any cell, because formulas may pass them on;
 * - items of lists, and the cells that lists refer to;
 * - cells whose texts a formula searches for digits or uses as numbers (`SEARCH("2565",A1)`, `VALUE(A1)`, `A1*2`);
 * - cells that a formula compares with a cell of the same text that is not converted (`MATCH(B1,A:A,0)` with B1 locked).
 *
 * Takes linear time in the formulas and cells.
 */
export function leaveUsedTexts(plan: ConversionPlan, users: TextUsers): ConversionPlan {
  if (!plan.changes.some(isTextChange)) return plan;
  const used = new UsedTexts(users);
  used.compareWithStaying(users.content.sheets, plan.changes);
  const isUsed = (change: CellChange): change is TextChange => isTextChange(change) && used.has(change);
  const left = plan.changes.filter(isUsed).map(({ sheet, row, column, before, preserved }) => {
    return { sheet, row, column, text: before, reason: 'used-text', preserved } as const;
  });
  if (left.length === 0) return plan;
  return { ...plan, changes: plan.changes.filter((change) => !isUsed(change)), skipped: [...plan.skipped, ...left] };
}

/** Whether a plan changes texts, on which something may depend. */
export function changesTexts({ changes }: ConversionPlan): boolean {
  return changes.some(isTextChange);
}

function isTextChange(change: CellChange): change is TextChange {
  return change.kind === 'text';
}

const DIGIT = /[0-9๐-๙]/;
/** A text that Excel converts to a number in calculations. */
const NUMBER = /^\s*[-+]?[\d.,/:\s]*\d%?\s*$/;

/** Functions that compare texts. */
const MATCHING =
  /^(?:(?:COUNT|SUM|AVERAGE)IFS?|MAXIFS|MINIFS|X?MATCH|[HVX]?LOOKUP|EXACT|SWITCH|FILTER|D(?:AVERAGE|COUNTA?|GET|MAX|MIN|SUM))$/;
/** Functions that use a part of a text. */
const PARTS = /^(?:FINDB?|SEARCHB?|SUBSTITUTE|LEFTB?|RIGHTB?|MIDB?|TEXT(?:BEFORE|AFTER|SPLIT)|REGEX[A-Z]+)$/;
/** Functions that convert a text to a number, a date or a reference. */
const CONVERTING = /^(?:VALUE|NUMBERVALUE|DATEVALUE|TIMEVALUE|INDIRECT)$/;
/** Functions that produce a text for another function to look for. */
const MAKING = /^(?:TEXT|TEXTJOIN|CONCAT(?:ENATE)?|FIXED)$/;

const WILDCARD = /[*?]/;

/** Limit of distinct parts that are searched for in every text; cells that further parts apply to are left out altogether. */
const MAX_PARTS = 100;

/** The parts with digits between the wildcards of a search text. */
function partsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/~?[*?]/)
    .map((part) => part.replace(CRITERION, ''))
    .filter((part) => DIGIT.test(part));
}

/** The comparison operator that a criterion may begin with. */
const CRITERION = /^(?:<>|[<>]=?|=)/;

/** The texts and cells on which formulas depend. Texts are compared as Excel does, without regard to case. */
class UsedTexts {
  readonly #texts = new Set<string>();
  /** Cells whose texts must stay in any case. */
  readonly #whole = new RangeSet();
  /** Cells whose texts must stay if they contain a part; by part. */
  readonly #parts = new Map<string, RangeSet>();
  readonly #calculated = new RangeSet();
  readonly #compared = new RangeSet();
  /** Texts of compared cells that are not converted. */
  readonly #staying = new Set<string>();
  readonly #names: ReadonlyMap<string, readonly DefinedName[]>;

  constructor({ content: { sheets, definedNames }, rules }: TextUsers) {
    this.#names = groupBy(definedNames, ({ name }) => name.toLowerCase());
    for (const name of definedNames) this.#add(piecesOfName(name));
    for (const { name, cells } of sheets) {
      for (const { formula } of cells) if (formula !== undefined) this.#add(formulaPieces(formula, name));
    }
    const listed = new RangeSet();
    for (const rule of rules) this.#addRule(rule, listed);
    for (const { name, cells } of sheets) {
      for (const cell of cells)
        if (DIGIT.test(cell.text) && listed.has(name.toLowerCase(), cell)) this.#addText(cell.text);
    }
  }

  /** Whether something depends on the text of a change. */
  has({ sheet, before, ...cell }: TextChange): boolean {
    const [text, name] = [before.toLowerCase(), sheet.toLowerCase()];
    return (
      this.#texts.has(text.trim()) ||
      this.#whole.has(name, cell) ||
      [...this.#parts].some(([part, ranges]) => text.includes(part) && ranges.has(name, cell)) ||
      (NUMBER.test(before) && this.#calculated.has(name, cell)) ||
      (this.#staying.has(text) && this.#compared.has(name, cell))
    );
  }

  /** Records the texts of compared cells that are not converted, because cells equal to them must stay equal. */
  compareWithStaying(sheets: WorkbookContent['sheets'], changes: readonly CellChange[]): void {
    const changed = new Set(changes.map((change) => cellKey(change.sheet, change)));
    for (const { name, cells } of sheets) {
      for (const cell of cells) {
        if (!DIGIT.test(cell.text) || changed.has(cellKey(name, cell))) continue;
        if (this.#compared.has(name.toLowerCase(), cell) && !isMirror(cell, name))
          this.#staying.add(cell.text.toLowerCase());
      }
    }
  }

  #add(pieces: FormulaPieces): void {
    const { texts, functions, joins, compares } = pieces;
    const digits = texts.filter((text) => DIGIT.test(text));
    for (const text of digits) this.#addText(text);
    const calls = (kind: RegExp): boolean => functions.some((name) => kind.test(name));
    const matches = calls(MATCHING);
    const needsWhole = calls(CONVERTING) || (matches && (joins || calls(MAKING)));
    const parts = digits.filter((text) => calls(PARTS) || (matches && WILDCARD.test(text))).flatMap(partsOf);
    for (const range of this.#rangesOf(pieces)) {
      if (needsWhole) this.#whole.add(range.sheet, range);
      for (const part of parts) this.#addPart(part, range);
      if (range.isCalculated) this.#calculated.add(range.sheet, range);
      if (matches || compares) this.#compared.add(range.sheet, range);
    }
  }

  #addPart(part: string, range: SheetRange): void {
    const known = this.#parts.get(part);
    if (known === undefined && this.#parts.size >= MAX_PARTS) {
      this.#whole.add(range.sheet, range);
      return;
    }
    const ranges = known ?? new RangeSet();
    ranges.add(range.sheet, range);
    this.#parts.set(part, ranges);
  }

  /** Adds a search text, also without the comparison operator of a criterion. */
  #addText(text: string): void {
    this.#texts.add(text.toLowerCase().trim());
    this.#texts.add(text.toLowerCase().replace(CRITERION, '').trim());
  }

  #addRule({ sheet, cells, isList, formula }: SheetRule, listed: RangeSet): void {
    const pieces = formulaPieces(formula, sheet);
    const own = cells.map((range) => ({ ...range, sheet: sheet.toLowerCase(), isCalculated: false }));
    // A formula of a rule is written for the first of its cells.
    this.#add(isList ? pieces : { ...pieces, ranges: [...pieces.ranges, ...own] });
    if (!isList) return;
    for (const item of pieces.texts.flatMap((text) => text.split(','))) this.#addText(item);
    for (const range of this.#rangesOf(pieces)) listed.add(range.sheet, range);
  }

  /** The ranges of a formula, including those of its defined names. */
  #rangesOf({ ranges, names }: FormulaPieces): readonly SheetRange[] {
    const named = names.flatMap((name) => this.#names.get(name) ?? []);
    return [...ranges, ...named.flatMap((name) => piecesOfName(name).ranges)];
  }
}

/** Whether a cell is a formula that only refers to another cell, and so changes with it. */
function isMirror({ formula }: CellContent, sheet: string): boolean {
  if (formula === undefined) return false;
  const { ranges, functions, texts, joins, compares } = formulaPieces(formula, sheet);
  const isAlone = functions.length + texts.length === 0 && !joins && !compares;
  return isAlone && ranges.length === 1 && ranges[0]?.isCalculated === false;
}

function piecesOfName({ refersTo, sheet = '' }: DefinedName): FormulaPieces {
  return formulaPieces(refersTo, sheet);
}
