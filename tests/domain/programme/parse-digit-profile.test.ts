import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { parseDigitProfile } from '../../../src/domain/programme/parse-digit-profile.ts';

describe('a digit profile', () => {
  it('is read as it is written', () => {
    const profile = builtInDigitProfile();
    expect(parseDigitProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ value: profile, problems: [] });
  });

  it('of an earlier version has no classifiers and no words for telephones', () => {
    const { countWords, telephoneWords, ...earlier } = builtInDigitProfile();
    expect([countWords.includes('เครื่อง'), telephoneWords.includes('โทร')]).toEqual([true, true]);
    expect(parseDigitProfile(earlier)).toEqual({
      value: { ...earlier, countWords: [], telephoneWords: [] },
      problems: [],
    });
  });

  it.each<[string, (profile: Record<string, unknown>) => unknown, string, string]>([
    ['a list that is missing', (profile) => ({ ...profile, keep: undefined }), 'data-missing', 'keep'],
    ['a name that is no text', (profile) => ({ ...profile, keep: ['ISO', 9001] }), 'data-type', 'keep[1]'],
    ['a blank name', (profile) => ({ ...profile, versionWords: [' '] }), 'data-rule', 'versionWords[0]'],
    ['a name twice', (profile) => ({ ...profile, keep: ['ISO', 'iso'] }), 'data-duplicate', 'keep[1]'],
    [
      'an extension with its dot',
      (profile) => ({ ...profile, fileExtensions: ['.pdf'] }),
      'data-rule',
      'fileExtensions[0]',
    ],
    ['a field of its own', (profile) => ({ ...profile, kept: [] }), 'data-unknown-field', 'kept'],
    ['no object', () => 'ISO', 'data-type', ''],
  ])('names the fault: %s', (_, spoil, code, path) => {
    const { value, problems } = parseDigitProfile(spoil({ ...builtInDigitProfile() }));
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code, path })]);
  });
});
