/** @jest-environment ./tests/support/dom-environment.mjs */
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createChosenFiles } from '../../../../../src/adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../../../../src/adapters/chosen-files/dropped-files.ts';
import { createXlsxCodec } from '../../../../../src/adapters/xlsx/codec.ts';
import { AnswerView } from '../../../../../src/addin/pane/components/answer/AnswerView.tsx';
import { checkOf } from '../../../../../src/addin/session/selectors.ts';
import type { Session } from '../../../../../src/addin/session/session.ts';
import { describeWhyNoPicture } from '../../../../../src/domain/messages/message.ts';
import { fileSession } from '../../../../support/file-session.ts';
import { label, showInPane, type ShownView } from '../../../../support/pane-view.tsx';
import { JPEG, OTHER_PICTURES, png } from '../../../../support/pictures.ts';
import { districtPlan } from '../../../../support/plans-2565.ts';
import { putPictures } from '../../../../support/put-pictures.ts';

const codec = createXlsxCodec();
const sheet = districtPlan.sheets[1]!.name;
let blank: Uint8Array;

beforeAll(async () => {
  blank = await codec.encode(districtPlan);
});

interface Subject extends ShownView {
  readonly session: Session;
}

async function open(bytes = blank): Promise<Subject> {
  const session = fileSession({ bytes });
  await session.start();
  const props = { session, openFiles: createChosenFiles, openDrop: createDroppedFiles };
  return { ...showInPane(<AnswerView {...props} />), session };
}

/** A file with the reading that browsers have and jsdom lacks. */
function file(name: string, bytes: Uint8Array): File {
  const copy = new Uint8Array(bytes);
  return Object.assign(new File([copy], name), { arrayBuffer: () => Promise.resolve(copy.buffer) });
}

const chooser = (): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${label('answer-picture-add')}"]`)!;
const section = (count: number): HTMLElement =>
  screen.getByRole('region', { name: label('answer-pictures', { count }) });
const text = (number: number): HTMLElement => screen.getByLabelText(label('answer-picture-text', { number }));
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** Descriptions of the pictures over the sheet, in its order. */
function written({ session }: Subject): readonly string[] {
  const { sheets } = checkOf(session.state)!.result.content;
  return (sheets.find(({ name }) => name === sheet)?.objects ?? []).map(({ description }) => description);
}

describe('the pictures of a measure on the form', () => {
  it('are chosen several at once, shown small, and described', async () => {
    const subject = await open();
    expect(chooser().multiple).toBe(true);
    expect(chooser().accept).toBe('.jpg,.jpeg,.png');
    await subject.person.upload(chooser(), [file('ก.png', png()), file('ข.jpg', JPEG.baseline)]);
    await waitFor(() => expect(written(subject)).toEqual(['', '']));
    const items = within(section(2)).getAllByRole('listitem');
    expect(items).toHaveLength(2);
    const image = within(items[0]!).getByRole('img', { name: label('answer-picture', { number: 1 }) });
    await waitFor(() => expect(image.getAttribute('src')).toMatch(/^data:image\/png;base64,iVBOR/));
    expect(screen.getByText(label('answer-pictures-added', { count: 2 })).closest('[role=status]')).not.toBeNull();
    await subject.person.type(text(2), 'อบรมรุ่น ๑');
    expect(written(subject)).toEqual(['', '']);
    await subject.person.tab();
    await waitFor(() => expect(written(subject)).toEqual(['', 'อบรมรุ่น ๑']));
    expect(screen.getByRole('img', { name: 'อบรมรุ่น ๑' })).toBeTruthy();
  });

  it('are taken away, with the focus on what stays, and undone', async () => {
    const subject = await open();
    await subject.person.upload(chooser(), [file('ก.png', png())]);
    await subject.person.click(
      await screen.findByRole('button', { name: label('answer-picture-remove', { number: 1 }) }),
    );
    await screen.findByText(label('answer-picture-removed'));
    expect(written(subject)).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(button(label('answer-picture-add'))));
    await subject.person.click(button(label('undo-pictures', { count: 1 })));
    await waitFor(() => expect(written(subject)).toEqual(['']));
    expect(text(1)).toBeTruthy();
    await subject.person.click(button(label('redo-pictures', { count: 1 })));
    await waitFor(() => expect(written(subject)).toEqual([]));
  });

  it('are named where they cannot be taken, each with the reason', async () => {
    const subject = await open();
    const empty = file('ค.png', new Uint8Array());
    await subject.person.upload(chooser(), [file('ก.png', png()), file('ข.png', OTHER_PICTURES.heic), empty]);
    const why = describeWhyNoPicture({ reason: 'format', format: 'heic' }, 'th');
    const said = await screen.findByText(label('answer-picture-refused', { file: 'ข.png', why }));
    expect(said.closest('[role=status]')).not.toBeNull();
    screen.getByText(label('answer-picture-broken', { file: 'ค.png' }));
    expect(written(subject)).toEqual(['']);
  });

  it('are dropped or pasted too, but not where a text was copied', async () => {
    const subject = await open();
    const dropped = file('ก.png', png());
    const drop = { items: [{ getAsFile: () => dropped, webkitGetAsEntry: () => null }] };
    fireEvent.drop(button(label('answer-picture-add')), { dataTransfer: drop });
    await waitFor(() => expect(written(subject)).toEqual(['']));
    const paste = (types: readonly string[]): boolean => {
      const event = createEvent.paste(section(1), { clipboardData: { files: [file('image.png', png())], types } });
      fireEvent(section(1), event);
      return event.defaultPrevented;
    };
    expect(paste(['text/plain', 'Files'])).toBe(false);
    expect(paste(['Files'])).toBe(true);
    await waitFor(() => expect(written(subject)).toEqual(['', '']));
  });

  it('that were in the file are shown small and described, and are no button away from being lost', async () => {
    const subject = await open(putPictures(blank, [{ sheet, row: 5, column: 3, bytes: png(), description: 'เดิม' }]));
    const image = await within(section(1)).findByRole('img', { name: 'เดิม' });
    await waitFor(() => expect(image.getAttribute('src')).toMatch(/^data:image\/png;base64,iVBOR/));
    expect(screen.getByText(label('answer-pictures-found'))).toBeTruthy();
    expect(screen.queryByRole('button', { name: label('answer-picture-remove', { number: 1 }) })).toBeNull();
    await subject.person.type(text(1), ' ก');
    await subject.person.tab();
    await waitFor(() => expect(written(subject)).toEqual(['เดิม ก']));
  });

  it('that were put into a cell are told by their description, and where to change them', async () => {
    await open(putPictures(blank, [{ sheet, row: 5, column: 5, bytes: png(), description: 'เดิม' }], 'in-cell'));
    expect(within(section(1)).getByText('เดิม')).toBeTruthy();
    expect(screen.getByText(label('answer-pictures-fixed'))).toBeTruthy();
  });

  it('are shown forty at first where there are many', async () => {
    const one = png({ width: 2, height: 2 });
    const put = Array.from({ length: 45 }, (_, index) => ({
      sheet,
      row: 5,
      column: 3 + index,
      name: `P${index}`,
      bytes: one,
    }));
    const subject = await open(putPictures(blank, put));
    await screen.findAllByLabelText(/^คำอธิบายภาพที่/);
    expect(within(section(45)).getAllByRole('listitem')).toHaveLength(40);
    await subject.person.click(button(label('show-more', { count: 5 })));
    expect(within(section(45)).getAllByRole('listitem')).toHaveLength(45);
  });

  it('are stopped beside the list while they are added, and none is there then', async () => {
    const subject = await open();
    const held: (() => void)[] = [];
    const files = Array.from({ length: 8 }, (_, index) => {
      const copy = new Uint8Array(png());
      const reading = (): Promise<ArrayBuffer> =>
        new Promise((resolve) => {
          held.push(() => resolve(copy.buffer));
        });
      return Object.assign(new File([copy], `${index}.png`), { arrayBuffer: reading });
    });
    await subject.person.upload(chooser(), files);
    await subject.person.click(await screen.findByRole('button', { name: label('stop') }));
    for (const read of held) read();
    await waitFor(() => expect(subject.session.state.notice).toMatchObject({ code: 'stopped' }));
    expect(written(subject)).toEqual([]);
    expect(screen.queryByText(label('answer-pictures-adding'))).toBeNull();
  });

  it('say before the work how many find room and how large the workbook may become, and after it which did not', async () => {
    const one = png({ width: 2, height: 2 });
    const put = Array.from({ length: 140 }, (_, index) => ({ sheet, row: 5, column: 3 + index, bytes: one }));
    const subject = await open(putPictures(blank, put));
    let read = 0;
    const files = Array.from({ length: 61 }, (_, index) => {
      const chosen = file(`${String(index).padStart(2, '0')}.png`, one);
      const bytes = () => {
        read += 1;
        return one.slice().buffer;
      };
      return Object.assign(chosen, { arrayBuffer: () => Promise.resolve(bytes()) });
    });
    void subject.person.upload(chooser(), files);
    await screen.findByText(label('answer-pictures-over', { count: 61, most: 200, room: 60 }));
    expect(screen.getByText(label('answer-pictures-large', { size: 24, most: 20 }))).toBeTruthy();
    const why = describeWhyNoPicture({ reason: 'too-many', most: 200 }, 'th');
    await screen.findByText(label('answer-pictures-left', { count: 1, file: '60.png', why }));
    expect(read).toBe(60);
    expect(screen.queryByText(label('answer-pictures-adding'))).toBeNull();
  });
});
