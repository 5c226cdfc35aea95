import { issuesOf, measuresOf, type Measure, type Programme } from '../../programme/programme.ts';
import { resolveParty } from '../../programme/responsibility.ts';
import type { Agency, AgencyClass, Roster } from '../../programme/roster.ts';
import type { YearData } from '../../programme/year-data.ts';
import { thaiDigits } from '../../text/digits.ts';
import { joinLines } from '../lines.ts';
import { misprintLine } from '../misprint-lines.ts';
import { formatYearToken } from '../tokens.ts';
import { textChecksum } from '../version.ts';
import { writtenDate } from '../written-date.ts';

/** A row of a table: its values by column, and the token of its row. */
export interface TableRow {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly token?: string;
}

/** A row for each issue, with its part. */
export function issueRows(programme: Programme): readonly TableRow[] {
  return issuesOf(programme).map(({ part, issue }) => ({
    values: {
      part: part.id,
      partTitle: part.title,
      number: number(issue.number),
      title: issue.title,
      sheetName: issue.sheetName,
      indicator: issue.indicator.id,
      indicatorTitle: issue.indicator.title,
    },
  }));
}

/** A row for each measure. */
export function measureRows({ programme, roster }: YearData): readonly TableRow[] {
  return measuresOf(programme).map(({ issue, group, measure }) => ({
    token: formatYearToken({ kind: 'row', key: measure.key, text: textChecksum(measure.text) }),
    values: {
      issue: number(issue.number),
      group: number(group.number),
      printed: measure.printed,
      text: measure.text,
      responsible: measure.responsible.printed,
      agencies: unclearAgencies(measure, roster),
      asks: measure.asks,
      hint: measure.hint,
      misprints: lines(measure.misprints.map(misprintLine)),
    },
  }));
}

/** A row for each agency. */
export function agencyRows(agencies: readonly Agency[]): readonly TableRow[] {
  return agencies.map(({ code, name, kind, aliases, contact, email, phone, due, from, until, sharedWith }) => ({
    values: {
      code,
      name,
      kind,
      aliases: lines(aliases),
      contact,
      email,
      phone,
      due: due === undefined ? undefined : writtenDate(due),
      from: from === undefined ? undefined : number(from),
      until: until === undefined ? undefined : number(until),
      sharedWith: lines(sharedWith),
    },
  }));
}

/** A row for each class of agencies. */
export function classRows(classes: readonly AgencyClass[]): readonly TableRow[] {
  return classes.map(({ id, kinds, label, partLabel, names, selfReference }) => ({
    values: {
      id,
      kinds: kinds === '*' ? '*' : lines(kinds),
      label,
      partLabel,
      names: lines(names),
      selfReference: lines(selfReference),
    },
  }));
}

/** The agencies of a measure by their codes, where its printed party alone does not tell them. */
function unclearAgencies({ responsible: { printed, agencies } }: Measure, roster: Roster): string | undefined {
  return resolveParty(roster, printed)?.join() === agencies.join() ? undefined : lines(agencies);
}

function lines(texts: readonly string[] | undefined): string | undefined {
  return texts === undefined || texts.length === 0 ? undefined : joinLines(texts);
}

function number(value: number): string {
  return thaiDigits(String(value));
}
