import type { Words } from '../words.ts';

/** About the office's own document whose letterhead the report takes, in English. */
export const templatesEn: Words['templates'] = {
  faults: {
    empty: {
      message: 'The template is an empty file; the Word document was not made.',
      remedy: 'Wait until it is synchronised, or download it again, and try again.',
    },
    'not-document': {
      message: 'The template is no Word document; the document was not made.',
      remedy: 'Choose a .docx or .dotx file with the letterhead of your office.',
    },
    'old-format': {
      message: 'The template is a .doc file of an old Word; the document was not made.',
      remedy: 'Open the template in Word, save it as “Word Document (.docx)”, and choose that file.',
    },
    encrypted: {
      message: 'The template has a password; the Word document was not made.',
      remedy: 'Take the password off in Word and try again.',
    },
    'rights-managed': {
      message: 'A sensitivity label encrypts the template; the Word document was not made.',
      remedy: 'Give the template a label that does not encrypt it, and try again.',
    },
    strict: {
      message: 'The template was saved as “Strict Open XML Document”; the Word document was not made.',
      remedy: 'Open the template in Word, save it as “Word Document (.docx)”, and choose that file.',
    },
    damaged: {
      message: 'The template is damaged; the Word document was not made ({detail}).',
      remedy: 'Open the template in Word and save it as a new file; if it does not open, take another copy.',
    },
    'too-large': {
      message: 'The template holds more than a letterhead can; the Word document was not made ({detail}).',
      remedy: 'Choose a template that has the letterhead and styles alone, or make its pictures smaller.',
    },
  },
  notices: {
    'template-no-place':
      'The template has no place for the report, which begins on a new page behind its text. To have it elsewhere, type {mark} as a paragraph of the template.',
    'template-place-inside':
      'The place for the report is in a table or text box of the template, where no report fits, so that it begins on a new page behind the text. Move {mark} out, as a paragraph.',
    'template-places':
      'The template has {count place|places} for the report, which stands at the first. The others were left as they are: delete them.',
    'template-text-replaced':
      'The report replaced the text of the template at its place: “{text}”. To keep it, put it into a paragraph of its own.',
    'template-object-replaced':
      'The report replaced a picture, table or object at its place. To keep it, move it away from there.',
    'template-styles': 'The template has no styles {names}; those of the program were added.',
    'template-no-font': 'The template names no font; TH SarabunPSK 16 was taken.',
    'template-font':
      'Texts are in {font} {size}, as the template says. For another font, change the style “Normal” of the template.',
    'template-language':
      'The template did not say that texts are Thai; now it is said, so that programs can read them aloud.',
    'template-turned-landscape':
      'The template has no page in landscape; its upright page was turned. See that the letterhead fits.',
    'template-turned-portrait':
      'The template has no upright page; its page in landscape was turned. See that the letterhead fits.',
    'template-narrow':
      'The page or the margins of the template leave too little room for the table; A4 and the margins of the program were taken.',
    'template-page-numbers': 'The headers and footers of the template have no page number; one was added.',
    'template-macros': 'The template has macros, which are not in the document.',
    'template-external':
      'The template is linked to files or pictures outside it, which are not in the document: {targets}. Embed a picture in the template to have it.',
    'template-parts':
      'The template has embedded objects, digital signatures or other parts that are not in the document: {names}',
  },
};
