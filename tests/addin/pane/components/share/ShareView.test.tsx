/** @jest-environment ./tests/support/dom-environment.mjs */
import { act, screen, within } from '@testing-library/react';
import { ShareView } from '../../../../../src/addin/pane/components/share/ShareView.tsx';
import type { Session } from '../../../../../src/addin/session/session.ts';
import type { SharedFolder, SharedPorts } from '../../../../../src/addin/session/shared-folder.ts';
import type { SessionState } from '../../../../../src/addin/session/session-state.ts';
import type { AgencyStatus, LibraryStatus } from '../../../../../src/usecases/sharing/library-status.ts';
import type { GiveOutLine } from '../../../../../src/usecases/sharing/plan-give-out.ts';
import { LibraryFault, type LibraryFile } from '../../../../../src/usecases/ports/document-library.ts';
import { treeOf } from '../../../../../src/usecases/sharing/library-tree.ts';
import { sharingWordsOf } from '../../../../../src/domain/messages/message.ts';
import { sharedText } from '../../../../../src/domain/messages/shared-pane.ts';
import type { SharedArguments } from '../../../../../src/domain/messages/shared-pane-words.ts';
import { emptyRecord } from '../../../../../src/domain/sharing/record.ts';
import { SMALL_PROGRAMME as programme, SMALL_ROSTER as roster } from '../../../../support/small-programme.ts';
import { letDialogsOpen } from '../../../../support/let-dialogs-open.ts';
import { showInPane } from '../../../../support/pane-view.tsx';

const [first, second, third] = roster.agencies as unknown as readonly [Agency, Agency, Agency];
type Agency = (typeof roster.agencies)[number];
const words = sharingWordsOf('th');
const text = (...given: SharedArguments): string => sharedText('th', ...given);

beforeAll(letDialogsOpen);

/** A session with a state as it is told, which keeps what it is asked to do. */
function sessionWith(
  shared: Partial<SharedFolder> | undefined,
  ports: SharedPorts = {},
): { readonly session: Session; readonly asked: string[] } {
  const asked: string[] = [];
  const folder = { place: { kind: 'picked' }, name: 'ITA 2570', ...shared };
  let state = {
    open: undefined,
    chosen: { programme, roster },
    working: undefined,
    shared: shared && folder,
    settings: { due: '2027-05-31' },
  } as unknown as SessionState;
  const listeners = new Set<() => void>();
  const said =
    (what: string) =>
    (...given: readonly unknown[]) => {
      asked.push([what, ...given].map(String).join(' '));
      return Promise.resolve();
    };
  const session = {
    get state() {
      return state;
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (settings: object) => {
      state = { ...state, settings: { ...state.settings, ...settings } };
      for (const listener of listeners) listener();
    },
    show: said('show'),
    collect: said('collect'),
    shared: {
      ports,
      giveOut: said('giveOut'),
      planGivingOut: said('planGivingOut'),
      collect: said('collect-shared'),
      pick: said('pick'),
      open: said('open'),
      sendBack: said('sendBack'),
      accept: said('accept'),
      publish: said('publish'),
    } satisfies Partial<Record<keyof Session['shared'], unknown>>,
  };
  return { session: session as unknown as Session, asked };
}

function show(session: Session): ReturnType<typeof showInPane> {
  const none = () => {
    throw new Error('no files');
  };
  return showInPane(<ShareView session={session} openFiles={none} openDrop={none} />);
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
/** The first cells of the rows that are shown. */
const rowsOf = (table: HTMLElement): readonly (string | null)[] =>
  within(table)
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);

describe('a page without the way to a shared folder', () => {
  it('says who has to do what where the deployment has no SharePoint, and leads to the page without Excel', async () => {
    const { session } = sessionWith(undefined, { sharePoint: () => Promise.resolve(undefined) });
    show(session);
    await screen.findByText(text('not-configured'));
    expect(screen.getByRole('link', { name: text('open-page') }).getAttribute('href')).toBe('standalone.html');
  });

  it('only collects in a browser that lets no page write into a folder', () => {
    show(sessionWith(undefined).session);
    screen.getByText(text('cannot-pick'));
    expect(screen.getAllByRole('button')).toHaveLength(2);
  });
});

describe('opening a shared folder', () => {
  it('takes the address that was pasted, once it is there', async () => {
    const ports: SharedPorts = {
      sharePoint: () =>
        Promise.resolve({ open: () => Promise.reject(new Error()), signIn: { token: () => Promise.resolve('') } }),
    };
    const { session, asked } = sessionWith(undefined, ports);
    const { person } = show(session);
    const link = await screen.findByLabelText(text('link'));
    await person.click(button(text('open-link')));
    expect(asked).toEqual([]);
    await person.type(link, ' https://bma.sharepoint.com/x ');
    await person.click(button(text('open-link')));
    expect(asked).toEqual(['open https://bma.sharepoint.com/x']);
  });

  it('offers the folder that was picked last before another one', async () => {
    const picked = { remembered: () => Promise.resolve('ITA') } as unknown as NonNullable<SharedPorts['picked']>;
    const { session, asked } = sessionWith(undefined, { picked });
    const { person } = show(session);
    await person.click(await screen.findByRole('button', { name: text('pick-last', { folder: 'ITA' }) }));
    await person.click(button(text('pick-other')));
    expect(asked).toEqual(['pick last', 'pick new']);
  });
});

describe('giving out', () => {
  const lines: readonly GiveOutLine[] = [
    { agency: first, file: 'create', access: 'no-address' },
    { agency: second, file: 'changed', access: 'grant' },
    { agency: third, file: 'taken', access: 'grant' },
  ];
  const plan = { lines, record: emptyRecord(programme.id) };

  it('shows every agency with what would be done, narrowed to the same, and begins only at the button', async () => {
    const { session, asked } = sessionWith({ plan });
    const { person } = show(session);
    const table = screen.getByRole('table');
    expect(rowsOf(table)).toHaveLength(3);
    await person.selectOptions(screen.getByLabelText(text('what-happens')), words.fileSteps.taken);
    expect(rowsOf(table)).toEqual([`${third.code} ${third.name}`]);
    expect(asked).toEqual([]);
    // The one whose name is taken is none of them.
    await person.click(button(text('give-out-count', { count: 2 })));
    expect(asked).toEqual(['giveOut']);
  });

  it('has no button for it where nothing is to be done', () => {
    show(sessionWith({ plan: { ...plan, lines: [{ agency: first, file: 'keep', access: 'elsewhere' }] } }).session);
    screen.getByText(text('nothing-to-give'));
    expect(screen.queryByRole('button', { name: /^แจก/ })).toBeNull();
  });

  it('says of each agency what was done, and why not', () => {
    const fault = new LibraryFault('full', 'ก.xlsx', '507');
    const given = [
      { line: lines[0]!, file: 'failed', access: 'not-done', fault },
      { line: lines[1]!, file: 'there', access: 'done' },
      { line: lines[2]!, file: 'there', access: 'not-done' },
    ] as const;
    show(sessionWith({ plan, given }).session);
    const [failed, shared, taken] = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(failed).toContain(words.fileOutcomes.failed);
    expect(failed).toContain('พื้นที่เก็บไฟล์เต็ม');
    expect(shared).toContain(words.accessOutcomes.done);
    expect(taken).toContain(words.fileSteps.taken);
    expect(screen.queryByRole('button', { name: /^แจก/ })).toBeNull();
  });
});

describe('following up', () => {
  const file = (name: string, urls: Partial<LibraryFile> = {}): AgencyStatus['files'][number] => {
    const version = { kind: 'file', id: name, name, parent: '', size: 1, tag: '1', ...urls } as const;
    return { path: `ITA 2570/${name}`, version };
  };
  const agencyStatus = (agency: Agency, more: Partial<AgencyStatus>): AgencyStatus => ({
    agency,
    state: 'sent',
    answered: 0,
    expected: 9,
    coverage: { agency: agency.code, submissions: [], issues: new Map() },
    files: [],
    ...more,
  });
  const root = { kind: 'folder', id: '', name: 'ITA 2570', parent: '' } as const;
  const status: LibraryStatus = {
    agencies: [
      agencyStatus(first, {
        state: 'answered',
        answered: 9,
        savedAt: '2026-05-01T03:00:00Z',
        savedBy: { name: 'สมชาย' },
        files: [
          file('a.xlsx', { excelUrl: 'https://x.sharepoint.com/a.xlsx', webUrl: 'https://x.sharepoint.com/Doc.aspx' }),
          file('a (1).xlsx', { excelUrl: 'http://x/a.xlsx', webUrl: 'javascript:alert(1)' }),
        ],
      }),
      agencyStatus(second, { state: 'answering', answered: 4 }),
      agencyStatus(third, { state: 'not-sent' }),
    ],
    problems: [],
    findings: [],
    record: emptyRecord(programme.id),
    tree: treeOf(root, []),
  };

  it('tells state, count of answers, when and by whom, and who is late by the day that is set', async () => {
    const { session } = sessionWith({ status });
    const { person } = show(session);
    const table = screen.getByRole('table');
    const [done, answering] = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(done).toContain('๙/๙');
    expect(done).toContain('๑ พ.ค. ๒๕๖๙ ๑๐:๐๐\u00a0น. โดย สมชาย');
    expect(done).toContain(text('copies', { count: 2 }));
    expect(answering).toContain(words.states.answering);
    expect(within(table).queryByText(words.lateness.overdue)).toBeNull();
    act(() => session.set({ due: '2022-01-31' }));
    expect(within(table).getAllByText(words.lateness.overdue)).toHaveLength(2);
    await person.selectOptions(screen.getByLabelText(text('with-state')), 'overdue');
    expect(rowsOf(table)).toEqual([second, third].map(({ code, name }) => `${code} ${name}`));
    act(() => session.set({ due: '' }));
    await person.selectOptions(screen.getByLabelText(text('with-state')), 'unfinished');
    expect(rowsOf(table)).toHaveLength(2);
    expect(within(table).queryByText(words.lateness.overdue)).toBeNull();
  });

  it('takes the day of its own for an agency that has one', () => {
    const agencies = status.agencies.map((each) =>
      each.agency.code === third.code ? { ...each, agency: { ...third, due: '2999-01-01' } } : each,
    );
    const { session } = sessionWith({ status: { ...status, agencies } });
    show(session);
    act(() => session.set({ due: '2022-01-31' }));
    expect(screen.getAllByText(words.lateness.overdue)).toHaveLength(1);
  });

  it('opens the files of an agency, in Excel and on the web, by addresses of a server alone', async () => {
    const { session } = sessionWith({ status });
    const { person } = show(session);
    await person.click(button(`${first.code} ${first.name}`));
    expect(
      within(screen.getByRole('dialog'))
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['ms-excel:ofe|u|https://x.sharepoint.com/a.xlsx', 'https://x.sharepoint.com/Doc.aspx']);
  });

  it('says what sending back would write, and takes a note along', async () => {
    const { session, asked } = sessionWith({ status });
    const { person } = show(session);
    await person.click(button(`${first.code} ${first.name}`));
    const path = `${first.code}/ข้อสังเกต-${first.code}-ครั้งที่-๑.xlsx`;
    screen.getByText(text('send-back-hint', { path, count: 0 }));
    await person.type(screen.getByLabelText(text('note')), 'โปรดแนบหลักฐาน');
    await person.click(button(text('send-back')));
    expect(asked).toEqual([`sendBack ${first.code} โปรดแนบหลักฐาน`]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('offers nothing for an agency that has no workbook', async () => {
    const { person } = show(sessionWith({ status }).session);
    await person.click(button(`${third.code} ${third.name}`));
    screen.getByText(text('no-file'));
    expect(within(screen.getByRole('dialog')).getAllByRole('button')).toHaveLength(1);
  });

  it('has the message to the agency ready to be copied', async () => {
    const message = { agency: second.code, path: '02/ข้อสังเกต.xlsx', remarks: 3 };
    const { person } = show(sessionWith({ status, message }).session);
    const area = screen.getByLabelText<HTMLTextAreaElement>(text('message-for', { agency: second.name }));
    for (const part of [second.name, programme.title, '๓ รายการ', '02/ข้อสังเกต.xlsx'])
      expect(area.value).toContain(part);
    await person.click(button(text('copy-message')));
    await screen.findByText(text('copied'));
    expect(await navigator.clipboard.readText()).toBe(area.value);
  });
});

describe('publishing', () => {
  it('is offered once it is shown where the report goes', async () => {
    const publishing = {
      path: 'a.xlsx',
      bytes: new Uint8Array(),
      plan: { step: 'keep-both', name: 'a.xlsx', savedBy: { name: 'สมชาย' } },
    } as const;
    const { session, asked } = sessionWith({ publishing });
    const { person } = show(session);
    screen.getByText(`master/a.xlsx: ${words.publishSteps['keep-both']}`);
    screen.getByText(text('last-saved-by', { name: 'สมชาย' }));
    await person.click(button(text('publish-now')));
    expect(asked).toEqual(['publish']);
  });

  it('is not offered before', () => {
    show(sessionWith({}).session);
    expect(screen.queryByRole('button', { name: text('publish-now') })).toBeNull();
  });
});
