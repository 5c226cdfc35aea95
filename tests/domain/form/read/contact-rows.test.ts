import { contactRows } from '../../../../src/domain/form/read/read-cover-sheet.ts';
import { findTokens } from '../../../../src/domain/form/read/sheet-reading.ts';
import { FORM_WORDINGS } from '../../../../src/domain/form/wordings/wordings.ts';

const { phone, email } = FORM_WORDINGS[0]!.cover.contact;

/** The contact row for the telephone, with these texts by column between its tokens in the first and in a last column. */
function phoneRow(texts: Readonly<Record<number, string>>, { last = 5, isUnknownVersion = false } = {}) {
  const token = 'ita:field=phone';
  const cells = Object.entries({ 0: token, ...texts, [last]: token }).map(
    ([column, text]) => ({ row: 7, column: Number(column), kind: 'text', text }) as const,
  );
  const sheet = findTokens({ name: 'ปก', state: 'visible', cells, merges: [] });
  const { label, relabelled } = contactRows(sheet, { wordings: FORM_WORDINGS, isUnknownVersion }).get(7)!;
  return { label: label?.column, relabelled: relabelled?.column };
}

describe('the label of a contact row', () => {
  it('stands where the form has it, whatever words of labels are in the field', () => {
    expect(phoneRow({ 1: phone, 2: email })).toEqual({ label: 1 });
    expect(phoneRow({ 1: email, 2: phone })).toEqual({ label: 1 });
  });

  it('is told by its own words where columns were moved, before those of another field', () => {
    expect(phoneRow({ 1: email, 3: phone }, { last: 6 })).toEqual({ label: 3 });
    expect(phoneRow({ 1: '02 221 2141', 3: email }, { last: 6 })).toEqual({ label: 3 });
    expect(phoneRow({ 2: phone }, { last: 4 })).toEqual({ label: 2 });
  });

  it('is the text at its place where somebody changed its words and the field is filled in', () => {
    expect(phoneRow({ 1: 'มือถือ', 2: '02 221 2141' })).toEqual({ relabelled: 1 });
  });

  it('is not the only text of a row, which was typed over it, unless the words of the form are unknown', () => {
    expect(phoneRow({ 1: '02 221 2141' })).toEqual({});
    expect(phoneRow({ 1: 'Telephone' }, { isUnknownVersion: true })).toEqual({ relabelled: 1 });
  });

  it('is none where columns were moved and no text has its words', () => {
    expect(phoneRow({ 1: 'มือถือ', 2: '02 221 2141' }, { last: 6 })).toEqual({});
    expect(phoneRow({ 1: 'มือถือ', 2: '02 221 2141' }, { last: 4 })).toEqual({});
  });
});
