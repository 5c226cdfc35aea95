import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { Draft, DraftStore } from '../../../../usecases/ports/draft-store.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useMessages } from '../../use-messages.ts';
import { DialogParts, OpenedDialog } from '../ModalDialog.tsx';

/** Drafts and where they are kept. */
export interface DraftsProps {
  readonly drafts: Pick<DraftStore, 'all' | 'discard'>;
  readonly onContinue: (draft: Draft) => void;
}

const useStyles = makeStyles({
  drafts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  draft: { listStyleType: 'none', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
});

/** The drafts of files that were left before a copy was saved, to go on with or to throw away; nothing where there are none. */
export function Drafts({ drafts, onContinue }: DraftsProps): ReactNode {
  const styles = useStyles();
  const { label, time } = useMessages();
  const title = useId();
  const [{ value: all = [] }] = useLoaded(drafts.all);
  const [gone, setGone] = useState<readonly Draft[]>([]);
  const [asked, setAsked] = useState<Draft>();
  const left = all.filter((draft) => !gone.includes(draft));
  if (left.length === 0) return null;
  return (
    <section className={styles.drafts} aria-labelledby={title}>
      <h2 id={title}>{label('drafts')}</h2>
      <p>{label('drafts-hint')}</p>
      <ul className={styles.list}>
        {left.map((draft) => (
          <li key={draft.id} className={styles.draft}>
            {label('draft-of', { file: draft.name, time: time(draft.at) })}
            <div className={styles.actions}>
              <Button aria-label={label('draft-continue-with', { file: draft.name })} onClick={() => onContinue(draft)}>
                {label('draft-continue')}
              </Button>
              <Button
                appearance="subtle"
                aria-label={label('draft-discard-of', { file: draft.name })}
                onClick={() => setAsked(draft)}
              >
                {label('draft-discard')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <DiscardDialog
        draft={asked}
        onDiscard={(draft) => {
          setGone([...gone, draft]);
          setAsked(undefined);
          void drafts.discard(draft.id).catch(() => undefined);
        }}
        onCancel={() => setAsked(undefined)}
      />
    </section>
  );
}

interface DiscardDialogProps {
  readonly draft: Draft | undefined;
  readonly onDiscard: (draft: Draft) => void;
  readonly onCancel: () => void;
}

/** Asks before a draft is deleted for good. */
function DiscardDialog({ draft, onDiscard, onCancel }: DiscardDialogProps): ReactNode {
  const { label } = useMessages();
  const question = useId();
  return (
    <OpenedDialog
      isOpen={draft !== undefined}
      title={label('draft-discard-title')}
      question={question}
      onClose={onCancel}
    >
      <DialogParts
        content={<p id={question}>{label('draft-discard-question', { file: draft?.name ?? '' })}</p>}
        actions={<Button onClick={() => draft && onDiscard(draft)}>{label('draft-discard')}</Button>}
        onCancel={onCancel}
      />
    </OpenedDialog>
  );
}
