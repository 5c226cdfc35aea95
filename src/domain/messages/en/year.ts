import type { YearWords } from '../year-words.ts';

/** The words about a year's workbook in English. */
export const yearEn: YearWords = {
  problems: {
    'not-year-workbook': {
      message: 'This is not the workbook of a programme.',
      remedy: 'Choose a file that was exported as a programme.',
    },
    'sheet-missing': {
      message: 'The sheet “{name}” is missing.',
      remedy: 'Copy it back from an earlier workbook of the programme.',
    },
    'sheet-twice': { message: 'This sheet repeats the sheet “{first}”.', remedy: 'Delete the one that is not used.' },
    'sheet-unknown': {
      message: 'This sheet is no part of the programme and was not read.',
      remedy: 'If it holds data that are needed, move them to a sheet of the programme.',
    },
    'column-missing': {
      message: 'The column “{label}” is missing.',
      remedy: 'Copy the whole column back from an earlier workbook of the programme.',
    },
    'column-twice': {
      message: 'There is more than one column “{label}”.',
      remedy: 'Delete the one that is not used.',
    },
    'cell-empty': { message: '“{label}” is empty.', remedy: 'Fill in this cell.' },
    'cell-error': { message: 'The formula in this cell gives the error {found}.', remedy: 'Type the value instead.' },
    'several-values': {
      message: '“{label}” takes one row, but there is another: “{found}”.',
      remedy: 'Put the text into one row and clear the other.',
    },
    'text-stray': {
      message: 'The text “{found}” is outside the cells for data and was not taken.',
      remedy: 'If it is needed, move it into a yellow cell; otherwise leave it.',
    },
    'value-not-text': {
      message: 'This cell holds a {kind}, not a text; it was read as it is shown, “{found}”.',
      remedy:
        'Check that nothing is lost, such as a zero at the start; if so, format the cell as text and type it again.',
    },
    formula: {
      message: 'This cell holds a formula; its result was read, “{found}”.',
      remedy: 'Type the value instead, so that it does not change by itself.',
    },
    'code-padded': {
      message: 'The agency code “{found}” is a number that lost its zeros; it was read as “{understood}”.',
      remedy: 'Check it, then format the cell as text and type all digits of the code.',
    },
    'number-unreadable': {
      message: '“{label}” must be a number of at most four digits, but it is “{found}”.',
      remedy: 'Type digits only, Thai or Arabic.',
    },
    'date-unreadable': {
      message: '“{label}” does not tell which date it is: “{found}”.',
      remedy: 'Type day, month and year in full, such as {date}.',
    },
    'part-title-differs': {
      message: 'The part “{part}” has different titles: “{first}” and “{found}”.',
      remedy: 'Use one title in all its rows, or leave the later ones empty.',
    },
    'issue-unknown': {
      message: 'The sheet “{issues}” has no issue “{found}”.',
      remedy: 'Correct the number, or add the issue to the sheet “{issues}”.',
    },
    'row-torn': {
      message:
        'The row of the measure “{found}” is mixed with another, because only some columns were sorted or moved.',
      remedy: 'Undo the sorting, or take an earlier copy, and sort whole rows.',
    },
    'keys-gone': {
      message: 'The hidden columns of this sheet are gone, so it is not known which row is which measure.',
      remedy: 'Export the programme again and edit that file, without deleting its hidden columns.',
    },
    'measure-copied': {
      message: 'The measure “{found}” is a copy of the row at {original}, so it got the new key {key}.',
      remedy: 'If it is the same measure, delete the copy.',
    },
    'measure-moved-key': {
      message: 'The measure “{found}” was moved to another group, so its key changed from {before} to {key}.',
      remedy: 'Answers in workbooks that were sent do not follow; to keep them, restore its issue and group.',
    },
    'measure-new': {
      message: 'The measure “{found}” is new; its key is {key}.',
      remedy: 'Import it, and edit the workbook that is saved with its key from then on, so that the key stays.',
    },
    'misprint-unreadable': {
      message: 'The suspected misprint “{found}” cannot be read.',
      remedy: 'Type one a line, such as {misprint}.',
    },
    'rule-state-unknown': {
      message: '“{found}” is not known here.',
      remedy: 'Choose “{on}” or “{off}”, or leave it empty.',
    },
    'rule-off-with-values': {
      message: 'The rule “{rule}” is set to “{off}”, but has values.',
      remedy: 'Clear its values, or the word “{off}”.',
    },
    'rule-twice': { message: 'The rule “{rule}” sets the same in several rows.', remedy: 'Leave one of them.' },
  },
  data: {
    'data-syntax': { message: 'The data cannot be read.', remedy: 'Export the programme again.' },
    'data-unknown-field': {
      message: 'This version of the program has no such rule or value; it has no effect.',
      remedy: 'Check the spelling of the rule and of the value, or delete the row.',
    },
    'data-type': { message: '“{label}” must be {expected}, but it is {found}.', remedy: 'Correct this cell.' },
    'data-rule': {
      message: '“{found}” cannot be used for “{label}”.',
      remedy: 'Change it to follow the rule: {rule}.',
    },
    'data-duplicate': { message: '“{found}” is also at {first}.', remedy: 'Change or delete one of them.' },
    'party-unknown': {
      message: 'Neither the agencies nor their classes have the name “{found}”.{suggestion}',
      remedy: 'Correct it, add it as another name of the agency, or give codes in the column “{agencies}”.',
    },
  },
  changes: {
    'measure-added': 'Measure {key} added: “{text}”',
    'measure-gone': 'Measure {key} gone: “{text}”',
    'measure-reworded': 'Measure {key} reworded from “{before}” to “{after}”',
    'measure-moved': 'Measure {before} “{text}” moved; its key is {key}',
    'agency-added': 'Agency {agency} added: {name}',
    'agency-gone': 'Agency {agency} gone: {name}',
    'agency-renamed': 'Agency {agency} renamed from “{before}” to “{after}”',
    'agency-moved': 'Agency {agency} {name} moved in the order',
    'value-changed': '{of} “{label}” changed from “{before}” to “{after}”',
  },
  kinds: { number: 'number', date: 'date', boolean: 'truth value' },
  rules: {
    'buddhist-year': 'a year of the Buddhist era with four digits, such as 2566',
    'agency-code': 'an agency code has 2 to 8 digits',
    'in-order': 'in ascending order, each once, none of them zero',
  },
  texts: {
    'in-use': 'Chosen year: fiscal year {year} ({programme}, version {version}); the settings change it.',
    edit: 'Edit a programme',
    'edit-hint':
      'This workbook holds the measures, agencies, due dates, texts of the report and rules of the chosen year. In Excel it can be made that of a new year.',
    make: 'Make the workbook of the programme',
    'next-hint':
      'To prepare fiscal year {year}: the year, last days and texts of the report move by a year, measures and agencies stay, and everything that changed is shown.',
    next: 'Make the workbook of {year}',
    'next-made': 'The workbook of fiscal year {year}',
    'next-doubts': 'To look at: {count place|places}',
    'next-changes': 'Changed: {count place|places}',
    'next-leave': 'Close this list',
    report: 'Start from an older report',
    'report-hint':
      'Choose an older report in Word, set as a table. Measures, responsible parties and results are read; what was found and what is not sure is shown first. What the report does not tell is taken from the year in use.',
    'report-choose': 'Choose a report in Word',
    'report-choose-hint': 'or drop a .docx file here',
    'report-found': 'The report of fiscal year {year} in {file}',
    'report-counts':
      'Found: {measures measure|measures} and {paragraphs paragraph|paragraphs} of text. Nothing is made yet.',
    'report-different': 'Different from the measures of {programme}: {count}',
    'report-measures': 'Found: {count measure|measures}',
    'report-measure': '{measure}, responsible: {party}, {count paragraph|paragraphs} of text',
    'report-make': 'Make the workbook of {year} from this report',
    import: 'Import a programme',
    'look-open': 'Check the open workbook',
    choose: 'Choose the file of a programme',
    'choose-hint': 'or drop it here. What changed is shown first; nothing is taken yet.',
    'open-read': 'From the workbook that is open',
    'read-from': 'From the file {file}',
    problems: 'Found {count place|places}',
    changes: 'Changed against {programme}, version {version}: {count place|places}',
    same: 'The data are the same as those of {programme}, version {version}.',
    first: 'There is no earlier programme to compare it with.',
    'new-keys':
      'Some measures got new keys. After importing, press “Make the workbook of the programme” and edit that file from then on, so that the keys stay.',
    take: 'Use this programme',
    leave: 'Do not use it',
    kept: 'Programmes that were imported on this computer',
    'kept-hint': 'They are kept in the browser of this computer only; keep their workbooks too.',
    'kept-year': 'Fiscal year {year} ({programme}, version {version})',
    remove: 'Stop using {programme}',
    'remove-title': 'Stop using an imported programme',
    'remove-question':
      'Stop using the programme of fiscal year {year} ({programme}) on this computer? To use it again, its file has to be imported.',
    'keep-it': 'Go on using it',
    'remove-it': 'Stop using it',
  },
  nothing: '(empty)',
};
