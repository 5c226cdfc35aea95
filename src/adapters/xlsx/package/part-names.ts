/**
 * Resolves the target of a relationship to a part name without a leading slash (ISO/IEC 29500-2, 6.5.3.4). The source
 * '' is the package itself.
 */
export function resolveTarget(source: string, target: string): string {
  // Some programs write Windows paths.
  const path = (target.split('#', 1)[0] ?? '').replaceAll('\\', '/');
  const segments = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** The name of the relationships part of `part`, or of the package for ''. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The key of a part name: names that differ only in case or percent-encoding are equal. */
export function partKey(name: string): string {
  if (!name.includes('%')) return name.toLowerCase();
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
