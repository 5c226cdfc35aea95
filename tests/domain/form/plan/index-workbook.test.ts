import { planIndexWorkbook } from '../../../../src/domain/form/plan/index-workbook.ts';
import type { Roster } from '../../../../src/domain/programme/roster.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../../support/small-programme.ts';

const created = '2027-04-01T00:00:00Z';

function rowsOf(roster: Roster): readonly (readonly unknown[])[] {
  const [sheet] = planIndexWorkbook(SMALL_PROGRAMME, roster, { created }).sheets;
  return [...sheet!.rows].slice(3).map(({ cells }) => cells.map(({ value }) => value));
}

describe('the list of workbooks', () => {
  it('has a column of last days only where an agency has one of its own', () => {
    expect(rowsOf(SMALL_ROSTER)[0]).not.toContain('กำหนดส่งคืน');
    const [first, ...others] = SMALL_ROSTER.agencies;
    const rows = rowsOf({ ...SMALL_ROSTER, agencies: [{ ...first!, due: '2027-06-15' }, ...others] });
    const column = rows[0]!.indexOf('กำหนดส่งคืน');
    expect(rows.slice(1).map((row) => row[column])).toEqual(['๑๕ มิถุนายน ๒๕๗๐', ...others.map(() => '๓๑ พฤษภาคม ๒๕๗๐')]);
  });
});
