import type { Words } from '../words.ts';

/** What is the matter with a file and what to do about it, in English. */
export const problemsEn: Pick<Words, 'problems' | 'remediesOfAgency'> = {
  problems: {
    'file-empty': {
      message: 'This file is empty, perhaps because it was not synchronised or downloaded in full.',
      remedy:
        'Wait until it is synchronised, or download it again, then try again. If it stays empty, ask the agency for a new file. If it is no answer of an agency, it can be deleted.',
    },
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
      message: 'Skipped a temporary file that Excel or another program makes while somebody has a file open.',
      remedy:
        'Have the file saved and closed, then try again. If nobody has it open, this temporary file can be deleted.',
    },
    'file-archive-skipped': {
      message: 'Workbooks in this archive were not read.',
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
    'master-not-checked': {
      message: 'This file is the master report, not a form that an agency fills in, and was not checked.',
      remedy:
        'Check the forms that the agencies sent. What every agency has to correct is on the sheet of problems in the master.',
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
    'carried-year-differs': {
      message:
        'The measures or agencies that came with this file are not those of the program, although both are {programme}, version {version}. The file is read with those of the program.',
      remedy:
        'Check that the answers still fit the measures. Whoever changes measures after workbooks were sent changes the version too.',
    },
    'carried-year-unusable': {
      message:
        'The program does not know the measures of {programme}, and those that came with this file cannot be used: {why}.',
      remedy:
        'Read it together with another agency’s file of that year that is whole, or ask whoever made the form for the measures.',
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
      message: 'The {holds} of this sheet cannot be read, because {damage}; the rest of the file was read.{ofIssue}',
      remedy:
        'Open the file in Excel and look at this sheet. If it is one of the form, check its answers and save the file again. If it is another with answers, move them to the cells of their measures.',
    },
    'place-unreadable': {
      message: 'One place of this sheet cannot be read, because {damage}; the rest of the sheet was read.',
      remedy:
        'Open the file in Excel and look at this place. If it is an answer, type it again in the cell of its measure and save the file.',
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
        'The agency sent {parts} in more than one file. The master takes this part from “{usedFile}”{usedSavedAt}, not from this one{savedAt}{origin}, which differs in {differences place|places}.',
      remedy: 'Compare the texts that differ, and ask the agency from which file to take this part. {rest}',
    },
    'submission-repeated': {
      message:
        'The agency sent {parts} in more than one file, with the same texts. The master takes this part from “{usedFile}”{usedSavedAt} instead of this one{savedAt}{origin}.',
      remedy: 'Nothing to do.',
    },
    'text-not-responsible': {
      message: 'The agency answered {measure} but is not responsible for it.',
      remedy: 'Decide whether to use the text. If so, correct the responsible party in the programme.',
    },
    'text-outside-measure': {
      message: 'This text is not under any measure.',
      remedy: 'Move the text to a row of the measure that it belongs to.',
    },
    'token-not-answer': {
      message:
        'The text of this answer cell is an internal code of the form and no answer, so it is not in the master.',
      remedy:
        'Open the file in Excel and look at this cell. If it had an answer, type it again; if not, delete the code. Then save the file.',
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
    'picture-not-carried': {
      message: 'A picture{named} on this sheet is not in the master, because {why}.',
      remedy:
        'If it is evidence, ask the agency to convert or reduce it to a JPEG or PNG picture, put it into the form again and send that, or put a link into the column for evidence.',
    },
    'picture-superseded': {
      message: 'This picture is not in the master, which uses the file “{usedFile}” without it.',
      remedy: 'If it is still evidence, ask the agency to put it into the file that is used and to send that.',
    },
    'picture-gone': {
      message:
        'This picture is not in the master, because its file could not be opened again or was changed while it was read.',
      remedy: 'Check that the file is complete and not open elsewhere, and consolidate again.',
    },
    'text-in-sorted-row': {
      message: 'The rows of this sheet were sorted, so this text may not belong to {measure}.',
      remedy: 'Ask the agency, and move the text to a row of the right measure.',
    },
    'issue-gone': {
      message:
        'The agency answered {answered} of {measures measure|measures} of issue {issue}{titled} which is no longer in this programme. The answers are not in the master; all of them are kept here.',
      remedy:
        'If the issue was taken out, there is nothing to do. If measures of another issue took its place, put the answers into their rows. If it was taken out by mistake, put it back into the data of the year under the same keys, and consolidate again.',
    },
    'issue-gone-unanswered': {
      message:
        'In this file, issue {issue}{titled} is no longer in this programme, and the agency answered none of its measures.',
      remedy: 'There is nothing to do.',
    },
    'measure-gone': {
      message:
        'The agency answered {measure}, which is no longer in this programme. The answers are not in the master; all of them are kept here.{likely}',
      remedy:
        'If the measure was taken out, there is nothing to do. If another one took its place, put the answers into the rows of that one. If it was taken out by mistake, put it back into the data of the year under the same key, and consolidate again.',
    },
    'measure-gone-unanswered': {
      message: '{measure} of this file is no longer in this programme, and the agency did not answer it.',
      remedy: 'There is nothing to do.',
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
    'formula-not-computed': {
      message:
        'This cell contains a formula, and the file does not have its value, so the report has the formula as the answer.',
      remedy:
        'Open the file in Excel, look at the value shown, and type the answer as text instead of a formula, or save the file again in Excel.',
    },
    'text-struck-out': {
      message: 'Text in this cell is struck through; the report uses the whole text, with what is struck through.',
      remedy: 'Delete what is struck through if it is not meant; else take the strikethrough away.',
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
    'file-empty':
      'Wait until it is synchronised, or download it again, then try again. If it stays empty, use a backup copy, or ask the compiling office for a new form.',
    'file-not-workbook': 'Choose the form that you received, an .xlsx file.',
    'file-encrypted': 'Open it in Excel, remove the password and save it, then try again.',
    'file-damaged':
      'Try to open it in Excel and save it again. If it does not open, use a backup copy, or ask the compiling office for a new form.',
    'file-took-too-long': 'Open it in Excel and save it again. If that does not help, tell the compiling office.',
    'file-crashed-reader': 'Open it in Excel and save it again. If that does not help, tell the compiling office.',
    'file-document-skipped':
      'If it holds answers, write them into the form that you received. If it is a supporting document, nothing is needed.',
    'master-not-checked':
      'Choose the form that you filled in, and check again. If you compile the report, what every agency has to correct is on the sheet of problems in this file.',
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
    'picture-not-carried':
      'Convert or reduce it to a JPEG or PNG picture and put it in again, or put it where others can open it and give the link in the evidence column.',
    'picture-superseded': 'If it is still evidence, put it into your latest file and send that.',
    'text-in-sorted-row': 'Move the text to the row of the right measure.',
    'issue-gone':
      'Keep your answers. Ask the compiling office which measures to answer instead; if a new form has them, put the answers into their rows.',
    'measure-gone':
      'Keep your answers. Ask the compiling office which measure to answer instead; if a new form has it, put the answers into its rows.',
    'text-of-unknown-agency': 'Move the text into the form that you received.',
    'row-identity-conflict': 'Move the text to the row of the right measure.',
  },
};
