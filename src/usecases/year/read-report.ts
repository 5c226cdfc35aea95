import { readPrintedReport, type ReportDraft } from '../../domain/printed-report/read-printed-report.ts';
import type { YearData } from '../../domain/programme/year-data.ts';
import { openTemplate } from '../open-template.ts';
import type { DocumentCodec } from '../ports/document-codec.ts';
import type { WorkbookCodec } from '../ports/workbook-codec.ts';

/** The ports of reading a report for Word. */
export interface ReadReportPorts {
  readonly codec: Pick<WorkbookCodec, 'unpack'>;
  readonly documents: Pick<DocumentCodec, 'decode'>;
}

/**
 * The programme that an older report for Word was made for; what no report tells is that of `other`. Undefined if there is no measure in it.
 * @throws {UnusableTemplate} if the file is no document that can be read
 */
export async function readReport(
  { codec, documents }: ReadReportPorts,
  bytes: Uint8Array,
  other: YearData,
): Promise<ReportDraft | undefined> {
  return readPrintedReport(await documents.decode(await openTemplate(codec, bytes)), other);
}
