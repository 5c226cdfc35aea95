import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { createFolderStore } from '../../src/adapters/folder/folder-store.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { measuresOf, type MeasureKey, type Programme } from '../../src/domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../../src/domain/programme/roster.ts';
import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import { agencyFileName, planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { consolidate } from '../../src/usecases/consolidate.ts';
import { generate } from '../../src/usecases/generate.ts';
import { report } from '../../src/usecases/report.ts';
import results from '../../docs/examples/bma-2565/results.json';
import { fillPatches } from './fill.ts';
import * as mistreatment from './mistreat-files.ts';

/** The clock stands still, so that every run makes the same files. */
const SENT = '2022-02-01T02:00:00Z';
const EARLY = '2022-03-01T02:00:00Z';
const LATE = '2022-04-18T02:00:00Z';
const MASTER = '2022-04-22T02:00:00Z';
const EDITED = '2022-04-25T02:00:00Z';
const MERGED = '2022-04-29T02:00:00Z';

/** Agencies whose files come when the report is being edited. */
const TARDY: readonly string[] = ['0406', '5021'];

/** A paragraph of the printed report. */
export interface ExampleResult {
  readonly measure: string;
  /** Further measures that share its printed cell. */
  readonly alsoFor?: readonly string[];
  /** Codes of the agencies that it speaks for, or the id of a class of the roster. */
  readonly agencies: readonly string[] | string;
  readonly text: string;
}

/** The paragraphs of the real report, in printed order. */
export const EXAMPLE_RESULTS: readonly ExampleResult[] = results;

/** What an officer changes in the words of the report: two misprints of names, and an expression. */
export const EDITS: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'สำนักงานแพทย์ร่วมกับธนาคารกสิกรไทย', to: 'สำนักการแพทย์ร่วมกับธนาคารกสิกรไทย' },
  { from: 'สำนักงานประมาณกรุงเทพมหานครอยู่ระหว่าง', to: 'สำนักงบประมาณกรุงเทพมหานครอยู่ระหว่าง' },
  { from: 'มีการกระตุ้นและสร้างกำลังใจ', to: 'กระตุ้นและเสริมสร้างกำลังใจ' },
];

/** A paragraph of the printed report after the officer's edits. */
export function editedText(text: string): string {
  return EDITS.reduce((edited, { from, to }) => edited.replace(from, to), text);
}

/** What the demo made, and how long each step took. */
export interface DemoOutcome {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly consolidation: Consolidation;
  readonly master: string;
  /** The master as it was edited, before the late answers. */
  readonly backup: string;
  /** How many measures the late answers changed, and how many items are to be reviewed. */
  readonly merge: { readonly measures: number; readonly review: number };
  /** Path of the Word document. */
  readonly document: string;
  readonly files: { readonly sent: number; readonly received: number; readonly late: number };
  readonly seconds: {
    readonly generate: number;
    readonly fill: number;
    readonly consolidate: number;
    readonly merge: number;
    readonly report: number;
  };
}

/**
 * The main job on the real report, in folders below `out`: make, fill in as staff would, mistreat, consolidate, edit the report as
 * an officer would, take in late files, write for Word.
 */
export async function runDemo(out: string): Promise<DemoOutcome> {
  const { programme, roster } = builtInProgramme()!;
  const codec = createXlsxCodec();
  const files = createFolderStore();
  const at = (now: string) => ({ codec, files, clock: { now: () => now }, progress: () => undefined });
  const [sent, received, master] = [`${out}/1-sent`, `${out}/2-received`, `${out}/3-master.xlsx`];

  const watch = stopwatch();
  const generated = await generate(at(SENT), {
    programme,
    roster,
    agencies: roster.agencies,
    index: true,
    out: sent,
    replaceAnswers: true,
  });
  const secondsToGenerate = watch();
  const answered = await answeredFiles(programme, roster, sent);
  const isLate = ({ name }: NamedFile): boolean => TARDY.some((code) => name.startsWith(`${code}-`));
  const late = answered.filter(isLate);
  for (const { name, bytes } of answered)
    if (!late.some((file) => file.name === name)) await files.write(`${received}/${name}`, bytes);
  const secondsToFill = watch();
  const request = { programme, roster, paths: [received], out: master };
  const first = await consolidate(at(MASTER), { ...request, replace: true });
  if (first.kind !== 'written') throw new Error(`the demo's master was not written: ${first.kind}`);
  const secondsToConsolidate = watch();
  await files.write(master, await edited(await files.read(master)));
  for (const { name, bytes } of late) await files.write(`${received}/ส่งภายหลัง/${name}`, bytes);
  const outcome = await consolidate(at(MERGED), request);
  if (outcome.kind !== 'written' || outcome.merge?.kind !== 'merged' || outcome.backup === undefined) {
    throw new Error(`the late answers of the demo were not merged: ${outcome.kind}`);
  }
  const secondsToMerge = watch();
  const reported = await report(
    { ...at(MERGED), documents: createDocxCodec() },
    { programme, roster, master, out: `${out}/4-report.docx`, replace: true, letter: true },
  );
  if (reported.kind !== 'written') throw new Error(`the demo's document was not written: ${reported.kind}`);
  return {
    programme,
    roster,
    consolidation: outcome.consolidation,
    master,
    backup: outcome.backup,
    merge: { measures: outcome.merge.changes.length, review: outcome.merge.merged.review.length },
    document: reported.path,
    files: {
      sent: generated.written.filter((path) => path !== generated.index).length,
      received: answered.length,
      late: late.length,
    },
    seconds: {
      generate: secondsToGenerate,
      fill: secondsToFill,
      consolidate: secondsToConsolidate,
      merge: secondsToMerge,
      report: watch(),
    },
  };
}

/** The master after an officer has edited it in Excel. */
async function edited(master: Uint8Array): Promise<Uint8Array> {
  const codec = createXlsxCodec();
  const { sheets } = await codec.decode(master);
  const all = sheets.flatMap(({ name, cells }) => cells.map((cell) => ({ ...cell, sheet: name })));
  const patches = EDITS.map(({ from, to }) => {
    const { sheet, row, column, text } = all.find((cell) => cell.text.includes(from))!;
    return { sheet, row, column, text: text.replace(from, to) };
  });
  return codec.patch(master, patches, EDITED);
}

/** A stopwatch that gives the seconds since it was last asked. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What comes back from the agencies: every workbook filled in, some of them mistreated, and some files nobody wanted. */
async function answeredFiles(programme: Programme, roster: Roster, sent: string): Promise<readonly NamedFile[]> {
  const codec = createXlsxCodec();
  const files = createFolderStore();
  const answers = answersByAgency(programme, roster);
  const filled = new Map<string, NamedFile>();
  for (const agency of roster.agencies) {
    const name = agencyFileName(programme, agency);
    const blank = await files.read(`${sent}/${name}`);
    const contact = {
      name: `ผู้ประสานงาน ${agency.name}`,
      phone: '๐ ๒๒๒๑ ๒๑๔๑',
      email: `ita${agency.code}@example.go.th`,
    };
    const filling = {
      contact,
      paragraphs: answers.get(agency.code) ?? new Map<MeasureKey, readonly string[]>(),
      status: { answered: 'done', others: 'in-progress' },
    } as const;
    const patches = fillPatches(await codec.decode(blank), filling, programme);
    filled.set(agency.code, { name, bytes: await codec.patch(blank, patches) });
  }
  const of = (code: string): NamedFile => filled.get(code)!;
  const change = async (
    code: string,
    how: (bytes: Uint8Array, savedAt: string) => Promise<Uint8Array>,
  ): Promise<void> => {
    filled.set(code, { ...of(code), bytes: await how(of(code).bytes, LATE) });
  };
  await change('5019', mistreatment.renameSheets);
  await change('5021', mistreatment.insertRows);
  await change('5002', mistreatment.typeValues);

  const earlier = await earlierVersion(programme, roster);
  return [
    ...filled.values(),
    { name: `ฉบับแรก/${earlier.name}`, bytes: earlier.bytes },
    { name: 'สำเนาแผ่นงาน/5050-ประเด็นที่ ๘.xlsx', bytes: await mistreatment.copySheetAlone(of('5050').bytes, EARLY) },
    { name: '5001-สำเนาที่เสีย.xlsx', bytes: mistreatment.truncate(of('5001').bytes) },
    { name: `~$${of('1001').name}`, bytes: new Uint8Array(165) },
    { name: 'ปีก่อน/แบบของปีก่อน.xlsx', bytes: await lastYears(programme, roster) },
  ];
}

/**
 * Who writes which paragraphs: the agencies that a paragraph speaks for, as far as they are asked; else those that are.
 */
export function answersByAgency(
  programme: Programme,
  roster: Roster,
): ReadonlyMap<AgencyCode, ReadonlyMap<MeasureKey, readonly string[]>> {
  const answers = new Map<AgencyCode, Map<MeasureKey, string[]>>();
  const responsible = new Map(
    measuresOf(programme).map(({ measure }) => [measure.key as string, measure.responsible.agencies]),
  );
  const written = EXAMPLE_RESULTS.flatMap((result) =>
    [result.measure, ...(result.alsoFor ?? [])].map((measure) => ({ ...result, measure })),
  );
  for (const { measure, agencies, text } of written) {
    const asked = responsible.get(measure) ?? [];
    const speakers = typeof agencies === 'string' ? membersOf(roster, agencies) : agencies;
    const writers = asked.filter((code) => speakers.includes(code));
    for (const code of writers.length > 0 ? writers : asked) {
      const own = answers.get(code) ?? new Map<MeasureKey, string[]>();
      answers.set(code, own);
      own.set(measure as MeasureKey, [...(own.get(measure as MeasureKey) ?? []), text]);
    }
  }
  return answers;
}

function membersOf(roster: Roster, classId: string): readonly string[] {
  const kinds = roster.classes.find(({ id }) => id === classId)!.kinds;
  return roster.agencies.filter(({ kind }) => kinds === '*' || kinds.includes(kind)).map(({ code }) => code);
}

/** An agency sent a first version with other words before its final one. */
async function earlierVersion(programme: Programme, roster: Roster): Promise<NamedFile> {
  const agency = roster.agencies.find(({ code }) => code === '1003')!;
  const codec = createXlsxCodec();
  const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created: '2022-01-05T02:00:00Z' }));
  const patches = fillPatches(
    await codec.decode(blank),
    {
      contact: { name: 'ผู้ประสานงานคนเดิม', phone: '', email: '' },
      paragraphs: new Map([['1.1.2' as MeasureKey, ['สำนักการศึกษาอยู่ระหว่างซักซ้อมความเข้าใจ']]]),
      status: { answered: 'in-progress', others: 'in-progress' },
    },
    programme,
  );
  return { name: agencyFileName(programme, agency), bytes: await codec.patch(blank, patches) };
}

/** A form of another year's programme that lay in the same folder. */
async function lastYears(programme: Programme, roster: Roster): Promise<Uint8Array> {
  const other = { ...programme, id: 'bma-2564', year: programme.year - 1 };
  const bare = {
    ...other,
    parts: other.parts.slice(0, 1).map((part) => ({ ...part, issues: part.issues.slice(0, 1) })),
  };
  return createXlsxCodec().encode(planAgencyWorkbook(bare, roster.agencies[0]!, { created: SENT }));
}
