import type { AnswerWords } from '../answer-words.ts';

/** The form for answers in English. */
export const answerEn: AnswerWords = {
  'answer-in-form': 'Fill in answers on this page',
  'answer-hint':
    'Answer one measure after the other. A text goes into the workbook when you leave its field, and can be undone.',
  'answer-nothing': 'There is nothing to fill in in this workbook. See “Check”.',
  'answer-contact': 'Contact person',
  'contact-name': 'Name',
  'contact-phone': 'Telephone',
  'contact-email': 'E-mail',
  'answer-issue': 'Issue',
  'answer-measure': 'Measure',
  'answer-previous': 'Previous measure',
  'answer-next': 'Next measure',
  'answer-next-missing': 'Next measure without an answer',
  'answer-place': 'Measure {number} of {total}',
  'answer-done': '{measure} (filled in)',
  'answer-open': '{measure} (not filled in)',
  'answer-party': 'Responsible: {party}',
  'answer-asks': 'Evidence asked for: {text}',
  'answer-advice': 'Hint: {text}',
  'answer-past': 'Last year’s answer (to look at, not counted as an answer of this year)',
  'answer-status-none': '(not chosen yet)',
  'answer-as-written': '{text} (as it stands, not in the list)',
  'answer-result-hint': 'Press Enter for a new paragraph.',
  'answer-nth': '{field}, cell {number}',
  'answer-add': 'Add a cell: {field}',
  'answer-too-long':
    'The text is longer than a cell can hold ({most character|characters}), so it is not in the workbook yet. Shorten it, or put a part into another cell.',
  'answer-too-many-lines':
    'The text has more lines than a cell can hold ({most line|lines}), so it is not in the workbook yet. Join lines, or put a part into another cell.',
  'answer-changed':
    'Somebody has changed this cell to “{text}” since you began to type, so nothing was written over it. Choose which text to use.',
  'answer-own': 'Use what I typed',
  'answer-theirs': 'Use what is in the cell',
  'answer-homeless':
    'The cell of a text that you typed is gone, so the text is not in the workbook. Copy it to where it belongs: “{text}”.',
  'answer-forget': 'Throw this text away',
  'answer-pictures': 'Pictures that are evidence: {count}',
  'answer-picture-add': 'Add pictures',
  'answer-pictures-hint':
    'JPEG or PNG pictures, several at once: choose, drop or paste them. A picture may have {most} MB; its longer side is reduced to {side pixel|pixels}. What the camera wrote, such as the place, is removed. Pictures stand to the right of the table, in the row of the measure.',
  'answer-pictures-adding': 'Adding pictures',
  'answer-pictures-added': 'Added: {count picture|pictures}. Describe each of them.',
  'answer-picture': 'Picture {number}',
  'answer-picture-text': 'Description of picture {number}',
  'answer-picture-remove': 'Remove picture {number}',
  'answer-picture-removed':
    'The picture is removed. If it was the wrong one, use the button to undo at the end of this page.',
  'answer-pictures-found':
    'Pictures that were in the file before can be described here. To remove one, remove it in Excel.',
  'answer-pictures-fixed':
    'Pictures that are grouped, placed in a cell, or have a name together can be described and removed in Excel only.',
  'answer-picture-refused':
    '“{file}” was not added, because {why}. Convert or reduce it to a JPEG or PNG picture, and choose it again.',
  'answer-picture-broken':
    '“{file}” was not added, because the picture is damaged or the file is empty. Choose the original, or download it again when it is synchronised.',
  'answer-pictures-over':
    'You chose {count picture|pictures}, but a workbook has at most {most picture|pictures}. Added now: the first {room picture|pictures}.',
  'answer-pictures-large':
    'With all of them the workbook may have about {size} MB. Many mail systems take attachments of at most {most} MB. To choose fewer pictures, press “Stop”.',
  'answer-pictures-left':
    'Not added: {count picture|pictures}, from “{file}” on, because {why}. Remove pictures that are not needed, or choose fewer.',
  'answer-picture-turned':
    '“{file}” was not added, because the camera stored it on its side and this browser cannot turn it. Turn it in a program for pictures, save it, and choose it again.',
  'answer-picture-no-place':
    '“{file}” was not added, because the rows of this measure are no longer in the workbook. Look at its sheet.',
  'answer-picture-unopened':
    '“{file}” was not added, because it cannot be opened. See that it is still there, and choose it again.',
  'answer-elsewhere': 'About what is outside of the form: {count remark|remarks}. See “Check”.',
  'fixed-formula': 'This cell is a formula, so it can be changed in Excel only.',
  'fixed-value':
    'This cell is a number, a date or another value of Excel and no text, so it can be changed in Excel only.',
  'fixed-runs': 'The text of this cell has several formats, so it can be changed in Excel only.',
  'fixed-link': 'This cell has a link, so it can be changed in Excel only.',
  'fixed-locked': 'This cell is locked, so it can be changed in Excel only.',
  'fixed-merged': 'This cell is merged with others, so it can be changed in Excel only.',
  'redo-last': 'Redo what was undone ({count cell|cells})',
  'undo-pictures': 'Undo the last change ({count picture|pictures})',
  'redo-pictures': 'Redo what was undone ({count picture|pictures})',
  'draft-none':
    'Once you change something, this page keeps a draft in the browser of this computer only. It is sent nowhere, and deleted when you save a copy or throw it away.',
  'draft-kept':
    'A draft is kept in the browser of this computer. It is sent nowhere, and deleted when you save a copy or throw it away.',
  'draft-failed':
    'This browser keeps no draft: what you fill in is lost if the page is closed before it is saved. Save a copy from time to time.',
  drafts: 'Drafts that are not saved',
  'drafts-hint':
    'Drafts are kept in the browser of this computer only. Whoever uses the same computer and account can open them.',
  'draft-of': '{file}, last changed {time}',
  'draft-continue': 'Go on with the draft',
  'draft-continue-with': 'Go on with the draft of {file}',
  'draft-discard': 'Throw the draft away',
  'draft-discard-of': 'Throw the draft of {file} away',
  'draft-discard-title': 'Throw this draft away?',
  'draft-discard-question': 'The draft of “{file}” is deleted for good. The file that you have does not change.',
  'draft-found-title': 'There is a draft of this file',
  'draft-found-question':
    'This page keeps a draft of “{file}”, last changed {time}. Go on with it, or open the file as it is and throw the draft away.',
  'draft-instead': 'Open the file, throw the draft away',
};
