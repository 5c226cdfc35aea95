import type { SharePointSettings } from '../domain/deployment/deployment.ts';
import { parseDeployment } from '../domain/deployment/parse-deployment.ts';
import {
  builtInCatalogue,
  builtInDigitProfile,
  builtInProgramme,
  builtInYears,
  type Catalogue,
} from '../domain/programme/catalogue.ts';
import type { DataProblem, Parsed } from '../domain/programme/data-problem.ts';
import { parseDigitProfile } from '../domain/programme/parse-digit-profile.ts';
import { parseJson } from '../domain/programme/parse-json.ts';
import { parseProgramme } from '../domain/programme/parse-programme.ts';
import { parseRoster } from '../domain/programme/parse-roster.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { ruleSettingProblems } from '../domain/checks/rules/settings.ts';
import { rawYearData, yearData, type YearData } from '../domain/programme/year-data.ts';
import type { DigitProfile } from '../domain/text/digit-profile.ts';
import { foldDigits } from '../domain/text/digits.ts';
import { messageContext } from '../domain/messages/message.ts';
import type { FileStore } from '../usecases/ports/file-store.ts';
import { yearOfFiles, type YearOfFilesRequest } from '../usecases/year-of-files.ts';
import { requiredValue, valueOf, type OptionName } from './args.ts';
import type { Call } from './command.ts';
import { printable } from './output/printable.ts';
import { renderDataProblems, renderProblems, renderYearProblems } from './output/render.ts';
import { UsageError } from './usage-error.ts';
import { inLanguages, type Messages } from './output/messages.ts';
import { severityOfYearProblem } from '../domain/year-workbook/problem.ts';
import { unreadable } from '../usecases/unreadable.ts';
import { readYear, type YearImport } from '../usecases/year/read-year.ts';

/** Options that select the data of a command. */
export const DATA_OPTIONS: readonly OptionName[] = ['year', 'programme', 'roster'];

/** The programme and roster of a year. */
export interface Data extends YearData {
  /** Whether a data file has problems but can be used. */
  readonly doubtful: boolean;
}

/** Thrown after the problems of an unusable data file were printed. */
export class UnusableData extends Error {}

/** Workbooks whose year is the one to work with, where the options select none. */
export interface DataOfFiles extends Pick<YearOfFilesRequest, 'paths' | 'sizeLimit'> {
  readonly files: FileStore;
}

/**
 * Loads the programme and roster that the options select, built in or from files; without a selection, those of the workbooks that the command
 * is about. Problems of files go to standard error.
 * @throws {UsageError} for an unknown year, {@link UnusableData}, {@link FileFault}
 */
export async function loadData(call: Call, of?: DataOfFiles): Promise<Data> {
  const isSelected = DATA_OPTIONS.some((option) => call.options.has(option));
  return isSelected || of === undefined ? loadSelected(call) : loadDataOf(call, of);
}

/** Loads the data of the year that workbooks are of, which they may bring with them. What cannot be used is said. */
async function loadDataOf(call: Call, { files, ...request }: DataOfFiles): Promise<Data> {
  const { io, languages, ports } = call;
  const otherwise = builtInFor(call, false);
  const { data, isCarried, problems } = await yearOfFiles(
    { codec: ports.codec, files },
    { ...request, otherwise, catalogue: builtInCatalogue },
  );
  const { title, year, version } = data.programme;
  const context = messageContext(data, 'office');
  if (isCarried)
    io.err(`${printable(inLanguages(languages, (voice) => voice.line('year-carried', { title, year, version })))}\n`);
  if (problems.length > 0) io.err(`${inLanguages(languages, (voice) => renderProblems(problems, voice, context))}\n`);
  return { ...data, doubtful: problems.length > 0 };
}

async function loadSelected(call: Call): Promise<Data> {
  const programmeFile = valueOf(call.options, 'programme');
  const rosterFile = valueOf(call.options, 'roster');
  const ofFile = await sourceOf(call, programmeFile);
  const ofRoster = rosterFile === programmeFile ? ofFile : await sourceOf(call, rosterFile);
  const given = ofFile?.year ?? builtInFor(call, programmeFile !== undefined);
  const rosters =
    ofRoster?.text === undefined
      ? { value: ofRoster?.year?.roster ?? given.roster, problems: [] }
      : parsed(ofRoster.text, parseRoster);
  const roster = usable(call, rosterFile ?? given.roster.id, rosters);
  const programmes =
    ofFile?.text !== undefined
      ? parsed(ofFile.text, (raw) => withRuleProblems(parseProgramme(raw, roster)))
      : roster === given.roster
        ? { value: given.programme, problems: [] }
        : parseProgramme(rawYearData(given).programme, roster);
  const programme = usable(call, programmeFile ?? given.programme.id, programmes);
  checkYear(call, programme);
  const isDoubtful = [ofFile, ofRoster].some((source) => source?.isDoubtful === true);
  const doubtful = isDoubtful || rosters.problems.length + programmes.problems.length > 0;
  return { ...yearData(programme, roster), doubtful };
}

/** A file of data: a workbook of a year, or the text of a data file. */
interface Source {
  readonly year?: YearData;
  readonly text?: string;
  readonly isDoubtful: boolean;
}

/** @throws {UnusableData} {@link FileFault} */
async function sourceOf(call: Call, file: string | undefined): Promise<Source | undefined> {
  if (file === undefined) return undefined;
  const bytes = await call.ports.files.read(file);
  if (!isPackage(bytes)) return { text: new TextDecoder().decode(bytes), isDoubtful: false };
  const { data, problems } = await readYearFile(call, file, bytes, builtInCatalogue);
  if (problems.length > 0) {
    const told = (voice: Messages): string =>
      `${voice.error(data ? 'data-doubtful' : 'data-unusable', { file })}\n${renderYearProblems(problems, voice)}`;
    call.io.err(`${inLanguages(call.languages, told)}\n`);
  }
  if (data === undefined) throw new UnusableData(file);
  return { year: data, isDoubtful: problems.some((problem) => severityOfYearProblem(problem) !== 'may') };
}

/** Whether bytes are those of a zip file, and no JSON. */
function isPackage([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/**
 * Reads a workbook of a year.
 * @throws {UnusableData} after saying why it cannot be read as a workbook
 */
export async function readYearFile(
  { ports, io, languages }: Call,
  file: string,
  bytes: Uint8Array,
  catalogue: Catalogue,
  base?: YearData,
): Promise<YearImport> {
  try {
    return await readYear(ports.codec, bytes, catalogue, base);
  } catch (error) {
    const problem = unreadable(error, file);
    io.err(`${inLanguages(languages, (voice) => renderProblems([problem], voice))}\n`);
    throw new UnusableData(file);
  }
}

/**
 * The office's profile of digits to preserve, or the built-in one.
 * @throws {UnusableData} {@link FileFault}
 */
export async function loadDigitProfile(
  call: Call,
): Promise<{ readonly profile: DigitProfile; readonly doubtful: boolean }> {
  const file = valueOf(call.options, 'profile');
  if (file === undefined) return { profile: builtInDigitProfile(), doubtful: false };
  const profiles = parsed(new TextDecoder().decode(await call.ports.files.read(file)), parseDigitProfile);
  return { profile: usable(call, file, profiles), doubtful: profiles.problems.length > 0 };
}

/**
 * The organisation's SharePoint, from the settings that `--config` names.
 * @throws {UsageError} {@link UnusableData} {@link FileFault}
 */
export async function loadSharePoint(call: Call, command: string): Promise<SharePointSettings> {
  const file = requiredValue(call.options, 'config', command);
  const text = new TextDecoder().decode(await call.ports.files.read(file));
  const { sharePoint } = usable(call, file, parseDeployment(text));
  if (sharePoint === undefined) throw new UsageError('no-share-point', { file });
  return sharePoint;
}

/** The built-in data of the requested year; with a programme file only the latest roster is needed. */
function builtInFor(call: Call, ownProgramme: boolean): YearData {
  const found = valueOf(call.options, 'year');
  const year = found === undefined || ownProgramme ? undefined : Number(foldDigits(found));
  const builtIn = builtInProgramme(year);
  if (builtIn === undefined)
    throw new UsageError('unknown-year', { found: found ?? '', nearest: builtInYears().join(', ') });
  return builtIn;
}

function checkYear({ options }: Call, { year }: Programme): void {
  const found = valueOf(options, 'year');
  if (found !== undefined && Number(foldDigits(found)) !== year) {
    throw new UsageError('unknown-year', { found, nearest: String(year) });
  }
}

function parsed<T>(text: string, parse: (raw: unknown) => Parsed<T>): Parsed<T> {
  const json = parseJson(text);
  if (json.value === undefined) return { problems: json.problems };
  const { value, problems } = parse(json.value);
  return { ...(value === undefined ? {} : { value }), problems: [...json.problems, ...problems] };
}

/** Adds the problems of rule settings, which do not make the programme unusable. */
function withRuleProblems({ value, problems }: Parsed<Programme>): Parsed<Programme> {
  return value === undefined ? { problems } : { value, problems: [...problems, ...ruleSettingProblems(value)] };
}

/** Prints the problems of a data file. @throws {UnusableData} if the file cannot be used. */
function usable<T>({ io, languages }: Call, file: string, { value, problems }: Parsed<T>): T {
  if (problems.length > 0)
    io.err(`${inLanguages(languages, (voice) => report(voice, file, value !== undefined, problems))}\n`);
  if (value === undefined) throw new UnusableData(file);
  return value;
}

function report(voice: Messages, file: string, isUsable: boolean, problems: readonly DataProblem[]): string {
  return `${voice.error(isUsable ? 'data-doubtful' : 'data-unusable', { file })}\n${renderDataProblems(problems, voice)}`;
}
