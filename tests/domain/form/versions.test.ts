import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { parseToken } from '../../../src/domain/form/identity.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import type { FormWording } from '../../../src/domain/form/wordings/form-wording.ts';
import { CURRENT_FORM, FORM_WORDINGS } from '../../../src/domain/form/wordings/wordings.ts';
import type { CellPatch, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import type { ReadResult } from '../../../src/domain/submissions/submission.ts';
import { dataOf, FORMS, PREFIX_OF_2565, readingOf } from '../../fixtures/forms/recorded.ts';
import { answer } from '../../support/answer.ts';
import { rewordedForm } from '../../support/reworded-form.ts';

const codec = createXlsxCodec();
const created = '2027-04-01T00:00:00.000Z';
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(FORMS, name), 'utf8'));
const { programme, roster } = dataOf('');
const of2565 = dataOf(PREFIX_OF_2565);

const VERSIONS = readdirSync(FORMS).filter((name) => /^\d+$/.test(name));
const FILES = VERSIONS.flatMap((version) =>
  readdirSync(path.join(FORMS, version))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => [version, name] as const),
);

/** Every word of the present form, changed, as a later version might have it. */
const REWORDED = rewordedForm(CURRENT_FORM);

function read(content: WorkbookContent, forms: readonly FormWording[], data = { programme, roster }): ReadResult {
  return readAgencyWorkbook(content, { file: 'ไฟล์.xlsx', ...data, forms });
}

/** An agency's workbook in some words, filled in. */
async function filledIn(wording: FormWording, code: string): Promise<WorkbookContent> {
  const agency = roster.agencies.find((one) => one.code === code)!;
  const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created, wording }));
  const bytes = await answer(codec, blank, {
    '1.1.1': { status: 'ดำเนินการแล้ว', result: 'จัดอบรม ๒๕ คน' },
    '3.1.1': { status: 'ยังไม่ดำเนินการ', note: 'รองบประมาณ' },
  });
  const { sheets } = await codec.decode(bytes);
  const phones = sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, text }): CellPatch[] => {
      const token = parseToken(text);
      return token?.kind === 'field' && token.field === 'phone' && column === 0
        ? [{ sheet: name, row, column: 2, text: '๐๒ ๒๒๑ ๒๑๔๑' }]
        : [];
    }),
  );
  return codec.decode(await codec.patch(bytes, phones));
}

/** What must be the same of two readings. */
function essence({ submissions, problems }: ReadResult): unknown {
  return {
    contact: submissions.map(({ contact }) => contact.phone?.text),
    entries: submissions.flatMap(({ entries }) =>
      entries.map(({ measure, status, paragraphs, notes }) => [
        measure,
        status?.text,
        [...paragraphs, ...notes].map(({ text }) => text),
      ]),
    ),
    problems: problems.map(({ code }) => code),
  };
}

describe('workbooks that were sent out', () => {
  it.each(FILES)('of version %s of the form read as they were recorded: %s', async (version, name) => {
    const recorded = json(path.join(version, 'recorded.json')) as Readonly<Record<string, unknown>>;
    expect(await readingOf(path.join(FORMS, version, name))).toEqual(recorded[path.parse(name).name]);
  });

  it.each(VERSIONS)('of version %s of the form are all recorded', (version) => {
    const recorded = json(path.join(version, 'recorded.json')) as Readonly<Record<string, unknown>>;
    const names = FILES.flatMap(([folder, name]) => (folder === version ? [path.parse(name).name] : []));
    expect(Object.keys(recorded).sort()).toEqual(names.sort());
  });

  it('are kept for every version of the form', () => {
    expect(VERSIONS).toEqual(FORM_WORDINGS.map(({ version }) => String(version)));
  });

  it.each(FILES)(
    'read the same when every word of the form has changed since: version %s, %s',
    async (version, name) => {
      const content = await codec.decode(readFileSync(path.join(FORMS, version, name)));
      const data = name.startsWith(PREFIX_OF_2565) ? of2565 : { programme, roster };
      expect(read(content, [...FORM_WORDINGS, REWORDED], data)).toEqual(read(content, FORM_WORDINGS, data));
    },
  );
});

describe('a form of which every word has changed', () => {
  it.each(roster.agencies.map(({ code }) => code))('reads like the one before, without a problem: %s', async (code) => {
    const before = read(await filledIn(CURRENT_FORM, code), FORM_WORDINGS);
    const after = read(await filledIn(REWORDED, code), [...FORM_WORDINGS, REWORDED]);
    expect(essence(before)).toMatchObject({ contact: ['๐๒ ๒๒๑ ๒๑๔๑'], problems: [] });
    expect(essence(after)).toEqual(essence(before));
  });

  it('loses nothing in a program that does not know it, which says so', async () => {
    const content = await filledIn(REWORDED, '02');
    const result = read(content, FORM_WORDINGS);
    const known = essence(read(content, [...FORM_WORDINGS, REWORDED])) as object;
    expect(essence(result)).toMatchObject({ ...known, problems: result.problems.map(({ code }) => code) });
    expect(result.problems.map(({ code }) => code)).toContain('form-version-unknown');
  });

  it('says its version twice: in a property, and in the tokens of every sheet and row', async () => {
    const { properties, sheets } = await filledIn(REWORDED, '02');
    const version = String(REWORDED.version);
    expect(properties.get('ITA.Form')).toBe(version);
    for (const { cells } of sheets) {
      const tokens = cells.flatMap(({ text }) => parseToken(text) ?? []);
      const forms = tokens.flatMap((token) => ('workbook' in token ? [token.workbook.form] : []));
      expect(new Set(forms)).toEqual(new Set([version]));
    }
  });
});

describe('a contact field', () => {
  it.each(['โทรศัพท์', 'อีเมล'])('may hold the words of a label: %s', async (text) => {
    const content = await filledIn(CURRENT_FORM, '02');
    const cover = content.sheets[0]!;
    const cells = cover.cells.map((cell) => (cell.text === '๐๒ ๒๒๑ ๒๑๔๑' ? { ...cell, text } : cell));
    const result = read({ ...content, sheets: [{ ...cover, cells }, ...content.sheets.slice(1)] }, FORM_WORDINGS);
    expect(result.submissions[0]!.contact.phone?.text).toBe(text);
    expect(result.problems).toEqual([]);
  });
});
