import { Button, Field, Link, Textarea } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import { agencyFolderName } from '../../../../domain/sharing/library-layout.ts';
import { nameOfPath } from '../../../../domain/text/file-path.ts';
import type { AgencyStatus, LibraryStatus, StatusFile } from '../../../../usecases/sharing/library-status.ts';
import { planSendBack } from '../../../../usecases/sharing/send-back.ts';
import type { ViewProps } from '../../view-props.ts';
import { DialogParts, OpenedDialog } from '../ModalDialog.tsx';
import { excelLink } from './excel-link.ts';
import { useSharedText } from './use-shared-text.ts';
import { useShareStyles } from './use-share-styles.ts';

/** An agency that a person asked about. */
export interface AgencyFilesProps extends Pick<ViewProps, 'session'> {
  readonly status: LibraryStatus;
  /** Undefined while none is asked about. */
  readonly code: AgencyCode | undefined;
  readonly onClose: () => void;
}

/** The files of an agency, with what can be done: open them, send remarks back, accept the answers. */
export function AgencyFiles({ session, status, code, onClose }: AgencyFilesProps): ReactNode {
  const found = status.agencies.find(({ agency }) => agency.code === code);
  return (
    <OpenedDialog isOpen={found !== undefined} title={found?.agency.name ?? ''} onClose={onClose}>
      {found && <Parts key={found.agency.code} session={session} status={status} found={found} onClose={onClose} />}
    </OpenedDialog>
  );
}

type PartsProps = Omit<AgencyFilesProps, 'code'> & { readonly found: AgencyStatus };

function Parts({ session, status, found, onClose }: PartsProps): ReactNode {
  const styles = useShareStyles();
  const { text } = useSharedText();
  const [note, setNote] = useState('');
  const { agency, files } = found;
  if (files.length === 0) {
    const content = <p className={styles.text}>{text('no-file')}</p>;
    return <DialogParts content={content} actions={null} onCancel={onClose} cancel={text('close')} />;
  }
  const plan = planSendBack(status, agency);
  const path = `${agencyFolderName(agency)}/${plan.name}`;
  const act = (work: () => Promise<unknown>) => () => {
    onClose();
    void work();
  };
  return (
    <DialogParts
      content={
        <div className={styles.part}>
          {files.map((file) => (
            <Ways key={file.path} file={file} />
          ))}
          <p className={styles.text}>{text('send-back-hint', { path, count: plan.remarks.length })}</p>
          <Field className={styles.field} label={text('note')}>
            <Textarea value={note} rows={3} onChange={(_, { value }) => setNote(value)} />
          </Field>
          <p className={styles.text}>{text('accept-hint')}</p>
        </div>
      }
      actions={
        <>
          <Button onClick={act(() => session.shared.sendBack(agency.code, note))}>{text('send-back')}</Button>
          <Button onClick={act(() => session.shared.accept(agency.code))}>{text('accept')}</Button>
        </>
      }
      onCancel={onClose}
      cancel={text('close')}
    />
  );
}

/** Where a file is, and how to open it. */
function Ways({ file: { path, version } }: { readonly file: StatusFile }): ReactNode {
  const styles = useShareStyles();
  const { text, time } = useSharedText();
  const file = nameOfPath(path);
  const inExcel = excelLink(version.excelUrl);
  const { webUrl, modifiedAt, modifiedBy } = version;
  const isOnWeb = webUrl?.startsWith('https://') ?? false;
  return (
    <div>
      <p className={styles.text}>{path}</p>
      {modifiedAt !== undefined && (
        <p className={styles.text}>
          {modifiedBy
            ? text('saved-by', { time: time(modifiedAt), name: modifiedBy.name })
            : text('saved-at', { time: time(modifiedAt) })}
        </p>
      )}
      {inExcel !== undefined && (
        <p className={styles.text}>
          <Link href={inExcel}>{text('open-in-excel', { file })}</Link>
        </p>
      )}
      {isOnWeb && (
        <p className={styles.text}>
          <Link href={webUrl} target="_blank" rel="noopener">
            {text('open-on-web', { file })}
          </Link>
        </p>
      )}
    </div>
  );
}
