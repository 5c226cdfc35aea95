import { chasesFor, chasesOwing, type Chase } from '../../domain/chasing/chase.ts';
import { planLetters } from '../../domain/chasing/letter.ts';
import { dayOf } from '../../domain/chasing/timing.ts';
import { describeTemplateNotice } from '../../domain/messages/describe-template.ts';
import { messageContext } from '../../domain/messages/message.ts';
import { FOLLOW_UP_SHEET } from '../../domain/master/sheet-names.ts';
import type { Problem } from '../../domain/diagnostics/problem.ts';
import { withArchives } from '../../usecases/archived-files.ts';
import {
  canRecord,
  chase,
  onlyWorkbook,
  recordReminders,
  type ChaseOutcome,
  type Recording,
} from '../../usecases/chase.ts';
import { writeDocument } from '../../usecases/report.ts';
import { ANY_SIZE } from '../../usecases/ports/workbook-codec.ts';
import { isUnreadable } from '../../usecases/unreadable.ts';
import { choiceOf, valueOf } from '../args.ts';
import type { Call, Command } from '../command.ts';
import { DATA_OPTIONS, loadData, type Data } from '../data.ts';
import { dayOption } from '../day-option.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { agenciesOf, pathsAndAgencies } from '../named-agencies.ts';
import { filesOfOffice } from '../files-of-office.ts';
import { csvDocument } from '../output/csv.ts';
import { jsonDocument, problemJson } from '../output/json.ts';
import { inLanguages, messagesIn, type Messages } from '../output/messages.ts';
import { createProgress } from '../output/progress.ts';
import { chaseJson, chaseRows, chaseText, type ReportedChases } from '../output/render-chase.ts';
import { printable } from '../output/printable.ts';
import { renderProblems } from '../output/render.ts';
import { UsageError } from '../usage-error.ts';

type Found = Extract<ChaseOutcome, { readonly kind: 'chased' }>;

/** `ita chase`: who has not sent a workbook or not answered everything, and letters to them. */
export const chaseCommand: Command = {
  name: 'chase',
  options: [
    ...DATA_OPTIONS,
    ...(['agency', 'due', 'date', 'letters', 'template', 'replace', 'record', 'cache', 'no-cache', 'format'] as const),
  ],
  operands: { least: 1, most: Infinity },
  async run(call) {
    const { options, ports, io } = call;
    const format = choiceOf(options, 'format', ['text', 'json', 'csv']);
    const [due, date] = [dayOption(options, 'due'), dayOption(options, 'date')];
    checkLetters(valueOf(options, 'letters'));
    const files = withArchives(ports.files, ports.codec);
    const { paths, named } = await pathsAndAgencies(files, call);
    if (paths.length === 0) throw new UsageError('missing-operand', { command: 'chase' });
    const limit = onlyWorkbook(paths) === undefined ? {} : { sizeLimit: ANY_SIZE };
    const data = await loadData(call, { files, paths, ...limit });
    const now = ports.clock.now();
    const asOf = date ?? dayOf(now) ?? now;
    const signal = ports.onInterrupt?.();
    const cache = options.has('no-cache') ? undefined : await ports.openCache?.(valueOf(options, 'cache'));
    const outcome = await chase(
      { ...ports, files, ...(cache ? { cache } : {}), progress: createProgress(io) },
      { ...data, paths, asOf, now, ...(due === undefined ? {} : { due }), ...(signal === undefined ? {} : { signal }) },
    );
    if (outcome.kind === 'nothing-read') return nothingRead(call, data, outcome.problems, format === 'json');
    const [ofOffice] = filesOfOffice(outcome.problems, paths);
    // Whoever it has answers of would be told, and written to, as if they had sent nothing.
    if (ofOffice !== undefined) throw new UsageError('office-file-among-answers', { file: ofOffice });
    const chases = wanted(outcome.chases, named, data);
    const done = await carryOut(call, data, outcome, chases, asOf);
    const reported = { chases, remindersTo: outcome.remindersTo, programme: data.programme, asOf };
    const unread = outcome.problems.filter(isUnreadable);
    io.out(rendered(call, data, { reported, done, unread, format }));
    return data.doubtful || unread.length > 0 || chasesOwing(chases).length > 0 ? EXIT.problems : EXIT.clean;
  },
};

function checkLetters(out: string | undefined): void {
  if (out !== undefined && !/\.docx$/i.test(out))
    throw new UsageError('bad-value', { option: '--letters', found: out, allowed: 'LETTERS.docx' });
}

/** Those that `--agency` names; all where it names none. @throws {UsageError} */
function wanted(chases: readonly Chase[], named: readonly string[] | undefined, { roster }: Data): readonly Chase[] {
  if (named === undefined) return chases;
  return chasesFor(chases, new Set(agenciesOf(named, roster).map(({ code }) => code)));
}

/** What was written besides the list. */
interface Done {
  readonly letters?: Awaited<ReturnType<typeof writeDocument>> & { readonly out: string };
  readonly recorded?: Recording & { readonly path: string };
}

/** Writes letters and records what was asked, where the options say so. @throws {UsageError} before anything is written */
async function carryOut(
  call: Call,
  data: Data,
  { master, remindersTo }: Found,
  chases: readonly Chase[],
  asOf: string,
): Promise<Done> {
  const channel = valueOf(call.options, 'record');
  const owing = chasesOwing(chases);
  if (channel !== undefined && master === undefined) throw new UsageError('record-needs-master');
  if (channel !== undefined && master && !canRecord(master))
    throw new UsageError('no-follow-up', { sheet: FOLLOW_UP_SHEET });
  // Letters that cannot be written were not sent, so the record of them comes last.
  const letters = await lettersTo(owing, call, data, asOf);
  if (channel === undefined || master === undefined) return letters;
  const recorded = await recordReminders(call.ports, master, { chases: owing, asOf, channel }, remindersTo);
  return { ...letters, ...(recorded && { recorded: { ...recorded, path: master.path } }) };
}

async function lettersTo(
  owing: readonly Chase[],
  { options, ports }: Call,
  { programme }: Data,
  asOf: string,
): Promise<Pick<Done, 'letters'>> {
  const [out, template] = [valueOf(options, 'letters'), valueOf(options, 'template')];
  if (out === undefined || owing.length === 0) return {};
  const plan = planLetters(owing, { programme, asOf, created: ports.clock.now() });
  const target = { out, replace: options.has('replace'), ...(template === undefined ? {} : { template }) };
  return { letters: { ...(await writeDocument(ports, plan, target)), out } };
}

interface Rendered {
  readonly reported: ReportedChases;
  readonly done: Done;
  readonly unread: readonly Problem[];
  readonly format: 'text' | 'json' | 'csv';
}

function rendered({ languages }: Call, data: Data, { reported, done, unread, format }: Rendered): string {
  const language = languages[0] ?? 'th';
  const context = messageContext(data, 'office');
  if (format === 'csv') return csvDocument(chaseRows(reported, messagesIn(language)));
  if (format === 'json') {
    return jsonDocument({
      ...chaseJson(reported, language),
      letters: done.letters?.path ?? null,
      template: done.letters?.notices ?? [],
      recordedIn: done.recorded?.path ?? null,
      recorded: done.recorded?.added ?? 0,
      recordedBefore: done.recorded?.before ?? 0,
      problems: unread.map((problem) => problemJson(problem, language, context)),
    });
  }
  return `${inLanguages(languages, (voice) =>
    [
      chaseText(reported, voice),
      doneText(reported, done, voice),
      ...(unread.length > 0 ? ['', renderProblems(unread, voice, context)] : []),
    ].join('\n'),
  )}\n`;
}

/** What was written, or what to do next. */
function doneText({ chases }: ReportedChases, { letters, recorded }: Done, voice: Messages): string {
  const count = chasesOwing(chases).length;
  const lines = [
    ...(letters ? [voice.line('letters-written', { count, path: letters.path })] : []),
    ...(letters && letters.path !== letters.out ? [voice.line('letters-beside', letters)] : []),
    ...(letters?.notices ?? []).map((notice) => describeTemplateNotice(notice, voice.language)),
    ...recordedLines(recorded, voice),
  ];
  return printable((lines.length > 0 ? lines : [voice.line(count > 0 ? 'chase-next' : 'chase-done')]).join('\n'));
}

function recordedLines(recorded: Done['recorded'], voice: Messages): readonly string[] {
  if (recorded === undefined) return [];
  const { sheet, path, added, before } = recorded;
  const where = { sheet, path };
  return [
    ...(added > 0 || before === 0 ? [voice.line('recorded', { count: added, ...where })] : []),
    ...(before > 0 ? [voice.line('recorded-before', { count: before, ...where })] : []),
  ];
}

function nothingRead({ io, languages }: Call, data: Data, problems: readonly Problem[], isJson: boolean): ExitCode {
  const context = messageContext(data, 'office');
  if (isJson) {
    io.out(jsonDocument({ problems: problems.map((problem) => problemJson(problem, languages[0] ?? 'th', context)) }));
  } else {
    io.err(`${inLanguages(languages, (voice) => renderProblems(problems, voice, context))}\n`);
  }
  return EXIT.fault;
}
