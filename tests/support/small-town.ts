import programme2567 from '../../docs/examples/tambon/programme-2567.json';
import programme2568 from '../../docs/examples/tambon/programme-2568.json';
import results2567 from '../../docs/examples/tambon/results-2567.json';
import results2568 from '../../docs/examples/tambon/results-2568.json';
import roster from '../../docs/examples/tambon/roster.json';
import { parseYearData, type YearData } from '../../src/domain/programme/year-data.ts';

/** A year of the made-up small organisation, and what its agencies answered. */
export interface TownYear {
  readonly data: YearData;
  readonly results: readonly {
    readonly measure: string;
    readonly agencies: readonly string[];
    readonly text: string;
  }[];
}

/** The years of the made-up small organisation, ascending. */
export const TOWN_YEARS: readonly TownYear[] = [
  { data: parsed(programme2567), results: results2567 },
  { data: parsed(programme2568), results: results2568 },
];

/** The folder of the example data. */
export const TOWN_FOLDER = 'docs/examples/tambon';

function parsed(programme: unknown): YearData {
  const { value, problems } = parseYearData({ programme, roster });
  if (!value || problems.length > 0) throw new Error(`the example data are broken: ${JSON.stringify(problems)}`);
  return value;
}
