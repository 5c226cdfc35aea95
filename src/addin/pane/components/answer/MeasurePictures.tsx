import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MeasureForm } from '../../../../domain/form/answers/answer-form.ts';
import { descriptionOf, type AddedPicture } from '../../../../domain/form/answers/form-pictures.ts';
import { typedAt } from '../../../../domain/form/answers/typed-texts.ts';
import { describeWhyNoPicture } from '../../../../domain/messages/message.ts';
import { cellName } from '../../../../domain/spreadsheet/address.ts';
import { MAX_PICTURES } from '../../../../domain/form/read/read-sheet-objects.ts';
import { MAX_LOOKED_AT_MB, type CleanPicture } from '../../../../domain/image/picture.ts';
import { SHRUNK_SIDE } from '../../../../usecases/fetch-pictures.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { AddedPictures, RefusedPicture } from '../../../session/jobs/answer-pictures.ts';
import { MAIL_MB } from '../../../session/picture-room.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { InSteps } from '../changes/InSteps.tsx';
import { FileChooser } from '../FileChooser.tsx';
import { pictureUrl } from './picture-url.ts';

/** The pictures of a measure. */
export interface MeasurePicturesProps extends ViewProps {
  readonly measure: MeasureForm;
}

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  image: {
    width: '96px',
    height: '72px',
    objectFit: 'contain',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  field: { flex: '1 1 160px', gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { fieldSizing: 'content', maxHeight: '60vh' },
  box: { maxHeight: 'none' },
});

/** What was done last with the pictures of the measure, for people who do not see the list. */
type Done =
  | { readonly what: 'removed' }
  /** How many were chosen, for how many there is room, and what all will take. */
  | { readonly what: 'adding'; readonly count: number; readonly room: number; readonly megabytes: number }
  | { readonly what: 'added'; readonly count: number };

/** The pictures of a measure, with a way to add more and to take those away that were added here. */
export function MeasurePictures({ session, measure, openFiles, openDrop }: MeasurePicturesProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const { pictures } = measure;
  const added = useSlice(session, (state) => state.added);
  const [done, setDone] = useState<Done>();
  const [outcome, setOutcome] = useState<AddedPictures>();
  const section = useRef<HTMLElement>(null);
  const add = async (files: ChosenFiles): Promise<void> => {
    if (files.paths.length === 0) return;
    const { length: count } = files.paths;
    const room = session.answers.pictureRoom;
    setDone({ what: 'adding', count, room: room?.count ?? 0, megabytes: room?.expectedWith(count) ?? 0 });
    setOutcome(undefined);
    const now = await session.answers.addPictures(measure, files);
    setDone(now.added === 0 ? undefined : { what: 'added', count: now.added });
    setOutcome(now);
  };
  const remove = async (picture: AddedPicture): Promise<void> => {
    const isGone = await session.answers.removePicture(picture);
    setDone(isGone ? { what: 'removed' } : undefined);
    // The button that had the focus is gone; another one to remove would be pressed by mistake.
    [...(section.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
  };
  const ownOf = (name: string): AddedPicture | undefined =>
    added.find((one) => one.sheet === measure.sheet && one.plan.name === name);
  const items = pictures.map((picture, index) => {
    // Copies have the name of what they were copied from.
    const same = pictures.slice(0, index).filter(({ name }) => name === picture.name).length;
    return { picture, number: index + 1, own: ownOf(picture.name), key: `${picture.name} ${String(same)}` };
  });
  return (
    <section
      ref={section}
      className={styles.section}
      aria-label={label('answer-pictures', { count: pictures.length })}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        // A program that puts a text beside a picture of it, as Excel does, means the text.
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        void add(openFiles(files));
      }}
    >
      <h4 className={styles.heading}>{label('answer-pictures', { count: pictures.length })}</h4>
      {pictures.length > 0 && (
        <InSteps items={items} keyOf={({ key }) => key}>
          {({ picture, number, own }) => (
            <div className={styles.item}>
              {own === undefined ? (
                picture.description || label('cell', { cell: cellName(picture.cell) })
              ) : (
                <AddedItem
                  session={session}
                  picture={own}
                  number={number}
                  onRemove={own.isFound ? undefined : () => void remove(own)}
                />
              )}
            </div>
          )}
        </InSteps>
      )}
      {items.some(({ own }) => own?.isFound) && <p>{label('answer-pictures-found')}</p>}
      {items.some(({ own }) => own === undefined) && <p>{label('answer-pictures-fixed')}</p>}
      <FileChooser
        text={label('answer-picture-add')}
        hint={label('answer-pictures-hint', { side: SHRUNK_SIDE, most: MAX_LOOKED_AT_MB })}
        kind="picture"
        isPrimary={false}
        isMany
        openFiles={openFiles}
        openDrop={openDrop}
        onChosen={(files) => void add(files)}
      />
      {done?.what === 'adding' && <StopAdding session={session} />}
      <div role="status">
        {done?.what === 'adding' && <Adding {...done} />}
        {done?.what === 'added' && <p>{label('answer-pictures-added', { count: done.count })}</p>}
        {done?.what === 'removed' && <p>{label('answer-picture-removed')}</p>}
        {outcome?.refused.map((one, index) => (
          <p key={index}>
            <Refused {...one} />
          </p>
        ))}
        {outcome?.left && (
          <p>
            {label('answer-pictures-left', {
              ...outcome.left,
              why: describeWhyNoPicture(outcome.left.why, language),
            })}
          </p>
        )}
      </div>
    </section>
  );
}

/** What is being added, and what a person should know before it is done. */
function Adding({ count, room, megabytes }: Extract<Done, { readonly what: 'adding' }>): ReactNode {
  const { label } = useMessages();
  return (
    <>
      <p>{label('answer-pictures-adding')}</p>
      {count > room && <p>{label('answer-pictures-over', { count, most: MAX_PICTURES, room })}</p>}
      {megabytes > MAIL_MB && <p>{label('answer-pictures-large', { size: megabytes, most: MAIL_MB })}</p>}
    </>
  );
}

/** How far the work is, with a button to stop it, where the person is looking; the bar of the page may be out of sight. */
function StopAdding({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const working = useSlice(session, (state) => state.working);
  if (working?.canStop !== true) return null;
  const { done, total } = working;
  return (
    <div className={styles.item}>
      <span>{label('working', { done, total, label: working.label })}</span>
      <Button size="small" onClick={() => session.stop()}>
        {label('stop')}
      </Button>
    </div>
  );
}

interface AddedItemProps extends Pick<ViewProps, 'session'> {
  readonly picture: AddedPicture;
  /** Among the pictures of the measure, from 1 on. */
  readonly number: number;
  /** Undefined for one that was in the file before. */
  readonly onRemove: (() => void) | undefined;
}

/** A picture that is known, with its description and a button to remove it if it was added here. */
function AddedItem({ session, picture, number, onRemove }: AddedItemProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const cell = descriptionOf(picture);
  const typed = useSlice(session, (state) => typedAt(state.typed, cell));
  const value = typed?.text ?? cell.text;
  return (
    <>
      <SmallPicture
        session={session}
        picture={picture.plan.picture}
        alt={value.trim() || label('answer-picture', { number })}
      />
      <Field className={styles.field} label={label('answer-picture-text', { number })}>
        <Textarea
          className={styles.box}
          textarea={{ className: styles.text }}
          rows={2}
          resize="vertical"
          value={value}
          onChange={(_, data) => session.answers.describe(picture, data.value)}
          onBlur={() => void session.answers.keep(cell)}
        />
      </Field>
      {onRemove && (
        <Button size="small" onClick={onRemove}>
          {label('answer-picture-remove', { number })}
        </Button>
      )}
    </>
  );
}

interface SmallPictureProps extends Pick<ViewProps, 'session'> {
  readonly picture: CleanPicture;
  readonly alt: string;
}

/** A picture as a small one, once that is made. */
function SmallPicture({ session, picture, alt }: SmallPictureProps): ReactNode {
  const styles = useStyles();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let isShown = true;
    void session.answers.small(picture).then((small) => isShown && setUrl(pictureUrl(small)));
    return () => {
      isShown = false;
    };
  }, [session, picture]);
  return <img className={styles.image} src={url} alt={alt} />;
}

/** Why a file was not taken, and what to do about it. */
function Refused({ file, why }: RefusedPicture): ReactNode {
  const { label, language } = useMessages();
  switch (why.reason) {
    case 'turned':
      return label('answer-picture-turned', { file });
    case 'unopened':
      return label('answer-picture-unopened', { file });
    case 'no-place':
      return label('answer-picture-no-place', { file });
    case 'broken':
      return label('answer-picture-broken', { file });
    case 'format':
    case 'too-many-pixels':
    case 'not-read':
    case 'too-large':
    case 'too-many':
    case 'no-room':
      return label('answer-picture-refused', { file, why: describeWhyNoPicture(why, language) });
  }
}
