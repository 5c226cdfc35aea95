import { isBlank, isInlineBlank, isWord } from './characters.ts';
import { foldDigits } from './digits.ts';
import { groupBy } from './group-by.ts';
import { comparable } from './phrases.ts';

/** What an office keeps in ASCII digits besides links and codes. Data that the office can edit. */
export interface DigitProfile {
  readonly id: string;
  /** Names whose following number is preserved (`Windows` for `Windows 11`), and phrases whose digits are preserved. */
  readonly keep: readonly string[];
  /** Names whose number may be grouped with spaces: `ISBN 978 616 ...`. */
  readonly identifiers: readonly string[];
  /** Words before a version number. */
  readonly versionWords: readonly string[];
  /** Words before the number of an article; `ข้อ 1.1.2.1` is not an IP address. */
  readonly articleWords: readonly string[];
  /** Classifiers and units that make the number before them a count: `Windows 20 เครื่อง`. */
  readonly countWords: readonly string[];
  /** Words before a telephone number. A dot may join them to it, and a slash may join it to the next word: `Tel.02-221-2141/Line`. */
  readonly telephoneWords: readonly string[];
  /** Extensions of file names, without the dot. */
  readonly fileExtensions: readonly string[];
  /** Top-level domains, without the dot. */
  readonly topLevelDomains: readonly string[];
}

/** The count words by their first character. */
export type CountWords = ReadonlyMap<string, readonly string[]>;

/** A profile prepared for many texts. */
export interface DigitRules {
  readonly keepNames: NameList;
  /** As {@link comparable} gives them. */
  readonly keepPhrases: readonly string[];
  readonly identifiers: NameList;
  readonly versionWords: NameList;
  readonly articleWords: NameList;
  readonly countWords: CountWords;
  readonly telephoneWords: NameList;
  /** The telephone words in lower case and without a dot. */
  readonly telephoneLabels: ReadonlySet<string>;
  readonly fileExtensions: ReadonlySet<string>;
  readonly topLevelDomains: ReadonlySet<string>;
}

const RULES = new WeakMap<DigitProfile, DigitRules>();

/** Prepares a profile; cached for each profile. */
export function rulesOf(profile: DigitProfile): DigitRules {
  const known = RULES.get(profile);
  if (known !== undefined) return known;
  const keep = profile.keep.map(foldDigits);
  const rules = {
    keepNames: new NameList(keep.filter((name) => !/\d/.test(name))),
    keepPhrases: keep.filter((name) => /\d/.test(name)).map(comparable),
    identifiers: new NameList(profile.identifiers),
    versionWords: new NameList(profile.versionWords),
    articleWords: new NameList(profile.articleWords),
    countWords: groupBy(profile.countWords, (word) => word.charAt(0)),
    telephoneWords: new NameList(profile.telephoneWords),
    telephoneLabels: lowerSet(profile.telephoneWords.map((word) => word.replace(/\.$/, ''))),
    fileExtensions: lowerSet(profile.fileExtensions),
    topLevelDomains: lowerSet(profile.topLevelDomains),
  };
  RULES.set(profile, rules);
  return rules;
}

function lowerSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Most spaces between a name and its number. */
const MAX_BLANKS = 2;

const COLON = 0x3a;

/** Names that are looked for before an offset of a text, in constant time whatever the length of the text. */
export class NameList {
  readonly #byLastUnit = new Map<number, string[]>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      const lower = name.trim().toLowerCase();
      const last = lower.charCodeAt(lower.length - 1);
      if (lower !== '') this.#byLastUnit.set(last, [...(this.#byLastUnit.get(last) ?? []), lower]);
    }
  }

  /** Whether a name precedes an offset, with at most two spaces between them. */
  precedes(text: string, offset: number): boolean {
    return this.#endsAt(text, beforeBlanks(text, offset));
  }

  /** The same, also with a colon between them: `ISBN: 978…`. */
  precedesWithColon(text: string, offset: number): boolean {
    const end = beforeBlanks(text, offset);
    return this.#endsAt(text, text.charCodeAt(end - 1) === COLON ? beforeBlanks(text, end - 1) : end);
  }

  #endsAt(text: string, end: number): boolean {
    const names = this.#byLastUnit.get(lowerUnit(text.charCodeAt(end - 1)));
    return names?.some((name) => endsWith(text, end, name)) ?? false;
  }
}

function beforeBlanks(text: string, offset: number): number {
  let end = offset;
  while (offset - end < MAX_BLANKS && isInlineBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** Whether `name` ends at `end`; a Latin name must not follow a Latin letter or digit. */
function endsWith(text: string, end: number, name: string): boolean {
  const start = end - name.length;
  if (start < 0 || (isWord(name.charCodeAt(0)) && isWord(text.charCodeAt(start - 1)))) return false;
  for (let index = name.length - 1; index >= 0; index--) {
    const wanted = name.charCodeAt(index);
    const found = lowerUnit(text.charCodeAt(start + index));
    if (found !== wanted && !(isBlank(wanted) && isInlineBlank(found))) return false;
  }
  return true;
}

function lowerUnit(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}
