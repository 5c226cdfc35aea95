import type { Span } from './edits.ts';
import { memoizeLast } from './memoize.ts';

/** A link in a text, as written. */
export interface Link extends Span {
  readonly text: string;
  /** The scheme in lower case; empty if the link starts with `www.`. */
  readonly scheme: string;
  /** The host in lower case, without the port. */
  readonly host: string;
  /** The rest after host and port. */
  readonly path: string;
}

/** The character before a link is part of the match, in place of a look-behind. It cannot belong to the previous link. */
const LINK = /(?:^|[^a-z0-9])((?:[a-z]{2,10}:\/\/|www\.)[^\s<>"“”()]*)/gi;
const AT_END = /[.,;:!?'ฯ\]}]+$/;

/** Finds links with a scheme or `www.`, without the punctuation of the surrounding sentence. */
export function linksIn(text: string): readonly Link[] {
  return /:\/\/|www\./i.test(text) ? linksOnce(text) : [];
}

const linksOnce = memoizeLast((text: string): readonly Link[] =>
  Array.from(text.matchAll(LINK), ({ 0: found, 1: raw = '', index: before }) => {
    const index = before + found.length - raw.length;
    const link = raw.replace(AT_END, '');
    const [, scheme = '', authority = '', path = ''] = /^(?:([a-z]+):\/\/)?([^/?#\\]*)(.*)$/is.exec(link) ?? [];
    const host = authority
      .replace(/^[^@]*@/, '')
      .replace(/:\d*$/, '')
      .toLowerCase();
    return { start: index, end: index + link.length, text: link, scheme: scheme.toLowerCase(), host, path };
  }),
);
