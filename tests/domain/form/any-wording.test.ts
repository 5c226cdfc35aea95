import fc from 'fast-check';
import { issuesOfAgency } from '../../../src/domain/programme/assignment.ts';
import { isAnswerColumn, type AnswerColumn } from '../../../src/domain/form/columns.ts';
import { parseToken } from '../../../src/domain/form/identity.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import { findColumns, findTokens } from '../../../src/domain/form/read/sheet-reading.ts';
import type { FormWording } from '../../../src/domain/form/wordings/form-wording.ts';
import { FORM_1 } from '../../../src/domain/form/wordings/form-1.ts';
import type { ContactField, ReadResult } from '../../../src/domain/submissions/submission.ts';
import type { WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { Grid } from '../../support/grid.ts';
import { contentOfPlan } from '../../support/plan-content.ts';
import { rewordedForm } from '../../support/reworded-form.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../support/small-programme.ts';

const REWORDED = rewordedForm(FORM_1);
const BOTH = [FORM_1, REWORDED];

/** The columns of the cover as generated: the label of a contact field, and the field. */
const [LABEL, VALUE] = [1, 2] as const;

type Contact = Readonly<Partial<Record<ContactField, string>>>;
type Typed = Readonly<Record<string, Readonly<Partial<Record<AnswerColumn, string>>>>>;

function planned(wording: FormWording, code: string): WorkbookContent {
  return contentOfPlan(
    planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(code), { created: '2027-04-01T00:00:00Z', wording }),
  );
}

/** The workbook after an officer has typed into it, and then done something to its cover. */
function filled(
  content: WorkbookContent,
  contact: Contact,
  typed: Typed,
  afterwards: (cover: Grid) => void = () => undefined,
): WorkbookContent {
  const sheets = content.sheets.map((sheet, index) => {
    const grid = new Grid(sheet);
    const found = findTokens(sheet);
    const columns = new Map([...findColumns(found, BOTH).columnOf].map(([column, id]) => [id, column]));
    const rows = new Map<string, number>();
    for (const { cell, token } of found.tokens) {
      if (token.kind === 'field') grid.put(cell.row, VALUE, contact[token.field] ?? '');
      if (token.kind === 'row' && !rows.has(token.measure)) rows.set(token.measure, cell.row);
    }
    for (const [measure, row] of rows) {
      for (const [id, text] of Object.entries(typed[measure] ?? {}))
        grid.put(row, columns.get(id as AnswerColumn)!, text);
    }
    if (index === 0) afterwards(grid);
    return grid.toContent();
  });
  return { ...content, sheets };
}

function read(content: WorkbookContent, forms: readonly FormWording[] = BOTH): ReadResult {
  return readAgencyWorkbook(content, { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, forms });
}

function contactOf({ submissions }: ReadResult): Contact {
  return Object.fromEntries(
    submissions.flatMap(({ contact }) => Object.entries(contact).map(([field, { text }]) => [field, text])),
  );
}

function answersOf({ submissions }: ReadResult): Typed {
  return Object.fromEntries(
    submissions.flatMap(({ entries }) =>
      entries.map(({ measure, status, paragraphs, dates, evidence, notes }) => {
        const texts = { status: status && [status], result: paragraphs, date: dates, evidence, note: notes };
        return [
          measure,
          Object.fromEntries(
            Object.entries(texts).flatMap(([id, list]) =>
              list === undefined || list.length === 0 ? [] : [[id, list.map(({ text }) => text).join('\n')]],
            ),
          ),
        ];
      }),
    ),
  );
}

function rowOf(cover: Grid, field: ContactField): number {
  return cover.cells.find(({ text }) => text === `ita:field=${field}`)!.row;
}

/** Words of either version, which are answers where an agency types them, and words of an agency's own. */
const text = fc
  .oneof(
    fc.constantFrom(
      ...BOTH.flatMap(({ cover, issueSheet }) => [...Object.values(cover.contact), issueSheet.headings.note]),
    ),
    fc.constantFrom('-', 'รวม', 'กองคลัง', '๐๒ ๒๒๑ ๒๑๔๑', 'ita', '=SUM(A1)', 'ดำเนินการแล้ว'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map((value) => value.trim())
  .filter((value) => value !== '' && !/[\r\n\u2028\u2029\u0085\v\f]/.test(value) && !value.includes('ita:'));

const submission = fc.record({
  code: fc.constantFrom(...SMALL_ROSTER.agencies.map(({ code }) => code)),
  wording: fc.constantFrom(...BOTH),
  losesProperties: fc.boolean(),
  contact: fc.record({ name: text, phone: text, email: text }, { requiredKeys: [] }),
  answers: fc.array(
    fc.record(
      {
        status: fc.constantFrom(...SMALL_PROGRAMME.statuses.map(({ label }) => label)),
        result: text,
        date: text,
        evidence: text,
        note: text,
      },
      { requiredKeys: [] },
    ),
    { minLength: 12, maxLength: 12 },
  ),
});

it('whatever words a form has, what an agency types into it is read without a problem', () => {
  fc.assert(
    fc.property(submission, ({ code, wording, losesProperties, contact, answers }) => {
      const measures = issuesOfAgency(SMALL_PROGRAMME, smallAgency(code).code).flatMap((issue) => issue.measures);
      const typed = Object.fromEntries(
        measures.flatMap(({ key }, index) => {
          const answer = answers[index] ?? {};
          return Object.keys(answer).some((id) => isAnswerColumn(id as AnswerColumn)) ? [[key, answer]] : [];
        }),
      );
      const content = filled(planned(wording, code), contact, typed);
      const result = read(losesProperties ? { ...content, properties: new Map() } : content);
      expect(result.problems).toEqual([]);
      expect(contactOf(result)).toEqual(contact);
      expect(answersOf(result)).toEqual(typed);
    }),
  );
});

describe('a sheet of an earlier version in a workbook of a later one', () => {
  it('is read in the words of its own version', () => {
    const late = planned(REWORDED, '02');
    const early = withoutVersion(planned(FORM_1, '02'));
    const mixed = { ...late, sheets: late.sheets.map((sheet, index) => (index === 1 ? early.sheets[1]! : sheet)) };
    expect(read(mixed).problems).toEqual([]);
  });
});

/** As workbooks of version 1 were sent before there was another. */
function withoutVersion(content: WorkbookContent): WorkbookContent {
  const sheets = content.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({
      ...cell,
      text: cell.text.replace(/^(ita:(?:cover|sheet|row)=.*)\/1$/, '$1'),
    })),
  }));
  return { ...content, sheets, properties: new Map([...content.properties].filter(([name]) => name !== 'ITA.Form')) };
}

describe('headings that change places from one version to the next', () => {
  const { headings } = FORM_1.issueSheet;
  const exchanged: FormWording = {
    ...REWORDED,
    issueSheet: {
      ...REWORDED.issueSheet,
      headings: { ...REWORDED.issueSheet.headings, evidence: headings.note, note: headings.evidence },
    },
  };

  it.each([FORM_1, exchanged])(
    'do not exchange answers, even where all tokens are lost (version $version)',
    (wording) => {
      const typed = { '1.1.1': { status: 'ดำเนินการแล้ว', evidence: 'หนังสือเวียน', note: 'รองบประมาณ' } };
      const content = filled(planned(wording, '02'), {}, typed);
      const sheets = content.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.filter(({ text: token }) => parseToken(token) === undefined),
      }));
      const result = read({ ...content, sheets, properties: new Map() }, [FORM_1, exchanged]);
      expect(answersOf(result)).toEqual(typed);
    },
  );
});

describe('on the cover', () => {
  const phone = { phone: '๐๒ ๒๒๑ ๒๑๔๑' };

  it.each(BOTH)('a label is no answer wherever its column was moved (version $version)', (wording) => {
    const content = filled(planned(wording, '02'), phone, {}, (cover) => {
      cover.moveColumn(LABEL, VALUE);
    });
    const result = read(content);
    expect(contactOf(result)).toEqual(phone);
    expect(result.problems).toEqual([]);
  });

  it.each(BOTH)('a label that an agency changed displaces no answer and is shown (version $version)', (wording) => {
    const content = filled(planned(wording, '02'), phone, {}, (cover) => {
      cover.put(rowOf(cover, 'phone'), LABEL, 'โทรศัพท์มือถือ');
    });
    const result = read(content);
    expect(contactOf(result)).toEqual(phone);
    expect(result.problems).toMatchObject([{ code: 'text-outside-columns', text: 'โทรศัพท์มือถือ' }]);
  });

  it('what an agency typed over a label is the answer', () => {
    const content = filled(planned(FORM_1, '02'), {}, {}, (cover) => {
      cover.put(rowOf(cover, 'phone'), LABEL, phone.phone);
    });
    expect(contactOf(read(content))).toEqual(phone);
  });

  it('in words that the program does not know, labels displace no answer and all texts are shown', () => {
    const content = filled(planned(REWORDED, '02'), phone, {});
    const result = read(content, [FORM_1]);
    const shown = result.problems.flatMap((problem) => ('text' in problem ? [problem.text] : []));
    expect(contactOf(result)).toEqual(phone);
    expect(shown).toEqual(expect.arrayContaining(Object.values(REWORDED.cover.contact)));
  });
});
