import type { RequestWords } from '../request-words.ts';

/** The messages to agencies in English. */
export const requestsEn: RequestWords = {
  sentBack: {
    subject: 'Please check and correct the workbook {title}',
    body:
      'To the coordinator of {agency}\n\n' +
      'Your workbook {title} comes back with {remarks remark|remarks}, in the file "{path}" in the folder of your agency. ' +
      'Please correct your own workbook and save it; nothing has to be sent back.',
  },
  chase: {
    subject: 'Reminder: ITA report of fiscal year {year}',
    overdueSubject: 'Overdue: ITA report of fiscal year {year}',
    body:
      'To the contact person of {agency}\n\n' +
      '{lead}\n\n' +
      '{list}\n\n' +
      'Please complete the workbook that you have, save it and send it back. If you have sent it already, please accept our apologies.',
  },
  leads: {
    'not-received': {
      open: 'Your workbook, due on {due}, has not arrived yet. Measures to report on: {count}',
      overdue:
        'Your workbook was due on {due}, {days day|days} ago, and has not arrived yet. Measures to report on: {count}',
    },
    unfinished: {
      open: 'Your workbook, due on {due}, lacks answers, or has answers that are unclear. Measures: {count}',
      overdue:
        'Your workbook was due on {due}, {days day|days} ago. It lacks answers, or has answers that are unclear. Measures: {count}',
    },
  },
  states: { 'not-received': 'not received', unfinished: 'not complete', complete: 'complete' },
  timings: {
    early: '{days day|days} early',
    late: '{days day|days} late',
    open: '{days day|days} left',
    overdue: '{days day|days} overdue',
    onDay: 'on the last day',
    dueToday: 'due today',
    unknown: 'not known when it was saved',
  },
  unclear: ' (answer unclear)',
  pasteHere: '[Please paste here the full text, which has been copied]',
};
