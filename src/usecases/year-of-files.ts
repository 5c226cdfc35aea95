import type { Problem } from '../domain/diagnostics/problem.ts';
import { yearOfProperties, type NamedYear } from '../domain/form/identity.ts';
import { namedYear } from '../domain/form/read/named-year.ts';
import type { Catalogue } from '../domain/programme/catalogue.ts';
import type { YearData } from '../domain/programme/year-data.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { groupBy } from '../domain/text/group-by.ts';
import { carriedYear } from './carried-year.ts';
import { findFiles, type NamedFile } from './find-files.ts';
import { isLoadFailure } from './load-failure.ts';
import type { FileSource } from './ports/file-store.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { skippedBySize, skippedByStart } from './skipped.ts';

/** The data of the year that some workbooks are of. */
export interface YearFound {
  readonly data: YearData;
  /** Whether the program knows these data only from the workbooks. */
  readonly isCarried: boolean;
  /** Why these are not the data that the workbooks name. */
  readonly problems: readonly Problem[];
}

/** The data of years that a program has without any workbook. */
export interface KnownYears {
  /** The data that are right unless the workbooks are of another year. */
  readonly otherwise: YearData;
  readonly catalogue: Pick<Catalogue, 'ofId'>;
}

/** The ports of finding out which year files are of. */
export interface YearOfFilesPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'properties' | 'unpackText'>;
  readonly files: Pick<FileSource, 'list' | 'identify' | 'read'>;
}

/** Where the files are, and what is known before any of them is read. */
export interface YearOfFilesRequest extends KnownYears {
  readonly paths: readonly string[];
  /** As of {@link WorkbookCodec.decode}. */
  readonly sizeLimit?: number;
}

/** Files that are looked at: enough to tell the year of most, and few beside thousands. */
const SAMPLE = 9;

/**
 * Finds the data of the year that most of the files are of, where nobody said which: those that the program has, in the version that the
 * files name, or those that the files carry. Some of the files are looked at; whoever reads all of them names those of another year.
 */
export async function yearOfFiles(ports: YearOfFilesPorts, request: YearOfFilesRequest): Promise<YearFound> {
  const found = await findFiles(ports.files, request.paths);
  const sample = sampleOf(found.files);
  const named: NamedFileOfYear[] = [];
  for (const file of sample) {
    const found = await openedOrNot(ports, file, request);
    if (found) named.push(found);
    if (mostOf(named, request.otherwise).length > sample.length / 2) break;
  }
  return yearOfMost(ports.codec, named, request);
}

/** A workbook, and the year that it is of. */
interface NamedFileOfYear {
  readonly file: string;
  readonly year: NamedYear;
  /** What it holds; absent where the program has the data of its year, for then nothing more is to be read in it. */
  readonly content?: WorkbookContent;
}

/** Some of the files, from the first to the last. */
function sampleOf(files: readonly NamedFile[]): readonly NamedFile[] {
  const count = Math.min(SAMPLE, files.length);
  return Array.from({ length: count }, (_, index) => files[Math.floor((index * files.length) / count)]).filter(
    (file) => file !== undefined,
  );
}

/** A file that cannot be read says nothing here; whoever reads all files tells what is wrong with it. */
async function openedOrNot(
  { codec, files }: YearOfFilesPorts,
  file: NamedFile,
  { sizeLimit, otherwise, catalogue }: YearOfFilesRequest,
): Promise<NamedFileOfYear | undefined> {
  if (skippedBySize(file)) return undefined;
  try {
    const bytes = await files.read(file.path);
    if (skippedByStart(bytes, file.path)) return undefined;
    const ofFile = yearOfProperties(await codec.properties(bytes));
    if (ofFile && [otherwise, catalogue.ofId(ofFile.programme)].some((known) => isOfYear(ofFile, known))) {
      return { file: file.path, year: ofFile };
    }
    const content = await codec.decode(bytes, sizeLimit);
    const year = await yearNamedIn(codec, content);
    return year && { file: file.path, year, content };
  } catch (error) {
    if (isLoadFailure(error)) throw error;
    return undefined;
  }
}

/** The year that a workbook is of. A program that saves no properties leaves a master nothing else that names it than what it carries. */
async function yearNamedIn(
  codec: Pick<WorkbookCodec, 'unpackText'>,
  content: WorkbookContent,
): Promise<NamedYear | undefined> {
  const named = namedYear(content);
  if (named) return named;
  const carried = await carriedYear(codec, content);
  return typeof carried === 'object' ? nameOf(carried) : undefined;
}

function nameOf({ programme: { id, version } }: YearData): NamedYear {
  return { programme: id, version };
}

function isOfYear({ programme, version }: NamedYear, data: YearData | undefined): boolean {
  return data?.programme.id === programme && data.programme.version === version;
}

/** The workbooks of the year that most are of; where years are even, of the usual one or the first. */
function mostOf(named: readonly NamedFileOfYear[], otherwise: YearData): readonly NamedFileOfYear[] {
  const groups = groupBy(named, ({ year: { programme, version } }) => JSON.stringify([programme, version]));
  const [most = []] = [...groups.values()].sort(
    (one, other) =>
      other.length - one.length ||
      Number(isOfYear(other[0].year, otherwise)) - Number(isOfYear(one[0].year, otherwise)),
  );
  return most;
}

async function yearOfMost(
  codec: Pick<WorkbookCodec, 'unpackText'>,
  named: readonly NamedFileOfYear[],
  { otherwise, catalogue }: KnownYears,
): Promise<YearFound> {
  const most = mostOf(named, otherwise);
  const [first] = most;
  if (first === undefined || isOfYear(first.year, otherwise))
    return { data: otherwise, isCarried: false, problems: [] };
  const known = catalogue.ofId(first.year.programme);
  if (known && isOfYear(first.year, known)) return { data: known, isCarried: false, problems: [] };
  const problems: Problem[] = [];
  for (const { file, content, year } of most) {
    const carried = content && (await carriedYear(codec, content, year));
    if (typeof carried === 'object') return { data: carried, isCarried: true, problems: [] };
    const { programme } = year;
    if (carried) problems.push({ code: 'carried-year-unusable', why: carried, programme, file });
  }
  return { data: known ?? otherwise, isCarried: false, problems };
}
