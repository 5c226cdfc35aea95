import type { CliWords } from '../cli-words.ts';

/** The command line in English. */
export const cliEn: CliWords = {
  help: `ita makes the workbooks of an ITA report for all agencies, reads them back and consolidates them into one report

Usage: ita COMMAND [OPTIONS]

Commands
  programme                                       show the year's measures in printed order
  programme export --out FILE.xlsx                write measures, agencies and the rest of the year as a workbook that the office edits
  programme check FILE.xlsx                       check that workbook: every mistake, and everything that changed
  programme import FILE.xlsx (--out FOLDER | --preview)
                                                  take the edited workbook into use, after showing what changed
  programme next --out FILE.xlsx                  make next year's workbook from this year's, and tell every change
  programme from-report FILE.docx --out FILE.xlsx make a year's workbook from an older report in Word, and tell what is not sure
  agencies                                        show the agencies and their codes
  generate (--agency CODE ... | --all) --out DIR  make workbooks for agencies to fill in
  read FILE                                       read one workbook and list what should be fixed
  check FILE|DIR ...                              check answers before they are sent: missing, malformed, private
  consolidate FILE|DIR ... --out MASTER.xlsx      consolidate all workbooks into one report
  report MASTER.xlsx --out REPORT.docx            write the report to be signed, for Word
  chase MASTER.xlsx or FILE|DIR ...               show who has not sent a workbook or not answered everything; write letters
  share ACTION --to FOLDER|LINK                   give out and collect workbooks in a shared folder (OneDrive or SharePoint):
                                                  give-out (--agency CODE ... | --all) a workbook for every agency
                                                  status how far every agency is
                                                  collect --out MASTER.xlsx the report of what is there
                                                  publish MASTER.xlsx put the report there
                                                  send-back --agency CODE remarks to an agency
                                                  accept --agency CODE its answers are accepted
  digits --to thai|arabic                         convert the digits of standard input to standard output
  convert FILE|DIR ... --to thai|arabic (--out DIR | --in-place | --dry-run)
                                                  convert the digits of workbooks, and show every change
  undo FILE.undo.json                             undo a conversion that was made in place
  sign-in --config FILE                           sign in to SharePoint by a code, and stay so on this computer
  sign-out --config FILE                          delete what sign-in left on this computer
  help                                            show this help

Options
  --year YEAR         fiscal year of the Buddhist era (otherwise that of the files, or the latest)
  --programme FILE    measures and agencies from an Excel workbook (or measures from a JSON file) instead of the built-in ones
  --roster FILE       agencies from an Excel workbook or a JSON file instead of the built-in ones
  --agency CODE ...   agencies, by code or name
  --all               every agency, and a list of the files for the office
  --out PATH          folder or file to save to
  --replace           also replace workbooks with answers, an edited master, a Word file or a year's workbook that is there (otherwise kept)
  --preview           (consolidate, share, programme import) show what would be done, and save nothing
  --due YYYY-MM-DD    (share status, chase) the last day of agencies without one of their own, in either era (by default the programme's)
  --date YYYY-MM-DD   (chase) the day of the letters, from which days are counted (by default today)
  --letters FILE      (chase) write a letter to each that is not complete, in one Word document; takes --template and --agency too
  --record CHANNEL    (chase) record on the sheet ติดตาม of the master that they were asked, such as by letter
  --note TEXT         (share send-back) a text to the agency
  --no-grouping       (consolidate) do not put answers that say the same together (by default as the master there; a new one does)
  --grouping          (consolidate) put answers that say the same into one paragraph
  --accept, --refuse WHAT
                      (consolidate) take over into an edited master, or not: all, a kind of difference, or the id of one
                      (--preview --format json tells both); what is refused is on the list of what to review
  --fix               (check) fix in copies, in --out, what can be fixed safely
  --last-year PATH    (check) compare with last year's workbooks or master, to find what was only copied;
                      (generate) put last year's answers beside the cells to be filled in
  --as-of TEXT        month of the report, printed on its cover, such as "เมษายน ๒๕๖๕"
  --letter            (report) begin with the letter of transmission
  --annex NAME        (report) annex answers, pictures, completeness, status or unfinished (measures that are not done, and why); may be given
                      several times
  --no-unfinished     (report) do not print behind a result who has not finished the measure, and why (by default as in the master)
  --template FILE     (report, chase) take the letterhead, styles and pages of this Word document; the report or the letters stand in place of
                      the paragraph {{รายงาน}}
  --to thai|arabic    digits to convert to; those of links, addresses, codes and names stay unchanged
  --profile FILE      words whose digits stay unchanged, from a JSON file instead of the built-in list
  --in-place          convert the files themselves; a file beside each can undo it
  --dry-run           show what would be converted and save nothing
  --sheet NAME        convert this sheet only; may be given several times
  --kept              also show which digits stay unchanged, and why
  --cache DIR         where the results of unchanged workbooks are cached (otherwise your cache folder; safe to delete)
  --no-cache          read every workbook again
  --config FILE       your organisation's SharePoint and app registration (docs/sharepoint.md)
  --certificate FILE  sign in as the program itself, for scheduled runs: a PEM file with the certificate and its key
  --format text|json  json is data for other programs, and nothing else (check, chase and share status have csv for Excel too)
  --lang th|en        one language (otherwise both)
  --help, --version   show this help, show the version

Exit codes: 0 clean, 1 problems found, 2 wrong usage, 3 could not read or write, 130 stopped by Ctrl-C
A data file with problems is reported; if it can be used all the same, the command goes on (1), otherwise it stops (3)
Set SOURCE_DATE_EPOCH (seconds since 1970) for files that are the same byte for byte from the same data`,
  errors: {
    'unknown-command': 'There is no command “{found}”; the nearest is {nearest}.',
    'unknown-option': 'There is no option {found}; the nearest is {nearest}.',
    'option-of-others': 'The command {command} has no option {option}; it takes {allowed}.',
    'needs-value': 'Give a value after {option}.',
    'takes-no-value': 'The option {option} takes no value.',
    'bad-value': '“{found}” cannot be the value of {option}; it can be {allowed}.',
    'unexpected-operand': '“{found}” is not expected by the command {command}.',
    'missing-operand': 'Give a file or folder after the command {command}.',
    'missing-file': 'Give a file after the command {command}.',
    'missing-option': 'The command {command} needs {option}.',
    'no-such-agency': 'There is no agency “{found}”; the command ita agencies lists the codes and names of all.',
    'unknown-agency': 'There is no agency “{found}”; the nearest is {nearest}.',
    'unknown-year': 'There is no programme of the year “{found}”; there is {nearest}.',
    'agency-or-all': 'Give --agency with codes of agencies, or --all.',
    'grouping-and-none': 'Give either --grouping or --no-grouping, not both.',
    'agency-and-all': 'Give either --agency or --all, not both.',
    'unknown-changes':
      'There is nothing to accept or refuse as “{found}”, so nothing was written; --preview --format json shows under differences what there is.',
    'chosen-and-replaced': '--replace keeps nothing of an edited master; leave it out to accept or refuse answers.',
    'accepted-and-refused': '“{found}” cannot be both accepted and refused.',
    'out-is-answers':
      '“{out}” was not replaced, because it is the workbook of an agency; choose another name for the master.',
    'out-is-input':
      '“{out}” was not replaced, because it is one of the files to check; give another folder with --out.',
    'fix-needs-out': 'Give --fix together with --out DIR, where the fixed copies go.',
    'bad-clock': 'SOURCE_DATE_EPOCH “{found}” cannot be used; it must be a number of seconds since 1970.',
    'data-unusable': 'The data file “{file}” cannot be used yet; fix the following.',
    'data-doubtful': 'The data file “{file}” can be used, but check the following.',
    'no-share-point':
      'The file “{file}” has no settings of SharePoint, so nobody can sign in; add sharePoint as docs/sharepoint.md says.',
    'nothing-read': 'None of the given files could be read, so no master was made; fix the following.',
    'not-master': '“{file}” is no master of the fiscal year {year}; choose a file that ita consolidate made.',
    'no-letter':
      'The programme of this year has no words for the letter of transmission: add report.letter to its file, or leave out --letter.',
    'office-file-among-answers':
      '“{file}” is a file for those who compile the report, and has no answers that are read as an agency’s file. If it is the master of this year, name it alone, without other files or folders.',
    'record-needs-master':
      'What was asked is recorded in a master; please name that one file instead of files or folders of agencies.',
    'no-follow-up':
      'This master has no sheet “{sheet}”, so nothing was recorded. Please make it anew with ita consolidate first.',
    'unknown-action': 'ita {command} cannot do “{found}”. It can do {allowed}.',
    'no-measures':
      'There is no table of measures in “{file}”. Please choose a report with a table of issues, measures, responsible parties and results.',
    'one-agency': 'Name one agency with --agency.',
    'nothing-to-accept':
      'The answers of {agency} cannot be accepted: there are none, or a file cannot be read. See ita share status.',
    'no-workbook': 'The shared folder has no workbook of {agency} yet. Give it out first, with ita share give-out.',
    interrupted: 'Stopped by Ctrl-C; the master was not written.',
    'out-or-in-place': 'Give either --out with a folder or --in-place (or --dry-run, which saves nothing).',
    'no-undo-record': '“{file}” is not an undo record of a conversion; fix the following.',
    'not-utf8': 'Line {line} of the input is not UTF-8, so it was not converted; save the text as UTF-8 first.',
    'part-unusable':
      'Files of the program are missing or damaged ({detail}). ita.mjs needs the folder ita that was built with it: copy both again, or run npm run build.',
    unexpected: 'Stopped by an unexpected error ({detail}); please send this message to your administrator.',
  },
  labels: {
    year: 'Fiscal year',
    agency: 'Agency',
    file: 'File',
    saved: 'Saved',
    savedBy: 'Saved by',
    state: 'State',
    late: 'Due',
    timing: 'Early or late',
    due: 'Last day',
    owed: 'Measures owed',
    contact: 'Contact',
    pictures: 'Pictures',
    phone: 'Telephone',
    email: 'E-mail',
    asked: 'Asked',
    entries: 'Answers',
    grouped: 'Similar answers',
    problems: 'Problems',
    responsible: 'Responsible',
    received: 'Received',
    missing: 'Missing',
    master: 'Master',
    next: 'Next',
    none: 'none',
    result: 'Result',
    copy: 'Fixed copy',
    severity: 'Severity',
    code: 'Code',
    sheet: 'Sheet',
    cell: 'Cell',
    found: 'Found',
    suggestion: 'Suggestion',
    message: 'Message',
    remedy: 'Remedy',
    unknown: 'unknown',
  },
  lines: {
    'give-out-plan':
      'Workbooks to be created: {count} of {total agency|agencies}. Files that are there are never replaced.',
    'given-out':
      'Workbooks created: {count} of {total agency|agencies}, in the folder "{folder}". Files that were there stay as they are.',
    'given-out-failed': 'Look at these ({count}) and run the command again: it goes on with what is left.',
    'give-out-next':
      'Next: ask the agencies to open the workbook in their folder; ita share status shows how far they are.',
    'shared-with': 'Access given to {count agency|agencies}.',
    'status-head': 'All answered: {count} of {total agency|agencies}.',
    'status-due': 'Overdue: {overdue}.',
    'status-next': 'Next: ask those that are not ready, or make the report with ita share collect.',
    'copies-kept':
      'Agencies with more than one file: {count}. The one saved last is used; the problems sheet shows what differs.',
    published: 'The master is published as "{path}".',
    'published-kept':
      'Somebody had edited the one published before; it is kept as "{path}". See whether its words are needed.',
    'published-beside': 'Somebody has the published master open, so the new one lies beside it: "{path}".',
    'sent-back': 'Remarks ({remarks}) went back to {agency} as "{path}". Its workbook was not changed.',
    'sent-back-plan': 'Remarks ({remarks}) would go back to {agency} as "{path}". Its workbook would not be changed.',
    accepted: 'Recorded that the answers of {agency} are accepted. If it saves again, that ends by itself.',
    'message-for': 'A message to the agency, ready to be copied:',
    'chase-head': 'Not complete: {count} of {total agency|agencies}',
    'chase-overdue': 'Overdue: {count agency|agencies}',
    'chase-owes': 'owes {count measure|measures}',
    'chase-asked': 'last asked {when}',
    'letters-written':
      '{count letter|letters} written to “{path}”. Please look at every page in Word before they are signed.',
    'letters-beside':
      '“{out}” is there already and was kept; the letters are at “{path}” (add --replace to replace it).',
    recorded: 'Recorded on the sheet “{sheet}” of “{path}”: {count agency|agencies} asked',
    'recorded-before':
      'Stood on the sheet “{sheet}” of “{path}” already, of the same day and the same measures, and was not recorded again: {count agency|agencies}',
    'chase-next': 'Next: write letters with --letters FILE.docx, or see the e-mails with --format json',
    'chase-done': 'Every agency has answered everything.',
    'year-carried': 'The measures are those that came with the files: {title}, fiscal year {year} (version {version}).',
    generated: 'Made {count workbook|workbooks} to be filled in, in “{out}”',
    'generated-index': 'The list for those who compile the report is “{path}”; do not send it',
    'generated-beside':
      "Last year's answers stand beside the cells of {count agency|agencies} (to look at; they are no answers of this year).",
    'files-skipped': 'Skipped {count file|files} with answers or that cannot be read (to replace them, add --replace):',
    'generate-next': 'Next: have the agencies fill them in, then run ita consolidate.',
    consolidated: 'Consolidated the report of fiscal year {year}',
    'received-of': '{received} of {expected agency|agencies}',
    'entry-counts': '{read} read: {merged} in the report, {inProblems} in the problems sheet',
    'entry-summary': '{count measure|measures} answered',
    paragraphs: '{count paragraph|paragraphs}',
    'picture-count': '{count picture|pictures}',
    'no-status': 'no status yet',
    'no-files': 'There is no Excel file at this path; check the name of the folder.',
    'next-problems': 'Open the master, fix what its problems sheet lists or ask the agencies, then consolidate again.',
    'next-missing': 'Remind the agencies that have not sent their workbooks, then consolidate again.',
    'next-open': 'Open the master, check the wording and have it signed.',
    'next-preview': 'To save it like this, give the same command without --preview.',
    'next-gone':
      'Look at the agencies below that are no longer in it, then consolidate the files of all agencies together.',
    'next-review': 'Open the master and decide what its sheet “{sheet}” lists, before it is signed.',
    'more-alike': 'and {count similar one|similar ones} in this sheet',
    'more-problems': 'and {count} more (--format json shows all)',
    'findings-by-agency':
      'What the check of the answers found, by agency (the master lists all of it with the problems)',
    'more-agencies': 'and {count more agency|more agencies}',
    'count-agencies': '{count agency|agencies}: {names}',
    converted:
      'Converted {cells cell|cells} ({changes number|numbers}) in {files} of {total file|files}; left unchanged: {left cell|cells}',
    'would-convert':
      'Nothing saved. Would convert {cells cell|cells} ({changes number|numbers}) in {files} of {total file|files}; would leave unchanged: {left cell|cells}',
    'nothing-to-convert': 'There are no digits to convert in {files file|files}, so nothing was changed.',
    'left-because': '{count cell|cells} unchanged: {reason}',
    'not-replaced': '“{file}” exists already and was not replaced; add --replace to replace it.',
    'no-such-sheet': 'The workbook has no sheet “{sheet}”.',
    'font-trap':
      'The font {font} draws Arabic digits as Thai ones, so {count cell only looks|cells only look} converted, starting with {cell}. Choose TH SarabunPSK there to see the real digits.',
    'undo-hint': 'To undo: ita undo "{file}"',
    undone: 'Undone in “{file}”: {count cell is as it was|cells are as they were} before the conversion.',
    'changed-since': 'Left unchanged, because of edits after the conversion: {count cell|cells} ({cells})',
    checked: '{files file|files} checked, {ready} ready to send',
    ready: 'ready to send',
    'replace-original': 'The original file has not changed. To use the copy in its place, move “{copy}” over “{file}”.',
    'replace-originals':
      'Saved {count copy|copies}. The originals have not changed; to replace them, move each copy shown above over its original.',
    'convert-in-place':
      'To convert in the original files themselves, use --in-place and not --out; `ita undo` takes it back.',
    'not-checked': 'not checked, because it is no form to send',
    'not-ready': 'not ready to send: {counts}',
    'ready-with-notes': 'ready to send, with remarks: {counts}',
    moved:
      'Moved texts that had run over into other measures back to the end of their own in {count place|places} of the copy (the file itself is unchanged). Check that they are one answer',
    fixed: 'Fixed {count cell|cells} in the copy (the file itself is unchanged)',
    'can-be-fixed': '--fix --out DIR can fix {count cell|cells}',
    'agencies-gone':
      'The earlier master has answers that are not in the files read now, of {agencies}; it is kept as “{backup}”. To have them in the report, put that file back as “{path}” and consolidate the files of all agencies together.',
    'would-lose': 'The master “{path}” has answers that are not in the files read now, of {agencies}.',
    'master-beside':
      '“{out}” was not replaced, because somebody has saved it since it was made. The new master is “{path}”: compare both and copy the edits into the new one (if the old file is no longer needed, add --replace).',
    reported: 'The report is “{path}”, with {paragraphs paragraph|paragraphs}.',
    'report-beside':
      '“{out}” exists already and was not replaced, because somebody may have edited it. The new report is “{path}” (to replace it, add --replace).',
    'report-beside-template': '“{out}” is the template and was not replaced. The new report is “{path}”.',
    'without-result': '{count measure has|measures have} no result yet and stay blank in the report.',
    'unfinished-left-out':
      'Of what is not finished, {count paragraph was|paragraphs were} left out, as you chose; those that the office edited are printed.',
    'report-without-sheets': 'The master has no sheet {sheets}; what it should hold is not in the report.',
    'texts-beside':
      'Not in the document, because written in other cells, comments or shapes than the results: {count text|texts}.',
    'front-unclear':
      'The parts of the cover sheet cannot be told apart, because the blank lines between them changed, so the cover and introduction have the words of the programme: check them in Word.',
    'report-review-first':
      'Next: {count paragraph|paragraphs} of the master must be reviewed. See its column of states and the sheet “{sheet}”, then make the Word file again before it is submitted for signature.',
    'report-next': 'Next: open it in Word, look at every page, and submit it for signature.',
    'answers-grouped':
      '{texts text|texts} in {paragraphs paragraph|paragraphs} (each as written on the sheet “{sheet}”; --no-grouping keeps them apart)',
    'master-same': 'The master “{path}” has these answers already; it was not changed',
    'master-merged':
      'Merged the new answers into {count measure|measures} of the edited report, whose wording stays. Colours, column widths and edits of other sheets are in the earlier file, “{backup}”',
    'master-review': '{count item|items} to review: see the sheet “{sheet}”',
    'own-sheets': 'Sheets of your own are in the earlier file “{backup}” only: {sheets}',
    'merge-front-kept':
      'The cover, the introduction and who compiled the report stay as on the cover sheet of the edited report; the programme has other texts',
    'merge-front-unclear':
      'The parts of the edited cover sheet cannot be told apart, because the blank lines between them changed, so the cover and introduction have the words of the programme; what you wrote there is in the earlier report',
    'office-file-named':
      '“{file}” was not consolidated, because it is a file for those who compile the report. To merge the new answers into that master and keep its edited wording, name it after --out.',
    'would-write': 'Preview only: “{path}” was not written',
    'would-review': '{count item|items} would be to review, on the sheet “{sheet}”',
    'would-merge': 'Preview only: “{path}” was not written; {count measure|measures} would change',
    'would-differ': 'Meeting an edit: {conflicts}; added: {added}; changed: {changed}; withdrawn: {gone}',
    'copy-not-replaced':
      '“{path}” exists already and was not replaced, so nothing was fixed (to replace it, add --replace)',
    'programme-exported':
      'Saved the programme of fiscal year {year} as “{path}”: {measures measure|measures}, {agencies agency|agencies}.',
    'programme-export-next':
      'Next: edit it in Excel, check it with ita programme check “{path}”, and import it with ita programme import “{path}” --out FOLDER.',
    'kept-beside':
      '“{out}” is there already and was not replaced, because somebody may have edited it; the new file is “{path}” (add --replace to replace it).',
    'programme-read':
      '“{file}” holds the programme of fiscal year {year}, version {version}: {measures measure|measures}, {agencies agency|agencies}.',
    'year-changed': 'Changed for the next year in {count place|places}:',
    'to-look-at': 'To look at: {count item|items}',
    'measures-compared':
      'Compared with the programme {id}: the same {same measure|measures}, different in {count place|places}',
    'report-read':
      'Read the report “{file}” of fiscal year {year}: {measures measure|measures}, {paragraphs paragraph|paragraphs}. To see the paragraphs, add --format json.',
    'programme-first': 'There is no earlier programme to compare it with.',
    'programme-same': 'The data are the same as those of {id}, version {version}.',
    'programme-changes': 'Changed against {id}, version {version}, in {count place|places}:',
    'programme-preview': 'This is a preview; nothing was saved.',
    'programme-written': 'Saved “{workbook}”, “{programme}” and “{roster}”.',
    'programme-next':
      'Next: use --programme “{workbook}” with every command, such as ita generate --all --out FOLDER --programme “{workbook}”.',
  },
};
