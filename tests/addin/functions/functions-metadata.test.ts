import { CUSTOM_FUNCTIONS } from '../../../src/addin/functions/custom-functions.ts';
import functionsFile from '../../../src/addin/functions/functions-file.ts';
import { functionsMetadata } from '../../../src/addin/functions/functions-metadata.ts';
import { LANGUAGES } from '../../../src/domain/messages/words.ts';

/** What Excel allows, as its documentation has it: "Custom functions naming and localization" and "Manually create JSON metadata". */
const ID = /^[A-Z][A-Z0-9._]{2,63}$/i;
const NAME = /^\p{L}[\p{L}0-9._]{2,63}$/u;
const CELL = /^([A-Z]{1,3}\d+|R\d*C\d*)$/i;
const TYPES = ['boolean', 'number', 'string', 'any'];
const MOST_CHARACTERS = 128;

describe.each(LANGUAGES)('the metadata of the custom functions (%s)', (language) => {
  const metadata = functionsMetadata(language);

  it('tells of every function that is registered, and of no other', () => {
    expect(metadata.functions.map(({ id }) => id)).toEqual(CUSTOM_FUNCTIONS.map(({ id }) => id));
  });

  it('is in the file that Excel reads, as it is', () => {
    expect(JSON.parse(functionsFile({ language }))).toEqual(metadata);
  });

  it('has members that Excel knows, and all that it needs', () => {
    expect(Object.keys(metadata)).toEqual(['functions']);
    for (const { parameters, ...rest } of metadata.functions) {
      expect(Object.keys(rest).sort()).toEqual(['description', 'id', 'name', 'result']);
      for (const parameter of parameters) {
        expect(Object.keys(parameter).sort()).toEqual(['description', 'dimensionality', 'name', 'type']);
      }
    }
  });

  it.each(metadata.functions)('names $id by the rules', ({ id, name, description, parameters, result }) => {
    expect(id).toMatch(ID);
    expect(name).toMatch(NAME);
    expect(name).not.toMatch(CELL);
    expect(name).toBe(id);
    for (const { type, dimensionality } of [...parameters, result]) {
      expect(TYPES).toContain(type);
      expect(dimensionality).toBe('scalar');
    }
    for (const parameter of parameters) expect(parameter.name).toMatch(/^[a-z]{1,64}$/);
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    }
  });
});

describe('the two languages of the metadata', () => {
  it('differ in the descriptions only', () => {
    const [thai, english] = LANGUAGES.map((language) =>
      JSON.stringify(functionsMetadata(language)).replace(/"description":"[^"]*"/g, '"description":""'),
    );
    expect(thai).toBe(english);
  });
});
