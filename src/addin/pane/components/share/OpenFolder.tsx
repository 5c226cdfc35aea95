import { Button, Field, Input, Link, Spinner } from '@fluentui/react-components';
import { useCallback, useState, type ReactNode } from 'react';
import type { PickedFolders, SharedPorts } from '../../../session/shared-folder.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import type { ViewProps } from '../../view-props.ts';
import { Failure } from '../Failure.tsx';
import { FileChooser } from '../FileChooser.tsx';
import { useSharedText } from './use-shared-text.ts';
import { useShareStyles } from './use-share-styles.ts';

/** Opens the shared folder, in the way that the page has. */
export function OpenFolder(props: ViewProps): ReactNode {
  const { sharePoint, picked } = props.session.shared.ports;
  if (sharePoint) return <InSharePoint {...props} sharePoint={sharePoint} />;
  if (picked) return <OnThisComputer {...props} picked={picked} />;
  return <OnlyToCollect {...props} />;
}

type InSharePointProps = ViewProps & Pick<Required<SharedPorts>, 'sharePoint'>;

function InSharePoint({ session, sharePoint }: InSharePointProps): ReactNode {
  const { label } = useMessages();
  const load = useCallback(async () => ({ isConfigured: (await sharePoint()) !== undefined }), [sharePoint]);
  const [{ value, failure }, retry] = useLoaded(load);
  if (failure) return <Failure error={failure.error} onRetry={retry} />;
  if (value === undefined) return <Spinner label={label('loading')} />;
  return value.isConfigured ? <ByLink session={session} /> : <NotConfigured />;
}

function ByLink({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useShareStyles();
  const { text } = useSharedText();
  const known = useSlice(session, ({ settings }) => settings.sharedLink);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const [link, setLink] = useState(known ?? '');
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (link.trim() !== '' && !isWorking) void session.shared.open(link.trim());
      }}
    >
      <Field className={styles.field} label={text('link')} hint={text('link-hint')}>
        <Input type="url" value={link} onChange={(_, { value }) => setLink(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={isWorking || link.trim() === ''}>
        {text('open-link')}
      </Button>
    </form>
  );
}

/** Says who has to do what, and what serves until then. */
function NotConfigured(): ReactNode {
  const styles = useShareStyles();
  const { text } = useSharedText();
  return (
    <div className={styles.part}>
      <p className={styles.text}>{text('not-configured')}</p>
      <p className={styles.text}>{text('instead-page')}</p>
      <Link href="standalone.html" target="_blank" rel="noopener">
        {text('open-page')}
      </Link>
    </div>
  );
}

function OnThisComputer({ session, picked }: ViewProps & { readonly picked: PickedFolders }): ReactNode {
  const styles = useShareStyles();
  const { label } = useMessages();
  const { text } = useSharedText();
  const load = useCallback(async () => ({ last: await picked.remembered() }), [picked]);
  const [{ value, failure }, retry] = useLoaded(load);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  if (failure) return <Failure error={failure.error} onRetry={retry} />;
  if (value === undefined) return <Spinner label={label('loading')} />;
  const { last } = value;
  return (
    <div className={styles.part}>
      <p className={styles.text}>{text('pick-hint')}</p>
      {last !== undefined && (
        <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.shared.pick('last')}>
          {text('pick-last', { folder: last })}
        </Button>
      )}
      <Button
        appearance={last === undefined ? 'primary' : 'secondary'}
        disabledFocusable={isWorking}
        onClick={() => void session.shared.pick('new')}
      >
        {text(last === undefined ? 'pick' : 'pick-other')}
      </Button>
    </div>
  );
}

/** What is left where a page cannot write into a folder. */
function OnlyToCollect({ session, openFiles, openDrop }: ViewProps): ReactNode {
  const styles = useShareStyles();
  const { label } = useMessages();
  const { text } = useSharedText();
  return (
    <div className={styles.part}>
      <p className={styles.text}>{text('cannot-pick')}</p>
      <FileChooser
        text={label('choose-files')}
        isPrimary
        isMany
        openFiles={openFiles}
        openDrop={openDrop}
        onChosen={(files) => {
          session.show('consolidate');
          void session.collect(files);
        }}
      />
    </div>
  );
}
