import { contactForm } from '../../../../src/domain/form/answers/contact-form.ts';
import { contentWithTyped } from '../../../../src/domain/form/answers/typed-texts.ts';
import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../../src/domain/form/read/read-agency-workbook.ts';
import type { WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import { Grid } from '../../../support/grid.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../../support/small-programme.ts';

const agency = smallAgency('02');
const plan = planAgencyWorkbook(SMALL_PROGRAMME, agency, { created: '2027-04-01T00:00:00.000Z' });
const context = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, agency };

/** The workbook with its cover changed. */
function workbook(change: (cover: Grid) => void = () => undefined): WorkbookContent {
  const content = contentOfPlan(plan);
  const [cover, ...others] = content.sheets;
  const grid = new Grid(cover!);
  change(grid);
  return { ...content, sheets: [grid.toContent(), ...others] };
}

const cells = (content: WorkbookContent): readonly string[] =>
  contactForm(content, context).map(({ field, cell: { row, column, text, fixed = '' } }) =>
    `${field} ${String(row)} ${String(column)} ${text} ${fixed}`.trim(),
  );

describe('the contact person in the form', () => {
  it('has a cell beside each label', () => {
    expect(cells(workbook())).toEqual(['name 7 2', 'phone 8 2', 'email 9 2']);
  });

  it('is read as it is typed', () => {
    const content = workbook();
    const typed = contactForm(content, context).map(({ field, cell }) => ({ ...cell, before: '', text: `ที่ ${field}` }));
    const { submissions } = readAgencyWorkbook(contentWithTyped(content, typed), {
      file: 'a',
      programme: SMALL_PROGRAMME,
      roster: SMALL_ROSTER,
    });
    expect(submissions[0]!.contact).toMatchObject({
      name: { text: 'ที่ name' },
      phone: { text: 'ที่ phone' },
      email: { text: 'ที่ email' },
    });
  });

  it('is found where columns were moved, and left alone where Excel has a number', () => {
    const content = workbook((cover) => {
      cover.put(8, 2, { kind: 'number', text: '22212141' });
      cover.insertColumn(1);
    });
    expect(cells(content)).toEqual(['name 7 3', 'phone 8 3 22212141 value', 'email 9 3']);
  });

  it('has no cell for a field whose label is gone', () => {
    expect(cells(workbook((cover) => cover.put(7, 1, '')))).toEqual(['phone 8 2', 'email 9 2']);
    expect(contactForm(workbook(), { ...context, agency: smallAgency('03') })).toEqual([]);
  });
});
