import fc from 'fast-check';
import programmeFile from '../../../src/domain/programme/data/programme-bma-2565.json';
import rosterFile from '../../../src/domain/programme/data/roster-bma-2565.json';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { agenciesOfAllYears, rosterOfYear } from '../../../src/domain/programme/roster.ts';
import { nextYear } from '../../../src/domain/programme/next-year.ts';
import { dueOf, parseYearData, rawYearData, type YearData } from '../../../src/domain/programme/year-data.ts';

const RAW = { programme: programmeFile, roster: rosterFile };

/** The roster file with other fields for one of its agencies. */
function rosterWith(code: string, fields: object): unknown {
  return {
    ...rosterFile,
    agencies: rosterFile.agencies.map((agency) => (agency.code === code ? { ...agency, ...fields } : agency)),
  };
}

describe('the data of a year', () => {
  it('are the same after they were written as data files and read again', () => {
    const data = builtInProgramme()!;
    expect(parseYearData(JSON.parse(JSON.stringify(rawYearData(data))) as typeof RAW)).toEqual({
      value: data,
      problems: [],
    });
  });

  it('keep contacts, dates and years of an agency, and the evidence and help of a measure', () => {
    const own = {
      contact: 'นางสาวสมหญิง ใจดี',
      email: 'ita-5019@bangkok.example',
      phone: '๐ ๒๔๒๔ ๐๐๕๖',
      due: '2022-05-15',
      from: 2560,
      until: 2570,
    };
    const programme = JSON.parse(JSON.stringify(programmeFile)) as typeof programmeFile;
    Object.assign(programme.parts[0]!.issues[0]!.groups[0]!.measures[0]!, { asks: 'คำสั่ง', hint: 'ระบุเลขที่คำสั่ง' });
    const { value, problems } = parseYearData({ programme, roster: rosterWith('5019', own) });
    expect(problems).toEqual([]);
    expect(value?.roster.agencies.find(({ code }) => code === '5019')).toMatchObject(own);
    expect(value?.programme.parts[0]?.issues[0]?.groups[0]?.measures[0]).toMatchObject({
      asks: 'คำสั่ง',
      hint: 'ระบุเลขที่คำสั่ง',
    });
    expect(parseYearData(rawYearData(value!)).value).toEqual(value);
  });

  it.each([
    ['has not begun to report', { from: 2566 }],
    ['reports no longer', { until: 2564 }],
  ])('ask nothing of an agency that %s, and keep it', (_, years) => {
    const { value } = parseYearData({ ...RAW, roster: rosterWith('5019', years) });
    expect(value?.roster.agencies).toHaveLength(76);
    const left = value?.roster.ofAllYears?.filter((agency) => !value.roster.agencies.includes(agency));
    expect(left).toMatchObject([{ code: '5019', ...years }]);
    expect(JSON.stringify(value?.programme.parts)).not.toContain('"5019"');
    expect(JSON.stringify(rawYearData(value!).roster)).toContain('"5019"');
  });

  it('put an agency that pauses for a year back in its place', () => {
    const { value } = parseYearData({ ...RAW, roster: rosterWith('5019', { from: 2567 }) });
    const [one, two] = [nextYear(value!).data, nextYear(nextYear(value!).data).data];
    const codesOf = ({ roster: { agencies } }: YearData): readonly string[] => agencies.map(({ code }) => code);
    const before = builtInProgramme()!.roster.agencies.map(({ code }) => code);
    expect(codesOf(one)).toEqual(before.filter((code) => code !== '5019'));
    expect(codesOf(two)).toEqual(before);
  });

  it('say in which of the two files a problem is', () => {
    const { value, problems } = parseYearData({
      programme: { ...programmeFile, organisation: '' },
      roster: rosterWith('5019', { email: 'nobody', from: 2570, until: 2565 }),
    });
    expect(value).toBeUndefined();
    expect(problems.map((problem) => 'path' in problem && problem.path)).toEqual([
      expect.stringMatching(/^roster\.agencies\[\d+\]\.email$/),
    ]);
  });

  it('refuse years of an agency that end before they begin', () => {
    const { problems } = parseYearData({ ...RAW, roster: rosterWith('5019', { from: 2570, until: 2565 }) });
    expect(problems).toMatchObject([{ code: 'data-rule', rule: 'last-year-after-first', found: '2565' }]);
  });

  it('give an agency its own due date, or that of all', () => {
    expect(dueOf({ due: '2022-04-29' }, {})).toBe('2022-04-29');
    expect(dueOf({ due: '2022-04-29' }, { due: '2022-05-15' })).toBe('2022-05-15');
  });
});

describe('the roster of a year', () => {
  const year = fc.integer({ min: 2560, max: 2570 });
  const { roster } = builtInProgramme()!;

  it('keeps every agency in its place, whatever years it is asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: year, until: year }), { maxLength: 5 }),
        fc.array(year),
        (spans, years) => {
          const given = {
            ...roster,
            agencies: roster.agencies.map((agency, index) => ({ ...agency, ...spans[index] })),
          };
          const last = years.reduce(rosterOfYear, given);
          expect(agenciesOfAllYears(last)).toEqual(given.agencies);
          expect(given.agencies.filter((agency) => last.agencies.includes(agency))).toEqual(last.agencies);
        },
      ),
    );
  });
});
