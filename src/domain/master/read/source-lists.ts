import type { AgencyCode } from '../../programme/roster.ts';
import { parseCellName } from '../../spreadsheet/address.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { instantOfThaiTime } from '../../text/dates.ts';
import { foldDigits } from '../../text/digits.ts';
import { SOURCE_SEPARATOR } from '../plan/provenance.ts';
import type { ReportHeading } from '../report-headings.ts';

/**
 * The sources in the hidden columns of a row, in their order; none where a person or another program emptied them. A list
 * that does not go with the agencies, because it was cut or a name holds the separator, gives empty texts.
 * @param textIn the row's text under a heading
 */
export function sourcesIn(textIn: (heading: ReportHeading) => string): readonly Source[] {
  const agencies = listIn(foldDigits(textIn('agency')));
  const listOf = (heading: ReportHeading): readonly string[] => {
    const values = listIn(textIn(heading));
    return values.length === agencies.length ? values : [];
  };
  const [files, sheets, cells, saved] = [listOf('file'), listOf('sheet'), listOf('cell'), listOf('savedAt')];
  return agencies.flatMap((agency, index): readonly Source[] => {
    // What stands at the end of a list that was cut is no agency.
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
