import type { AgencyCode, Roster } from '../domain/programme/roster.ts';
import { compareKey } from '../domain/text/compare.ts';
import { foldDigits } from '../domain/text/digits.ts';

/**
 * The agencies that a file's name points to, by the code at its start or the longest name or alias in it; where it points to
 * none, those of its folder's name. Empty where neither says anything.
 */
export function agenciesOfPath(path: string, roster: Roster): readonly AgencyCode[] {
  const [file = '', folder = ''] = path.split('/').reverse();
  const byFile = agenciesNamed(file.replace(/\.[^.]*$/, ''), roster);
  return byFile.length > 0 ? byFile : agenciesNamed(folder, roster);
}

function agenciesNamed(text: string, roster: Roster): readonly AgencyCode[] {
  const name = nameKey(text);
  const byCode = roster.agencies.filter(({ code }) => startsWithCode(foldDigits(text), code)).map(({ code }) => code);
  const spellings = roster.agencies.flatMap((agency) =>
    [agency.name, ...agency.aliases].map((spelling) => ({ code: agency.code, key: nameKey(spelling) })),
  );
  const found = spellings.filter(({ key }) => key !== '' && name.includes(key));
  const longest = Math.max(0, ...found.map(({ key }) => key.length));
  const byName = found.filter(({ key }) => key.length === longest).map(({ code }) => code);
  return [...new Set([...byCode, ...byName])];
}

/** Programs and people write blanks as `_` or `-`, and file systems drop full stops at the end. */
function nameKey(text: string): string {
  return compareKey(text.normalize('NFC')).replace(/[-_.]/g, '');
}

/** Whether `text` starts with the code and not with a longer number. */
function startsWithCode(text: string, code: AgencyCode): boolean {
  return text.startsWith(code) && !/^[0-9]/.test(text.slice(code.length));
}
