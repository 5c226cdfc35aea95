import type { TemplateFault } from '../document/template.ts';
import type { ReportDoubt } from '../printed-report/report-doubt.ts';
import type { YearDoubt } from '../programme/next-year.ts';
import type { Template } from './words.ts';

/** The words about a programme that is made from another one or from an older report, in one language; `{name}` is a slot for a fact. */
export interface RolloverWords {
  /** What was left in next year's data, and a person may have to change. */
  readonly year: Readonly<Record<YearDoubt['code'], string>>;
  /** What was read from a report with some doubt. */
  readonly report: Readonly<Record<ReportDoubt['code'], string>>;
  /** What became of a measure of another programme; {percent} is how alike the words are. */
  readonly matches: {
    readonly moved: string;
    readonly reworded: string;
    readonly added: string;
    readonly gone: string;
    /** After the others: measures of the other programme that are at least as much alike. */
    readonly rivals: string;
  };
  /** Why a report cannot be read: {file}, and {detail} in technical terms. */
  readonly faults: Readonly<Record<TemplateFault, Template>>;
  /** Where a doubt is: {table} and {row}. */
  readonly place: string;
}
