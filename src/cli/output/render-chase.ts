import { owedMeasures, chasesOwing, type Chase, type OwedMeasure } from '../../domain/chasing/chase.ts';
import { chaseMessage, linkToMessage, requestWordsOf, timingText } from '../../domain/messages/requests.ts';
import type { CliLabel } from '../../domain/messages/cli-words.ts';
import type { Language } from '../../domain/messages/words.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { bangkokTime, thaiLongDate, thaiTime } from '../../domain/text/dates.ts';
import { missingText } from '../../domain/chasing/missing-text.ts';
import type { Chased } from '../../usecases/chase.ts';
import type { Messages } from './messages.ts';
import { printable } from './printable.ts';
import { alignRows } from './render.ts';

/** Who owes what on a day. */
export interface ReportedChases extends Chased {
  readonly programme: Programme;
  readonly asOf: string;
}

/** The agencies that owe something, on a line each. */
export function chaseText({ chases, remindersTo }: ReportedChases, voice: Messages): string {
  const owing = chasesOwing(chases);
  const overdue = owing.filter(({ timing }) => timing.kind === 'overdue').length;
  const words = requestWordsOf(voice.language);
  const rows = owing.map((chase) => {
    const { agency, state, timing, contact } = chase;
    const last = remindersTo(agency.code).at(-1);
    const facts = [
      words.states[state],
      voice.line('chase-owes', { count: owedMeasures(chase).length }),
      timingText(timing, voice.language),
      contact.name,
      contact.phone,
      contact.email,
      last === undefined
        ? ''
        : voice.line('chase-asked', { when: [last.when, last.channel].filter(Boolean).join(' ') }),
    ];
    return [`${agency.code} ${agency.name}`, printable(facts.filter(Boolean).join(' · '))] as const;
  });
  return [
    voice.line('chase-head', { count: owing.length, total: chases.length }),
    ...(overdue > 0 ? [voice.line('chase-overdue', { count: overdue })] : []),
    ...(rows.length > 0 ? [alignRows(rows)] : []),
  ].join('\n');
}

const CSV_COLUMNS = [
  'agency',
  'state',
  'due',
  'timing',
  'saved',
  'owed',
  'contact',
  'phone',
  'email',
  'asked',
  'file',
] as const satisfies readonly CliLabel[];

/** Every agency, for Excel. */
export function chaseRows({ chases, remindersTo }: ReportedChases, voice: Messages): readonly (readonly string[])[] {
  const { language } = voice;
  const isThai = language === 'th';
  return [
    CSV_COLUMNS.map((column) => voice.label(column)),
    ...chases.map((chase) => {
      const { agency, state, due, timing, savedAt, contact, files } = chase;
      const saved =
        savedAt === undefined ? '' : isThai ? thaiTime(savedAt) : (bangkokTime(savedAt)?.replace('T', ' ') ?? '');
      return [
        `${agency.code} ${agency.name}`,
        requestWordsOf(language).states[state],
        isThai ? thaiLongDate(due) : due,
        timingText(timing, language),
        saved,
        missingText(chase),
        contact.name,
        contact.phone,
        contact.email,
        remindersTo(agency.code)
          .map(({ when, channel, note }) => [when, channel, note].filter(Boolean).join(' '))
          .join('\n'),
        files.join('\n'),
      ];
    }),
  ];
}

/** Every agency, with the e-mail to those that owe something. */
export function chaseJson({ chases, remindersTo, programme, asOf }: ReportedChases, language: Language): object {
  const keysOf = (chase: Chase, why: OwedMeasure['why']): readonly string[] =>
    owedMeasures(chase).flatMap((each) => (each.why === why ? [each.measure.key] : []));
  return {
    year: programme.year,
    date: asOf,
    agencies: chases.map((chase) => {
      const { agency, state, due, timing, savedAt, files, expected, contact, owed } = chase;
      const email = owed.length === 0 ? undefined : chaseMessage(chase, programme, language);
      return {
        ...{ agency: agency.code, name: agency.name, state, due, timing, savedAt: savedAt ?? null, files, expected },
        unanswered: keysOf(chase, 'unanswered'),
        unclear: keysOf(chase, 'unclear'),
        ...{ contact, asked: remindersTo(agency.code) },
        email: email ?? null,
        mailto: email === undefined ? null : linkToMessage(email, language).href,
      };
    }),
  };
}
