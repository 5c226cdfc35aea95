/** @jest-environment ./tests/support/dom-environment.mjs */
import { createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { createChosenFiles } from '../../../../src/adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../../../src/adapters/chosen-files/dropped-files.ts';
import { FileChooser } from '../../../../src/addin/pane/components/FileChooser.tsx';
import { label, showInPane, type ShownView } from '../../../support/pane-view.tsx';

const ONE = new File(['1'], 'หนึ่ง.xlsx');
const TWO = new File(['2'], 'สอง.xlsx');
const TEXT = label('choose-files');

interface Subject extends ShownView {
  /** Names of the files of each choice. */
  readonly chosen: readonly (readonly string[])[];
}

function open({ isMany = true } = {}): Subject {
  const chosen: (readonly string[])[] = [];
  const view = showInPane(
    <FileChooser
      text={TEXT}
      isPrimary
      isMany={isMany}
      openFiles={createChosenFiles}
      openDrop={createDroppedFiles}
      onChosen={({ paths }) => chosen.push(paths)}
    />,
  );
  return { ...view, chosen };
}

/** The browser's own control behind a button. */
function inputOf(text: string): HTMLInputElement {
  return screen.getByLabelText<HTMLInputElement>(text, { selector: 'input' });
}

/** What can be dropped on, and what the browser would give with the event. */
function dropArea(): HTMLElement {
  return screen.getByText(label('drop-here')).parentElement!;
}

const dropOf = (...files: File[]) => ({
  dataTransfer: { items: files.map((file) => ({ webkitGetAsEntry: () => null, getAsFile: () => file })) },
});

describe('a chooser of files', () => {
  it('opens the dialog of the browser when its button is pressed', async () => {
    const { person } = open();
    const opened: string[] = [];
    for (const text of [TEXT, label('choose-folder')]) inputOf(text).addEventListener('click', () => opened.push(text));
    await person.click(screen.getByRole('button', { name: TEXT }));
    await person.click(screen.getByRole('button', { name: label('choose-folder') }));
    expect(opened).toEqual([TEXT, label('choose-folder')]);
  });

  it('gives the files that were chosen, and takes the same ones again', async () => {
    const { person, chosen } = open();
    await person.upload(inputOf(TEXT), [ONE, TWO]);
    await person.upload(inputOf(TEXT), [ONE, TWO]);
    const both = ['สอง.xlsx', 'หนึ่ง.xlsx'];
    expect(chosen).toEqual([both, both]);
    expect(inputOf(TEXT).value).toBe('');
  });

  it('asks for a folder only where there can be many files', () => {
    open({ isMany: false });
    expect(inputOf(TEXT)).not.toHaveProperty('multiple', true);
    expect(screen.queryByRole('button', { name: label('choose-folder') })).toBeNull();
  });

  it('gives what was dropped, and keeps the browser from opening it', async () => {
    const { chosen } = open();
    const drop = createEvent.drop(dropArea(), dropOf(ONE, TWO));
    fireEvent(dropArea(), drop);
    await waitFor(() => expect(chosen).toEqual([['สอง.xlsx', 'หนึ่ง.xlsx']]));
    expect(drop.defaultPrevented).toBe(true);
  });

  it.each([
    ['dropped', () => fireEvent.drop(dropArea(), dropOf(ONE))],
    ['taken away', () => fireEvent.dragLeave(dropArea())],
  ])('looks different while files are held over it, until they are %s', async (_what, end) => {
    const { chosen } = open();
    const usual = dropArea().className;
    const over = createEvent.dragOver(dropArea());
    fireEvent(dropArea(), over);
    expect(over.defaultPrevented).toBe(true);
    expect(dropArea().className).not.toBe(usual);
    end();
    expect(dropArea().className).toBe(usual);
    await waitFor(() => expect(chosen.flat()).toEqual(_what === 'dropped' ? ['หนึ่ง.xlsx'] : []));
  });
});
