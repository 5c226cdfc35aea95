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
  /** Why a report cannot be read: {file}, and {detail} in technical terms. */
  readonly faults: Readonly<Record<TemplateFault, Template>>;
  /** Where a doubt is: {table} and {row}. */
  readonly place: string;
}
