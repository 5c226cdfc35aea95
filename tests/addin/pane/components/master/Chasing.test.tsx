/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen, within } from '@testing-library/react';
import { Chasing } from '../../../../../src/addin/pane/components/master/Chasing.tsx';
import type { Session } from '../../../../../src/addin/session/session.ts';
import type { SessionState } from '../../../../../src/addin/session/session-state.ts';
import type { ViewProps } from '../../../../../src/addin/pane/view-props.ts';
import { chasesOf, chasesOwing } from '../../../../../src/domain/chasing/chase.ts';
import { MAX_MAILTO } from '../../../../../src/domain/chasing/mailto.ts';
import { consolidate } from '../../../../support/consolidate.ts';
import { label, showInPane } from '../../../../support/pane-view.tsx';
import { SMALL_PROGRAMME as programme, SMALL_ROSTER as roster } from '../../../../support/small-programme.ts';

const asOf = '2027-06-10T00:00:00.000Z';
const agencies = roster.agencies.map((each) => ({ ...each, contact: 'สมหญิง', email: 'a@wiang.go.th' }));
const chases = chasesOf(consolidate(programme, { ...roster, agencies }, []), { asOf });

function propsWith(chasing: SessionState['chasing'], recordReminders?: Session['recordReminders']): ViewProps {
  const state = { chasing, working: undefined } as unknown as SessionState;
  const session = { state, subscribe: () => () => undefined, recordReminders } as unknown as Session;
  return { session } as ViewProps;
}

describe('asking agencies', () => {
  it('lists who owes what with whom to ask, and has an e-mail and a letter for the chosen one', async () => {
    const remindersTo = () => [{ when: '๑ มิ.ย.', missing: '', channel: 'โทรศัพท์', note: '' }];
    const { person } = showInPane(<Chasing {...propsWith({ chases, remindersTo, programme, asOf })} />);
    const [first] = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(first!.textContent).toContain('ยังไม่ได้รับ · ขาด ๖ มาตรการ · เกินกำหนด ๑๐ วัน · สมหญิง · a@wiang.go.th');
    expect(first!.textContent).toContain(label('chasing-asked', { when: '๑ มิ.ย. โทรศัพท์' }));
    const { name, code } = roster.agencies[0]!;
    await person.click(screen.getByRole('button', { name: `${code} ${name}` }));
    const valueOf = (text: string): string => screen.getByLabelText<HTMLTextAreaElement>(text).value;
    expect(valueOf(label('chasing-email-to', { agency: name }))).toContain('ประกาศนโยบายไม่รับของขวัญ');
    expect(valueOf(label('chasing-letter-to', { agency: name }))).toContain('บันทึกข้อความ');
    const href = screen.getByRole('link', { name: label('chasing-mailto') }).getAttribute('href')!;
    expect(href).toMatch(/^mailto:a@wiang\.go\.th\?subject=/);
    expect(href.length).toBeLessThanOrEqual(MAX_MAILTO);
    expect(screen.getByText(label('chasing-shortened'))).toBeTruthy();
    await person.click(screen.getByRole('button', { name: label('chasing-copy-email') }));
    expect(await navigator.clipboard.readText()).toBe(valueOf(label('chasing-email-to', { agency: name })));
  });

  it('records that the chosen one was asked, or all of them, by the way that the person names', async () => {
    const recordReminders = jest.fn<ReturnType<Session['recordReminders']>, Parameters<Session['recordReminders']>>();
    const { person } = showInPane(
      <Chasing {...propsWith({ chases, remindersTo: () => [], programme, asOf }, recordReminders)} />,
    );
    await person.click(screen.getByRole('button', { name: label('chasing-record') }));
    expect(recordReminders).toHaveBeenLastCalledWith(
      'หนังสือ',
      roster.agencies.map(({ code }) => code),
    );
    const { name, code } = roster.agencies[0]!;
    await person.click(screen.getByRole('button', { name: `${code} ${name}` }));
    const [field] = screen.getAllByLabelText(label('chasing-channel'));
    await person.clear(field!);
    await person.type(field!, 'โทรศัพท์');
    await person.click(screen.getAllByRole('button', { name: label('chasing-record') })[0]!);
    expect(recordReminders).toHaveBeenLastCalledWith('โทรศัพท์', [code]);
  });

  it('says so where nobody owes anything, and offers no letters', () => {
    showInPane(<Chasing {...propsWith({ chases: [], remindersTo: () => [], programme, asOf })} />);
    expect(chasesOwing(chases)).not.toEqual([]);
    expect(screen.getByText(label('chasing-none'))).toBeTruthy();
    expect(screen.queryByRole('button', { name: label('chasing-letters') })).toBeNull();
  });
});
