/** Whether a word without spaces is an e-mail address. */
export function isEmail(word: string): boolean {
  const at = word.lastIndexOf('@');
  return at > 0 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(word.slice(at + 1));
}

/** Whether the word starts with a host of a known top-level domain, in lower case; a path may follow. */
export function isDomain(word: string, topLevelDomains: ReadonlySet<string>): boolean {
  const host = word.split(/[/:?#]/, 1)[0] ?? '';
  if (!/^[a-z0-9.-]+$/i.test(host)) return false;
  const labels = host.split('.');
  return labels.length > 1 && topLevelDomains.has(labels.at(-1)?.toLowerCase() ?? '') && !labels.includes('');
}
