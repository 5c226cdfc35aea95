import type { AgencyCode } from '../../programme/roster.ts';
import { parseCellName } from '../../spreadsheet/address.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { instantOfThaiTime } from '../../text/dates.ts';
import { foldDigits } from '../../text/digits.ts';
import { SOURCE_SEPARATOR } from '../plan/provenance.ts';
import type { ReportHeading } from '../report-headings.ts';

/**
 * Reads the sources in the hidden columns of a row, in order; none if a person or another program cleared them. A list whose length
 * differs from that of the agencies, because it was cut off or a value contains the separator, gives empty texts.
 * @param textIn returns the row's text under a heading
 */
export function sourcesIn(textIn: (heading: ReportHeading) => string): readonly Source[] {
  const agencies = listIn(foldDigits(textIn('agency')));
  const listOf = (heading: ReportHeading): readonly string[] => {
    const values = listIn(textIn(heading));
    return values.length === agencies.length ? values : [];
  };
  const [files, sheets, cells, saved] = [listOf('file'), listOf('sheet'), listOf('cell'), listOf('savedAt')];
  return agencies.flatMap((agency, index): readonly Source[] => {
    // The end of a list that was cut off is not an agency.
    if (!/^\S+$/.test(agency)) return [];
    const savedAt = instantOfThaiTime(saved[index] ?? '');
    return [
      {
        agency: agency as AgencyCode,
        file: files[index] ?? '',
        sheet: sheets[index] ?? '',
        cell: parseCellName(foldDigits(cells[index] ?? '')) ?? { row: 0, column: 0 },
        ...(savedAt === '' ? {} : { savedAt }),
      },
    ];
  });
}

function listIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(SOURCE_SEPARATOR);
}
