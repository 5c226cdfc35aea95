import { reportFileName } from '../../../domain/master/document/report-document.ts';
import { REVIEW_SHEET } from '../../../domain/master/sheet-names.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { picturesOfOpenMaster } from '../../../usecases/pictures-of-master.ts';
import { encodeReport, planReport, type ReportFacts, type ReportOptions } from '../../../usecases/report.ts';
import { notice, type Hint, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Job } from '../session-state.ts';

/** The optional parts of the document for Word. */
export interface DocumentChoice extends Required<Pick<ReportOptions, 'letter' | 'annexes' | 'unfinished'>> {
  /** The office's own document with the letterhead. */
  readonly template?: ChosenFiles;
}

/** Saves the report for Word from the open master as it is. */
export async function writeReport({ ports, state }: Job, { template, ...choice }: DocumentChoice): Promise<Notice> {
  if (ports.withoutDownloads !== undefined) return notice('no-document-downloads');
  const data = programmeOfReport(state());
  const content = await ports.workbook.read(undefined, 'texts');
  const isWanted = choice.annexes.includes('pictures');
  const pictures = isWanted ? await picturesOfOpenMaster(ports.codec, ports.workbook, content) : [];
  const planned = await planReport(content, ports.clock.now(), { ...data, ...choice, pictures: pictures ?? [] });
  if (planned === undefined) return notice('no-master-for-document');
  const file = reportFileName(data.programme);
  const [path] = template?.paths ?? [];
  const frame = path === undefined ? undefined : await template?.read(path);
  const { bytes, notices } = await encodeReport(ports, planned.plan, frame);
  await ports.deliver(file, bytes);
  const { facts } = planned;
  const without: readonly Hint[] = pictures ? [] : [['document-without-pictures']];
  return notice('document-saved', {
    facts: { file, paragraphs: facts.paragraphs },
    hints: [...hintsOf(facts), ...without],
    template: notices,
  });
}

/** What a person has to look at before the report is signed. */
function hintsOf({
  measuresWithoutResult,
  leftOut,
  toReview,
  missingSheets,
  textsBeside,
  isFrontUnclear,
}: ReportFacts): readonly Hint[] {
  const sheets = missingSheets.map((sheet) => `“${sheet}”`).join(', ');
  return [
    ...(toReview === 0 ? [] : [['document-to-review', { count: toReview, sheet: REVIEW_SHEET }] as const]),
    ...(measuresWithoutResult === 0 ? [] : [['document-blank-measures', { count: measuresWithoutResult }] as const]),
    ...(leftOut === 0 ? [] : [['document-left-out', { count: leftOut }] as const]),
    ...(missingSheets.length === 0 ? [] : [['document-missing-sheets', { sheets }] as const]),
    ...(textsBeside === 0 ? [] : [['document-texts-beside', { count: textsBeside }] as const]),
    ...(isFrontUnclear ? [['document-front-unclear'] as const] : []),
  ];
}
