import type { Messages } from './messages.ts';

/** A copy of a file, by their paths. */
interface Copy {
  readonly file: string;
  readonly copy: string;
}

/** How copies take the place of their originals, which nothing has replaced; nothing for files in an archive. */
export function howToReplace(copies: readonly Copy[], voice: Messages): readonly string[] {
  const [first, ...others] = copies.filter(({ file }) => !/\.zip\//i.test(file));
  if (first === undefined) return [];
  return [
    others.length === 0
      ? voice.line('replace-original', { copy: first.copy, file: first.file })
      : voice.line('replace-originals', { count: others.length + 1 }),
  ];
}
