import type { Words } from '../words.ts';

/** Plain English, fact by fact the same as the Thai. */
export const en: Words = {
  problems: {
    'file-not-workbook': {
      message: 'This file is not an Excel workbook and cannot be read.',
      remedy: 'Choose an .xlsx file or ask the agency for one, then try again.',
    },
    'file-encrypted': {
      message: 'This file has a password and cannot be read.',
      remedy: 'Remove the password in Excel or ask the agency to do so, then try again.',
    },
    'file-old-format': {
      message: 'This file is in the old Excel format (.xls) and cannot be read.',
      remedy: 'Open it in Excel, save it as .xlsx, then try again.',
    },
    'file-other-format': {
      message: 'This file is {format} and not an .xlsx file, and cannot be read.',
      remedy: 'Open it in Excel, save it as .xlsx, then try again.',
    },
    'file-damaged': {
      message: 'This file is damaged and cannot be read, because {damage} ({detail}).',
      remedy: 'Try to open it in Excel and save it again. If it does not open, ask the agency for a new copy.',
    },
    'file-too-large': {
      message: 'This file is too large or holds too much, and was not read, because {limit}.',
      remedy: 'Remove pictures or sheets that do not belong to the report, and save it again.',
    },
    'file-unreadable': {
      message: 'This file cannot be opened because {detail}.',
      remedy: 'Check that it is there, that nobody has it open and that you may read it, then try again.',
    },
    'file-took-too-long': {
      message: 'Reading this file was stopped after {seconds} seconds; the other files were read.',
      remedy: 'Open it in Excel and save it again. If that does not help, ask the agency for a new copy.',
    },
    'file-crashed-reader': {
      message: 'Reading this file broke off because {cause} ({detail}); the other files were read.',
      remedy: 'Open it in Excel and save it again. If that does not help, ask the agency for a new copy.',
    },
    'file-lock-skipped': {
      message: 'Skipped a temporary file that Excel keeps while somebody has the workbook open.',
      remedy:
        'Have the workbook saved and closed, then consolidate again. If nobody has it open, this temporary file can be deleted.',
    },
    'file-of-office-skipped': {
      message: 'Skipped a file that was made for the office, such as a master report or a list of files.',
      remedy: 'Nothing needs to be done.',
    },
    'not-agency-workbook': {
      message: 'This workbook is not the report form that agencies receive.',
      remedy: 'Ask the agency to fill in the form that it received and to send that.',
    },
    'programme-differs': {
      message: 'This file is a form of “{found}”, but “{expected}” is being consolidated.',
      remedy: 'Check the fiscal year and ask the agency for the right form.',
    },
    'form-version-unknown': {
      message:
        'This workbook is of version {found} of the form; this program knows the form up to version {expected}, so some of the form’s own words may be shown as problems.',
      remedy: 'Update the program and read the file again. The agency’s answers are all there.',
    },
    'version-differs': {
      message: 'This file was made from version {found} of the form; the present version is {expected}.',
      remedy: 'Check that the answers still fit the measures of the present version.',
    },
    'agency-unknown': {
      message: 'The agency “{found}” is not in the roster.',
      remedy: 'Add the agency to the roster or ask it for the right file, then consolidate again.',
    },
    'agency-differs': {
      message: 'The name of the file or folder belongs to {named}, but the form inside belongs to {found}.',
      remedy: 'The master goes by the form inside. Check with the agency that it sent the right file.',
    },
    'sheet-of-another-agency': {
      message: 'This sheet belongs to {found} but stands in a file of {expected}.',
      remedy: 'Find out which agency the answers in this sheet belong to.',
    },
    'sheet-missing': {
      message: 'The sheet of issue {issue} “{title}” is missing.',
      remedy: 'Ask the agency for a file that has the sheets of all issues.',
    },
    'sheet-twice': {
      message: 'Issue {issue} has more than one sheet; the others are {others}.',
      remedy: 'Compare the sheets and keep only one of them.',
    },
    'submission-superseded': {
      message:
        'The agency sent the same part in more than one file. The master takes it from “{usedFile}”{usedSavedAt}, not this one{savedAt}.',
      remedy: 'Ask the agency which file counts, and move the other one out of the folder.',
    },
    'text-differs-between-files': {
      message: '{field}{measure}: this file differs from the file that is used, “{usedFile}”.',
      remedy: 'Compare the two texts and add what is missing to the file that is used.',
    },
    'text-not-responsible': {
      message: 'The agency answered {measure} but is not responsible for it.',
      remedy: 'Decide whether to use the text. If so, correct the responsible party in the programme.',
    },
    'text-outside-measure': {
      message: 'This text stands under no measure.',
      remedy: 'Move the text to a row of the measure that it belongs to.',
    },
    'text-outside-columns': {
      message: 'This text stands outside the answer cells.',
      remedy: 'Move the text to an answer cell of the measure that it belongs to.',
    },
    'text-in-unknown-sheet': {
      message: 'This text stands in a sheet that is not part of the form.',
      remedy: 'If the report needs it, move the text to a row of the measure that it belongs to.',
    },
    'text-in-shape': {
      message: 'This text stands in a text box or shape that lies on the sheet, not in an answer cell.',
      remedy: 'Move the text to an answer cell of the measure that it belongs to.',
    },
    'comment-not-answer': {
      message: 'This cell has a comment{byAuthor}. It is kept here and is not part of the report.',
      remedy: 'If the report needs it, move the text to the column for notes.',
    },
    'object-not-carried': {
      message: 'This sheet has {object}, “{name}”, which the master cannot show.',
      remedy: 'If it is evidence, ask the agency for the file and put a link to it into the column for evidence.',
    },
    'text-in-sorted-row': {
      message: 'The rows of this sheet were sorted, so this text may not belong to {measure}.',
      remedy: 'Ask the agency, and move the text to a row of the right measure.',
    },
    'text-of-unknown-measure': {
      message: 'This text belongs to measure {found}, which this form does not have.',
      remedy: 'Move the text to a row of the measure that it belongs to.',
    },
    'text-of-other-programme': {
      message: 'This text comes from another form and was not consolidated.',
      remedy: 'If the report needs it, move the text to the present form.',
    },
    'text-of-unknown-agency': {
      message: 'It is not known which agency wrote this text, so it was not consolidated.',
      remedy: "Add the agency to the roster, or move the text to the right agency's file.",
    },
    'status-unknown': {
      message: 'The status of {measure} is not one of the list.',
      remedy: 'Choose a status from the list in the status cell.',
    },
    'status-twice': {
      message: 'There is more than one status for {measure}. The master uses “{usedText}”.',
      remedy: 'Choose a single status for each measure.',
    },
    'value-not-text': {
      message: 'This cell holds {kind}, not a text; its value is used as the cell shows it.',
      remedy: 'Check that the value shown is right.',
    },
    'error-value': {
      message: "This cell shows a formula's error.",
      remedy: 'Type the answer as text instead of a formula.',
    },
    'measure-text-edited': {
      message: 'The wording of {measure} was changed in this file. The master uses the wording of the form.',
      remedy: 'Check that the answer still fits the measure.',
    },
    'measure-by-text': {
      message: 'This row has no code; by its wording it was taken for {measure}.',
      remedy: 'Check that this is the measure that was meant.',
    },
    'row-identity-conflict': {
      message: 'The codes of this row contradict each other ({found}), so its measure is uncertain.',
      remedy: 'Ask the agency, and move the text to a row of the right measure.',
    },
  },
  data: {
    'data-syntax': {
      message: 'The data file is not valid JSON.',
      remedy: 'Check the commas, quotation marks and brackets near this place.',
    },
    'data-missing': { message: 'Something required is missing.', remedy: 'Fill it in at this place.' },
    'data-unknown-field': {
      message: 'This field is not known.',
      remedy: 'Check its spelling, or remove it.',
    },
    'data-type': {
      message: 'This must be {expected}, but is {found}.',
      remedy: 'Correct the kind of value at this place.',
    },
    'data-rule': { message: '“{found}” cannot be used.', remedy: 'Correct it to follow the rule: {rule}.' },
    'data-duplicate': {
      message: '“{found}” is already used at {first}.',
      remedy: 'Change or remove one of the two.',
    },
    'party-unknown': {
      message: '“{found}” is not in the roster.{suggestion}',
      remedy: "Correct the name, or add it to an agency's aliases in the roster.",
    },
  },
  faults: {
    read: {
      message: 'Cannot read “{path}” because {reason}.',
      remedy: 'Check the name and your permissions, then try again.',
    },
    write: {
      message: 'Cannot save “{path}” because {reason}. A file that was there before is still whole.',
      remedy:
        'Close the file in other programs, check permissions and free space or choose another place, then try again.',
    },
    reasons: {
      missing: 'there is no such file or folder',
      denied: 'permission is missing or the file is open elsewhere',
      busy: 'another program is using it',
      full: 'there is no space left',
      'read-only': 'this place can only be read',
      folder: 'the name belongs to a folder, not a file',
      'not-folder': 'a part of the name is not a folder',
      'name-too-long': 'the name is too long',
      other: 'the system reports {code}',
    },
  },
  preservedTokens: {
    link: 'link',
    domain: 'domain name',
    email: 'e-mail address',
    'ip-address': 'IP address',
    'file-name': 'file name',
    path: 'file path',
    formula: 'formula',
    hashtag: 'hashtag',
    handle: 'account name',
    version: 'version',
    'latin-token': 'code with Latin letters',
    'keep-list': 'on the keep-list',
    'small-digits': 'superscripts or fractions',
  },
  skippedCells: {
    formula: 'a formula',
    locked: 'a locked cell',
    'mixed-looks': 'a text in several formats',
    error: 'an error value',
    token: 'a mark by which the form is known',
    data: 'data that programs look up, not the words of the report',
    'outside-selection': 'outside of the chosen sheets',
    'all-kept': 'all its digits are kept',
    'no-such-format': 'no number format shows the same',
    'changed-meanwhile': 'somebody else changed it in the meantime',
  },
  hostFaults: {
    'cell-in-edit': {
      message: 'A cell is still being edited. Nothing was changed in the workbook.',
      remedy: 'Press Enter or Esc to end editing, then try again.',
    },
    protected: {
      message: 'The sheet or the workbook is protected. Nothing was changed in the workbook.',
      remedy: 'Lift the protection, or ask whoever set it for the password, then try again.',
    },
    'read-only': {
      message: 'The workbook is open for reading only. Nothing was changed in the workbook.',
      remedy: 'Enable editing, or save a copy and try again there.',
    },
    'too-large': {
      message: 'The workbook holds more than Excel can pass on. Nothing was changed in the workbook.',
      remedy: 'Delete what does not belong to the report and try again, or open the workbook in Excel on a computer.',
    },
    'no-values': {
      message: 'Excel kept back what {sheet} holds, for it has too many cells. Nothing was changed in the workbook.',
      remedy:
        'Delete blank rows and columns at the end of the sheet and try again, or open the workbook in Excel on a computer.',
    },
    'timed-out': {
      message: 'Excel gave no answer in time, and may still be doing what it was asked for.',
      remedy: 'Wait a moment and look whether the workbook has changed. If it has not, try again.',
    },
    'session-lost': {
      message: 'The connection between Excel and this workbook is lost or has timed out. That could not be done.',
      remedy:
        'Try again: what the pane has read is still there. If that does not help, open this workbook anew and look at it before going on.',
    },
    'undo-not-supported': {
      message: 'Excel cannot undo this, so it did not do it. Nothing was changed in the workbook.',
      remedy: 'Save a copy of the workbook and try again. If it happens again, tell the IT officer.',
    },
    'sheet-gone': {
      message: 'Cannot find {sheet}: it may have been deleted or renamed. Nothing was changed in the workbook.',
      remedy: 'Try again. If the sheet belongs to the form, bring it back from an earlier copy of the workbook.',
    },
    'no-cells-selected': {
      message: 'What is selected is not a cell. Nothing was changed in the workbook.',
      remedy: 'Select the cells in this workbook, then try again.',
    },
    'window-refused': {
      message: 'The window with the message could not be opened, for it was not allowed.',
      remedy: 'Allow this site to open windows, or read the message in the pane.',
    },
    'not-supported': {
      message: 'This version of Excel cannot do that. Nothing was changed in the workbook.',
      remedy: 'Use a newer version of Excel, or Excel on a computer.',
    },
    'text-changed': {
      message: 'Excel does not keep the text of {cell} as it was written. The texts before were written back.',
      remedy: 'Change the number format of the cell to Text, then try again.',
    },
    failed: {
      message: 'That could not be done ({detail}).',
      remedy: 'Check the workbook and try again. If it fails again, tell the administrator what stands in brackets.',
    },
  },
  severities: { must: 'must be corrected', should: 'should be checked', may: 'for information' },
  fields: {
    status: 'Status',
    result: 'Result',
    date: 'Date',
    evidence: 'Evidence or link',
    note: 'Note',
    contact: 'Contact person',
  },
  kinds: { formula: 'a formula', number: 'a number', date: 'a date', boolean: 'a true or false value' },
  otherFormats: { xlsb: 'a binary Excel workbook (.xlsb)', ods: 'an OpenDocument spreadsheet (.ods)' },
  damages: {
    'cut-off': 'its end is missing',
    package: 'its parts do not fit together',
    'changed-bytes': 'its content is not what was saved',
    'missing-part': 'a part that it needs is missing',
    xml: 'its content breaks the format',
    definitions: 'it brings definitions that may do harm',
    address: 'it names a cell that no sheet has',
    'cell-twice': 'it has the same cell twice',
    reference: 'a cell refers to a text or a format that is not in the file',
    unforeseen: 'it holds something that this program cannot handle',
  },
  limits: {
    file: 'the file is larger than {most} MB',
    content: 'its content inflates to more than {most} MB',
    ratio: 'its content inflates to more than {most} times its size',
    parts: 'it has more than {most} parts',
    sheets: 'it has more than {most} sheets',
    cells: 'more than {most} cells hold something',
    ranges: 'more than {most} cells are merged or linked',
    formulas: 'its formulas have more than {most} characters',
    text: 'one text has more than {most} characters',
    formats: 'it shows numbers in more than {most} formats',
  },
  crashes: { memory: 'there was not enough memory', error: 'the program met an error' },
  objects: {
    picture: 'a picture',
    chart: 'a chart',
    diagram: 'a diagram',
    embedded: 'an embedded document',
    other: 'an object',
  },
  types: { text: 'a text', number: 'a number', list: 'a list', object: 'an object' },
  rules: {
    'not-empty': 'not empty',
    identifier: 'only ASCII letters, digits and hyphens',
    'agency-code': 'an agency code of 2 to 8 ASCII digits',
    'buddhist-year': 'a year of the Buddhist era in 4 ASCII digits',
    'iso-date': 'a date as year-month-day, such as 2022-04-29',
    'sheet-name': 'a sheet name of at most 31 characters, without \\ / ? * [ ] :',
    'one-of-statuses': 'one of the known statuses, and all of them present',
    'in-order': 'in rising order',
    'agency-kind': 'a kind of agency that the roster has',
    'same-roster': 'the same as the roster in use',
    'file-name': 'a file name without a folder',
    'cell-name': 'a cell reference such as F12',
  },
  phrases: {
    inFile: 'file “{file}”',
    inSheet: 'sheet “{sheet}”',
    inCell: 'cell {cell}',
    someSheet: 'a sheet that is needed',
    someCell: 'a cell',
    atPath: 'at {path}',
    atLine: 'line {line}, character {column}',
    measure: 'measure {ordinal} of issue {issue}, group {group}',
    ofMeasure: ' of {measure}',
    savedAt: ' (saved {time})',
    byAuthor: ' by {author}',
    suggestion: ' The nearest name is “{name}”.',
    listComma: ', ',
  },
};
