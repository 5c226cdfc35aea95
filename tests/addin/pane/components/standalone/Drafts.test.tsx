/** @jest-environment ./tests/support/dom-environment.mjs */
import { act, screen, waitFor } from '@testing-library/react';
import { Drafts } from '../../../../../src/addin/pane/components/standalone/Drafts.tsx';
import { draftOf } from '../../../../../src/addin/session/open-draft.ts';
import type { Draft } from '../../../../../src/usecases/ports/draft-store.ts';
import { letDialogsOpen } from '../../../../support/let-dialogs-open.ts';
import { memoryDrafts, type MemoryDrafts } from '../../../../support/memory-drafts.ts';
import { label, showInPane } from '../../../../support/pane-view.tsx';

const file = (name: string, content: number) => ({
  name,
  at: '2022-04-01T02:05:00.000Z',
  original: Uint8Array.of(content),
  bytes: Uint8Array.of(content, 1),
});

async function twoDrafts(): Promise<MemoryDrafts> {
  const drafts = memoryDrafts();
  await drafts.keepFile('a', file('ก.xlsx', 1));
  await drafts.keepFile('b', file('ก.xlsx', 2));
  return drafts;
}

beforeAll(letDialogsOpen);

describe('the drafts of a browser', () => {
  it('are told with file and time, and each can be gone on with', async () => {
    const drafts = memoryDrafts();
    await drafts.keepFile('a', file('ก.xlsx', 1));
    const chosen: Draft[] = [];
    const { person } = showInPane(<Drafts drafts={drafts} onContinue={(draft) => chosen.push(draft)} />);
    await screen.findByText(/ก\.xlsx แก้ไขล่าสุด ๑ เม\.ย\. ๒๕๖๕ ๐๙:๐๕/);
    await person.click(screen.getByRole('button', { name: label('draft-continue-with', { file: 'ก.xlsx' }) }));
    expect(chosen).toMatchObject([{ id: 'a' }]);
  });

  it('are thrown away after a question, one at a time', async () => {
    const drafts = await twoDrafts();
    const { person } = showInPane(<Drafts drafts={drafts} onContinue={() => undefined} />);
    const [first] = await screen.findAllByRole('button', { name: label('draft-discard-of', { file: 'ก.xlsx' }) });
    await person.click(first!);
    expect(await drafts.all()).toHaveLength(2);
    await person.click(screen.getByRole('button', { name: label('draft-discard') }));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    expect(await drafts.all()).toMatchObject([{ id: 'a' }]);
  });

  it.each(['there are none', 'the browser keeps none'])('take no room where %s', async (why) => {
    const drafts = memoryDrafts();
    const all = (): Promise<readonly Draft[]> =>
      why === 'there are none' ? drafts.all() : Promise.reject(new Error('no'));
    showInPane(<Drafts drafts={{ ...drafts, all }} onContinue={() => undefined} />);
    await act(() =>
      all().then(
        () => undefined,
        () => undefined,
      ),
    );
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('are of a content, and not of a name', async () => {
    const all = await (await twoDrafts()).all();
    expect(draftOf(Uint8Array.of(1), all)?.id).toBe('a');
    expect(draftOf(Uint8Array.of(1, 1), all)).toBeUndefined();
  });
});
