import { textRule, SENTENCES } from './rule.ts';

/**
 * A drive, a share of the network, or a `file:` link, up to the next blank or bracket, behind what stands before it: as none of them
 * begins with a blank or a bracket, the next one has its own before it.
 */
const PATH =
  /(?:^|[^A-Za-z0-9/:]|(?:^|[^/]):)([A-Za-z]:[\\/](?!\/)[^\s<>"“”()]*)|(\\\\[^\s\\<>"“”()]+\\[^\s<>"“”()]*)|(?:^|[^a-z])(file:\/\/[^\s<>"“”()]*)/g;

/** A path on a computer or internal network, which others cannot open; links of SharePoint hold `/:b:/g`, which is no drive. */
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
