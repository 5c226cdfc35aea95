import type { CliLabel } from '../../../domain/messages/cli-words.ts';
import { bangkokTime, thaiTime } from '../../../domain/text/dates.ts';
import { sharingWordsOf, messageContext } from '../../../domain/messages/message.ts';
import type { AgencyStatus } from '../../../usecases/sharing/library-status.ts';
import { isUnreadable } from '../../../usecases/unreadable.ts';
import { choiceOf } from '../../args.ts';
import { dayOption } from '../../day-option.ts';
import { csvDocument } from '../../output/csv.ts';
import { jsonDocument, problemJson } from '../../output/json.ts';
import { inLanguages, messagesIn, type Messages } from '../../output/messages.ts';
import { alignRows, renderProblems } from '../../output/render.ts';
import { exitCode, openedLibrary, SHARE_OPTIONS, type ShareAction } from './action.ts';
import { dataOfLibrary, STATUS_OPTIONS, statusOf } from './status-of.ts';

/** `ita share status`: how far every agency is. */
export const statusAction: ShareAction = {
  name: 'status',
  options: [...SHARE_OPTIONS, ...STATUS_OPTIONS, 'due'],
  operands: 0,
  async run(call) {
    const { io, options, languages } = call;
    const format = choiceOf(options, 'format', ['text', 'json', 'csv']);
    const due = dayOption(options, 'due');
    const { library, signal } = await openedLibrary(call);
    const data = await dataOfLibrary(call, library);
    const { agencies, problems } = await statusOf(call, data, library, signal, due);
    const unread = problems.filter(isUnreadable);
    const context = messageContext(data, 'office');
    io.out(
      format === 'json'
        ? jsonDocument({
            agencies: agencies.map(statusJson),
            problems: unread.map((problem) => problemJson(problem, languages[0] ?? 'th', context)),
          })
        : format === 'csv'
          ? csvDocument(statusRows(agencies, messagesIn(languages[0] ?? 'th')))
          : `${inLanguages(languages, (voice) =>
              [
                statusText(agencies, voice),
                ...(unread.length > 0 ? ['', renderProblems(unread, voice, context)] : []),
              ].join('\n'),
            )}\n`,
    );
    return exitCode(!data.doubtful && unread.length === 0 && agencies.every(isDone));
  },
};

function isDone({ state }: AgencyStatus): boolean {
  return state === 'answered' || state === 'accepted';
}

function statusText(agencies: readonly AgencyStatus[], voice: Messages): string {
  const done = agencies.filter(isDone).length;
  const overdue = agencies.filter(({ lateness }) => lateness === 'overdue').length;
  const copies = agencies.filter(({ files }) => files.length > 1).length;
  const rows = agencies.map((status) => {
    const [name = '', ...facts] = rowOf(status, voice);
    return [name, facts.filter(Boolean).join(' · ')] as const;
  });
  return [
    voice.line('status-head', { count: done, total: agencies.length }),
    ...(overdue > 0 ? [voice.line('status-due', { overdue })] : []),
    ...(copies > 0 ? [voice.line('copies-kept', { count: copies })] : []),
    alignRows(rows),
    voice.line('status-next'),
  ].join('\n');
}

/** Name, state, count of answers, lateness, and when and by whom it was saved. */
function rowOf(status: AgencyStatus, voice: Messages): readonly string[] {
  const { agency, state, lateness, answered, expected, savedAt, savedBy } = status;
  const words = sharingWordsOf(voice.language);
  return [
    `${agency.code} ${agency.name}`,
    words.states[state],
    `${voice.number(answered)}/${voice.number(expected)}`,
    lateness === undefined ? '' : words.lateness[lateness],
    savedAt === undefined ? '' : timeText(savedAt, voice),
    savedBy?.name ?? '',
  ];
}

/** A time in Bangkok, as people in Thailand write it, or as Excel and other programs read it. */
function timeText(instant: string, { language }: Messages): string {
  return language === 'th' ? thaiTime(instant) : (bangkokTime(instant)?.replace('T', ' ') ?? instant);
}

const CSV_COLUMNS = [
  'agency',
  'state',
  'entries',
  'late',
  'saved',
  'savedBy',
  'file',
] as const satisfies readonly CliLabel[];

function statusRows(agencies: readonly AgencyStatus[], voice: Messages): readonly (readonly string[])[] {
  return [
    CSV_COLUMNS.map((column) => voice.label(column)),
    ...agencies.map((status) => [...rowOf(status, voice), status.files.map(({ path }) => path).join('\n')]),
  ];
}

function statusJson({ agency, state, lateness, answered, expected, savedAt, savedBy, files }: AgencyStatus): unknown {
  return {
    agency: agency.code,
    state,
    lateness: lateness ?? null,
    answered,
    expected,
    savedAt: savedAt ?? null,
    savedBy: savedBy?.name ?? null,
    files: files.map(({ path, version }) => ({
      path,
      version: version.tag,
      open: version.isOpen ?? false,
      url: version.webUrl ?? null,
    })),
  };
}
