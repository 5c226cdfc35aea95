import { textRule, SENTENCES } from './rule.ts';

/**
 * A path on a drive or network share, or a `file:` link, up to the next blank or bracket. The character before it is part of the match, in
 * place of a look-behind.
 */
const PATH =
  /(?:^|[^A-Za-z0-9/:]|(?:^|[^/]):)([A-Za-z]:[\\/](?!\/)[^\s<>"“”()]*)|(\\\\[^\s\\<>"“”()]+\\[^\s<>"“”()]*)|(?:^|[^a-z])(file:\/\/[^\s<>"“”()]*)/g;

/** A path on a computer or internal network, which others cannot open. `/:b:/g` in links of SharePoint is not a drive. */
export const pathPrivate = textRule({
  code: 'path-private',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text) {
    for (const { 0: found, 1: drive, 2: share, 3: link, index } of text.matchAll(PATH)) {
      const path = drive ?? share ?? link ?? '';
      const end = index + found.length;
      yield { start: end - path.length, end, facts: {} };
    }
  },
});
