import type { RolloverWords } from '../rollover-words.ts';

/** About a programme that is made from another one or from an older report, in English. */
export const rolloverEn: RolloverWords = {
  year: {
    'year-in-measure':
      'The text “{text}” tells a year and was left as it is. If it has to change, it becomes “{suggestion}”.',
    'year-left':
      'The years {years} in “{text}” may be those of a letter, a plan or an event, and were left as they are. Please check them.',
    'due-on-weekend': 'The last day to submit is {date}, a Saturday or a Sunday. Please consider a working day.',
    'own-due-on-weekend':
      'The last day of {name} to submit is {date}, a Saturday or a Sunday. Please consider a working day.',
    'agency-joins': '{agency} ({code}) begins to report in this year.',
    'agency-leaves': '{agency} ({code}) does not report in this year.',
  },
  report: {
    'measure-continued':
      '“{text}” was joined to {measure}, because it begins a page and has no number. Please check it.',
    'party-continued':
      '“{text}” was joined to who is responsible for {measure}, because it begins a page. Please check it.',
    'measures-in-row': 'One row holds several measures: {measures}. Its results count to the first. Please check them.',
    'measure-without-number': '{measure} has no number. Please check that it is a measure.',
    'number-skipped': '{measure} is number {found}, not {expected}. Please check whether a measure is missing.',
    'party-missing': '{measure} names nobody responsible; the party of the measure above was taken. Please check it.',
    'result-of-above': 'The result “{text}” of {measure} may be the end of {above}. Please check it.',
    'result-continued':
      'The result “{text}” of {measure} begins a page and may continue the sentence above. Please check it.',
    'issue-number': 'The issue “{text}” has no number that follows the one above, and got {number}. Please check it.',
    'text-not-taken': 'The text “{text}” was not taken, because it belongs to no measure. Please check it.',
    'paragraph-not-taken': 'The text “{text}” at the end of the report was not taken. Please check it.',
    'objects-not-taken': 'Pictures, notes or objects were not taken: {count}.',
    'headings-missing':
      'The table has no headings; it was read in the order issue, measure, responsible party, result. Please check it.',
    'part-missing': 'The report does not say of which part its first issue is; “{title}” was taken. Please check it.',
    'year-unknown': 'The report does not tell its fiscal year; {year} was taken. Please check it.',
    'front-guessed': 'Cover, heading, introduction and compilers were told by where they stand. Please check them.',
    'from-other-programme':
      'What a report does not tell (roster, words of statuses, letter, and the last day, {due}) is that of the programme {programme}. Please check it.',
  },
  matches: {
    moved: 'What was {earlier} moved to {later}.',
    reworded: 'What was {earlier} was reworded as {later}; the words are alike by {percent} %.',
    added: '{later} was added.',
    gone: '{earlier} is gone.',
    rivals: '{told} Others are alike as much: {measures}. Please check.',
  },
  faults: {
    empty: {
      message: 'The file “{file}” is empty; no report was read.',
      remedy: 'Please wait until it is synchronised or download it again, then try again.',
    },
    'not-document': {
      message: 'The file “{file}” is no Word document; no report was read.',
      remedy: 'Please choose a report that is a .docx file.',
    },
    'old-format': {
      message: 'The file “{file}” is a .doc of an old version of Word; no report was read.',
      remedy: 'Please open it in Word, save it as “Word Document (.docx)” and choose that file.',
    },
    encrypted: {
      message: 'The file “{file}” has a password; no report was read.',
      remedy: 'Please remove the password in Word and try again.',
    },
    'rights-managed': {
      message: 'The file “{file}” is encrypted by its sensitivity label; no report was read.',
      remedy: 'Please choose a label that does not encrypt, and try again.',
    },
    strict: {
      message: 'The file “{file}” is a “Strict Open XML Document”; no report was read.',
      remedy: 'Please open it in Word, save it as “Word Document (.docx)” and choose that file.',
    },
    damaged: {
      message: 'The file “{file}” is damaged; no report was read ({detail}).',
      remedy: 'Please open it in Word and save it as a new file. If it does not open, please use another copy.',
    },
    'too-large': {
      message: 'The file “{file}” holds more than can be read; no report was read ({detail}).',
      remedy: 'Please make its pictures smaller, or keep only the table of the report in a new file.',
    },
  },
  place: 'table {table}, row {row}',
};
