import type { FindingWords } from '../findings-words.ts';

/** Findings in English, with the same facts as the Thai. */
export const findingsEn: FindingWords = {
  findings: {
    'answer-missing': {
      message: 'There is no answer yet for {measure}.',
      remedy: 'Choose a status and write what was done.',
    },
    'status-missing': {
      message: 'No status is chosen yet for {measure}.',
      remedy: 'Choose a status from the list. If this text answers another measure, move it there.',
    },
    'result-spilt': {
      message:
        'From here on, the text of {cells cell|cells} may go on from cell {targetCell}, but it stands under another measure, which has no status yet. It may be one answer of several paragraphs that was pasted at one go.',
      remedy:
        'If it is one answer, move it to the end of cell {targetCell}. If not, choose the status of each measure.',
    },
    'result-missing': {
      message: 'The status of {measure} is done, but no result is given.',
      remedy: 'Write what was done, or change the status.',
    },
    'result-hollow': {
      message:
        'The result does not say what was done: it has only a status, the words of the measure, or a reference to an attachment.',
      remedy: 'Write what was done, when, and with what result; the report has no attachments.',
    },
    'result-unexpected': {
      message: 'The status of {measure} is not started, but a result is given.',
      remedy: 'Check that the status fits the result.',
    },
    'evidence-missing': {
      message: 'Evidence is required for {measure}, but is not given.',
      remedy: 'Give the number of a letter, the name of a document or a link.',
    },
    'evidence-hollow': {
      message: 'The evidence does not say which document it is, or where it can be seen.',
      remedy:
        'Name the document, the number of the letter or a link, for the report has no attachments. Leave the cell blank if there is no evidence.',
    },
    'contact-missing': {
      message: 'This is not given yet for the contact person: {contact}.',
      remedy: 'Fill it in on the cover sheet.',
    },
    'measure-not-responsible': {
      message: 'The agency answered {measure}, but is not responsible for it.',
      remedy: 'Check that the answer is under the right measure. If it should be used, tell the compiling office.',
    },
    'text-as-formula': {
      message: 'Excel takes this text as a formula because it begins with - or +, so the cell shows #NAME?.',
      remedy: "Type the text again with a ' before it, or format the cell as text first.",
    },
    'text-too-long': {
      message:
        'The text of this cell has too many lines or too many characters ({characters}); an Excel cell holds {limit character|characters}.',
      remedy: 'Split the text into several rows.',
    },
    'date-unreadable': {
      message: 'The date cell has no complete and valid date.',
      remedy: 'Give the day, month and year of the Buddhist era; put any other text into the notes.',
    },
    'date-outside-year': {
      message: 'The date is outside the fiscal year (1 October {before} to 30 September {year}).',
      remedy: 'Check the date.',
    },
    'date-impossible': {
      message: 'This date does not exist.',
      remedy: 'Check the day and the month.',
    },
    'event-outside-year': {
      message: 'A date in the text is outside the fiscal year (1 October {before} to 30 September {year}).',
      remedy: 'Check the year, and that this is a result of this year.',
    },
    'year-mixed': {
      message: 'Years of the Buddhist and the Christian era are mixed up; the right year is probably {likely}.',
      remedy: 'Check the year, and write it in four digits of the Buddhist era.',
    },
    'year-short': {
      message: 'The year has only two digits; it probably means {likely}.',
      remedy: 'Write the year of the Buddhist era in four digits.',
    },
    'letter-incomplete': {
      message: 'The letter is not named in full.',
      remedy: 'Give its whole number and its date.',
    },
    'link-malformed': {
      message: 'This link is malformed and cannot be opened.',
      remedy: "Open the page, copy the link from the browser's address bar and paste it again.",
    },
    'link-private': {
      message: 'This link probably opens only within the office, or leads to a test system.',
      remedy: 'Give a link that the public can open.',
    },
    'link-owner-only': {
      message: 'This link leads to a view that only the owner of the account sees.',
      remedy: 'Share it with everyone who has the link, then copy the link and paste it again.',
    },
    'link-needs-account': {
      message: 'This link may open only for people who sign in and have permission.',
      remedy:
        'Try the link without signing in; if it does not open, share it with everyone who has the link and copy it again.',
    },
    'link-not-https': {
      message: 'This link begins with http, which is not secure.',
      remedy: 'Try the link with https; if it opens, use that one.',
    },
    'path-private': {
      message: 'This path is on a computer or an internal network, so others cannot open it.',
      remedy: 'Give a link that others can open, or attach the document.',
    },
    'private-glyphs': {
      message: 'There are characters of an old font (private use), which other computers may show as boxes.',
      remedy: 'Replace them with ordinary Thai characters.',
    },
    'invisible-characters': {
      message: 'There are invisible characters, which keep words from being found.',
      remedy: 'Delete them, or type the word again.',
    },
    'no-break-space': {
      message: 'There are no-break spaces, which often come from web pages or Word.',
      remedy: 'Type the spaces again.',
    },
    'thai-double-e': { message: 'Two sara e are typed for sara ae.', remedy: 'Type sara ae.' },
    'thai-split-am': { message: 'Sara am is typed as two characters.', remedy: 'Type sara am.' },
    'thai-marks-swapped': {
      message: 'A tone mark and a vowel are typed in the wrong order.',
      remedy: 'Type the vowel before the tone mark.',
    },
    'thai-marks-doubled': { message: 'A mark is typed twice on one letter.', remedy: 'Delete the second one.' },
    'digits-in-ascii': {
      message: 'This link, e-mail address or code has Thai digits and does not work.',
      remedy: 'Write it in Arabic digits.',
    },
    'digits-mixed': { message: 'One number has Thai and Arabic digits.', remedy: 'Write it in Thai digits.' },
    'digits-arabic': { message: 'These are still Arabic digits.', remedy: 'Write them in Thai digits.' },
    'thai-marks-conflict': {
      message: 'The marks on one letter conflict.',
      remedy: 'Type the word again.',
    },
    'thai-vowel-dangling': {
      message: 'A vowel or mark has no consonant; something is missing or in the wrong order.',
      remedy: 'Check the word and type it again.',
    },
    'am-lost': {
      message: 'A sara am is probably missing; the right word is probably “{likely}”.',
      remedy: 'Check this word, and others that were copied with it.',
    },
    'sum-differs': {
      message: 'The sum differs: {parts} = {sum}, but {stated} is stated.',
      remedy: 'Check the numbers.',
    },
    'agency-misspelt': {
      message: 'The name of an agency is probably misspelt; the roster has “{likely}”.',
      remedy: 'Check the name of the agency.',
    },
    'numbering-broken': {
      message: 'The numbering is broken: found item {number} instead of {expected}.',
      remedy: 'Check that no item is missing, and number them again.',
    },
    'text-repeated': {
      message: 'This text is also in cell {otherCell} of the sheet “{otherSheet}”.',
      remedy: 'Check that the same text should stand in both places.',
    },
    'text-of-last-year': {
      message: "This text is the same, word for word, as in last year's report.",
      remedy: 'Write what was done this year.',
    },
    'personal-id': {
      message: 'There is a national ID number.',
      remedy: 'Delete it, because the report is public.',
    },
    'personal-phone': {
      message: 'There is a mobile number.',
      remedy: 'Delete it, or give an office number.',
    },
    'personal-email': {
      message: 'There is a private e-mail address.',
      remedy: 'Delete it, or give an address of the agency.',
    },
    'paragraph-too-tall': {
      message: 'This paragraph is longer than a row of the printed report, which will divide it over several rows.',
      remedy: 'Consider dividing it into several paragraphs.',
    },
  },
  rules: {
    'result-spilt': 'A pasted text runs over the rows of other measures.',
    'answer-missing': 'A measure has no answer.',
    'status-missing': 'There is an answer, but no status is chosen.',
    'result-missing': 'The status is done, but no result is given.',
    'result-unexpected': 'The status is not started, but a result is given.',
    'evidence-missing': 'A measure that requires evidence has none.',
    'contact-missing': 'The name or telephone of the contact person is missing.',
    'measure-not-responsible': 'A measure is answered for which the agency is not responsible.',
    'text-too-long': 'A text is longer, or has more lines, than an Excel cell holds.',
    'date-outside-year': 'A date in the date column is outside the fiscal year.',
    'event-outside-year': 'A date in a text is outside the fiscal year.',
    'year-mixed': 'Years of the Buddhist and the Christian era are mixed up.',
    'year-short': 'A year has only two digits.',
    'am-lost': 'A sara am is probably missing.',
    'sum-differs': 'A stated sum differs from its parts.',
    'agency-misspelt': 'The name of an agency is probably misspelt.',
    'numbering-broken': 'The numbering is broken.',
    'text-repeated': 'A text is also in another cell.',
    'text-as-formula': 'Excel takes a text for a formula.',
    'result-hollow': 'A result does not say what was done.',
    'link-private': 'A link probably opens only within the office.',
    'link-owner-only': 'A link leads to a view that only its owner sees.',
    'path-private': 'A path is on a computer or an internal network.',
    'private-glyphs': 'There are characters of an old font.',
    'no-break-space': 'There are no-break spaces.',
    'thai-vowel-dangling': 'A vowel or mark has no consonant.',
    'paragraph-too-tall': 'A paragraph is longer than a row of the report.',
  },
  contacts: { name: 'name', phone: 'telephone', email: 'e-mail' },
};
