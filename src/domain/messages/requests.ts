import { owedMeasures, type Chase } from '../chasing/chase.ts';
import { addressIn, mailtoLink, type Email, type MailtoLink } from '../chasing/mailto.ts';
import type { Timing } from '../chasing/timing.ts';
import { measureText, type Programme } from '../programme/programme.ts';
import { thaiLongDate } from '../text/dates.ts';
import { requestsEn } from './en/requests.ts';
import { formatValues, type TemplateValues } from './format-values.ts';
import type { RequestWords } from './request-words.ts';
import { requestsTh } from './th/requests.ts';
import { fill, type Language } from './words.ts';

const WORDS: Readonly<Record<Language, RequestWords>> = { th: requestsTh, en: requestsEn };

/** The words of a language for messages to agencies. */
export function requestWordsOf(language: Language): RequestWords {
  return WORDS[language];
}

/** The message to an agency whose workbook goes back to it, without an address. */
export function sentBackMessage(
  facts: { readonly agency: string; readonly title: string; readonly path: string; readonly remarks: number },
  language: Language,
): Email {
  const { subject, body } = WORDS[language].sentBack;
  const filled = formatValues(facts, language);
  return { to: '', subject: fill(subject, filled), body: fill(body, filled) };
}

/** The message to an agency that owes answers, with every measure that it owes. */
export function chaseMessage(chase: Chase, { year }: Pick<Programme, 'year'>, language: Language): Email {
  const { chase: words, leads, unclear } = WORDS[language];
  const { agency, contact, owed, state, timing } = chase;
  const isOverdue = timing.kind === 'overdue';
  const said = (template: string, facts: TemplateValues): string => fill(template, formatValues(facts, language));
  const lead = said(leads[state === 'not-received' ? state : 'unfinished'][isOverdue ? 'overdue' : 'open'], {
    due: language === 'th' ? thaiLongDate(chase.due) : chase.due,
    days: isOverdue ? timing.days : 0,
    count: owedMeasures(chase).length,
  });
  const list = owed
    .map(({ issue, measures }) =>
      [
        issue.title,
        ...measures.map(({ measure, why }) => `- ${measureText(measure)}${why === 'unclear' ? unclear : ''}`),
      ].join('\n'),
    )
    .join('\n\n');
  return {
    to: addressIn(contact.email),
    subject: said(isOverdue ? words.overdueSubject : words.subject, { year }),
    body: said(words.body, { agency: agency.name, lead, list }),
  };
}

/** How early or late an answer is. */
export function timingText(timing: Timing, language: Language): string {
  const { timings } = WORDS[language];
  if (timing.kind === 'unknown') return timings.unknown;
  const { kind, days } = timing;
  if (days === 0) return kind === 'early' ? timings.onDay : timings.dueToday;
  return fill(timings[kind], formatValues({ days }, language));
}

/** The link to a message in a program for e-mail; where it is too long, it asks to paste the copied text. */
export function linkToMessage(email: Email, language: Language): MailtoLink {
  return mailtoLink(email, WORDS[language].pasteHere);
}

/** A message as one text to be copied. */
export function messageText({ subject, body }: Pick<Email, 'subject' | 'body'>): string {
  return `${subject}\n\n${body}`;
}
