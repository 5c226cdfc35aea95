import fc from 'fast-check';
import { parseJson } from '../../../src/domain/programme/parse-json.ts';

/** Put into a text to spoil it, or nothing, which takes a character out. */
const PUT_IN = ['', '{', '}', '[', ']', ',', ':', '"', '\\', ' ', '0', '-', '.', 'e', 'é', '\n'];

const location = (text: string) => parseJson(text).problems.map((problem) => ({ ...problem }));
const syntaxAt = (line: number, column: number) => [{ code: 'data-syntax', line, column }];

describe('the place of a fault in a JSON text', () => {
  it.each([
    ['an empty file', '', 1, 1],
    ['a file of blanks', ' \n ', 2, 2],
    ['a comma before the closing bracket', '{\n  "id": "a",\n}', 3, 1],
    ['a comma before the end of a list', '[1, 2, ]', 1, 8],
    ['a missing comma between fields', '{\n  "id": "a"\n  "year": 2565\n}', 3, 3],
    ['a missing comma between items', '["a" "b"]', 1, 6],
    ['a missing colon', '{"id" "a"}', 1, 7],
    ['a field name without quotation marks', '{id: "a"}', 1, 2],
    ['curly quotation marks', '{“id”: "a"}', 1, 2],
    ['a text that does not end', '{\n  "id": "a,\n  "year": 2565\n}', 2, 9],
    ['a line break in a text', '["a\nb"]', 1, 2],
    ['an unknown escape', String.raw`["a\q"]`, 1, 2],
    ['a bracket that is not closed', '{\n  "parts": [1, 2\n', 3, 1],
    ['the wrong closing bracket', '{"a": [1}', 1, 9],
    ['text after the end', '{"a": 1} x', 1, 10],
    ['a comment', '{\n  // agencies\n  "a": 1\n}', 2, 3],
    ['Thai digits for a number', '{"year": ๒๕๖๕}', 1, 10],
    ['a number with a leading zero', '{"code": 0103}', 1, 10],
    ['a bare full stop after a number', '[1.]', 1, 2],
    ['a word that is no value', '[True]', 1, 2],
    ['lines that end as on Windows', '{\r\n  "a": 1,\r\n}', 3, 1],
  ])('is told for %s', (_, text, line, column) => {
    expect(location(text)).toEqual(syntaxAt(line, column));
  });

  it('is found by the same rules that decide whether a text is JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...PUT_IN), (json, where, put) => {
        const at = where % (json.length + 1);
        const text = json.slice(0, at) + put + json.slice(at + (put === '' ? 1 : 0));
        const fault = faultOf(text);
        const { value, problems } = parseJson(text);
        const syntax = problems.filter(({ code }) => code === 'data-syntax');
        expect(syntax).toHaveLength(fault === undefined ? 0 : 1);
        expect(value).toEqual(fault === undefined ? JSON.parse(text) : undefined);
      }),
    );
  });

  it('is never behind the place where the engine stopped, where the engine names one', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, where) => {
        const at = where % json.length;
        const text = json.slice(0, at) + json.slice(at + 1);
        const stopped = /position (\d+)/.exec(faultOf(text) ?? '')?.[1];
        const [problem] = parseJson(text).problems;
        if (stopped === undefined || problem?.code !== 'data-syntax' || problem.line !== 1) return;
        expect(problem.column - 1).toBeLessThanOrEqual(Number(stopped));
      }),
    );
  });
});

describe('a JSON text without fault', () => {
  it('gives the value, also after a byte order mark', () => {
    expect(parseJson('\ufeff{"a": [1, "๒", null, true]}')).toEqual({
      value: { a: [1, '๒', null, true] },
      problems: [],
    });
  });

  it('is read at any depth', () => {
    const depth = 100_000;
    expect(parseJson('['.repeat(depth) + ']'.repeat(depth)).problems).toEqual([]);
  });

  it('tells of a field that stands twice in one object, for the first of them would be lost', () => {
    const { value, problems } = parseJson('{"parts": [{"title": "ก"}, {"title": "ข", "id": "x", "title": "ค"}]}');
    expect(value).toEqual({ parts: [{ title: 'ก' }, { title: 'ค', id: 'x' }] });
    expect(problems).toEqual([
      { code: 'data-duplicate', path: 'parts[1].title', found: 'title', first: 'parts[1].title' },
    ]);
  });
});

/** What the engine says against a text, or undefined where it is JSON. */
function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
