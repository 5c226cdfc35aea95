import type { Words } from '../words.ts';

/** Problems and faults in English, with the same facts as the Thai. */
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
    'file-rights-managed': {
      message: 'This file is encrypted by its sensitivity label and cannot be read, although it has no password.',
      remedy:
        'Have somebody who may do so open it in Excel, choose a label that does not encrypt and save it, then try again.',
    },
    'file-old-format': {
      message: 'This file is in the old Excel format (.xls) and cannot be read.',
      remedy: 'Open it in Excel, save it as .xlsx, then try again.',
    },
    'file-other-format': {
      message: 'This file is {format}, not an .xlsx file, and cannot be read.',
      remedy: 'Open it in Excel, save it as .xlsx, then try again.',
    },
    'file-damaged': {
      message: 'This file is damaged and cannot be read, because {damage}.',
      remedy: 'Try to open it in Excel and save it again. If it does not open, ask the agency for a new copy.',
    },
    'file-too-large': {
      message: 'This file is too large or contains too much, and was not read, because {limit}.',
      remedy: 'Remove pictures or sheets that do not belong to the report, and save it again.',
    },
    'file-unreadable': {
      message: 'This file cannot be opened because {detail}.',
      remedy: 'Check that it exists, that nobody has it open and that you may read it, then try again.',
    },
    'file-took-too-long': {
      message: 'Reading this file was stopped after {seconds second|seconds}; the other files were read.',
      remedy: 'Open it in Excel and save it again. If that does not help, ask the agency for a new copy.',
    },
    'file-crashed-reader': {
      message: 'Reading this file stopped because {cause}; the other files were read.',
      remedy: 'Open it in Excel and save it again. If that does not help, ask the agency for a new copy.',
    },
    'file-lock-skipped': {
      message: 'Skipped a temporary file that Excel makes while somebody has the workbook open.',
      remedy:
        'Have the workbook saved and closed, then consolidate again. If nobody has it open, this temporary file can be deleted.',
    },
    'file-archive-skipped': {
      message: 'This file is an archive; workbooks in it were not read.',
      remedy: 'Extract it into this folder, then try again.',
    },
    'file-table-skipped': {
      message: 'This file is a table of another format, not an Excel workbook (.xlsx), and was not read.',
      remedy:
        'If it holds answers of an agency, open it in the program that made it and save it as .xlsx, then try again.',
    },
    'file-partial-skipped': {
      message: 'This file is a download that has not ended, or a temporary file of another program, and was not read.',
      remedy: 'Download it again, then try again. If the whole file is there, this one can be deleted.',
    },
    'file-document-skipped': {
      message: 'This file is not a workbook and was not read.',
      remedy:
        'If it holds answers, have the agency fill in the form that it was sent. If it is a supporting document, nothing needs to be done.',
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
      message: 'This file is {found}, not {expected}.',
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
      remedy: 'The master uses the form inside. Check with the agency that it sent the right file.',
    },
    'sheet-of-another-agency': {
      message: 'This sheet belongs to {found} but is in a file of {expected}.',
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
    'sheet-unreadable': {
      message: 'The {holds} of this sheet cannot be read, because {damage}; the rest of the file was read.',
      remedy:
        'Open the file in Excel and look at this sheet. If it has answers, move them to the cells of their measures and save the file again.',
    },
    'sheet-too-large': {
      message: 'This sheet was not read, because {limit}; the rest of the file was read.',
      remedy:
        'If this sheet has answers, move them to the cells of their measures; if not, delete the sheet. Then save the file again.',
    },
    'formats-missing': {
      message:
        'The number formats of some cells are missing from this file, so dates and numbers are shown as plain numbers.',
      remedy: 'Check the dates and numbers of this file, and type as text what is not shown as it should be.',
    },
    'submission-superseded': {
      message:
        'The agency sent the same part in more than one file. The master takes it from “{usedFile}”{usedSavedAt}, not from this one{savedAt}, {differences}.',
      remedy:
        'Compare the texts that differ, ask the agency which file counts, and move the other one out of the folder.',
    },
    'text-not-responsible': {
      message: 'The agency answered {measure} but is not responsible for it.',
      remedy: 'Decide whether to use the text. If so, correct the responsible party in the programme.',
    },
    'text-outside-measure': {
      message: 'This text is not under any measure.',
      remedy: 'Move the text to a row of the measure that it belongs to.',
    },
    'text-outside-columns': {
      message: 'This text is outside the answer cells.',
      remedy: 'Move the text to an answer cell of the measure that it belongs to.',
    },
    'text-in-unknown-sheet': {
      message: 'This text is in a sheet that is not part of the form.',
      remedy: 'If the report needs it, move the text to a row of the measure that it belongs to.',
    },
    'text-in-shape': {
      message: 'This text is in a text box or shape on the sheet, not in an answer cell.',
      remedy: 'Move the text to an answer cell of the measure that it belongs to.',
    },
    'text-on-page': {
      message: 'This text is in a header or footer of the printed page, not in an answer cell.',
      remedy: 'Move it to an answer cell of the measure concerned.',
    },
    'comment-not-answer': {
      message: 'This cell has a comment{byAuthor}. It is listed here and is not part of the report.',
      remedy: 'If the report needs it, move the text to the column for notes.',
    },
    'object-not-carried': {
      message: 'This sheet has {object}{named} which the master cannot show.',
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
      message: 'The agency that wrote this text is unknown, so the text was not consolidated.',
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
      message: 'This cell contains {kind}, not a text; its value is used as the cell shows it.',
      remedy: 'Check that the value shown is right.',
    },
    'error-value': {
      message: 'This cell shows the error of a formula.',
      remedy: 'Type the answer as text instead of a formula.',
    },
    'measure-text-edited': {
      message: 'The wording of {measure} was changed in this file. The master uses the wording of the form.',
      remedy: 'Check that the answer still fits the measure.',
    },
    'measure-by-text': {
      message: 'This row has no code; its wording identifies it as {measure}.',
      remedy: 'Check that this is the right measure.',
    },
    'row-identity-conflict': {
      message: 'The codes of this row conflict ({found}), so its measure is uncertain.',
      remedy: 'Ask the agency, and move the text to a row of the right measure.',
    },
  },
  remediesOfAgency: {
    'file-not-workbook': 'Choose the form that you received, an .xlsx file.',
    'file-encrypted': 'Open it in Excel, remove the password and save it, then try again.',
    'file-damaged':
      'Try to open it in Excel and save it again. If it does not open, use a backup copy, or ask the compiling office for a new form.',
    'file-took-too-long': 'Open it in Excel and save it again. If that does not help, tell the compiling office.',
    'file-crashed-reader': 'Open it in Excel and save it again. If that does not help, tell the compiling office.',
    'file-document-skipped':
      'If it holds answers, write them into the form that you received. If it is a supporting document, nothing is needed.',
    'not-agency-workbook': 'Write your answers into the form that you received, and choose that file.',
    'programme-differs': 'Choose the form of the year to report on. If you have none, ask the compiling office for it.',
    'form-version-unknown': 'Ask your administrator to update this program. Your answers are all still there.',
    'agency-unknown': 'Use the form that you received, or tell the compiling office.',
    'agency-differs': 'Check that this is the form of your agency.',
    'sheet-missing': 'Answer this issue in the form that you received, which has a sheet for every issue.',
    'sheet-of-another-agency': 'Delete this sheet if it is not of your agency.',
    'submission-superseded': 'Decide which file to send, and send only that one.',
    'text-not-responsible':
      'Check that the answer is under the right measure. If it should be used, tell the compiling office.',
    'object-not-carried':
      'If it is evidence, put it where others can open it, and give the link in the evidence column.',
    'text-in-sorted-row': 'Move the text to the row of the right measure.',
    'text-of-unknown-agency': 'Move the text into the form that you received.',
    'row-identity-conflict': 'Move the text to the row of the right measure.',
  },
  data: {
    'data-syntax': {
      message: 'The data file is not valid JSON.',
      remedy: 'Check the commas, quotation marks and brackets near this position.',
    },
    'data-missing': { message: 'A required value is missing.', remedy: 'Add it here.' },
    'data-unknown-field': {
      message: 'This field is not known.',
      remedy: 'Check its spelling, or remove it.',
    },
    'data-type': {
      message: 'This must be {expected}, but is {found}.',
      remedy: 'Change it to the right type.',
    },
    'data-rule': { message: '“{found}” cannot be used.', remedy: 'Change it to follow the rule: {rule}.' },
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
      message: 'Cannot save “{path}” because {reason}. An existing file is still intact.',
      remedy:
        'Close the file in other programs, check permissions and free space or choose another folder, then try again.',
    },
    reasons: {
      missing: 'there is no such file or folder',
      denied: 'permission is missing or the file is open elsewhere',
      busy: 'another program is using it',
      full: 'there is no space left',
      'read-only': 'this folder is read-only',
      folder: 'the name belongs to a folder, not a file',
      'not-folder': 'part of the path is not a folder',
      'name-too-long': 'the name is too long',
      'not-droppable':
        'the browser cannot read a folder that is dropped on this page; press “Choose a whole folder” instead',
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
    'keep-list': 'on the list of words to preserve',
    'small-digits': 'superscripts or fractions',
    keycap: 'emoji of keys',
  },
  skippedCells: {
    formula: 'a formula',
    locked: 'a locked cell',
    'mixed-looks': 'a text in several formats',
    error: 'an error value',
    token: 'a code that identifies the form',
    data: 'data for programs, not text of the report',
    'outside-selection': 'outside the chosen sheets',
    'all-preserved': 'all its digits must stay unchanged, such as those of a link',
    'no-such-format': 'no number format shows the same value',
    'used-heading': 'a formula, a name or a PivotTable refers to it as the heading of a table',
    'same-heading': 'it would be the same as another heading of its table',
    'changed-meanwhile': 'somebody else has changed it since',
  },
  hostFaults: {
    'cell-in-edit': {
      message: 'A cell is still being edited. Nothing was changed in the workbook.',
      remedy: 'Press Enter or Esc to end editing, then try again.',
    },
    protected: {
      message: 'The sheet or the workbook is protected. Nothing was changed in the workbook.',
      remedy: 'Remove the protection, or ask whoever set it for the password, then try again.',
    },
    'read-only': {
      message: 'The workbook is open as read-only. Nothing was changed in the workbook.',
      remedy: 'Enable editing, or save a copy and try again there.',
    },
    'too-large': {
      message: 'The workbook contains more data than Excel can transfer. Nothing was changed in the workbook.',
      remedy: 'Delete what does not belong to the report and try again, or open the workbook in desktop Excel.',
    },
    'no-values': {
      message:
        'Excel did not return the cells of {sheet}, because there are too many. Nothing was changed in the workbook.',
      remedy:
        'Delete blank rows and columns at the end of the sheet and try again, or open the workbook in desktop Excel.',
    },
    'timed-out': {
      message: 'Excel did not answer in time and may still be working.',
      remedy: 'Wait a moment and see whether the workbook has changed. If it has not, try again.',
    },
    'session-lost': {
      message:
        'The connection between Excel and this workbook is lost or has timed out, so the work could not be done.',
      remedy:
        'Try again: what the pane has read is still there. If that does not help, reopen this workbook and check it before you go on.',
    },
    'undo-not-supported': {
      message: 'Excel cannot undo this, so it did not do it. Nothing was changed in the workbook.',
      remedy: 'Save a copy of the workbook and try again. If it happens again, tell the IT officer.',
    },
    'sheet-gone': {
      message: 'Cannot find {sheet}: it may have been deleted or renamed. Nothing was changed in the workbook.',
      remedy: 'Try again. If the sheet belongs to the form, restore it from an earlier copy of the workbook.',
    },
    'no-cells-selected': {
      message: 'The selection is not a range of cells. Nothing was changed in the workbook.',
      remedy: 'Select the cells in this workbook, then try again.',
    },
    'window-refused': {
      message: 'The window with the message could not be opened, because it was not allowed.',
      remedy: 'Allow this site to open windows, or read the message in the pane.',
    },
    'not-supported': {
      message: 'This version of Excel cannot do that. Nothing was changed in the workbook.',
      remedy: 'Use a newer version of Excel, or desktop Excel.',
    },
    'text-changed': {
      message: 'Excel did not store the text of {cell} as written. The earlier texts were restored.',
      remedy: 'Change the number format of the cell to Text, then try again.',
    },
    failed: {
      message: 'The work could not be done ({detail}).',
      remedy: 'Check the workbook and try again. If it fails again, send the text in brackets to your administrator.',
    },
  },
  severities: { must: 'must be fixed', should: 'should be checked', may: 'for information' },
  fields: {
    status: 'Status',
    result: 'Result',
    date: 'Date',
    evidence: 'Evidence or link',
    note: 'Note',
    contact: 'Contact person',
  },
  kinds: { formula: 'a formula', number: 'a number', date: 'a date', boolean: 'a Boolean value' },
  otherFormats: { xlsb: 'a binary Excel workbook (.xlsb)', ods: 'an OpenDocument spreadsheet (.ods)' },
  unread: { cells: 'cells', comments: 'comments', objects: 'pictures and text boxes' },
  damages: {
    'cut-off': 'its end is missing',
    package: 'its parts do not fit together',
    'changed-bytes': 'its content has changed since it was saved',
    'missing-part': 'a part that it needs is missing',
    xml: 'its content violates the file format',
    definitions: 'it contains definitions that may be harmful',
    address: 'it refers to a cell that no sheet has',
    'cell-twice': 'it has the same cell twice',
    reference: 'a cell refers to a text or a format that is not in the file',
    unforeseen: 'it contains something that this program cannot handle',
  },
  limits: {
    file: 'the file is larger than {most} MB',
    content: 'its content inflates to more than {most} MB',
    ratio: 'its content inflates to more than {most time|times} its size',
    parts: 'it has more than {most part|parts}',
    sheets: 'it has more than {most sheet|sheets}',
    cells: 'it has more than {most non-empty cell|non-empty cells}',
    ranges: 'it has more than {most merged or linked cell|merged or linked cells}',
    formulas: 'its formulas have more than {most character|characters}',
    text: 'one text has more than {most character|characters}',
    formats: 'it has more than {most number format|number formats}',
  },
  crashes: { memory: 'there was not enough memory', error: 'of an error in the program' },
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
    'in-order': 'in ascending order',
    'agency-kind': 'a kind of agency that the roster has',
    'same-roster': 'the same as the roster in use',
    'file-name': 'a file name without a folder',
    'cell-name': 'a cell reference such as F12',
    'built-in-format': 'a number of a built-in number format, from 1 to 163',
  },
  phrases: {
    inFile: 'file “{file}”',
    inSheet: 'sheet “{sheet}”',
    inCell: 'cell {cell}',
    someSheet: 'a sheet that is needed',
    someCell: 'a cell',
    atPath: 'at {path}',
    atLine: 'line {line}, character {column}',
    measure: 'measure {ordinal} of issue {issue}',
    measureInFull: 'measure {ordinal} of issue {issue} (“{text}”)',
    measureUnnumbered: 'the measure “{text}” of issue {issue}',
    ofYear: 'the form of the fiscal year {year}',
    ofProgramme: 'a form of the set “{id}”',
    unanswered: 'without an answer {count}',
    ofMeasure: ' of {measure}',
    saysTheSame: 'which says the same',
    differsIn: 'which differs in {count place|places}',
    savedAt: ' (saved {time})',
    named: ', “{name}”,',
    byAuthor: ' by {author}',
    suggestion: ' The nearest name is “{name}”.',
    listComma: ', ',
  },
};
