import type { FindingWords } from '../findings-words.ts';

/** What rules find, in English, fact by fact the same as the Thai. */
export const findingsEn: FindingWords = {
  findings: {
    'answer-missing': {
      message: 'There is no answer yet for {measure}.',
      remedy: 'Choose a status and write what was done.',
    },
    'status-missing': {
      message: 'No status is chosen yet for {measure}.',
      remedy: 'Choose a status from the list.',
    },
    'result-missing': {
      message: 'According to its status {measure} is done, but no result is given.',
      remedy: 'Write what was done, or change the status.',
    },
    'result-unexpected': {
      message: 'According to its status {measure} is not begun, but a result is given.',
      remedy: 'Check that the status fits the result.',
    },
    'evidence-missing': {
      message: 'Evidence is asked for, but not given, for {measure}.',
      remedy: 'Give the number of a letter, the name of a document or a link.',
    },
    'contact-missing': {
      message: 'Of the contact person this is not given yet: {contact}.',
      remedy: 'Fill it in on the cover sheet.',
    },
    'measure-not-responsible': {
      message: 'The agency answered {measure}, but is not responsible for it.',
      remedy:
        'Check that the answer stands under the right measure. If it should be used, tell whoever compiles the report.',
    },
    'text-as-formula': {
      message: 'Excel took this text for a formula because it begins with - or +, and shows #NAME?.',
      remedy: "Type the text again with a ' before it, or format the cell as text first.",
    },
    'text-too-long': {
      message:
        'The text of this cell has {characters} characters or too many lines; a cell of Excel holds {limit} characters.',
      remedy: 'Divide the text over several rows.',
    },
    'date-unreadable': {
      message: 'The date cell holds no whole date of the calendar.',
      remedy: 'Give day, month and year of the Buddhist era; put other text into the notes.',
    },
    'date-outside-year': {
      message: 'The date is outside of the fiscal year (1 October {before} to 30 September {year}).',
      remedy: 'Check the date.',
    },
    'year-mixed': {
      message: 'Years of the Buddhist and the Christian era are mixed up; the right year is probably {likely}.',
      remedy: 'Check the year, and write it in four digits of the Buddhist era.',
    },
    'year-short': {
      message: 'The year has two digits only; it probably means {likely}.',
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
      message: 'This link probably opens within the office only, or leads to a test system.',
      remedy: 'Give a link that the public can open.',
    },
    'link-not-https': {
      message: 'This link begins with http, which is not secure.',
      remedy: 'Try the link with https; if it opens, give that one.',
    },
    'path-private': {
      message: 'This place is on a computer or an internal network, and others cannot open it.',
      remedy: 'Give a link that others can open, or attach the document.',
    },
    'private-glyphs': {
      message: 'There are glyphs of an old font, which other computers may show as boxes.',
      remedy: 'Replace them by ordinary Thai characters.',
    },
    'invisible-characters': {
      message: 'There are invisible characters, which keep words from being found.',
      remedy: 'Delete them, or type the word again.',
    },
    'no-break-space': {
      message: 'There are no-break spaces, as they come from web pages or Word.',
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
      message: 'The marks on one letter contradict each other.',
      remedy: 'Type the word again.',
    },
    'thai-vowel-dangling': {
      message: 'A vowel or mark has no consonant; something is missing or in the wrong order.',
      remedy: 'Check the word and type it again.',
    },
    'am-lost': {
      message: 'Sara am is probably lost; the right word is probably “{likely}”.',
      remedy: 'Check this word, and others that were copied with it.',
    },
    'sum-differs': {
      message: 'The sum is not right: {parts} = {sum}, but {stated} is stated.',
      remedy: 'Check the numbers.',
    },
    'agency-misspelt': {
      message: 'The name of an agency is probably misspelt; the roster has “{likely}”.',
      remedy: 'Check the name of the agency.',
    },
    'numbering-broken': {
      message: 'The numbering is broken: item {number} stands where {expected} should.',
      remedy: 'Check that no item is missing, and number them again.',
    },
    'text-repeated': {
      message: 'This text stands in cell {otherCell} of the sheet “{otherSheet}” too.',
      remedy: 'Check that both measures are meant to have the same text.',
    },
    'text-of-last-year': {
      message: "This text is word for word that of last year's report.",
      remedy: 'Write what was done this year.',
    },
    'personal-id': {
      message: 'There is a national ID number.',
      remedy: 'Delete it, for the report is public.',
    },
    'personal-phone': {
      message: 'There is a mobile number.',
      remedy: 'Delete it, or give a number of the office.',
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
  contacts: { name: 'name', phone: 'telephone', email: 'e-mail' },
};
