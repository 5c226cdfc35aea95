import { NameTrie } from '../../programme/name-trie.ts';
import { indexOf } from '../../programme/roster-index.ts';
import type { Agency, AgencyCode, Roster } from '../../programme/roster.ts';
import { compareKey } from '../../text/compare.ts';
import { foldDigits } from '../../text/digits.ts';
import type { Span } from '../../text/edits.ts';
import { buddhistYear, datesIn } from '../../text/find-dates.ts';
import { linksIn } from '../../text/links.ts';
import { listMarkerOf } from '../../text/list-items.ts';

/** What kind of fact a part of a text is; `own` is the writer's own name. */
export type FactKind =
  'own' | 'link' | 'date' | 'letter' | 'quote' | 'person' | 'place' | 'agency' | 'latin' | 'number';

/** A part of a text that agencies may fill in differently where they say the same. */
export interface Fact extends Span {
  readonly kind: FactKind;
  /** Equal in two facts that mean the same, such as a date with Thai and one with Arabic digits. */
  readonly value: string;
}

/** `ที่ กท ๐๓๐๖/๕๘๕`, `กท 0306/ว 12`, from the last of up to three letters: so few places begin like it. */
const LETTER = /[ก-ฮ]\.? ?\d{2,5}(?:\.\d+)*\/ ?(?:ว\.? ?)?\d+/g;
const LETTERS_BEFORE = /[ก-ฮ]{0,2}$/;
const QUOTE = /[“"][^“”"\n]{1,200}[”"]/g;
/** A title, a first name and a surname. Words such as นายก and นายทะเบียน are no titles. */
const PERSON =
  /(?:^|[^ท])((?:นางสาว|น\.ส\.|นาย(?!ก|ทะเบียน|จ้าง|อำเภอ|ตรวจ|แพทย์|ช่าง|หน้า)|นาง|ดร\.) ?[ก-ฮะ-์]{2,30}(?: [ก-ฮะ-์]{2,30})?)/g;
/** "At" and a place, up to a blank. */
const PLACE = /(?:^|[\s\d])(ณ ?[^\s\d]{2,60}(?: ?(?:ชั้น|ห้อง|อาคาร) ?\d+)?)(?=\s|$)/g;
const LATIN = /[A-Za-z][A-Za-z0-9._@+-]*/g;
const NUMBER = /\d+(?:[.,:/-]\d+)*%?/g;

/** A district's name without the word for office, as people write it. */
const SHORT_NAME = /^สำนักงาน(?=เขต)/;

/** The facts of a text in order, without overlaps; of those that overlap the one that begins first, or is longer. */
export function factsIn(text: string, roster: Roster, speakers: ReadonlySet<AgencyCode>): readonly Fact[] {
  const folded = foldDigits(text);
  const marker = listMarkerOf(text).length;
  const found = [
    ...namesIn(folded, roster, speakers),
    ...linksIn(folded).map(({ start, end }) => fact('link', folded, start, end)),
    ...(/\d/.test(folded) ? numbersIn(folded) : []),
    ...matches('quote', folded, QUOTE),
    ...matches('person', folded, PERSON),
    ...matches('place', folded, PLACE),
    ...matches('latin', folded, LATIN),
  ];
  let end = marker;
  return found
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((each) => {
      if (each.start < end) return false;
      ({ end } = each);
      return true;
    });
}

/** The facts that have a digit. */
function numbersIn(folded: string): readonly Fact[] {
  return [
    // A month alone may be a part of a word: พย in ทรัพย์.
    ...datesIn(folded)
      .filter(({ day, year }) => day !== undefined || year !== undefined)
      .map(({ start, end, day = 0, month, year = 0 }): Fact => ({
        kind: 'date',
        start,
        end,
        value: `${year === 0 ? 0 : buddhistYear(year)}-${month}-${day}`,
      })),
    ...matches('letter', folded, LETTER, LETTERS_BEFORE),
    ...matches('number', folded, NUMBER),
  ];
}

function fact(kind: FactKind, folded: string, start: number, end: number): Fact {
  const written = folded.slice(start, end);
  return { kind, start, end, value: written.replace(kind === 'number' ? /,/g : /\s/g, '') };
}

/**
 * The facts that a pattern matches, or its group, with which it ends. (A look-behind is unknown to Safari before 16.4.)
 * @param before what of the two characters before belongs to it
 */
function matches(kind: FactKind, folded: string, pattern: RegExp, before?: RegExp): readonly Fact[] {
  const found: Fact[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
    const end = match.index + match[0].length;
    const start = end - (match[1] ?? match[0]).length;
    const more = before?.exec(folded.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
    found.push(fact(kind, folded, start - more, end));
  }
  return found;
}

/** The names of agencies in a text. A name is the writer's own where one agency wrote the text and the name is its. */
function namesIn(folded: string, roster: Roster, speakers: ReadonlySet<AgencyCode>): readonly Fact[] {
  const { names, byCode } = indexOf(roster);
  const [speaker] = speakers;
  const own = speakers.size === 1 && speaker !== undefined ? byCode.get(speaker) : undefined;
  const shortNames = own && shortNamesOf(own);
  const found: Fact[] = [];
  let name = names.next(folded, 0);
  let short = shortNames?.next(folded, 0);
  for (;;) {
    // Where both begin, the name of the roster counts.
    const isShort = short !== undefined && (name === undefined || short.start < name.start);
    const match = isShort ? short : name;
    if (match === undefined) return found;
    const end = match.start + match.length;
    const agency = isShort ? own?.code : name?.value.wholeClass === false ? name.value.agencies[0] : undefined;
    if (agency !== undefined) {
      found.push({ kind: agency === own?.code ? 'own' : 'agency', start: match.start, end, value: agency });
    }
    if (name !== undefined && name.start < end) name = names.next(folded, end);
    if (short !== undefined && short.start < end) short = shortNames?.next(folded, end);
  }
}

const SHORT_NAMES = new WeakMap<Agency, NameTrie<AgencyCode>>();

/** An agency's short name for finding it in texts, if it has one. */
function shortNamesOf(agency: Agency): NameTrie<AgencyCode> | undefined {
  if (!SHORT_NAME.test(agency.name)) return undefined;
  const known = SHORT_NAMES.get(agency);
  if (known !== undefined) return known;
  const names = new NameTrie<AgencyCode>();
  names.add(compareKey(agency.name.replace(SHORT_NAME, '')), agency.code);
  SHORT_NAMES.set(agency, names);
  return names;
}
