import { strFromU8, unzipSync } from 'fflate';
import results from '../../docs/examples/bma-2565/results.json';
import { planReportDocument, type ReportContent } from '../../src/domain/master/document/report-document.ts';
import type { DocumentPlan } from '../../src/domain/document/plan.ts';
import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import { groupBy } from '../../src/domain/text/group-by.ts';
import { programme } from './report-2565.ts';

/** The results of the printed report. */
export const PRINTED_RESULTS: ReadonlyMap<MeasureKey, readonly string[]> = new Map(
  [...groupBy(results, ({ measure }) => measure as MeasureKey)].map(([measure, of]) => [
    measure,
    of.map(({ text }) => text),
  ]),
);

/** The document of the printed report. */
export function printedReport(changes: Partial<ReportContent> = {}): DocumentPlan {
  const created = '2022-04-29T02:00:00Z';
  return planReportDocument({ programme, results: PRINTED_RESULTS, created, letter: false, annexes: [], ...changes });
}

/** The parts of a package by their names, as text. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The paragraphs of a document's body that hold a text: a line break is a line feed, a tab a tab. */
export function paragraphsIn(bytes: Uint8Array): readonly string[] {
  const body = partsOf(bytes).get('word/document.xml') ?? '';
  return Array.from(body.matchAll(/<w:p>.*?<\/w:p>/gs), ([paragraph]) =>
    Array.from(paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g), ([, text = '', mark]) =>
      mark === undefined ? unescaped(text) : mark === 'br' ? '\n' : '\t',
    ).join(''),
  ).filter((text) => text !== '');
}

function unescaped(xml: string): string {
  const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (found, name: string) => marks[name] ?? found);
}
