import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isYearToken } from '../../src/domain/form/identity.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { rawYearData, type YearData } from '../../src/domain/programme/year-data.ts';
import { agencyFileName } from '../../src/domain/form/plan/agency-workbook.ts';
import { answer } from '../support/answer.ts';
import { documentOf, ita, REAL_PORTS, type Ran } from '../support/cli.ts';
import { ownFolder } from '../support/own-folder.ts';
import { carryingWorkbook, SMALL_YEAR } from '../support/year-workbooks.ts';

const { codec } = REAL_PORTS;
const folder = ownFolder();
const { programme, roster } = SMALL_YEAR;
const RESULTS: Readonly<Record<string, string>> = { '02': 'ประกาศแล้ว', '11': 'ประกาศที่โรงเรียนแล้ว' };

/** A folder of workbooks that two agencies filled in, made with the files of a year that the program does not have. */
async function filled(name: string): Promise<string> {
  const out = path.join(folder(), name);
  mkdirSync(out);
  const raw = rawYearData(SMALL_YEAR);
  const [programmeFile, rosterFile] = [path.join(folder(), 'p.json'), path.join(folder(), 'r.json')];
  writeFileSync(programmeFile, JSON.stringify(raw.programme));
  writeFileSync(rosterFile, JSON.stringify(raw.roster));
  const agencies = Object.keys(RESULTS).flatMap((code) => ['--agency', code]);
  const made = await ita(['generate', '--programme', programmeFile, '--roster', rosterFile, ...agencies, '--out', out]);
  expect(made).toMatchObject({ code: 0 });
  for (const [code, result] of Object.entries(RESULTS)) {
    const file = fileOf(out, code);
    const answers = { '1.1.1': { status: 'ดำเนินการแล้ว', result } };
    writeFileSync(file, await answer(codec, readFileSync(file), answers));
  }
  return out;
}

function fileOf(out: string, code: string, { programme, roster }: YearData = SMALL_YEAR): string {
  return path.join(
    out,
    agencyFileName(
      programme,
      roster.agencies.find((agency) => agency.code === code)!,
    ),
  );
}

/** Takes what a workbook carries of its year out of it. */
async function withoutYear(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const { sheets } = await codec.decode(bytes);
  const cells = sheets.flatMap(({ name, cells }) => cells.map((cell) => ({ ...cell, sheet: name })));
  const patches = cells
    .filter(({ text }) => isYearToken(text))
    .map(({ sheet, row, column }) => ({ sheet, row, column, text: '' }));
  expect(patches).toHaveLength(2);
  writeFileSync(file, await codec.patch(bytes, patches));
}

const problemsOf = (ran: Ran): readonly string[] =>
  (documentOf(ran).problems as readonly { readonly code: string }[]).map(({ code }) => code);

describe('workbooks of a year that the program does not have', () => {
  it('are read, checked and consolidated, and their master written as a report, by what they carry', async () => {
    const files = await filled('all');
    const read = await ita(['read', fileOf(files, '02'), '--format', 'json']);
    expect(read.err).toContain(programme.title);
    expect(documentOf(read)).toMatchObject({
      agency: '02',
      year: 2570,
      entries: [{ measure: '1.1.1', paragraphs: [RESULTS['02']] }],
      problems: [],
    });
    const checked = await ita(['check', files, '--format', 'json']);
    expect(documentOf(checked)).toMatchObject({ files: [{ agencies: ['02'] }, { agencies: ['11'] }] });
    expect(checked.out).not.toContain('programme-differs');
    const master = path.join(folder(), 'master.xlsx');
    const consolidated = await ita(['consolidate', files, '--out', master, '--no-cache', '--format', 'json']);
    expect(documentOf(consolidated)).toMatchObject({
      year: 2570,
      agencies: { received: 2, expected: roster.agencies.length },
    });
    // The master carries the year on.
    const out = path.join(folder(), 'report.docx');
    expect(await ita(['report', master, '--out', out, '--format', 'json'])).toMatchObject({ code: 1 });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('are those of another year where the office says which year it is', async () => {
    const files = await filled('told');
    const read = await ita(['read', fileOf(files, '02'), '--year', '2565', '--format', 'json']);
    expect(problemsOf(read)).toContain('programme-differs');
    expect(read.err).toBe('');
  });

  it('are read by what another agency’s file carries where one no longer does', async () => {
    const files = await filled('one-without');
    await withoutYear(fileOf(files, '02'));
    const out = path.join(folder(), 'one-without.xlsx');
    const consolidated = await ita(['consolidate', files, '--out', out, '--no-cache', '--format', 'json']);
    expect(documentOf(consolidated)).toMatchObject({ year: 2570, agencies: { received: 2 } });
  });

  it('are named, with why, where none carries its year any longer', async () => {
    const files = await filled('none');
    for (const code of Object.keys(RESULTS)) await withoutYear(fileOf(files, code));
    const read = await ita(['read', fileOf(files, '02'), '--format', 'json']);
    expect(read.code).toBe(1);
    expect(read.err).toContain('ไม่มีแผ่นงานที่เก็บข้อมูลแล้ว');
    expect(problemsOf(read)).toEqual(expect.arrayContaining(['programme-differs', 'text-of-other-programme']));
  });

  it('are the few of another year among workbooks of a year that the program has', async () => {
    const files = await filled('mixed');
    const data = builtInProgramme()!;
    for (const code of ['5001', '5002', '5003']) {
      writeFileSync(fileOf(files, code, data), await carryingWorkbook(data, code));
    }
    const out = path.join(folder(), 'mixed.xlsx');
    const consolidated = await ita(['consolidate', files, '--out', out, '--no-cache', '--format', 'json']);
    expect(documentOf(consolidated)).toMatchObject({ year: 2565, agencies: { received: 3 } });
    expect(problemsOf(consolidated).filter((code) => code === 'programme-differs')).toHaveLength(2);
  });
});
