import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import type { MeasureForm } from '../../../../domain/form/answers/answer-form.ts';
import { descriptionOf, type AddedPicture } from '../../../../domain/form/answers/form-pictures.ts';
import { typedAt } from '../../../../domain/form/answers/typed-texts.ts';
import { describeWhyNoPicture } from '../../../../domain/messages/message.ts';
import { cellName } from '../../../../domain/spreadsheet/address.ts';
import { MAX_LOOKED_AT_MB } from '../../../../domain/image/picture.ts';
import { SHRUNK_SIDE } from '../../../../usecases/fetch-pictures.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { RefusedPicture } from '../../../session/jobs/answer-pictures.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { FileChooser } from '../FileChooser.tsx';
import { pictureUrl } from './picture-url.ts';

/** The pictures of a measure. */
export interface MeasurePicturesProps extends ViewProps {
  readonly measure: MeasureForm;
}

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
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
type Done = { readonly what: 'adding' | 'removed' } | { readonly what: 'added'; readonly count: number };

/** The pictures of a measure, with a way to add more and to take those away that were added here. */
export function MeasurePictures({ session, measure, openFiles, openDrop }: MeasurePicturesProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { pictures } = measure;
  const added = useSlice(session, (state) => state.added);
  const [done, setDone] = useState<Done>();
  const [refused, setRefused] = useState<readonly RefusedPicture[]>([]);
  const section = useRef<HTMLElement>(null);
  const add = async (files: ChosenFiles): Promise<void> => {
    if (files.paths.length === 0) return;
    setDone({ what: 'adding' });
    setRefused([]);
    const outcome = await session.answers.addPictures(measure, files);
    setDone(outcome.added === 0 ? undefined : { what: 'added', count: outcome.added });
    setRefused(outcome.refused);
  };
  const remove = async (picture: AddedPicture): Promise<void> => {
    const isGone = await session.answers.removePicture(picture);
    setDone(isGone ? { what: 'removed' } : undefined);
    // The button that had the focus is gone; another one to remove would be pressed by mistake.
    [...(section.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
  };
  const ownOf = (name: string): AddedPicture | undefined =>
    added.find((one) => one.sheet === measure.sheet && one.plan.name === name);
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
        <ul className={styles.list}>
          {pictures.map(({ name, description, cell }, index) => {
            const own = ownOf(name);
            // Copies have the name of what they were copied from.
            const same = pictures.slice(0, index).filter((other) => other.name === name).length;
            return (
              <li key={`${name} ${String(same)}`} className={styles.item}>
                {own === undefined ? (
                  description || label('cell', { cell: cellName(cell) })
                ) : (
                  <AddedItem session={session} picture={own} number={index + 1} onRemove={() => void remove(own)} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {pictures.some(({ name }) => ownOf(name) === undefined) && <p>{label('answer-pictures-fixed')}</p>}
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
      <div role="status">
        {done?.what === 'adding' && <p>{label('answer-pictures-adding')}</p>}
        {done?.what === 'added' && <p>{label('answer-pictures-added', { count: done.count })}</p>}
        {done?.what === 'removed' && <p>{label('answer-picture-removed')}</p>}
        {refused.map((one, index) => (
          <p key={index}>
            <Refused {...one} />
          </p>
        ))}
      </div>
    </section>
  );
}

interface AddedItemProps extends Pick<ViewProps, 'session'> {
  readonly picture: AddedPicture;
  /** Among the pictures of the measure, from 1 on. */
  readonly number: number;
  readonly onRemove: () => void;
}

/** A picture that was added, with its description and a button to remove it. */
function AddedItem({ session, picture, number, onRemove }: AddedItemProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const cell = descriptionOf(picture);
  const typed = useSlice(session, (state) => typedAt(state.typed, cell));
  const value = typed?.text ?? cell.text;
  return (
    <>
      <img
        className={styles.image}
        src={pictureUrl(picture.plan.picture)}
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
      <Button size="small" onClick={onRemove}>
        {label('answer-picture-remove', { number })}
      </Button>
    </>
  );
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
    case 'too-many':
    case 'no-room':
      return label('answer-pictures-full', { file, why: describeWhyNoPicture(why, language) });
    case 'broken':
      return label('answer-picture-broken', { file });
    case 'format':
    case 'too-many-pixels':
    case 'not-read':
    case 'too-large':
      return label('answer-picture-refused', { file, why: describeWhyNoPicture(why, language) });
  }
}
