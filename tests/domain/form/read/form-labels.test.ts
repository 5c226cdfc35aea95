import { issuesOfAgency } from '../../../../src/domain/programme/assignment.ts';
import { builtInProgramme } from '../../../../src/domain/programme/catalogue.ts';
import { measuresOf } from '../../../../src/domain/programme/programme.ts';
import { thaiDigits } from '../../../../src/domain/text/digits.ts';
import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { labelsOf, withoutStatuses } from '../../../../src/domain/form/read/form-labels.ts';
import { FORM_WORDINGS } from '../../../../src/domain/form/wordings/wordings.ts';

const { programme, roster } = builtInProgramme()!;

/** The token of a row in the workbook of an agency, given by its place in the roster. */
function rowToken(agency: number): string {
  return `ita:row=${programme.id}/${programme.version}/${roster.agencies[agency]!.code}/1.1.1`;
}

describe('labelsOf', () => {
  it('knows every text that the workbook of any agency shows, however it is spaced and its digits are written', () => {
    const unknown = roster.agencies.flatMap((agency) => {
      const labels = labelsOf(programme, agency, FORM_WORDINGS);
      const { sheets } = planAgencyWorkbook(programme, agency, { created: '' });
      const texts = sheets.flatMap(({ rows }) => [...rows].flatMap(({ cells }) => cells.map(({ value }) => value)));
      return texts
        .filter((text) => typeof text === 'string')
        .flatMap((text) => [text, ` ${text.replaceAll(' ', '\n\n')}\u200b`, thaiDigits(text)])
        .filter((text) => !labels.includes(text));
    });
    expect(unknown).toEqual([]);
  });

  it.each([
    ['the name of another agency', roster.agencies[1]!.name],
    ['what begins like a label', `${programme.title} และอื่น ๆ`],
    ['what is part of a label', programme.title.slice(0, -1)],
    ['a blank text', '   '],
  ])('does not know %s', (_, text) => {
    expect(labelsOf(programme, roster.agencies[0]!, FORM_WORDINGS).includes(text)).toBe(false);
  });

  it('does not know the measures that only others are asked for', () => {
    const [agency] = roster.agencies;
    const asked = new Set(issuesOfAgency(programme, agency!.code).flatMap(({ measures }) => measures));
    const texts = new Set([...asked].map(({ text }) => text));
    const others = measuresOf(programme).flatMap(({ measure: { text } }) => (texts.has(text) ? [] : [text]));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((text) => labelsOf(programme, agency!, FORM_WORDINGS).includes(text))).toEqual([]);
  });
});

describe('a token', () => {
  it.each<[string, string, boolean]>([
    ['of a row of the agency', rowToken(0), true],
    ['of a row of another agency', rowToken(1), false],
    ['that names no workbook', 'ita:end', true],
    ['that is none', 'ita:อื่น ๆ', false],
  ])('%s (%s) is one of the form’s texts: %j', (_, text, isLabel) => {
    const labels = labelsOf(programme, roster.agencies[0]!, FORM_WORDINGS);
    for (const typed of [text, thaiDigits(` ${text} `)]) expect(labels.includes(typed)).toBe(isLabel);
  });
});

describe('withoutStatuses', () => {
  it('leaves the items of the status list out', () => {
    const labels = labelsOf(programme, roster.agencies[0]!, FORM_WORDINGS);
    const { label } = programme.statuses[0]!;
    expect([labels.includes(label), withoutStatuses(labels, programme).includes(label)]).toEqual([true, false]);
    expect(withoutStatuses(labels, programme).includes(programme.title)).toBe(true);
  });
});
