import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileSession } from '../support/file-session.ts';
import { checkOf } from '../../src/addin/session/selectors.ts';
import { programmeInUse } from '../../src/addin/session/programmes.ts';
import { createClock } from '../../src/cli/clock.ts';
import { answerForm } from '../../src/domain/form/answers/answer-form.ts';
import type { AnswerColumn } from '../../src/domain/form/columns.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { issuesOfAgency } from '../../src/domain/programme/assignment.ts';
import type { Programme } from '../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../src/domain/programme/roster.ts';
import { cellName, parseCellName } from '../../src/domain/spreadsheet/address.ts';
import type { TextPatch } from '../../src/domain/spreadsheet/content.ts';
import { fillPatches } from '../demo/fill.ts';
import { documentOf, ita, REAL_PORTS, type Ran } from '../support/cli.ts';
import { ownFolder } from '../support/own-folder.ts';

const at = ownFolder();
const { codec } = REAL_PORTS;
const BUILT_IN = builtInProgramme()!;

/** The agency that fills in a file, which gets another name, and the one that fills in on the page. */
const [RENAMED, ON_PAGE] = ['5004', '0405'] as const;
const NEW_NAME = 'สำนักงานเขตบางรักใหม่';
const REWORDED = { E5: 'ประชาสัมพันธ์คู่มือการปฏิบัติงานฉบับใหม่', E6: 'ซักซ้อมความเข้าใจทุกไตรมาส', E7: 'จัดระบบคิวออนไลน์' };
const ASKS = 'ลิงก์ของช่องทาง';
const ADDED = 'จัดทำช่องทางรับเรื่องร้องเรียนการทุจริตออนไลน์';

/** Runs a command line in the spring of 2566. */
const run = (...argv: readonly string[]): Promise<Ran> =>
  ita(argv, { clock: createClock(String(Date.UTC(2023, 4, 10) / 1000)) });

async function patch(file: string, patches: readonly TextPatch[], out = file): Promise<void> {
  writeFileSync(out, await codec.patch(readFileSync(file), patches));
}

/** Edits next year's workbook as an office does: three measures reworded, one added, one agency renamed. */
async function edit(file: string): Promise<void> {
  const { sheets } = await codec.decode(readFileSync(file));
  const [measures, agencies] = ['มาตรการ', 'หน่วยงาน'].map((name) => sheets.find((sheet) => sheet.name === name)!);
  const textAt = (cell: string) => measures!.cells.find((one) => cellName(one) === cell)!.text;
  // The first row below the measures.
  const free =
    2 + Math.max(...measures!.cells.filter(({ text }) => text.startsWith('ita-year:row=')).map(({ row }) => row));
  const renamed = agencies!.cells.find(({ column, text }) => column === 1 && text === RENAMED)!;
  const typed = {
    ...REWORDED,
    [`B${free}`]: '๘',
    [`C${free}`]: '๑',
    [`E${free}`]: ADDED,
    [`H${free}`]: ASKS,
    [`F${free}`]: textAt('F5'),
  };
  await patch(file, [
    ...Object.entries(typed).map(([cell, text]) => ({ sheet: 'มาตรการ', text, ...parseCellName(cell)! })),
    { sheet: 'หน่วยงาน', row: renamed.row, column: 2, text: NEW_NAME },
  ]);
}

/** What an agency did in a year. */
function deedsOf(programme: Programme, agency: string, text: string) {
  const measures = issuesOfAgency(programme, agency as AgencyCode).flatMap((issue) => issue.measures);
  return new Map(measures.map(({ key }) => [key, [`${text} ${key}`]]));
}

/** Fills in a workbook and gives it another place. */
async function filled(file: string, programme: Programme, agency: string, text: string, out: string): Promise<void> {
  const blank = await codec.decode(readFileSync(file));
  const patches = fillPatches(
    blank,
    {
      contact: { name: 'ผู้ประสานงาน', phone: '๐ ๒๒๓๔ ๕๖๗๘', email: 'a@bangkok.example' },
      paragraphs: deedsOf(programme, agency, text),
      status: { answered: 'done', others: 'not-started' },
    },
    programme,
  );
  await patch(file, patches, out);
}

/** Types the answer to one measure into the form of the page without Excel, as somebody who has the file alone. */
async function answeredOnPage(
  file: string,
  measure: string,
  texts: Partial<Record<AnswerColumn, string>>,
): Promise<void> {
  let bytes: Uint8Array = readFileSync(file);
  const session = fileSession({ bytes, onChange: (changed) => (bytes = changed) });
  await session.start();
  for (const [column, text] of Object.entries(texts)) {
    const { content } = checkOf(session.state)!.result;
    const data = programmeInUse(session.state);
    const agency = data.roster.agencies.find(({ code }) => code === ON_PAGE)!;
    const form = answerForm(content, { ...data, agency });
    const { fields, measure: asked } = form.find((one) => one.measure.key === measure)!;
    expect(asked.asks).toBe(ASKS);
    session.answers.type(fields[column as AnswerColumn][0]!, text);
    await session.answers.keep();
  }
  writeFileSync(file, bytes);
}

describe("an office's next year", () => {
  it('goes from the built-in year by a workbook to its report, and no file of code or JSON is touched', async () => {
    const [year, imported, sent, past, received] = ['ปีหน้า.xlsx', 'นำเข้า', 'แจก', 'ปีก่อน', 'รับ'].map((name) => at(name));
    for (const folder of [past!, received!]) mkdirSync(folder);
    expect((await run('programme', 'next', '--out', year!)).code).toBe(0);
    await edit(year!);

    const checked = documentOf(await run('programme', 'check', year!, '--format', 'json'));
    const changes = (checked.changes as { code: string }[]).filter(({ code }) => code !== 'value-changed');
    expect(changes).toMatchObject([
      { code: 'measure-reworded', key: '1.1.1', after: REWORDED.E5 },
      { code: 'measure-reworded', key: '1.1.2', after: REWORDED.E6 },
      { code: 'measure-reworded', key: '1.1.3', after: REWORDED.E7 },
      { code: 'measure-added', key: '8.1.6', text: ADDED },
      { code: 'agency-renamed', agency: RENAMED, after: NEW_NAME },
    ]);
    expect((await run('programme', 'import', year!, '--out', imported!)).code).toBe(0);
    const workbook = readdirSync(imported!).find((name) => name.endsWith('.xlsx'))!;

    // Last year's workbooks of both agencies came back filled in.
    const agencies = [RENAMED, ON_PAGE].flatMap((code) => ['--agency', code]);
    await run('generate', ...agencies, '--out', past!);
    for (const [index, name] of readdirSync(past!).entries())
      await filled(at('ปีก่อน', name), BUILT_IN.programme, [ON_PAGE, RENAMED][index]!, 'ผลปีก่อน', at('ปีก่อน', name));
    const programme = ['--programme', at('นำเข้า', workbook)];
    const made = await run(
      'generate',
      ...agencies,
      '--out',
      sent!,
      '--last-year',
      past!,
      ...programme,
      '--format',
      'json',
    );
    expect([made.code, documentOf(made).lastYear]).toMatchObject([0, { agencies: [ON_PAGE, RENAMED], problems: [] }]);
    const [onPage, inFile] = readdirSync(sent!).toSorted();
    expect(inFile).toBe(`${RENAMED}-${NEW_NAME}-๒๕๖๖.xlsx`);
    // Reworded beyond likeness or not, last year's answer stands beside each measure that was there.
    const { sheets } = await codec.decode(readFileSync(at('แจก', inFile!)));
    const all = sheets.flatMap(({ cells }) => cells.map(({ text }) => text)).join('\n');
    for (const [text] of deedsOf(BUILT_IN.programme, RENAMED, 'ผลปีก่อน').values()) expect(all).toContain(text!);

    const carried = documentOf(await run('check', at('แจก', inFile!), '--format', 'json'));
    expect(carried.files).toMatchObject([{ agencies: [RENAMED] }]);
    await filled(at('แจก', inFile!), BUILT_IN.programme, RENAMED, 'ผลปีนี้', at('รับ', inFile!));
    writeFileSync(at('รับ', onPage!), readFileSync(at('แจก', onPage!)));
    await answeredOnPage(at('รับ', onPage!), '8.1.6', { status: 'ดำเนินการแล้ว', result: 'เปิดช่องทางแล้ว ๑ ช่องทาง' });

    // Nobody says which year it is from here on.
    const chased = documentOf(await run('chase', received!, '--format', 'json')).agencies as { agency: string }[];
    expect(chased).toHaveLength(77);
    expect(chased.filter(({ agency }) => agency === RENAMED || agency === ON_PAGE)).toMatchObject([
      { agency: ON_PAGE, state: 'unfinished', unanswered: expect.not.arrayContaining(['8.1.6']) as unknown },
      { agency: RENAMED, state: 'complete', unanswered: [] },
    ]);
    const master = at('รายงานรวม.xlsx');
    const consolidated = await run('consolidate', received!, '--out', master, '--format', 'json');
    expect(documentOf(consolidated)).toMatchObject({
      agencies: { expected: 77, received: 2 },
      entries: { inProblems: 0 },
    });
    const report = (await codec.decode(readFileSync(master))).sheets.flatMap(({ cells }) =>
      cells.map(({ text }) => text),
    );
    for (const text of ['เปิดช่องทางแล้ว ๑ ช่องทาง', 'ผลปีนี้ 1.1.1', ADDED, REWORDED.E7])
      expect(report.some((cell) => cell.includes(text))).toBe(true);
    expect(report.some((cell) => cell.includes('ผลปีก่อน'))).toBe(false);
  });
});
