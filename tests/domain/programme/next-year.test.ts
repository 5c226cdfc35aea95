import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { matchMeasures } from '../../../src/domain/programme/match-measures.ts';
import { nextYear } from '../../../src/domain/programme/next-year.ts';
import { parseYearData, rawYearData, type YearData } from '../../../src/domain/programme/year-data.ts';
import { foldDigits } from '../../../src/domain/text/digits.ts';
import { TOWN_YEARS } from '../../support/small-town.ts';

const BMA = builtInProgramme()!;
const TOWN = TOWN_YEARS[0]!.data;

/** Every text in a value by its path. */
function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, item]) =>
    textsIn(item, Array.isArray(value) ? `${path}[${field}]` : `${path}.${field}`),
  );
}

function allTexts(data: YearData): ReadonlyMap<string, string> {
  const { programme, roster } = rawYearData(data) as { programme: unknown; roster: { agencies: { code: string }[] } };
  // Those that do not report are listed last.
  const agencies = roster.agencies.toSorted((one, other) => one.code.localeCompare(other.code));
  return new Map([...textsIn(programme, 'programme'), ...textsIn({ ...roster, agencies }, 'roster')]);
}

describe("next year's programme", () => {
  it('has the id, the year, the last day and the texts of the next year', () => {
    const { data } = nextYear(BMA);
    expect(data.programme).toMatchObject({
      id: 'bma-2566',
      year: 2566,
      version: '1',
      due: '2023-04-29',
      roster: 'bma-2566',
    });
    expect(data.programme.report.asOf).toBe('เมษายน ๒๕๖๖');
    expect(data.programme.report.cover.at(-1)).toBe('ประจำปีงบประมาณ พ.ศ. ๒๕๖๖');
    expect(data.programme.report.letter?.subject).toMatch(/ประจำปีงบประมาณ พ\.ศ\. ๒๕๖๖$/);
    expect(foldDigits(JSON.stringify({ ...data.programme, parts: [] }))).not.toMatch(/2565/);
  });

  it.each([
    ['the built-in organisation', BMA],
    ['a small organisation', TOWN],
  ])('of %s differs from this year only in what it tells', (_, data) => {
    const { data: next, changes } = nextYear(data);
    const [before, after] = [allTexts(data), allTexts(next)];
    const differing = [...before].filter(([path, text]) => after.get(path) !== text);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(changes.map(({ path, from, to }) => [path, from, to])).toEqual(
      differing.map(([path, from]) => [path, from, after.get(path)]),
    );
  });

  it('keeps every measure, and shows how those would read that tell a year', () => {
    const { data, doubts } = nextYear(BMA);
    expect(matchMeasures(BMA.programme, data.programme).every(({ kind }) => kind === 'same')).toBe(true);
    expect(doubts).toContainEqual({
      code: 'year-in-measure',
      path: 'programme.parts[0].issues[0].groups[0].measures[0].text',
      text: expect.stringContaining('ที่ได้มีการปรับปรุงในปี พ.ศ. ๒๕๖๔ ให้ข้าราชการ') as string,
      suggestion: expect.stringContaining('ที่ได้มีการปรับปรุงในปี พ.ศ. ๒๕๖๕ ให้ข้าราชการ') as string,
    });
  });

  it('says which agencies come and go, and asks the others', () => {
    const { data, doubts, problems } = nextYear(TOWN);
    expect(data.roster.agencies.map(({ code }) => code)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08']);
    expect(data.programme.parts[0]?.issues[0]?.groups[0]?.measures[0]?.responsible.agencies).toContain('08');
    expect(doubts).toMatchObject([
      { code: 'year-left', path: 'programme.report.introduction[0]', years: ['๒๕๖๖'] },
      { code: 'year-in-measure' },
      { code: 'agency-joins', agency: { code: '08' } },
      { code: 'agency-leaves', agency: { code: '11' } },
    ]);
    expect(problems).toEqual([]);
  });

  it('says that a last day is no working day, and that a party has left', () => {
    const raw = rawYearData(BMA) as { programme: object; roster: { agencies: { code: string; name: string }[] } };
    const roster = {
      ...raw.roster,
      agencies: raw.roster.agencies.map((agency) =>
        agency.code === '0406'
          ? { ...agency, until: 2565 }
          : agency.code === '5019'
            ? { ...agency, due: '2024-02-29' }
            : agency,
      ),
    };
    const { value } = parseYearData({ programme: raw.programme, roster });
    const { data, doubts, problems } = nextYear(value!);
    expect(data.roster.agencies.find(({ code }) => code === '5019')?.due).toBe('2025-02-28');
    expect(doubts).toContainEqual({ code: 'due-on-weekend', path: 'programme.due', date: '2023-04-29' });
    const own = BMA.roster.agencies.map((agency, index) => (index === 1 ? { ...agency, due: '2022-04-30' } : agency));
    expect(nextYear({ ...BMA, roster: { ...BMA.roster, agencies: own } }).doubts).toContainEqual({
      code: 'own-due-on-weekend',
      path: 'roster.agencies[1].due',
      date: '2023-04-30',
      name: 'สำนักงานเลขานุการผู้ว่าราชการกรุงเทพมหานคร',
    });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'party-unknown' }));
  });

  it('is told apart by the year at the end of an id without one', () => {
    const { data } = nextYear({ ...TOWN, programme: { ...TOWN.programme, id: 'tambon', version: '3' } });
    expect(data.programme).toMatchObject({ id: 'tambon-2568', version: '1', roster: 'tambon' });
  });

  it('follows year by year', () => {
    const { data } = nextYear(nextYear(BMA).data);
    expect(data.programme).toMatchObject({ id: 'bma-2567', year: 2567, due: '2024-04-29' });
    expect(data.programme.report.asOf).toBe('เมษายน ๒๕๖๗');
  });
});
