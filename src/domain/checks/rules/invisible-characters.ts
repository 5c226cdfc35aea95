import { replaceMatches } from '../../text/edits.ts';
import { matchesWhere } from '../../text/matches.ts';
import { repairRule, TYPED } from './rule.ts';

/**
 * Soft hyphen, zero-width space, direction marks, word joiner, byte order mark and control characters; the joiners only
 * beside Thai and Latin letters, for they hold emoji together.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|[\u200c\u200d]/g;

/** Invisible characters, which prevent words from being found. */
export const invisibleCharacters = repairRule({
  code: 'invisible-characters',
  severity: 'may',
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  context: 8,
  repair: (text) =>
    replaceMatches(
      matchesWhere(text, INVISIBLE, (match) => !isJoiner(match) || isBesideLetters(match)),
      () => '',
    ),
});

function isJoiner({ 0: found }: RegExpExecArray): boolean {
  return found === '\u200c' || found === '\u200d';
}

function isBesideLetters({ index, input }: RegExpExecArray): boolean {
  const isLetter = (character: string): boolean => character !== '' && character <= '\u0e7f';
  return isLetter(input.charAt(index - 1)) || isLetter(input.charAt(index + 1));
}
