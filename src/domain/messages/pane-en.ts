import type { PaneWords } from './pane-words.ts';

/** The pane in English. */
export const paneEn: PaneWords = {
  notices: {
    ready: {
      message: 'Checked: nothing needs correction, the workbook is ready to be sent.',
      remedy: 'Save the file and send it as you were told.',
    },
    'ready-with-notes': {
      message: 'Checked: ready to be sent, with remarks: {counts}',
      remedy: 'Look at the cells that are shaded yellow, then save the file and send it as you were told.',
    },
    'not-ready': {
      message: 'Checked: not ready to be sent yet: {counts}',
      remedy: 'Correct the cells that are shaded yellow, then check again. The pane tells for each cell what to do.',
    },
    'not-agency-workbook': {
      message: "The open workbook is not an agency's workbook: it holds no answers to check.",
      remedy: 'Open the workbook that you got from the compiling office, then check again.',
    },
    'converted-to-thai': {
      message: 'Converted to Thai digits: {cells} cells ({places} places).',
      remedy: 'Nothing more is needed. To get the old digits back, press “Undo”.',
    },
    'converted-to-arabic': {
      message: 'Converted to Arabic digits: {cells} cells ({places} places).',
      remedy: 'Nothing more is needed. To get the old digits back, press “Undo”.',
    },
    'nothing-to-convert': {
      message: 'There are no digits to convert; nothing was changed.',
      remedy: 'To convert something else, select its cells first and try again.',
    },
    undone: {
      message: 'Undone: {cells} cells are as they were before.',
      remedy: 'Nothing more is needed.',
    },
    'undone-partly': {
      message: 'Undone: {cells} cells; {stale} cells stay, for they were changed since.',
      remedy: 'Look at the cells that stay; the first is {place}.',
    },
    'nothing-to-undo': {
      message: 'There is no change to undo yet.',
      remedy: 'Nothing more is needed.',
    },
    mended: {
      message: '{cells} cells were corrected.',
      remedy: 'Nothing more is needed. To get the old texts back, press “Undo”.',
    },
    'workbooks-packed': {
      message: 'The workbooks of {count} agencies were made; they are in the file “{file}”.',
      remedy: 'Open the file in your downloads folder and send each agency its workbook.',
    },
    'no-agency-chosen': {
      message: 'No agency is chosen, so no workbook was made.',
      remedy: 'Choose at least one agency.',
    },
    'workbook-opened': {
      message: 'The workbook of {agency} was made and opened in a new window.',
      remedy: 'Save the file in the new window under the name “{file}”.',
    },
    'workbook-saved': {
      message: 'The workbook of {agency} was made: the file “{file}”',
      remedy: 'Please open the file from the downloads folder and send it to the agency',
    },
    collected: {
      message: '{files} files were read, with answers of {received} of {expected} agencies. Problems: {counts}',
      remedy: 'Nothing in the workbook has changed yet. Choose where the master report is to go.',
    },
    'no-files': {
      message: 'There is no spreadsheet in what was chosen, so no answers were read',
      remedy: "Please choose the agencies' files, or a folder that holds them",
    },
    'nothing-collected': {
      message: 'No files to consolidate are chosen, or their report was put in place already.',
      remedy: "Choose the agencies' files first.",
    },
    'nothing-read': {
      message: 'None of the chosen files could be read, so no master report was made. Problems: {counts}',
      remedy: 'Do what the list below says, then choose the files again.',
    },
    stopped: {
      message: 'Stopped as you asked; the workbook is unchanged.',
      remedy: 'To go on, start it again.',
    },
    'master-put': {
      message: 'The master report is in this workbook now: {sheets} sheets.',
      remedy: 'Look at its sheet of problems, read the wording through, then save the file.',
    },
    'master-opened': {
      message: 'The master report was opened in a new window.',
      remedy: 'Look at its sheet of problems, read the wording through, then save the file under the name “{file}”.',
    },
    'master-saved': {
      message: 'The report was made: the file “{file}”',
      remedy: 'Please open the file from the downloads folder, look at the sheet of problems and check the wording',
    },
    'not-a-master': {
      message: 'The open workbook is no master report, so the report was not put into it.',
      remedy: 'Open the master report in a new window instead.',
    },
    unexpected: {
      message: 'Something unforeseen happened, and the work was stopped ({detail}).',
      remedy: 'Try again. If it happens again, tell this message to your IT support.',
    },
  },
  labels: {
    title: 'ITA report',
    looking: 'Looking at the open workbook …',
    'agency-workbook': 'Workbook of {agency}',
    'office-workbook': 'Workbook of the compiling office',
    'unknown-workbook': 'This workbook is no ITA form',
    working: 'Working {done}/{total} {label}',
    stop: 'Stop',
    check: 'Check',
    'to-thai': 'Thai digits',
    'to-arabic': 'Arabic digits',
    selection: 'Selected cells',
    workbook: 'Whole workbook',
    undo: 'Undo',
    close: 'Close',
    'open-pane': 'Open the pane',
    make: 'Make a workbook',
    agency: 'Agency',
    'make-one': 'Make and open',
    consolidate: 'Consolidate the report',
    'choose-files': "Choose the agencies' files",
    'put-here': 'Replace in this workbook',
    'put-new': 'Open as a new workbook',
    replaces:
      'Replacing changes whole sheets of the same names: wording that was edited in them is lost, and it cannot be undone: {sheets}',
    digits: 'Convert digits',
    'left-cells': '{count} cells stay: {reason}',
    remarks: 'Remarks',
    none: 'none',
    'no-remarks': 'Nothing needs correction',
    'at-work': 'At work',
    loading: 'Opening …',
    'other-work': 'Other work',
    'not-shown': 'This part cannot be shown; the workbook is as it was',
    'not-shown-remedy': 'Please choose “Try again”. If it happens again, please tell your administrator: {detail}',
    'try-again': 'Try again',
    settings: 'Settings',
    language: 'Language',
    'language-name': 'English',
  },
};
