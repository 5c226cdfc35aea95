/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen, within } from '@testing-library/react';
import { SettingsView } from '../../../../../src/addin/pane/components/settings/SettingsView.tsx';
import { paneMessages } from '../../../../../src/addin/pane/use-messages.ts';
import type { Session } from '../../../../../src/addin/session/session.ts';
import type { Settings } from '../../../../../src/addin/session/settings.ts';
import { createChosenFiles } from '../../../../../src/adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../../../../src/adapters/chosen-files/dropped-files.ts';
import { RULES } from '../../../../../src/domain/checks/rules/registry.ts';
import { describeRule } from '../../../../../src/domain/messages/describe-finding.ts';
import { builtInCatalogue } from '../../../../../src/domain/programme/catalogue.ts';
import { fileSession } from '../../../../support/file-session.ts';
import { label, showInPane, type ShownView } from '../../../../support/pane-view.tsx';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../../../support/small-programme.ts';

interface Subject extends ShownView {
  readonly session: Session;
  /** What would be there the next time. */
  readonly saved: () => Partial<Settings>;
}

function open(settings: Partial<Settings> = {}): Subject {
  let saved = settings;
  const small = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
  const session = fileSession({
    catalogue: {
      years: () => [2565, 2570],
      ofYear: (year) => (year === 2565 ? builtInCatalogue.ofYear(2565) : small),
      ofId: builtInCatalogue.ofId,
    },
    store: { load: () => settings, save: (changed) => void (saved = changed) },
  });
  const view = showInPane(
    <SettingsView session={session} openFiles={createChosenFiles} openDrop={createDroppedFiles} />,
  );
  return { ...view, session, saved: () => saved };
}

describe('the settings', () => {
  it('show what was saved the last time', () => {
    open({ language: 'th', year: 2565, folder: 'ไดรฟ์ ITA', keep: ['ห้อง ABC', 'ชั้น 5'] });
    expect(screen.getByRole('radio', { name: label('language-name') })).toHaveProperty('checked', true);
    expect(screen.getByLabelText(label('year-in-use'))).toHaveProperty('value', '2565');
    expect(screen.getByLabelText(label('folder'))).toHaveProperty('value', 'ไดรฟ์ ITA');
    expect(screen.getByLabelText(label('keep'))).toHaveProperty('value', 'ห้อง ABC\nชั้น 5');
  });

  it('are saved with each change', async () => {
    const { person, saved } = open();
    await person.click(screen.getByRole('radio', { name: paneMessages('en').label('language-name') }));
    await person.selectOptions(screen.getByLabelText(label('year-in-use')), '2565');
    await person.type(screen.getByLabelText(label('folder')), 'ไดรฟ์ ITA');
    expect(saved()).toMatchObject({ language: 'en', year: 2565, folder: 'ไดรฟ์ ITA' });
  });

  it('group similar answers in new reports until somebody says otherwise', async () => {
    const { person, saved } = open();
    const box = screen.getByRole('checkbox', { name: label('grouping') });
    expect(box).toHaveProperty('checked', true);
    await person.click(box);
    expect(saved()).toMatchObject({ grouping: false });
  });

  it('begin with the newest year', () => {
    open();
    expect(screen.getByLabelText(label('year-in-use'))).toHaveProperty('value', '2570');
  });

  it('leave the phrases that keep their digits as they are typed, and use one for each line that says something', async () => {
    const { person, session } = open();
    const box = screen.getByLabelText(label('keep'));
    await person.type(box, 'ห้อง ABC{Enter}{Enter} ชั้น 5 {Enter}');
    expect(box).toHaveProperty('value', 'ห้อง ABC\n\n ชั้น 5 \n');
    expect(session.state.settings.keep).toEqual(['ห้อง ABC', 'ชั้น 5']);
  });

  it('switch a rule off and on, and all of them on at once', async () => {
    const { person, session } = open();
    const [{ code }, other] = RULES as unknown as [(typeof RULES)[number], (typeof RULES)[number]];
    await person.click(
      screen.getByRole('button', { name: label('rules', { count: RULES.length, total: RULES.length }) }),
    );
    const box = (rule: string) => screen.getByRole('checkbox', { name: describeRule(rule as typeof code, 'th') });
    await person.click(box(code));
    expect(session.state.settings.rulesOff).toEqual([code]);
    expect(box(code)).toHaveProperty('checked', false);
    await person.click(box(other.code));
    await person.click(box(code));
    expect(session.state.settings.rulesOff).toEqual([other.code]);
    await person.click(screen.getByRole('button', { name: label('all-rules') }));
    expect(session.state.settings.rulesOff).toEqual([]);
    expect(screen.queryByRole('button', { name: label('all-rules') })).toBeNull();
  });

  it('say in their heading how many rules are in use', () => {
    open({ rulesOff: [RULES[0].code] });
    const heading = screen.getByRole('heading', { level: 3 });
    expect(
      within(heading).getByRole('button', { name: label('rules', { count: RULES.length - 1, total: RULES.length }) }),
    ).toBeTruthy();
  });
});
