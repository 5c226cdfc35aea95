import type { SupportWords } from '../support-words.ts';

/** The texts of the page that helps, in English. */
export const supportEn: SupportWords = {
  title: 'Help: ITA workbook',
  version: 'Version {version}',
  ask: 'If something does not work as expected, tell the IT staff of your agency this version, the message that you saw and what you did before. Please send no personal data.',
  'without-excel':
    'If Excel on this computer cannot run the add-in, workbooks can still be checked, converted, made and consolidated in the browser.',
  'open-standalone': 'Open the pane that needs no Excel',
  'for-it': 'For IT staff: the test of this server',
  testing: 'Testing …',
  'server-good': '✓ The server sends all files with the right headers.',
  'server-faulty': '{faults setting needs|settings need} a change. docs/deploy.md says how, with examples.',
  'from-folder': 'This page was opened from a folder, so there is no server to test.',
  'not-asked': 'The test did not work. Please load this page again ({detail}).',
  severe: 'must be changed',
  minor: 'should be changed',
  'not-served': '{file}: the server does not send this file (status {found}). Copy all of dist/addin.',
  'wrong-type': '{file}: the Content-Type is “{found}”. Set {wanted}.',
  'frame-forbidden':
    '{file}: Excel on the web cannot show the pane, because of X-Frame-Options: {found}. Do not send it.',
  'frame-ancestors-missing': '{file}: send Content-Security-Policy: {wanted}',
  'cross-origin-missing': '{file}: Excel on the web cannot read this file. Send Access-Control-Allow-Origin: *',
  'cached-too-long': '{file}: people may get the old version after an update. Send Cache-Control: no-cache',
  'icon-not-kept':
    '{file}: the icon does not appear on the tab, because of Cache-Control: {found}. Do not send it with icons.',
  'not-kept': '{file}: browsers load this file again each time. Send Cache-Control: {wanted}',
  'type-guessed': '{file}: send X-Content-Type-Options: nosniff',
};
