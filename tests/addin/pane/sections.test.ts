import { isStart, otherSections, shownSection, type Known } from '../../../src/addin/pane/sections.ts';
import type { Section } from '../../../src/addin/session/session-state.ts';

const known = (open: Known['open'], section?: Section, isLive = true): Known => ({ open, section, isLive });
const waysFrom = (state: Known): readonly Section[] => otherSections(state).map(({ section }) => section);

describe('the sections of the page', () => {
  it('are all offered while it is not known what is open', () => {
    const state = known(undefined);
    expect(waysFrom(state)).toEqual(['check', 'digits', 'make', 'consolidate', 'share', 'years', 'settings']);
    expect(isStart(state)).toBe(false);
  });

  it.each(['none', 'unreadable'] as const)('begin with opening a workbook where it is %s', (kind) => {
    expect(shownSection(known(kind))).toBeUndefined();
    expect(isStart(known(kind))).toBe(true);
    expect(waysFrom(known(kind))).toEqual(['make', 'consolidate', 'share', 'years', 'settings']);
    expect(isStart(known(kind, 'make'))).toBe(false);
    expect(waysFrom(known(kind, 'make'))).toEqual(['consolidate', 'share', 'years', 'settings']);
  });

  it('lead everywhere but to the one that is shown where a workbook is open', () => {
    expect(waysFrom(known('unknown'))).toEqual(['check', 'digits', 'consolidate', 'share', 'years', 'settings']);
    expect(waysFrom(known('unknown', 'check'))).toEqual([
      'digits',
      'make',
      'consolidate',
      'share',
      'years',
      'settings',
    ]);
    expect(isStart(known('unknown'))).toBe(false);
  });

  it('lead to the form for answers beside the workbook of an agency only', () => {
    expect(waysFrom(known('agency'))).toEqual([
      'answer',
      'digits',
      'make',
      'consolidate',
      'share',
      'years',
      'settings',
    ]);
    expect(waysFrom(known('agency', 'answer', false))).toContain('check');
    expect(waysFrom(known('master'))).not.toContain('answer');
  });

  it("begin with importing where the office's workbook of a programme is open", () => {
    expect(shownSection(known('programme'))).toBe('years');
    expect(shownSection(known('programme', undefined, false))).toBe('years');
  });

  it('begin with opening another file where a person gave a page a file that is not the form', () => {
    const given = known('unknown', undefined, false);
    expect(shownSection(given)).toBeUndefined();
    expect(isStart(given)).toBe(true);
    expect(waysFrom(given)).toEqual(['check', 'digits', 'make', 'consolidate', 'share', 'years', 'settings']);
    expect(shownSection(known('unknown'))).toBe('make');
  });
});
