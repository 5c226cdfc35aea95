import type { FunctionsWords } from '../functions-words.ts';

/** The custom functions in English. */
export const functionsEn: FunctionsWords = {
  descriptions: {
    THAIDIGITS: 'Turns the digits of a text into Thai digits; links, e-mail addresses, codes and names keep theirs.',
    ARABICDIGITS: 'Turns every Thai digit of a text into an Arabic digit.',
    THAIDATE: 'Shows a date as day, month and Buddhist year in Thai words and digits.',
  },
  parameters: {
    THAIDIGITS: 'The text or number to convert.',
    ARABICDIGITS: 'The text to convert.',
    THAIDATE: 'A date of Excel, or a text that is a date with day, month and year, such as 17/2/2565.',
  },
  notDate: 'This is not a date. Please give a date of Excel, or a text such as 17/2/2565.',
};
