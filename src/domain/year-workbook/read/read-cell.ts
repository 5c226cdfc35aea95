import { writtenIsoDate } from '../../text/find-dates.ts';
import { foldDigits } from '../../text/digits.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import type { CellPosition } from '../../spreadsheet/address.ts';
import type { YearFact, YearProblem } from '../problem.ts';

/** Where a value of the data stands, or would stand. */
export interface Place {
  readonly sheet: string;
  readonly cell: CellPosition;
  /** Heading of its column, or name of its field. */
  readonly label: string;
}

/** A value's place with its cell; undefined for a blank one. */
export interface Field extends Place {
  readonly content: CellContent | undefined;
}

/** Reads the values of cells, and says what is understood in another way than it is shown. */
export class CellReader {
  readonly problems: YearProblem[];

  constructor(problems: YearProblem[]) {
    this.problems = problems;
  }

  /** The text of a field as it is shown; undefined for a blank one. */
  text(field: Field, { isNumberAllowed = false }: { readonly isNumberAllowed?: boolean } = {}): string | undefined {
    const { content } = field;
    if (content === undefined) return undefined;
    const { kind, text, formula } = content;
    if (kind === 'error') {
      this.say(field, { code: 'cell-error', found: text });
      return undefined;
    }
    if (formula !== undefined) this.say(field, { code: 'formula', found: text });
    else if (kind !== 'text' && !(kind === 'number' && isNumberAllowed)) {
      this.say(field, { code: 'value-not-text', kind, found: text });
    }
    return text;
  }

  /** An identifier: without blanks around it, and in ASCII digits, for it has no others. */
  name(field: Field): string | undefined {
    const text = this.text(field, { isNumberAllowed: true });
    return text === undefined ? undefined : foldDigits(text.trim());
  }

  /** A number that is written in any digits, as a number or as a text. */
  number(field: Field): number | undefined {
    const text = this.text(field, { isNumberAllowed: true })?.trim();
    if (text === undefined) return undefined;
    const folded = foldDigits(text);
    if (/^\d{1,4}$/.test(folded)) return Number(folded);
    this.say(field, { code: 'number-unreadable', label: field.label, found: text });
    return undefined;
  }

  /** The ISO date of a date that is written in words or numbers, or that is a date of Excel. */
  date(field: Field): string | undefined {
    const { content, label } = field;
    if (content === undefined) return undefined;
    if (content.kind === 'error') return this.text(field);
    if (content.formula !== undefined) this.say(field, { code: 'formula', found: content.text });
    const date = content.kind === 'date' ? shownDate(content) : writtenIsoDate(content.text);
    if (date === undefined) this.say(field, { code: 'date-unreadable', label, found: content.text });
    return date;
  }

  /** Adds a problem of a field. */
  say({ sheet, cell }: Place, fact: YearFact): void {
    this.problems.push({ ...fact, sheet, cell });
  }
}

/**
 * The ISO date that a date of Excel shows. Undefined where it does not show which date it is: with the month first in numbers, or
 * with a year of two digits that may be of either era.
 */
function shownDate({ text, format = '', shownFormat, typedInBuddhistEra }: CellContent): string | undefined {
  const code = (shownFormat ?? format).replace(/"[^"]*"?|\[[^\]]*\]?|\\./g, '');
  const isMonthFirst = /^[^dy]*m{1,2}(?!m)[^y]*d/i.test(code);
  const isShortYear = /(?:^|[^y])yy?(?:[^y]|$)/i.test(code);
  if (isMonthFirst || (isShortYear && !typedInBuddhistEra)) return undefined;
  return writtenIsoDate(text.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, ''));
}
