import type { PaneWords } from '../pane-words.ts';

/** What the pane says of a job, in English. */
export const paneNoticesEn: PaneWords['notices'] = {
  ready: {
    message: 'Checked: there is nothing to fix, and the workbook is ready to send.',
    remedy: 'Save the file and send it as instructed.',
  },
  'ready-with-notes': {
    message: 'Checked: ready to send, with remarks: {counts}.',
    remedy: 'Look at the remarks in the pane, then save the file and send it as instructed.',
  },
  'not-ready': {
    message: 'Checked: not ready to send yet: {counts}.',
    remedy: 'Open the pane: it shows each cell to fix and what to do. Then check again.',
  },
  'not-agency-workbook': {
    message: "The open workbook is not an agency's workbook, so it has no answers to check.",
    remedy: 'Open the workbook that you received from the compiling office, then check again.',
  },
  'converted-to-thai': {
    message: 'Converted {cells cell|cells} to Thai digits ({locations place|places}).',
    remedy: 'To get the old digits back, press “Undo”.',
  },
  'converted-to-arabic': {
    message: 'Converted {cells cell|cells} to Arabic digits ({locations place|places}).',
    remedy: 'To get the old digits back, press “Undo”.',
  },
  'nothing-to-convert': {
    message: 'There are no digits to convert, so nothing was changed.',
    remedy: 'To convert something else, select its cells first and try again.',
  },
  undone: {
    message: 'Undone: {cells cell is as it was|cells are as they were} before.',
    remedy: 'Nothing more is needed.',
  },
  'undone-partly': {
    message: 'Undone: {cells cell|cells}. Left unchanged, because of later edits: {stale cell|cells}.',
    remedy: 'Look at what was left unchanged, starting with {location}.',
  },
  'nothing-to-undo': {
    message: 'There is no change to undo yet.',
    remedy: 'Nothing more is needed.',
  },
  redone: {
    message: 'Done again: {cells cell|cells}.',
    remedy: 'Nothing more is needed.',
  },
  'redone-partly': {
    message: 'Done again: {cells cell|cells}. Left unchanged, because of later edits: {stale cell|cells}.',
    remedy: 'Look at what was left unchanged, starting with {location}.',
  },
  'nothing-to-redo': {
    message: 'Nothing was undone that could be done again.',
    remedy: 'Nothing more is needed.',
  },
  'pictures-undone': {
    message: 'Undone: {count picture is as it was|pictures are as they were} before.',
    remedy: 'Nothing more is needed.',
  },
  'pictures-redone': {
    message: 'Done again: {count picture|pictures}.',
    remedy: 'Nothing more is needed.',
  },
  'pictures-gone': {
    message:
      'Left unchanged: {count picture|pictures}, because somebody has deleted or grouped them, or renamed or deleted their sheet.',
    remedy: 'Look at the pictures in the workbook.',
  },
  'typed-left': {
    message: 'Nothing was saved, because the texts typed for {count cell|cells} cannot go into the workbook yet.',
    remedy: 'Look at “Fill in answers”, starting with {location}, then save again.',
  },
  fixed: {
    message: '{cells cell was|cells were} fixed.',
    remedy: 'To get the old texts back, press “Undo”.',
  },
  moved: {
    message: 'The text of {cells cell was|cells were} moved to the end of cell {cell}.',
    remedy: 'Read that cell. To have it as it was, press “Undo”.',
  },
  'not-moved': {
    message: 'Nothing was moved, because one of the cells has been changed since.',
    remedy: 'Check again, and then move the texts.',
  },
  'workbooks-packed': {
    message: 'Made the workbooks of {count agency|agencies}, in the file “{file}”.',
    remedy: 'Open the file in your downloads folder and send each agency its workbook.',
  },
  'no-agency-chosen': {
    message: 'No agency is chosen, so no workbook was made.',
    remedy: 'Choose at least one agency.',
  },
  'workbook-opened': {
    message: 'Made the workbook of {agency} and opened it in a new window.',
    remedy: 'Save the file in the new window as “{file}”.',
  },
  'workbook-opened-behind': {
    message: 'Made the workbook of {agency} and opened it in a new window behind this one.',
    remedy: 'Choose the new window in the Window menu, then save the file as “{file}”.',
  },
  'no-downloads': {
    message: 'Excel for Mac cannot download files from the pane, so no workbooks were made.',
    remedy: 'Choose one agency at a time, or press “Open the pane in a browser” and make the workbooks there.',
  },
  'workbook-saved': {
    message: 'Made the workbook of {agency}, in the file “{file}”.',
    remedy: 'Open the file in your downloads folder and send it to the agency.',
  },
  collected: {
    message: 'Read {files file|files}, with answers from {received} of {expected agency|agencies}. Problems: {counts}.',
    remedy: 'Look at who has not sent anything and at the problems, then choose where to put the master report.',
  },
  'no-files': {
    message: 'There is no Excel file in your choice, so no answers were read.',
    remedy:
      "Choose several of the agencies' files at once, or a folder that contains them. If a Mac finds no files in a folder, choose the files instead.",
  },
  'nothing-collected': {
    message: 'No files to consolidate are chosen.',
    remedy: "Choose the agencies' files first.",
  },
  'nothing-read': {
    message: 'None of the chosen files could be read, so no master report was made. Problems: {counts}.',
    remedy: 'Fix the problems listed below, then choose the files again.',
  },
  stopped: {
    message: 'Stopped as you asked; the workbook is unchanged.',
    remedy: 'To continue, start again.',
  },
  'master-put': {
    message:
      'Put {sheets sheet|sheets} of the master report into this workbook. Replaced and backed up: {backups sheet|sheets}.',
    remedy:
      'Look at the problems sheet, check the wording, then save the file. To get the replaced sheets back, press “Undo”.',
  },
  'master-put-without-charts': {
    message:
      'Put {sheets sheet|sheets} of the master report into this workbook. Replaced and backed up: {backups sheet|sheets}. This Excel takes no charts, so the sheets of charts and of statuses have their tables only.',
    remedy:
      'Look at the problems sheet, check the wording, then save the file. For the charts, open the file in Excel for Windows or Mac and put the report in again. To get the replaced sheets back, press “Undo”.',
  },
  'sheets-exchanged': {
    message: 'Restored {sheets backup sheet|backup sheets}. Replaced and backed up: {backups sheet|sheets}.',
    remedy:
      'Nothing more is needed. To swap them again, press “Restore the backup sheets” under “Consolidate the report”.',
  },
  'backups-deleted': {
    message: 'Deleted {sheets backup sheet|backup sheets}.',
    remedy: 'Nothing more is needed. The sheets of the report are unchanged.',
  },
  'no-backups': {
    message: 'There are no backup sheets, so nothing was changed.',
    remedy: 'Nothing more is needed.',
  },
  'master-opened': {
    message: 'Opened the master report in a new window.',
    remedy: 'Look at the problems sheet, check the wording, then save the file as “{file}”.',
  },
  'master-opened-behind': {
    message: 'Opened the master report in a new window behind this one.',
    remedy:
      'Choose the new window in the Window menu, look at the problems sheet, check the wording, then save the file as “{file}”.',
  },
  'master-saved': {
    message: 'Made the master report, in the file “{file}”.',
    remedy: 'Open the file in your downloads folder, look at the problems sheet and check the wording.',
  },
  'not-a-master': {
    message: 'The open workbook is not a master report, so the report was not put into it.',
    remedy: 'Open the master report in a new window instead.',
  },
  merged: {
    message:
      'Merged the new answers into {count measure|measures} of the report; edited wording stays. Backed up: {backups sheet|sheets}.',
    remedy:
      'Look at the sheet “{sheet}” and the column of states, then save the file. Colours, column widths and edits of other sheets are in the backup sheets. To get the report back as it was, press “Undo”.',
  },
  'merged-saved': {
    message:
      'Merged the new answers into {count measure|measures} of the report; edited wording stays. The merged report is the file “{file}”.',
    remedy:
      'Open the file in your downloads folder, and look at the sheet “{sheet}” and the column of states. Colours, column widths and edits of other sheets are in the earlier file only.',
  },
  'merge-outdated': {
    message: 'Nothing was merged, because the report was changed after the preview was made.',
    remedy: 'Look at the new preview below, then merge again.',
  },
  arranged: {
    message: 'The paragraphs of the report are changed, and stay so at the next consolidation.',
    remedy:
      'Check the wording on the sheet, then save the file. The sheet “{sheet}” follows when new answers are merged. Choose “Undo” for the earlier paragraphs.',
  },
  'arrange-outdated': {
    message: 'Nothing was changed, because these rows were edited after the preview was made.',
    remedy: 'Select a cell of the paragraph, choose “Show the selected paragraph”, then try again.',
  },
  'rows-undone': {
    message: 'The earlier paragraphs are back in the report.',
    remedy: 'Save the file.',
  },
  'no-paragraph-selected': {
    message: 'The selected cell is in no paragraph of the report.',
    remedy: 'Select a cell in the column of results on the sheet of an issue, then try again.',
  },
  'not-arrangeable': {
    message:
      'Paragraphs of this report cannot be joined or split: not all of it can be read, or its sheet “{sheet}” was changed or is gone.',
    remedy: 'Change them on the sheet by hand, or consolidate the answers of all agencies again.',
  },
  'document-saved': {
    message: 'Made the report for Word, with {paragraphs result paragraph|result paragraphs}, in the file “{file}”.',
    remedy: 'Open the file in your downloads folder, look at every page in Word, then submit it for signature.',
  },
  'letters-saved': {
    message: 'Made {count letter|letters} in the file “{file}”.',
    remedy: 'Open the file in your downloads folder, look at every page in Word, then submit them for signature.',
  },
  'asked-recorded': {
    message: 'Recorded on the sheet “{sheet}” as asked: {count agency|agencies}.',
    remedy: 'The rows stand at the end of the sheet; the next report puts them below their agencies.',
  },
  'asked-recorded-partly': {
    message:
      'Recorded on the sheet “{sheet}” as asked: {count agency|agencies}. It stood there before, of the same day and the same measures, for {repeated agency|agencies}.',
    remedy: 'The rows stand at the end of the sheet; the next report puts them below their agencies.',
  },
  'nothing-owed': {
    message: 'By the open report, the chosen agencies have answered everything, so nothing was recorded.',
    remedy: 'There is nothing to do.',
  },
  'asked-before': {
    message:
      'The sheet “{sheet}” has this already, of the same day and the same measures, so nothing was added: {count agency|agencies}.',
    remedy: 'If they were asked in another way too, name that way.',
  },
  'no-follow-up-sheet': {
    message: 'This report has no sheet “{sheet}”, so nothing was recorded.',
    remedy: 'Make the report anew first, then record it again.',
  },
  'no-letters': {
    message: 'Every agency has answered everything, so there is no letter to write.',
    remedy: 'The follow-up sheet of the report tells how each agency stands.',
  },
  'no-document-downloads': {
    message: 'Excel for Mac cannot download files from the pane, so no document was made.',
    remedy: 'Save the master report, press “Open the pane in a browser”, open the report there and make the document.',
  },
  'no-master-for-document': {
    message: 'The open workbook is not a master report, so no document was made.',
    remedy: 'Open the master report, then try again.',
  },
  'shared-opened': {
    message: 'The folder “{folder}” is open. Nothing was written.',
    remedy: 'Choose what to do below. Everything is shown before it is written.',
  },
  'not-planned': {
    message: 'Nothing was done, because what would be done was not shown yet.',
    remedy: 'Look at the plan first, then try again.',
  },
  'given-out': {
    message: 'Given out in the folder “{folder}”: {count} of {total}. Every file that was there stays.',
    remedy: 'Tell the agencies to open the workbook in their folder, and follow the progress here.',
  },
  'given-out-partly': {
    message:
      'Given out in the folder “{folder}”: {count} of {total}, with {left} left. Every file that was there stays.',
    remedy: 'The table tells why. Look at the plan and give out again: only what is left is done.',
  },
  'shared-status': {
    message: 'The progress was read. Everything is answered by {count} of {total}.',
    remedy: 'Follow up the others, or consolidate the report.',
  },
  published: {
    message: 'The report is published as “{path}”.',
    remedy: 'Tell those concerned to open it there.',
  },
  'published-kept': {
    message:
      'The report is published as “{path}”. Somebody had edited the one published before, which is kept as “{kept}”.',
    remedy: 'Look whether something in the kept one is to be used.',
  },
  'published-beside': {
    message: 'Somebody has the published report open, so the new one was saved beside it as “{path}”.',
    remedy: 'Publish again when it was closed.',
  },
  'not-the-master': {
    message: '“{file}” is not the consolidated report of fiscal year {year}, so it was not published.',
    remedy: 'Choose a report that was made with this program.',
  },
  'sent-back': {
    message:
      '{remarks remark was|remarks were} sent back to {agency} as “{path}”. The workbook of the agency is unchanged.',
    remedy: 'Copy the message below to tell the agency.',
  },
  accepted: {
    message: 'The answers of {agency} are accepted.',
    remedy: 'If the agency saves again, this changes back by itself.',
  },
  'changed-since-shown': {
    message: 'A file of {agency} was saved after the progress was shown, so nothing was done.',
    remedy: 'Look at the progress in the table, which was read again, and repeat what you want done.',
  },
  'copy-saved': {
    message: 'Saved the copy as “{file}” in your downloads folder.',
    remedy: 'Use this copy in place of the original file.',
  },
  'copy-saved-same-name': {
    message:
      'Saved the copy under the same name, “{file}”, in your downloads folder. The original file has not changed.',
    remedy:
      'Move the copy to where the original is, and replace it. If the browser put a number such as “(1)” after the name, remove it.',
  },
  'copy-saved-unfinished': {
    message: 'Saved the copy as “{file}” in your downloads folder.',
    remedy:
      'Complete and correct it before you send it: go on on this page and save a copy again, or open the copy in Excel.',
  },
  'year-opened': {
    message: 'The workbook of the programme, “{file}”, is open.',
    remedy: 'Edit and save it, then open “Programmes of years” to check and import it.',
  },
  'year-opened-behind': {
    message: 'The workbook of the programme, “{file}”, is open behind this window.',
    remedy: 'Edit and save it, then open “Programmes of years” to check and import it.',
  },
  'year-saved': {
    message: 'The workbook of the programme, “{file}”, is among the downloads.',
    remedy: 'Edit it in Excel, then choose it in “Programmes of years” to check and import it.',
  },
  'older-report-read': {
    message:
      'The report “{file}” was read: {measures measure|measures}, and {count place|places} to look at. No workbook was made yet.',
    remedy: 'Look through the lists below, then make the workbook and go on in Excel.',
  },
  'older-report-unreadable': {
    message: 'The report “{file}” cannot be read.',
    remedy: 'The reason and what to do stand under “Start from an older report”.',
  },
  'older-report-without-measures': {
    message: 'There are no measures in the report “{file}”.',
    remedy: 'Choose a report that is set as a table with columns for measures, responsible parties and results.',
  },
  'year-read': {
    message: 'The workbook of the programme was read: {changes change|changes}. Nothing is imported yet.',
    remedy: 'Look at the list below, then press “Use this programme”.',
  },
  'year-not-usable': {
    message: 'The workbook of the programme cannot be used yet: {count place|places} to correct.',
    remedy: 'Correct what is listed below, then check it again.',
  },
  'year-kept': {
    message: 'The programme of fiscal year {year} ({programme}) is in use, and kept on this computer.',
    remedy: 'Next: make the workbooks of agencies. Other computers have to import the same file.',
  },
  'year-kept-for-now': {
    message:
      'The programme of fiscal year {year} ({programme}) is in use, but cannot be kept: it lasts until this page is closed.',
    remedy: 'Keep its workbook, and import it again the next time.',
  },
  'year-removed': {
    message: 'The imported programme {programme} is no longer in use.',
    remedy: 'To use it again, import its workbook.',
  },
  'not-loaded': {
    message: 'This was not done because the connection is lost.',
    remedy: 'Check the connection, then press “Try again”.',
  },
  unexpected: {
    message: 'Stopped by an unexpected error ({detail}).',
    remedy: 'Try again. If it happens again, send this message to your administrator.',
  },
};
