/**
 * The part that a relationship of `source` leads to (ISO/IEC 29500-2, 6.5.3.4), without a leading slash; the package itself is the source ''.
 */
export function resolveTarget(source: string, target: string): string {
  const path = target.split('#', 1)[0] ?? '';
  const segments = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** The part that holds the relationships of `part`; those of the package itself for ''. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Part names are the same where they differ by case or by percent-encoding only. */
export function partKey(name: string): string {
  if (!name.includes('%')) return name.toLowerCase();
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
