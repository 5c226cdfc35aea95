import results from '../../docs/examples/bma-2565/results.json';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { measuresOf, type MeasureKey, type Programme } from '../../src/domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../../src/domain/programme/roster.ts';
import type { Entry, Submission } from '../../src/domain/submissions/submission.ts';

/** The programme of the printed report and its roster. */
export const { programme, roster }: { programme: Programme; roster: Roster } = builtInProgramme(2565)!;

/** The code of the first agency that a paragraph of the printed report speaks for. */
function speakerOf(agencies: string | readonly string[]): AgencyCode {
  const kinds = roster.classes.find(({ id }) => id === agencies)?.kinds;
  const isMember = (kind: string): boolean => kinds === '*' || (kinds?.includes(kind) ?? false);
  return roster.agencies.find(({ code, kind }) => (kinds === undefined ? agencies.includes(code) : isMember(kind)))!
    .code;
}

/**
 * The printed report as submissions: each paragraph once, in the answer of the first agency that it speaks for, as done; the
 * measure itself and who is responsible stand beside it as notes, so that they are checked too.
 */
export function reportAsSubmissions(): readonly Submission[] {
  const texts = new Map<AgencyCode, Map<MeasureKey, string[]>>();
  for (const { measure, agencies, text } of results as readonly {
    readonly measure: string;
    readonly agencies: string | readonly string[];
    readonly text: string;
  }[]) {
    const agency = speakerOf(agencies);
    const ofAgency = texts.get(agency) ?? new Map<MeasureKey, string[]>();
    texts.set(agency, ofAgency);
    const key = measure as MeasureKey;
    ofAgency.set(key, [...(ofAgency.get(key) ?? []), text]);
  }
  return [...texts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([agency, entries]) => ({
      agency,
      file: `${agency}.xlsx`,
      issues: programme.parts.flatMap(({ issues }) => issues.map(({ number }) => number)),
      contact: {},
      entries: measuresOf(programme).flatMap(({ issue, measure }, row): Entry[] => {
        const paragraphs = entries.get(measure.key);
        if (paragraphs === undefined) return [];
        const location = (column: number) => ({ sheet: issue.sheetName, cell: { row, column } });
        return [
          {
            measure: measure.key,
            status: { id: 'done', text: 'ดำเนินการแล้ว', ...location(4) },
            paragraphs: paragraphs.map((text, index) => ({ text, ...location(10 + index) })),
            dates: [],
            evidence: [],
            notes: [
              { text: measure.text, ...location(1) },
              { text: measure.responsible.printed, ...location(2) },
            ],
          },
        ];
      }),
    }));
}
