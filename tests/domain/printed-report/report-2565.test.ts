import { readFileSync } from 'node:fs';
import { createDocxCodec } from '../../../src/adapters/docx/codec.ts';
import type { DocumentContent } from '../../../src/domain/document/content.ts';
import { readPrintedReport, type ReportDraft } from '../../../src/domain/printed-report/read-printed-report.ts';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { measuresOf, type Programme } from '../../../src/domain/programme/programme.ts';
import { openDocument } from '../../support/open-document.ts';
import { PRINTED_RESULTS, printedReport } from '../../support/report-document.ts';

const BMA = builtInProgramme()!;

/** A programme without what no report tells: suspected misprints. */
function printed({ parts, report, ...programme }: Programme): unknown {
  return {
    ...programme,
    report,
    parts: parts.map((part) => ({
      ...part,
      issues: part.issues.map((issue) => ({
        ...issue,
        groups: issue.groups.map((group) => ({
          ...group,
          measures: group.measures.map((measure) => ({ ...measure, misprints: [] })),
        })),
      })),
    })),
  };
}

describe('the report of 2565 as a Word document, a table a page', () => {
  let content: DocumentContent;
  let draft: ReportDraft;

  beforeAll(async () => {
    content = await openDocument(readFileSync('tests/fixtures/reports/report-2565.docx'));
    draft = readPrintedReport(content, BMA)!;
  });

  it('gives the programme of 2565: all 59 measures, their numbers, parties and issues, and the texts around them', () => {
    expect(measuresOf(draft.data.programme)).toHaveLength(59);
    expect(printed(draft.data.programme)).toEqual(printed(BMA.programme));
    expect(draft.problems).toEqual([]);
  });

  it('lists what is not sure: what pages cut, what has no number, and results that may be those of the measure above', () => {
    const told = draft.doubts.map((doubt) => {
      if ('above' in doubt) return `${doubt.code} ${doubt.measure} < ${doubt.above}`;
      if ('measures' in doubt) return `${doubt.code} ${doubt.measures.join(' ')}`;
      return 'measure' in doubt ? `${doubt.code} ${doubt.measure}` : doubt.code;
    });
    expect(told).toEqual([
      'front-guessed',
      'from-other-programme',
      'result-continued 2.1.3',
      'measure-without-number 3.1.1',
      'measures-in-row 3.2.1 3.2.2',
      'measure-without-number 4.1.1',
      'result-continued 4.2.5',
      'result-of-above 5.1.5 < 5.1.4',
      'result-of-above 6.1.7 < 6.1.6',
      'result-continued 6.1.9',
      'measure-continued 7.1.3',
      'party-continued 7.1.3',
      'result-continued 7.1.3',
      'measure-continued 8.1.3',
      'result-continued 8.1.3',
    ]);
  });

  it('keeps every result as it is printed', () => {
    const results = [...draft.results.values()].flat();
    const cells = content.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.filter(({ column }) => column === 3)) : [],
    );
    const texts = cells
      .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text.trim()))
      .filter((text) => text !== '');
    expect(results).toEqual(texts.filter((text) => text !== 'ผลการดำเนินการ'));
  });

  it('is the same where the programme of another year lends what a report does not tell', () => {
    const draftOf = readPrintedReport(content, {
      ...BMA,
      programme: { ...BMA.programme, id: 'bma-2570', year: 2570, due: '2027-04-29' },
    })!;
    expect(draftOf.data.programme).toMatchObject({ id: 'bma-2565', year: 2565, due: '2022-04-29' });
  });
});

it('reads the document for Word that the program writes back as the programme and the results it was made from', async () => {
  const draft = readPrintedReport(await openDocument(await createDocxCodec().encode(printedReport())), BMA)!;
  expect(printed(draft.data.programme)).toEqual(printed(BMA.programme));
  expect(draft.results).toEqual(
    new Map(measuresOf(BMA.programme).map(({ measure }) => [measure.key, PRINTED_RESULTS.get(measure.key) ?? []])),
  );
  expect(draft.doubts.map(({ code }) => code)).toEqual([
    'front-guessed',
    'from-other-programme',
    'measure-without-number',
    'measure-without-number',
  ]);
});
