import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import rawProgramme from '../../src/domain/programme/data/programme-bma-2565.json';
import { parseProgramme } from '../../src/domain/programme/parse-programme.ts';
import { parseRoster } from '../../src/domain/programme/parse-roster.ts';
import { measuresOf, type MeasureKey, type Programme } from '../../src/domain/programme/programme.ts';
import type { Agency, Roster } from '../../src/domain/programme/roster.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { packYear } from '../../src/usecases/carried-year.ts';
import { fill } from './filled-workbook.ts';
import { ThaiText } from './thai-text.ts';

/** How many characters an answer to a measure has: `few` and up to as many more. */
interface Length {
  readonly few: number;
  readonly more: number;
}

/** What is answered: all 59 measures, in a paragraph or on three pages. */
export const LENGTHS = { full: { few: 200, more: 600 }, long: { few: 8_000, more: 0 } } as const satisfies Readonly<
  Record<string, Length>
>;

/** A third of the answers are one of so many paragraphs that many agencies send alike. */
const SHARED = 50;

/** The code of the agency that templates are made for; it stands nowhere but where an agency's code does. */
const ANY_CODE = '99999999';

/** Files for a consolidation. */
export interface MadeUpData {
  readonly programme: string;
  readonly roster: string;
}

/** The year's programme, asked of everybody, and so many agencies, as data files in `folder`. */
export function writeData(folder: string, agencies: number): MadeUpData {
  const codes = Array.from({ length: agencies }, (_, index) => codeOf(index));
  const files = { programme: path.join(folder, 'programme.json'), roster: path.join(folder, 'roster.json') };
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.programme, JSON.stringify(askedOfAll()));
  writeFileSync(files.roster, JSON.stringify(rosterOf(codes)));
  return files;
}

/** Makes the workbooks of agencies `from` to `to` (counted from 0, the latter left out), every measure answered. */
export async function writeWorkbooks(folder: string, length: Length, from: number, to: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const text = new ThaiText(from);
  const made = (by: ThaiText): string => by.text(length.few + by.number(length.more + 1));
  const shared = new ThaiText(77);
  const paragraphs = Array.from({ length: SHARED }, () => made(shared));
  const { parts, blanks } = await makeTemplate();
  for (let index = from; index < to; index += 1) {
    const answers = new Map(
      blanks.map((blank) => [blank, text.number(3) === 0 ? paragraphs[text.number(SHARED)]! : made(text)]),
    );
    const filled = parts.map(([name, xml]) => [name, strToU8(fillIn(xml, codeOf(index), answers))] as const);
    const bytes = zipSync(Object.fromEntries(filled), { level: 1, mtime: new Date(2022, 2, 1, 12) });
    writeFileSync(path.join(folder, `${codeOf(index)}-workbook.xlsx`), bytes);
  }
}

/** A workbook's parts with a mark where each answer goes. Encoding each workbook anew would take minutes. */
interface Template {
  readonly parts: readonly (readonly [name: string, xml: string])[];
  readonly blanks: readonly string[];
}

async function makeTemplate(): Promise<Template> {
  const { programme, roster, agency } = anyAgency();
  const year = await packYear(createXlsxCodec(), { programme, roster });
  const plan = planAgencyWorkbook(programme, agency, { created: '2022-02-01T02:00:00Z', year });
  const keys = measuresOf(programme).map(({ measure }) => measure.key);
  const marks = new Map<MeasureKey, readonly string[]>(keys.map((key) => [key, [`{{${key}}}`]]));
  const { bytes } = await fill(plan, programme, marks);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  return { parts, blanks: [...marks.values()].flat() };
}

function fillIn(xml: string, code: string, answers: ReadonlyMap<string, string>): string {
  return xml.replaceAll(ANY_CODE, code).replace(/\{\{[\d.]+\}\}/g, (mark) => escapeXml(answers.get(mark) ?? mark));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function anyAgency(): { readonly programme: Programme; readonly roster: Roster; readonly agency: Agency } {
  const roster = parseRoster(rosterOf([ANY_CODE]));
  const programme = roster.value && parseProgramme(askedOfAll(), roster.value);
  const [agency] = roster.value?.agencies ?? [];
  if (!programme?.value || !roster.value || !agency)
    throw new Error(JSON.stringify([roster.problems, programme?.problems]));
  return { programme: programme.value, roster: roster.value, agency };
}

function codeOf(index: number): string {
  return String(10_000_000 + index);
}

function rosterOf(codes: readonly string[]): unknown {
  return {
    id: rawProgramme.roster,
    agencies: codes.map((code) => ({ code, kind: 'district', name: `สำนักงานตัวอย่าง ${code}` })),
    classes: [{ id: 'everyone', kinds: '*', label: EVERYONE, names: [EVERYONE] }],
  };
}

const EVERYONE = 'ทุกหน่วยงาน';

function askedOfAll(): unknown {
  const parts = rawProgramme.parts.map((part) => ({
    ...part,
    issues: part.issues.map((issue) => ({
      ...issue,
      groups: issue.groups.map((group) => ({
        ...group,
        measures: group.measures.map(({ key, text }) => ({ key, text, responsible: EVERYONE })),
      })),
    })),
  }));
  return { ...rawProgramme, parts };
}
