/** @jest-environment ./tests/support/dom-environment.mjs */
import { act, screen, waitFor } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { MakeView } from '../../../src/addin/pane/components/make/MakeView.tsx';
import { OpenWorkbook } from '../../../src/addin/pane/components/OpenWorkbook.tsx';
import { SettingsView } from '../../../src/addin/pane/components/settings/SettingsView.tsx';
import { Work } from '../../../src/addin/pane/components/Work.tsx';
import type { ViewProps } from '../../../src/addin/pane/view-props.ts';
import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../../src/adapters/chosen-files/dropped-files.ts';
import { fileSession } from '../../support/file-session.ts';
import { label, showInPane, type ShownView } from '../../support/pane-view.tsx';
import { roster } from '../../support/report-2565.ts';

interface Subject extends ShownView {
  /** How often each part was rendered since the last call. */
  readonly rendered: () => Readonly<Record<string, number>>;
}

/** Parts of the pane beside each other, of one session. */
function open(parts: Readonly<Record<string, ReactNode>>): Subject {
  let counts: Record<string, number> = {};
  const view = showInPane(
    Object.entries(parts).map(([name, part]) => (
      <Profiler key={name} id={name} onRender={(id) => (counts[id] = (counts[id] ?? 0) + 1)}>
        {part}
      </Profiler>
    )),
  );
  const rendered = () => {
    const last = counts;
    counts = {};
    return last;
  };
  rendered();
  return { ...view, rendered };
}

function propsOf(session = fileSession()): ViewProps {
  return { session, openFiles: createChosenFiles, openDrop: createDroppedFiles };
}

describe('a part of the pane', () => {
  it('is not rendered again while a person types in another', async () => {
    const props = propsOf();
    const { person, rendered } = open({
      settings: <SettingsView {...props} />,
      make: <MakeView {...props} />,
      open: <OpenWorkbook {...props} />,
    });
    await person.type(screen.getByLabelText(label('folder')), 'ไดรฟ์');
    expect(Object.keys(rendered())).toEqual(['settings']);
    expect(props.session.state.settings.folder).toBe('ไดรฟ์');
  });

  it('is not rendered again by the steps of work, which the bar shows', async () => {
    const props = propsOf();
    const { rendered } = open({
      work: <Work {...props} />,
      make: <MakeView {...props} />,
      settings: <SettingsView {...props} />,
    });
    const agencies = roster.agencies.slice(0, 5).map(({ code }) => code);
    void props.session.makeWorkbooks(agencies);
    await waitFor(() => expect(props.session.state.notice).toMatchObject({ code: 'workbooks-packed' }));
    const { work, ...others } = rendered();
    expect(work).toBeGreaterThan(agencies.length);
    // The buttons of this part change when work begins and when it ends.
    expect(others).toEqual({ make: 2 });
  });

  it('is rendered again when what it shows changes', async () => {
    const props = propsOf();
    const { rendered } = open({ open: <OpenWorkbook {...props} />, settings: <SettingsView {...props} /> });
    await act(() => props.session.start());
    await waitFor(() => expect(screen.getByText(label('no-workbook'))).toBeTruthy());
    expect(rendered()).toEqual({ open: 1 });
  });
});
