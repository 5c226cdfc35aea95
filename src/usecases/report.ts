import type { Problem } from '../domain/diagnostics/problem.ts';
import { planAnnexes, type AnnexId } from '../domain/master/document/annexes.ts';
import { readFrontMatter } from '../domain/master/read/front-matter.ts';
import { planReportDocument } from '../domain/master/document/report-document.ts';
import { stateOf } from '../domain/master/merge/states.ts';
import { readMasterReport } from '../domain/master/read/master-report.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import type { ReportParagraph } from '../domain/master/report.ts';
import type { DocumentPlan } from '../domain/document/plan.ts';
import type { MeasureKey, Programme } from '../domain/programme/programme.ts';
import type { Roster } from '../domain/programme/roster.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { withNaming } from '../domain/submissions/merge-paragraphs.ts';
import { collapse } from '../domain/text/compare.ts';
import { answersOfMaster } from './answers-of-master.ts';
import { freePath } from './free-path.ts';
import { picturesOfMaster } from './pictures-of-master.ts';
import { isMasterOf } from './is-master-of.ts';
import { openTemplate } from './open-template.ts';
import type { Clock } from './ports/clock.ts';
import type { DocumentCodec, FramedDocument } from './ports/document-codec.ts';
import type { FileStore } from './ports/file-store.ts';
import { ANY_SIZE, type WorkbookCodec } from './ports/workbook-codec.ts';
import { openWorkbook, whole } from './read-workbook.ts';

/** The ports of a report. */
export interface ReportPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'unpack' | 'pictures'>;
  readonly documents: DocumentCodec;
  readonly files: FileStore;
  readonly clock: Clock;
}

/** What stands in the document besides the report. */
export interface ReportOptions {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, if it differs from the master's. */
  readonly asOf?: string;
  /** Whether the letter of transmission comes first. */
  readonly letter?: boolean;
  readonly annexes?: readonly AnnexId[];
  /** Whether who has not finished a measure, and why, is printed behind its result, as the master has it; true by default. */
  readonly unfinished?: boolean;
  /** The pictures of the master, for their annex. */
  readonly pictures?: readonly MasterPicture[];
}

/** What to write, from which master, and where to. */
export interface ReportRequest extends ReportOptions {
  /** Path of the master. */
  readonly master: string;
  /** Path of the document. */
  readonly out: string;
  /** Path of the office's own document whose letterhead, styles and pages it takes. */
  readonly template?: string;
  /** Whether to overwrite a file that is there. */
  readonly replace?: boolean;
}

/**
 * The outcome. `written`: the path is `out`, or one beside it where a file was there. `not-master`: the file is no master of
 * the programme. `no-letter`: the programme has no words for the letter. In all but the first case nothing was written.
 */
export type ReportOutcome =
  | ({ readonly kind: 'written'; readonly path: string; readonly template: FramedDocument['notices'] } & ReportFacts)
  | { readonly kind: 'not-master' }
  | { readonly kind: 'no-letter' }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/** What stands in a report, and what the master did not have. */
export interface ReportFacts {
  readonly paragraphs: number;
  readonly measuresWithoutResult: number;
  /** How many paragraphs a merge left to be reviewed. */
  readonly toReview: number;
  /** How many paragraphs about what is not finished were left out, as it was asked; those that the office edited stay. */
  readonly leftOut: number;
  /** Sheets of issues that the master no longer has. */
  readonly missingSheets: readonly string[];
  /** How many texts people wrote beside the results, in cells, comments and shapes; they are not in the document. */
  readonly textsBeside: number;
  /** Whether the cover's lines could not be told apart, so that the programme's own are used. */
  readonly isFrontUnclear: boolean;
}

/** A document that can be written, and what stands in it. */
export interface PlannedReport {
  readonly plan: DocumentPlan;
  readonly facts: ReportFacts;
}

/**
 * Writes the report for Word from a master as it stands, edits included.
 * @throws {FileFault} if the master or the template cannot be read or the document cannot be written
 * @throws {UnusableTemplate}
 */
export async function report(ports: ReportPorts, request: ReportRequest): Promise<ReportOutcome> {
  const { programme, master } = request;
  if (request.letter === true && programme.report.letter === undefined) return { kind: 'no-letter' };
  const read = await ports.files.read(master);
  const content = await openWorkbook(ports.codec, read, whole, master, ANY_SIZE);
  if ('code' in content) return { kind: 'unreadable', problem: content };
  const pictures = request.annexes?.includes('pictures') ? await picturesOfMaster(ports.codec, content, read) : [];
  const planned = await planReport(content, ports.clock.now(), { ...request, pictures });
  if (planned === undefined) return { kind: 'not-master' };
  const { path, notices } = await writeDocument(ports, planned.plan, request);
  return { kind: 'written', path, template: notices, ...planned.facts };
}

/** Where a document goes, and the frame that it takes. */
export type DocumentTarget = Pick<ReportRequest, 'out' | 'template' | 'replace'>;

/**
 * Writes a document, in the frame of the office's own where there is one, beside a file that is there unless that is to be replaced.
 * @throws {FileFault} {@link UnusableTemplate}
 */
export async function writeDocument(
  ports: Pick<ReportPorts, 'codec' | 'documents' | 'files'>,
  plan: DocumentPlan,
  request: DocumentTarget,
): Promise<{ readonly path: string; readonly notices: FramedDocument['notices'] }> {
  const template = request.template === undefined ? undefined : await ports.files.read(request.template);
  const { bytes, notices } = await encodeReport(ports, plan, template);
  const path = (await mayReplace(ports.files, request)) ? request.out : await freePath(ports.files, request.out, bytes);
  await ports.files.write(path, bytes);
  return { path, notices };
}

/** A document never takes the place of its own template. */
async function mayReplace(files: FileStore, { replace, template, out }: DocumentTarget): Promise<boolean> {
  if (replace !== true || template === undefined) return replace === true;
  return (await files.identify(template)) !== (await files.identify(out));
}

/**
 * Encodes a report, in the frame of the office's own document where there is one.
 * @throws {UnusableTemplate}
 */
export async function encodeReport(
  { codec, documents }: Pick<ReportPorts, 'codec' | 'documents'>,
  plan: DocumentPlan,
  template: Uint8Array | undefined,
): Promise<FramedDocument> {
  if (template === undefined) return { bytes: await documents.encode(plan), notices: [] };
  return documents.encodeIn(plan, await openTemplate(codec, template));
}

/**
 * Plans the report for Word from a master as it stands; undefined where the workbook is no master of the programme.
 * @param created ISO 8601 instant
 * @throws {UnreadableWorkbook} if cells of the master were not read
 */
export async function planReport(
  content: WorkbookContent,
  created: string,
  options: ReportOptions,
): Promise<PlannedReport | undefined> {
  const { programme, asOf, letter = false, annexes = [], pictures, unfinished = true } = options;
  if (!isMasterOf(whole(content), programme)) return undefined;
  const { measures, annotations, problems } = readMasterReport(content, programme);
  const isAsked = annexes.length > 0 || !unfinished;
  const answers = isAsked ? await answersOfMaster(content, options) : undefined;
  const leftOut = unfinished || !answers ? new Map<MeasureKey, ReadonlySet<string>>() : statementsOf(answers);
  const results = new Map(
    measures.map(({ measure, paragraphs }) => [
      measure,
      paragraphs.map(({ text }) => text).filter((text) => leftOut.get(measure)?.has(collapse(text)) !== true),
    ]),
  );
  const paragraphs = [...results.values()].flat().length;
  const { front, isUnclear } = readFrontMatter(content.sheets, programme);
  return {
    plan: planReportDocument({
      programme: { ...programme, report: front },
      results,
      created,
      ...(asOf === undefined ? {} : { asOf }),
      letter,
      annexes: answers ? planAnnexes(answers, annexes, pictures) : [],
    }),
    facts: {
      paragraphs,
      measuresWithoutResult: [...results.values()].filter(({ length }) => length === 0).length,
      leftOut: measures.flatMap((measure) => measure.paragraphs).length - paragraphs,
      toReview: measures.flatMap(({ paragraphs }) => paragraphs.filter(isToReview)).length,
      missingSheets: problems.map(({ sheet }) => sheet),
      textsBeside: annotations.length,
      isFrontUnclear: isUnclear,
    },
  };
}

function isToReview({ state }: ReportParagraph): boolean {
  return stateOf(state) === 'review';
}

/** The paragraphs that a master prints about who has not finished a measure; a text that somebody edited is none of them. */
function statementsOf({ measures }: Consolidation): ReadonlyMap<MeasureKey, ReadonlySet<string>> {
  return new Map(
    measures.map(({ measure, unfinished }) => [measure, new Set(unfinished.map((each) => collapse(withNaming(each))))]),
  );
}
