import { agenciesFound } from '../../../../../src/addin/pane/components/make/agencies-found.ts';
import { roster } from '../../../../support/report-2565.ts';

const found = (query: string): readonly string[] => agenciesFound(roster.agencies, query).map(({ code }) => code);

describe('a search for agencies', () => {
  it('finds all where nothing is asked for', () => {
    expect(found(' ')).toHaveLength(77);
  });

  it.each(['5019', '๕๐๑๙', ' 50 19 '])('finds one by its code: “%s”', (code) => {
    expect(found(code)).toEqual(['5019']);
  });

  it('finds one by a part of its name, however it is spaced, and none by another text', () => {
    const { name, code } = roster.agencies.find((agency) => agency.code === '5019')!;
    expect(found(`${name.slice(3, 6)} ${name.slice(6)}`)).toContain(code);
    expect(found('ไม่มีแน่')).toEqual([]);
  });

  it('knows other spellings', () => {
    const { aliases, code } = roster.agencies.find((agency) => agency.aliases.length > 0)!;
    expect(found(aliases[0]!)).toContain(code);
  });
});
