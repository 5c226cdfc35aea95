import type { DigitProfile } from '../text/digit-profile.ts';
import type { DataProblem, Parsed } from './data-problem.ts';
import { anyList, checked, distinct, identifier, object, optional, text, UNUSABLE } from './read-raw.ts';

/**
 * Parses a digit profile from the value of a data file (see `parseJson`), or returns all its problems. Never throws.
 * There is a value only if there are no problems.
 */
export function parseDigitProfile(raw: unknown): Parsed<DigitProfile> {
  const problems: DataProblem[] = [];
  const profile = readDigitProfile()(raw, '', problems);
  return profile === UNUSABLE || problems.length > 0 ? { problems } : { value: profile, problems };
}

function readDigitProfile() {
  const lower = (value: string): string => value.toLowerCase();
  const words = () => anyList(checked(text, distinct(lower)));
  const labels = () => anyList(checked(identifier, distinct(lower)));
  return object({
    id: identifier,
    keep: words(),
    identifiers: words(),
    versionWords: words(),
    articleWords: words(),
    // Profiles of earlier versions have no such words.
    countWords: optional(words(), []),
    telephoneWords: optional(words(), []),
    fileExtensions: labels(),
    topLevelDomains: labels(),
  });
}
