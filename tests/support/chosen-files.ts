import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { agencyFileName, planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { answer, type Answers } from './answer.ts';
import { created } from './plans-2565.ts';
import { programme } from './report-2565.ts';

const codec = createXlsxCodec();

/** An agency's workbook with answers, as it comes back. */
async function answeredWorkbook(agency: Agency, answers: Answers): Promise<Uint8Array> {
  return answer(codec, await codec.encode(planAgencyWorkbook(programme, agency, { created })), answers);
}

/** A new folder on this computer with agencies' workbooks and other files; whoever asked for it removes it. */
export async function folderOfWorkbooks(
  agencies: readonly Agency[],
  others: Readonly<Record<string, string>> = {},
  answersOf: (agency: Agency) => Answers = ({ code }) => ({ '1.1.1': { result: `จัดอบรมของ ${code}` } }),
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ita-chosen-'));
  for (const agency of agencies) {
    const bytes = await answeredWorkbook(agency, answersOf(agency));
    await writeFile(path.join(folder, agencyFileName(programme, agency)), bytes);
  }
  for (const [name, text] of Object.entries(others)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
