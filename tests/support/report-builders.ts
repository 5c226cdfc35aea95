import { cellAt } from './cells.ts';
import fc from 'fast-check';

import { measuresOf, type MeasureKey, type Programme } from '../../src/domain/programme/programme.ts';
import { findStatus } from '../../src/domain/programme/find-status.ts';
import type { AgencyCode } from '../../src/domain/programme/roster.ts';
import { textOf, type Problem } from '../../src/domain/diagnostics/problem.ts';
import type { Entry, ReadResult, SourcedText, Submission } from '../../src/domain/submissions/submission.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from './small-programme.ts';

/** The small programme, with a measure for the schools alone (2.2.2) and one for two offices (3.1.1). */
export const REPORT_PROGRAMME: Programme = withResponsible(SMALL_PROGRAMME, {
  '2.2.2': ['11', '12', '13'],
  '3.1.1': ['01', '02'],
});

export const REPORT_ROSTER = SMALL_ROSTER;

/** Texts of an entry; a list of texts stands in consecutive cells. */
export interface EntryTexts {
  readonly status?: string;
  readonly results?: readonly string[];
  readonly dates?: readonly string[];
  readonly evidence?: readonly string[];
  readonly notes?: readonly string[];
}

/** An entry whose cells are made up from the measure's place. */
export function entryOf(measure: string, texts: EntryTexts): Entry {
  const keys = measuresOf(SMALL_PROGRAMME).map(({ measure: { key } }) => key as string);
  const row = 6 + Math.max(0, keys.indexOf(measure)) * 20;
  const column = (letter: string, list: readonly string[] = []): readonly SourcedText[] =>
    list.map((text, index) => ({
      text,
      sheet: `ประเด็น ${measure.charAt(0)}`,
      cell: cellAt(`${letter}${row + index}`),
    }));
  const [status] = column('E', texts.status === undefined ? [] : [texts.status]);
  return {
    measure: measure as MeasureKey,
    ...(status ? { status: { ...status, id: findStatus(SMALL_PROGRAMME, status.text) ?? 'done' } } : {}),
    paragraphs: column('F', texts.results),
    dates: column('G', texts.dates),
    evidence: column('H', texts.evidence),
    notes: column('I', texts.notes),
  };
}

/**
 * A submission of an agency; `entries` is by measure, with a list of results for short; `savedAt: null` leaves the time out;
 * without `issues` it holds the sheets of all of them.
 */
export function submissionOf(
  agency: string,
  entries: Readonly<Record<string, EntryTexts | readonly string[]>>,
  rest: {
    readonly file?: string;
    readonly savedAt?: string | null;
    readonly issues?: readonly number[];
    readonly contact?: Submission['contact'];
  } = {},
): Submission {
  const { file = `${agency}.xlsx`, savedAt = '2027-05-01T08:00:00Z', issues = [1, 2, 3], contact = {} } = rest;
  return {
    agency: agency as AgencyCode,
    file,
    ...(savedAt === null ? {} : { savedAt }),
    issues,
    contact,
    entries: Object.entries(entries).map(([measure, texts]) =>
      entryOf(measure, isList(texts) ? { results: texts } : texts),
    ),
  };
}

/** The result of reading a file that holds one submission. */
export function resultOf(submission: Submission, problems: readonly Problem[] = []): ReadResult {
  return { submissions: [submission], problems };
}

/** The programme with other agencies responsible for some measures. */
function withResponsible(programme: Programme, agencies: Readonly<Record<string, readonly string[]>>): Programme {
  return {
    ...programme,
    parts: programme.parts.map((part) => ({
      ...part,
      issues: part.issues.map((issue) => ({
        ...issue,
        groups: issue.groups.map((group) => ({
          ...group,
          measures: group.measures.map((measure) => {
            const codes = agencies[measure.key] as readonly AgencyCode[] | undefined;
            return codes ? { ...measure, responsible: { ...measure.responsible, agencies: codes } } : measure;
          }),
        })),
      })),
    })),
  };
}

/** Every text that agencies wrote in a result, problems included. */
export function textsIn(result: ReadResult): readonly string[] {
  return [
    ...result.submissions.flatMap(({ contact, entries }) => [
      ...Object.values(contact).map(({ text }) => text),
      ...entries.flatMap(({ status, paragraphs, dates, evidence, notes }) =>
        [...(status ? [status] : []), ...paragraphs, ...dates, ...evidence, ...notes].map(({ text }) => text),
      ),
    ]),
    ...result.problems.flatMap((problem) => textOf(problem).split('\n')).filter((text) => text !== ''),
  ];
}

const WORDS = fc.constantFrom(
  'จัดอบรม ๒ ครั้ง',
  'จัดอบรม 2 ครั้ง',
  'จัดอบรม  ๒ ครั้ง',
  '- โรงเรียนวัดเหนือจัดอบรม',
  'ทุกส่วนราชการเวียนแจ้ง',
  '=HYPERLINK("https://a.th")',
  'https://a.th/๑?x=1&y=<b>',
  'ดำเนินการแล้ว',
  'ก'.repeat(700),
  'การประชุม ๑ '.repeat(300),
);

/** A text as agencies write them: often the same as others', sometimes long, sometimes anything. */
const writtenText = fc
  .oneof({ weight: 4, arbitrary: WORDS }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }) })
  .filter((text) => text.trim() !== '');

const texts = (maxLength: number): fc.Arbitrary<readonly string[]> => fc.array(writtenText, { maxLength });

/** What stands in the column of the status, listed or not. */
const statusText = fc.oneof(fc.constantFrom(...SMALL_PROGRAMME.statuses.map(({ label }) => label)), writtenText);

const entryTexts: fc.Arbitrary<EntryTexts> = fc
  .record({ status: fc.option(statusText), results: texts(4), dates: texts(2), evidence: texts(3), notes: texts(2) })
  .map(({ status, ...lists }) => (status === null ? lists : { status, ...lists }))
  .filter((entry) => Object.values(entry).some((list) => list.length > 0));

/** Measures of the programme, and one that no programme has. */
const measureKeys = [...measuresOf(REPORT_PROGRAMME).map(({ measure }) => measure.key as string), '9.9.9'];

const entries = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...measureKeys), entryTexts), { selector: ([key]) => key, maxLength: 5 })
  .map((list) => Object.fromEntries(list));

const contact = fc
  .record({ name: fc.option(writtenText), phone: fc.option(writtenText), email: fc.option(writtenText) })
  .map((fields): Submission['contact'] =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([field, text], row) =>
        text === null ? [] : [[field, { text, sheet: 'ปก', cell: cellAt(`C${14 + row}`) }]],
      ),
    ),
  );

const savedAt = fc.constantFrom(null, '2027-05-01T08:00:00Z', '2027-05-02T08:00:00Z', '2027-05-02T08:00:00.000Z');

const submission = fc
  .record({
    agency: fc.constantFrom(...REPORT_ROSTER.agencies.map(({ code }) => code as string), '99'),
    file: fc.constantFrom('ก.xlsx', 'ข/ก.xlsx', 'ค.xlsx'),
    savedAt,
    issues: fc.constantFrom([1, 2, 3], [1, 2, 3], [1], [2, 3]),
    contact,
    entries,
  })
  .map(({ agency, entries: byMeasure, ...rest }) => submissionOf(agency, byMeasure, rest));

const problem: fc.Arbitrary<Problem> = fc.oneof(
  fc.record({ code: fc.constant('file-not-workbook' as const), file: fc.constantFrom('ก.xlsx', 'ง.xlsx') }),
  fc.record({
    code: fc.constant('text-outside-measure' as const),
    agency: fc.constantFrom(...REPORT_ROSTER.agencies.map(({ code }) => code)),
    file: fc.constant('ก.xlsx'),
    sheet: fc.constant('ประเด็น 1'),
    cell: fc.constantFrom(cellAt('F9'), cellAt('F10'), cellAt('AA10')),
    text: writtenText,
  }),
);

/** What reading one file may give: none, one or two submissions and some problems. */
export const readResult: fc.Arbitrary<ReadResult> = fc.record({
  submissions: fc.array(submission, { maxLength: 2 }),
  problems: fc.array(problem, { maxLength: 3 }),
});

function isList(texts: EntryTexts | readonly string[]): texts is readonly string[] {
  return Array.isArray(texts);
}
