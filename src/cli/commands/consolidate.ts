import { listPhrase } from '../../domain/messages/facts.ts';
import { messageContext, wordsOf, type MessageContext } from '../../domain/messages/message.ts';
import type { Consolidation } from '../../domain/submissions/consolidation.ts';
import { receivedOf } from '../../domain/submissions/coverage.ts';
import { groupCounts } from '../../domain/submissions/group-counts.ts';
import { GROUPS_SHEET, REVIEW_SHEET } from '../../domain/master/sheet-names.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { NamedSides } from '../../domain/master/merge/outcomes.ts';
import { severityOfRemark, type Remark } from '../../domain/checks/remark.ts';
import type { AgencyCode } from '../../domain/programme/roster.ts';
import type { Problem } from '../../domain/diagnostics/problem.ts';
import { withArchives } from '../../usecases/archived-files.ts';
import type { FileStore } from '../../usecases/ports/file-store.ts';
import type { MasterMerge } from '../../usecases/merge-master.ts';
import { consolidate } from '../../usecases/consolidate.ts';
import { choiceOf, requiredValue, valueOf, type OptionName, type Options } from '../args.ts';
import type { Call, Command } from '../command.ts';
import { filesOfOffice } from '../files-of-office.ts';
import { DATA_OPTIONS, loadData, type Data } from '../data.ts';
import { EXIT, printPieces, type ExitCode } from '../io.ts';
import { jsonDocument, jsonPieces, problemJson } from '../output/json.ts';
import { mergeJson, mergeText } from '../output/render-merge.ts';
import { overviewJson } from '../output/overview-json.ts';
import { createProgress } from '../output/progress.ts';
import { alignRows, renderFindings, renderProblems, severitiesAsText } from '../output/render.ts';
import { remarkJson } from '../output/remarks.ts';
import { UsageError } from '../usage-error.ts';
import { inLanguages, type Messages } from '../output/messages.ts';

/** Options of {@link consolidateFiles}. */
export const CONSOLIDATE_OPTIONS: readonly OptionName[] = [
  'out',
  'replace',
  'preview',
  'grouping',
  'no-grouping',
  'accept',
  'refuse',
  'as-of',
  'cache',
  'no-cache',
  'format',
];

/** `ita consolidate`: consolidates workbooks into the master. */
export const consolidateCommand: Command = {
  name: 'consolidate',
  options: [...DATA_OPTIONS, ...CONSOLIDATE_OPTIONS],
  operands: { least: 1, most: Infinity },
  async run(call) {
    const files = withArchives(call.ports.files, call.ports.codec);
    const data = await loadData(call, { files, paths: call.operands });
    return (await consolidateFiles(call, data, { files, paths: call.operands })).exitCode;
  },
};

/** Where the files to consolidate are. */
export interface FilesToConsolidate {
  readonly files: FileStore;
  readonly paths: readonly string[];
  /** The command that was typed, where it is not `consolidate`. */
  readonly command?: string;
}

/**
 * Consolidates files into the master as the options ask, and prints what came of it.
 * @returns the exit code, and what is in the master if that has it now
 */
export async function consolidateFiles(
  call: Call,
  data: Data,
  { files, paths, command = 'consolidate' }: FilesToConsolidate,
): Promise<{ readonly consolidation?: Consolidation; readonly exitCode: ExitCode }> {
  const { options, io, ports } = call;
  const format = choiceOf(options, 'format', ['text', 'json']);
  const out = requiredValue(options, 'out', command);
  if (!/\.xlsx$/i.test(out)) {
    throw new UsageError('bad-value', { option: '--out', found: out, allowed: 'MASTER.xlsx' });
  }
  const { programme, roster } = data;
  const asOf = valueOf(options, 'as-of');
  const signal = ports.onInterrupt?.();
  const request = {
    programme,
    roster,
    paths,
    out,
    replace: options.has('replace'),
    preview: options.has('preview'),
    ...groupingOf(options),
    ...sidesOf(options),
    ...(asOf === undefined ? {} : { asOf }),
    ...(signal === undefined ? {} : { signal }),
  };
  const cache = options.has('no-cache') ? undefined : await ports.openCache?.(valueOf(options, 'cache'));
  const outcome = await consolidate(
    { ...ports, files, ...(cache ? { cache } : {}), progress: createProgress(io) },
    request,
  );
  switch (outcome.kind) {
    case 'out-is-answers':
      throw new UsageError('out-is-answers', { out });
    case 'unknown-changes':
      throw new UsageError('unknown-changes', { found: outcome.names.join(', ') });
    case 'nothing-read':
      return { exitCode: nothingRead(call, data, outcome.problems, format) };
    case 'written': {
      const isPreview = request.preview && outcome.merge?.kind !== 'same';
      const named = filesOfOffice(outcome.consolidation.problems, paths).filter((file) => file !== out);
      const report: Report = { ...outcome, out, isPreview, named, context: messageContext(data, 'office') };
      if (format === 'json') await printPieces(io, asJson(report, call));
      else io.out(`${inLanguages(call.languages, (voice) => asText(report, voice))}\n`);
      const isClean = !data.doubtful && outcome.path === out && !isFlawed(outcome) && !isToReview(outcome.merge);
      const { consolidation } = outcome;
      return { exitCode: isClean ? EXIT.clean : EXIT.problems, ...(request.preview ? {} : { consolidation }) };
    }
  }
}

/** What is asked about similar answers; nothing where neither option is given, so that a master keeps its own way. */
function groupingOf(options: Options): { readonly grouping?: boolean } {
  if (options.has('grouping') && options.has('no-grouping')) throw new UsageError('grouping-and-none');
  if (options.has('grouping')) return { grouping: true };
  return options.has('no-grouping') ? { grouping: false } : {};
}

/** What was accepted and refused. @throws {UsageError} for what is both */
function sidesOf(options: Options): { readonly sides?: NamedSides } {
  const [accepted, refused] = [options.get('accept') ?? [], options.get('refuse') ?? []];
  const found = accepted.find((name) => refused.includes(name));
  if (found !== undefined) throw new UsageError('accepted-and-refused', { found });
  if (accepted.length + refused.length === 0) return {};
  if (options.has('replace')) throw new UsageError('chosen-and-replaced');
  return {
    sides: new Map([
      ...accepted.map((name) => [name, 'theirs'] as const),
      ...refused.map((name) => [name, 'ours'] as const),
    ]),
  };
}

/** Whether something is left to do: a problem, or an answer that must be corrected. */
function isFlawed({ consolidation, findings }: Pick<Report, 'consolidation' | 'findings'>): boolean {
  return consolidation.problems.length > 0 || findings.some(({ severity }) => severity === 'must');
}

/** Whether a merge met something that a person has to decide. */
function isToReview(merge: MasterMerge | undefined): boolean {
  return merge?.kind === 'merged' && merge.merged.review.length + merge.merged.unplaced.length > 0;
}

interface Report {
  readonly consolidation: Consolidation;
  readonly findings: readonly Finding[];
  readonly filesFound: number;
  readonly out: string;
  /** Where the master is: beside `out` if somebody has worked in that. */
  readonly path: string;
  readonly isWritten: boolean;
  /** Whether only shown what would be written, and something would. */
  readonly isPreview: boolean;
  readonly merge?: MasterMerge;
  readonly gone: readonly AgencyCode[];
  readonly backup?: string;
  /** Masters and lists that were named as if they were agencies' files. */
  readonly named: readonly string[];
  readonly context: MessageContext;
}

function nothingRead(
  { io, languages }: Call,
  data: Data,
  problems: readonly Problem[],
  format: 'text' | 'json',
): ExitCode {
  const context = messageContext(data, 'office');
  if (format === 'json') {
    io.out(jsonDocument({ problems: problems.map((problem) => problemJson(problem, languages[0] ?? 'th', context)) }));
  } else {
    const say = (voice: Messages): string =>
      `${voice.error('nothing-read')}\n${renderProblems(problems, voice, context)}`;
    io.err(`${inLanguages(languages, say)}\n`);
  }
  return EXIT.fault;
}

function asJson(report: Report, { languages, ports }: Call): Iterable<string> {
  const { consolidation, findings, filesFound, out, path, context } = report;
  const language = languages[0] ?? 'th';
  const { entries, problems } = consolidation;
  const facts = {
    year: consolidation.programme.year,
    out: path,
    notReplaced: path === out ? null : out,
    written: report.isWritten,
    merge: mergeJson(report),
    gone: report.gone,
    backup: report.backup ?? null,
    files: filesFound,
    agencies: receivedOf(consolidation.agencies),
    entries,
    overview: overviewJson(consolidation, findings, ports.clock.now()),
    grouped: consolidation.isGrouped ? groupCounts(consolidation) : null,
  };
  return jsonPieces(facts, {
    problems: eachOf(problems, (problem) => problemJson(problem, language, context)),
    findings: eachOf(findings, (finding) => remarkJson(finding, language, context)),
  });
}

/** What is made of each item, when it is asked for. */
function* eachOf<Item>(items: readonly Item[], make: (item: Item) => unknown): Generator<unknown, void, undefined> {
  for (const item of items) yield make(item);
}

function asText(report: Report, voice: Messages): string {
  const { consolidation, findings, out, path, named, context } = report;
  const { programme, entries, problems } = consolidation;
  const { expected, received, missing } = receivedOf(consolidation.agencies);
  const groups = groupCounts(consolidation);
  const rows: (readonly [string, string])[] = [
    [voice.label('received'), voice.line('received-of', { received, expected })],
    ...(missing.length === 0 ? [] : [[voice.label('missing'), agencyList(namesOf(missing, context), voice)] as const]),
    [voice.label('entries'), voice.line('entry-counts', entries)],
    ...(groups.paragraphs === 0
      ? []
      : [[voice.label('grouped'), voice.line('answers-grouped', { ...groups, sheet: GROUPS_SHEET })] as const]),
    [voice.label('problems'), severitiesAsText(problems, voice)],
    [voice.label('result'), severitiesAsText(findings, voice)],
    [voice.label('master'), path],
    [voice.label('next'), nextStep(report, voice)],
  ];
  const head = voice.line('consolidated', { year: programme.year });
  const beside = path === out || !report.isWritten ? '' : voice.line('master-beside', { out, path });
  const listed = renderProblems(problems, voice, context);
  const found = renderFindings(findings, voice, context);
  const ofOffice = named.map((file) => voice.line('office-file-named', { file })).join('\n');
  return [
    `${head}\n${alignRows(rows)}`,
    beside,
    ofOffice,
    goneText(report, voice),
    mergeText(report, voice),
    listed,
    found,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What the replaced master has and the new one lacks. */
function goneText({ gone, backup, path, context }: Report, voice: Messages): string {
  if (gone.length === 0) return '';
  const names = namesOf(gone, context);
  return backup === undefined
    ? voice.line('would-lose', { agencies: agencyList(names, voice), path })
    : voice.line('agencies-gone', { agencies: agencyList(names, voice), backup, path });
}

function namesOf(codes: readonly AgencyCode[], { names }: MessageContext): readonly string[] {
  return codes.map((code) => names?.(code) ?? code);
}

/** Most names to show; the rest is counted. */
const NAMED = 5;

function agencyList(names: readonly string[], voice: Messages): string {
  const shown =
    names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} …` : listPhrase(names, wordsOf(voice.language));
  return voice.line('count-agencies', { count: names.length, names: shown });
}

/** What to do first: get the right files read, save what was only shown, decide what is open, and only then have it signed. */
function nextStep({ consolidation, findings, filesFound, gone, isPreview, merge }: Report, voice: Messages): string {
  const { agencies, problems } = consolidation;
  const remarks: readonly Remark[] = [...problems, ...findings];
  if (filesFound === 0) return voice.line('no-files');
  if (gone.length > 0) return voice.line('next-gone');
  if (isPreview) return voice.line('next-preview');
  if (remarks.some((remark) => severityOfRemark(remark) !== 'may')) return voice.line('next-problems');
  if (isToReview(merge)) return voice.line('next-review', { sheet: REVIEW_SHEET });
  return voice.line(receivedOf(agencies).missing.length > 0 ? 'next-missing' : 'next-open');
}
