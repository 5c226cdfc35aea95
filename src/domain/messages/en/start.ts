import type { StartWords } from '../start-words.ts';

/** The pane’s first words in English. */
export const startEn: StartWords = {
  title: 'ITA report',
  looking: 'Reading the open workbook …',
  'no-workbook': 'No workbook is open',
  'other-work': 'Other work',
  'without-workbook': 'Work without an open workbook',
  check: 'Check',
  answer: 'Fill in answers',
  digits: 'Convert digits',
  make: 'Make a workbook',
  consolidate: 'Consolidate the report',
  share: 'Shared folder (SharePoint)',
  years: 'Programmes of years',
  settings: 'Settings',
  'not-shown': 'This part cannot be shown. The workbook is unchanged.',
  'not-loaded': 'This part cannot be opened because the connection is lost.',
  'not-loaded-remedy': 'What is open goes on working. Check the connection, then press “Try again”.',
  'not-shown-remedy': 'Press “Try again”. If it happens again, send this message to your administrator: {detail}',
  'try-again': 'Try again',
};
