import { paragraphsOf } from '../../../src/domain/text/paragraphs.ts';

describe('the paragraphs of a text', () => {
  it.each([
    ['', []],
    [' \n\u00a0\n', []],
    ['ก', [['ก', 0]]],
    [
      '  ก \r\n\r\n- ข\u2028ค ',
      [
        ['ก', 2],
        ['- ข', 8],
        ['ค', 12],
      ],
    ],
    [
      'ก\n\nก',
      [
        ['ก', 0],
        ['ก', 3],
      ],
    ],
  ] as const)('of %j', (text, expected) => {
    expect(paragraphsOf(text).map(({ text, start }) => [text, start])).toEqual(expected);
    for (const paragraph of paragraphsOf(text)) {
      expect(text.slice(paragraph.start, paragraph.start + paragraph.text.length)).toBe(paragraph.text);
    }
  });
});
