import { nameAgencies } from '../../programme/name-agencies.ts';
import type { AgencyCode, Roster } from '../../programme/roster.ts';
import { groupBy } from '../../text/group-by.ts';
import { listMarkerOf } from '../../text/list-items.ts';
import type { StatementGroup } from './group-statements.ts';
import type { Statement } from './statement.ts';
import type { Token, Words } from './tokens.ts';
import { SELF } from './words.ts';

/** The proposed paragraph of a group. */
export interface WrittenGroup {
  readonly text: string;
  /** The wording in common, with which the text begins. */
  readonly common: string;
  /** Whether the text names every agency of the group beside its facts. */
  readonly namesAll: boolean;
}

/** Stands in the common wording where each agency has a fact of its own. */
const OWN_FACT = '…';

/** Words that count: what follows a number and is repeated beside each agency's. */
const COUNTERS: ReadonlySet<string> = new Set(
  'คน ราย ท่าน ครั้ง ฉบับ เรื่อง โครงการ กิจกรรม รุ่น หลักสูตร แห่ง ฝ่าย บาท ชั่วโมง วัน เดือน ช่องทาง รายการ ชุด เล่ม คะแนน ชุมชน กลุ่ม หน่วยงาน เครื่อง'.split(
    ' ',
  ),
);

/**
 * Writes a group as one paragraph: the centre's own words, a mark where facts differ, then the facts and circumstances by agency in
 * roster order; agencies with the same ones are named together. Every fact of every member stands in it, and nothing that no member wrote but
 * "ได้แก่", "ทั้งนี้", names of agencies and, for the writer's own name inside a sentence, "หน่วยงาน".
 */
export function writeGroup(roster: Roster, group: StatementGroup): WrittenGroup {
  const slots = group.words.tokens.filter((token) => token.fact && differs(token, group));
  const common = commonWording(group, new Set(slots));
  const own: readonly (readonly [Statement, string])[] = [
    [group.centre, slots.map((slot) => factText(group.centre.text, group.words, slot)).join(', ')],
    ...group.members.map(({ statement, words, agreement }): [Statement, string] => {
      const facts = slots.map((slot) => factText(statement.text, words, agreement.facts.get(slot) ?? slot));
      const circumstances = agreement.differences
        .filter(({ kind }) => kind === 'circumstance' || kind === 'word')
        .map(({ start, end }) => `“${statement.text.slice(start, end)}”`);
      return [statement, [...facts, ...circumstances].join(', ')];
    }),
  ];
  const listed = own.filter(([, words]) => words !== '');
  if (listed.length === 0) return { text: common, common, namesAll: false };
  const bySame = groupBy(listed, ([, words]) => words);
  const parts = Array.from(bySame, ([words, statements]) => {
    const agencies = statements.flatMap(([{ speakers }]) => [...speakers]);
    return { agencies, words: `${nameAgencies(roster, agencies).words}: ${words}` };
  });
  const list = inOrderOfFirst(roster, parts).join('; ');
  const opening = slots.length > 0 ? 'ได้แก่' : 'ทั้งนี้';
  return { text: `${common} ${opening} ${list}`, common, namesAll: slots.length > 0 };
}

function inOrderOfFirst(
  roster: Roster,
  parts: readonly { readonly agencies: readonly AgencyCode[]; readonly words: string }[],
): readonly string[] {
  const ranks = new Map(roster.agencies.map(({ code }, rank) => [code, rank]));
  const firstOf = (agencies: readonly AgencyCode[]): number =>
    Math.min(...agencies.map((code) => ranks.get(code) ?? 0));
  return parts
    .map(({ agencies, words }) => ({ words, first: firstOf(agencies) }))
    .sort((one, other) => one.first - other.first)
    .map(({ words }) => words);
}

/** Whether any member has another fact there than the centre. */
function differs(slot: Token, { members }: StatementGroup): boolean {
  return members.some(({ agreement }) => {
    const own = agreement.facts.get(slot)?.fact;
    return own !== undefined && own.value !== slot.fact?.value;
  });
}

/** A fact as it is written, with the word that counts it. */
function factText(text: string, { tokens }: Words, { start, end, fact, index }: Token): string {
  const next = tokens[index + 1];
  const isCounter = fact?.kind === 'number' && next !== undefined && next.start - end < 2;
  return text.slice(start, isCounter && COUNTERS.has(text.slice(next.start, next.end)) ? next.end : end);
}

/** The centre's text with marks for facts that differ, without its writer's name. */
function commonWording({ centre, words: { tokens } }: StatementGroup, slots: ReadonlySet<Token>): string {
  const { text } = centre;
  const marker = listMarkerOf(text);
  let written = marker;
  let at = marker.length;
  for (const token of tokens) {
    const isOwn = token.fact?.kind === 'own';
    if (!isOwn && !slots.has(token)) continue;
    const before = text.slice(at, token.start);
    at = token.end;
    if (isOwn && (written + before).trim() === marker.trim()) at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    else written += before + (isOwn ? SELF : OWN_FACT);
  }
  return (written + text.slice(at)).trimEnd();
}
