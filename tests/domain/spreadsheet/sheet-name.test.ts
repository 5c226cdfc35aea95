import { sheetNameProblem } from '../../../src/domain/spreadsheet/sheet-name.ts';

describe('the name of a sheet', () => {
  it.each(['๕ การจัดการเรื่องทุจริต', 'a', "ก'ข", 'x'.repeat(31), 'ก'.repeat(31)])('may be %j', (name) => {
    expect(sheetNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['x'.repeat(32), 'too-long'],
    ['๕) การจัดการเรื่องทุจริตของหน่วยงาน', 'too-long'],
    ...String.raw`\/?*[]:`.split('').map((mark) => [`ก${mark}ข`, 'bad-character'] as const),
    ["'ก", 'quote-at-end'],
    ["ก'", 'quote-at-end'],
  ] as const)('may not be %j: %s', (name, problem) => {
    expect(sheetNameProblem(name)).toBe(problem);
  });
});
