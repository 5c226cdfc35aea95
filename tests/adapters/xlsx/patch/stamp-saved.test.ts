import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { MADE_FROM, originsIn } from '../../../../src/domain/form/made-from.ts';
import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { changedParts, withPart } from '../../../support/changed-parts.ts';
import { cellAt } from '../../../support/cells.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../../support/small-programme.ts';

const codec = createXlsxCodec();
const created = '2027-04-01T00:00:00.000Z';
const savedAt = '2027-05-02T08:30:00.000Z';
const later = '2027-05-03T08:30:00.000Z';
const CORE = 'docProps/core.xml';
const CUSTOM = 'docProps/custom.xml';
const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created });
const patches = [{ sheet: plan.sheets[1]!.name, ...cellAt('F6'), text: 'จัดอบรม' }];

describe('a workbook that is patched', () => {
  it('says when it was saved, and is not as it was encoded any more', async () => {
    const bytes = await codec.encode(plan);
    expect(await codec.decode(bytes)).toMatchObject({ savedAt: created, asEncoded: true });
    const patched = await codec.patch(bytes, patches, savedAt);
    const content = await codec.decode(patched);
    expect(content.savedAt).toBe(savedAt);
    expect(content).not.toHaveProperty('asEncoded');
    expect(changedParts(await codec.patch(bytes, patches), patched)).toEqual([CORE, CUSTOM]);
  });

  it('keeps its time where nothing is changed', async () => {
    const bytes = await codec.encode(plan);
    expect(await codec.patch(bytes, [], savedAt)).toBe(bytes);
  });

  it('says what it was made from, however often it is patched, and keeps its other properties', async () => {
    const bytes = await codec.encode(plan);
    const { properties } = await codec.decode(bytes);
    const once = await codec.patch(bytes, patches, savedAt);
    const twice = await codec.patch(once, [{ ...patches[0]!, text: 'จัดประชุม' }], later);
    for (const [patched, stamp] of [
      [once, savedAt],
      [twice, later],
    ] as const) {
      const { properties: after } = await codec.decode(patched);
      expect(originsIn(after)).toEqual([created]);
      expect(Object.fromEntries(after)).toEqual({
        ...Object.fromEntries(properties),
        [MADE_FROM]: `${stamp} ${created}`,
      });
    }
  });

  it('was made from what a person saved after the program did, too', async () => {
    const once = await codec.patch(await codec.encode(plan), patches, savedAt);
    const saved = withPart(once, CORE, (xml) => xml.replace(savedAt, later));
    const again = await codec.patch(saved, [{ ...patches[0]!, text: 'จัดประชุม' }], '2027-06-01T00:00:00.000Z');
    expect(originsIn((await codec.decode(again)).properties)).toEqual([created, later]);
  });

  it.each([
    ['another program made', (xml: string) => xml.replaceAll('ITA.', 'X.')],
    [
      'has properties with another prefix',
      (xml: string) => xml.replace(/<(\/?)(?=[Pp]ropert)/g, '<$1p:').replace('xmlns=', 'xmlns:p='),
    ],
  ])('says nothing of it where the workbook %s', async (_, change) => {
    const bytes = withPart(await codec.encode(plan), CUSTOM, change);
    expect(changedParts(await codec.patch(bytes, patches), await codec.patch(bytes, patches, savedAt))).toEqual([CORE]);
  });

  it.each([
    ['of another prefix', '<d:modified xmlns:d="http://purl.org/dc/terms/">2020-01-01T00:00:00Z</d:modified>', savedAt],
    ['that is empty', '<dcterms:modified></dcterms:modified>', savedAt],
    ['that is an empty element', '<dcterms:modified/>', undefined],
    ['that is not there', '', undefined],
  ])('has the new time in place of one %s', async (_, element, expected) => {
    const bytes = withPart(await codec.encode(plan), CORE, (xml) =>
      xml.replace(/<dcterms:modified.*<\/dcterms:modified>/, element),
    );
    expect((await codec.decode(await codec.patch(bytes, patches, savedAt))).savedAt).toBe(expected);
  });
});

describe('a workbook as it was encoded', () => {
  it.each([
    ['another program saved it, keeping its times', 'docProps/app.xml', 'ita-workbook', 'Microsoft Excel'],
    ['it was saved later', CORE, `W3CDTF">${created}</dcterms:modified`, `W3CDTF">${savedAt}</dcterms:modified`],
  ])('is none where %s', async (_, part, before, after) => {
    const bytes = withPart(await codec.encode(plan), part, (xml) => xml.replace(before, after));
    expect(await codec.decode(bytes)).not.toHaveProperty('asEncoded');
  });
});
