import { textRule, SENTENCES } from './rule.ts';

/** A drive, a share of the network, or a `file:` link, up to the next blank or bracket. */
const PATH =
  /(?<![A-Za-z0-9/])[A-Za-z]:[\\/](?!\/)[^\s<>"“”()]*|\\\\[^\s\\<>"“”()]+\\[^\s<>"“”()]*|(?<![a-z])file:\/\/[^\s<>"“”()]*/g;

/** A path on a computer or internal network, which others cannot open. */
export const pathPrivate = textRule({
  code: 'path-private',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text) {
    for (const { 0: found, index } of text.matchAll(PATH)) {
      yield { start: index, end: index + found.length, facts: {} };
    }
  },
});
