import fc from 'fast-check';
import { parseYearData, type YearData } from '../../src/domain/programme/year-data.ts';

/** Texts that people write, with what is hard to put into a cell. */
const words = fc.constantFrom(
  'รายงาน',
  'สำนักงาน ก.ก.',
  'ปี ๒๕๖๖',
  'Plan 2',
  '“คำ”',
  '"x"',
  '→',
  '(ก)',
  '=1+1',
  "'x",
  '0103',
  '1.',
  '-',
  '๏',
  '(ไม่มี)',
);
const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const paragraph = fc.tuple(text, fc.constantFrom('', '\n', '\n\n', ' '), text).map((all) => all.join(''));
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,11}$/);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const some = <T>(of: fc.Arbitrary<T>, most = 3): fc.Arbitrary<T[]> => fc.array(of, { minLength: 1, maxLength: most });

const KINDS = ['office', 'school'];

const agency = (index: number): fc.Arbitrary<object> =>
  fc.record(
    {
      code: fc.constant(String(index + 1).padStart(4, '0')),
      kind: fc.constantFrom(...KINDS),
      name: paragraph.map((name) => `หน่วยงาน ${index} ${name}`),
      aliases: fc.array(paragraph, { maxLength: 3 }).map((all) => all.map((one, at) => `${one} ${index} ${at}`)),
      sharedWith: fc.constantFrom(['a@b.example'], ['a@b.example', '1b4e28ba-2fa1-41d2-883f-0016d3cca427']),
      contact: text,
      email: fc.constantFrom('ita@city.example', 'x_1@city.example'),
      phone: fc.constantFrom('0 2424 0056', '๐ ๒๔๒๔ ๐๐๕๖', '024240056'),
      due: day,
      from: fc.integer({ min: 2560, max: 2566 }),
      until: fc.integer({ min: 2566, max: 2570 }),
    },
    { requiredKeys: ['code', 'kind', 'name', 'aliases'] },
  );

const misprint = fc.record(
  { field: fc.constantFrom('text', 'responsible'), printed: paragraph, likely: paragraph, note: paragraph },
  { requiredKeys: ['field', 'printed', 'likely'] },
);

const measure = fc.record(
  {
    printed: fc.constantFrom('๑.', '1', '๑๒)'),
    text: paragraph,
    agencies: some(fc.constantFrom('0001', '0002'), 2).map((codes) => [...new Set(codes)].sort()),
    responsible: text,
    asks: paragraph,
    hint: paragraph,
    misprints: some(misprint),
  },
  { requiredKeys: ['text', 'agencies', 'responsible'] },
);

const letter = fc.record({
  number: text,
  from: some(paragraph),
  date: text,
  subject: paragraph,
  to: text,
  enclosures: some(text),
  body: some(paragraph),
  closing: text,
  signature: some(text),
  contact: some(text),
});

const rules = fc.record(
  {
    'link-private': fc.boolean(),
    'text-too-long': fc.constantFrom(true, false),
    'paragraph-too-tall': fc.record({
      widthPoints: fc.integer({ min: 1, max: 900 }),
      fontSize: fc.constantFrom(12.5, 16),
    }),
    'contact-missing': fc.record({ fields: fc.array(fc.constantFrom('name', 'phone', 'email'), { maxLength: 3 }) }),
    'agency-misspelt': fc.record({ accepted: fc.array(paragraph, { maxLength: 3 }) }),
    'of-another-version': fc.boolean(),
  },
  { requiredKeys: [] },
);

interface Shape {
  readonly parts: readonly (readonly (readonly (readonly object[])[])[])[];
}

const shape: fc.Arbitrary<Shape> = fc.record({ parts: some(some(some(some(measure, 4)), 2), 2) });

const statuses = fc
  .shuffledSubarray(['done', 'in-progress', 'not-started', 'not-applicable'], { minLength: 4 })
  .map((ids) => ids.map((status) => ({ id: status, label: `สถานะ ${status}` })));

/** The parts of the data file, with numbers and keys as they are given out, shuffled within their groups. */
function rawParts({ parts }: Shape, shuffle: readonly boolean[], titles: readonly string[]): unknown {
  let number = 0;
  return parts.map((issues, part) => ({
    id: `P${part}`,
    title: titles[part % titles.length],
    issues: issues.map((groups) => {
      number += 1;
      const issue = number;
      const measuresOf = (group: number, measures: readonly object[]): object[] => {
        const keyed = measures.map((one, index) => ({ ...one, key: `${issue}.${group}.${2 * index + 1}` }));
        return shuffle[issue % shuffle.length] ? keyed.toReversed() : keyed;
      };
      return {
        number: issue,
        title: `${issue}) ${titles[issue % titles.length]}`,
        sheetName: `แผ่น ${issue}`,
        indicator: { id: `I${issue}`, title: titles[(issue + 1) % titles.length] },
        groups: groups.map((measures, group) => ({ number: group + 1, measures: measuresOf(group + 1, measures) })),
      };
    }),
  }));
}

/** Years of made-up organisations, with every field that the data of a year may have. */
export const arbitraryYear: fc.Arbitrary<YearData> = fc
  .record({
    id,
    version: id,
    texts: fc.array(paragraph, { minLength: 6, maxLength: 6 }),
    due: day,
    statuses,
    lines: fc.tuple(some(paragraph), some(paragraph), some(paragraph)),
    letter: fc.option(letter, { nil: undefined }),
    rules: fc.option(rules, { nil: undefined }),
    retired: fc.option(fc.constant(['1.1.98', '9.1.2']), { nil: undefined }),
    shape,
    shuffle: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    agencies: fc
      .integer({ min: 2, max: 6 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => agency(at)))),
    classes: fc.tuple(paragraph, paragraph, fc.boolean(), text),
  })
  .map(({ id, version, texts, due, statuses, lines, letter, rules, retired, shape, shuffle, agencies, classes }) => {
    const [label, name, isWhole, self] = classes;
    const [title, organisation, heading, asOf] = texts;
    const programme = {
      ...{ id, version, year: 2566, title, organisation, due, roster: 'small', statuses },
      report: {
        cover: lines[0],
        heading,
        introduction: lines[1],
        asOf,
        compiledBy: lines[2],
        ...(letter && { letter }),
      },
      parts: rawParts(shape, shuffle, texts),
      ...(rules && Object.keys(rules).length > 0 ? { rules } : {}),
      ...(retired ? { retired } : {}),
    };
    const own = {
      id: 'everyone',
      kinds: isWhole ? '*' : ['office', 'office'],
      names: [`${name} ทั้งหมด`, `${name} {count}`],
    };
    const withLabels = isWhole ? { label: `${label} ครบ`, partLabel: `${label} {count}`, selfReference: [self] } : {};
    const roster = { id: 'small', agencies: withKind(agencies), classes: [{ ...own, ...withLabels }] };
    const { value, problems } = parseYearData({ programme, roster });
    if (value === undefined) throw new Error(JSON.stringify(problems));
    return value;
  });

/** A class may name kinds of agencies that are there only. */
function withKind(agencies: readonly object[]): readonly object[] {
  return agencies.map((one, index) => (index < 2 ? { ...one, kind: KINDS[index] } : one));
}
