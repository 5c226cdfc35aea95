import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PLACE_MARK } from '../../../../domain/document/template.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { FileOpeners } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { FileChooser } from '../FileChooser.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

interface LetterheadProps extends FileOpeners {
  readonly template: ChosenFiles | undefined;
  readonly onChange: (template: ChosenFiles | undefined) => void;
}

/** Chooses the office's own document whose letterhead, styles and pages a document takes. */
export function Letterhead({ template, onChange, openFiles, openDrop }: LetterheadProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [file] = template?.paths ?? [];
  return (
    <>
      <p className={styles.text}>{label('template-hint', { mark: PLACE_MARK })}</p>
      {file !== undefined && (
        <>
          <p className={styles.text}>{label('template-chosen', { file })}</p>
          <Button onClick={() => onChange(undefined)}>{label('template-none')}</Button>
        </>
      )}
      <FileChooser
        text={label('template-choose')}
        isPrimary={false}
        isMany={false}
        kind="template"
        onChosen={onChange}
        openFiles={openFiles}
        openDrop={openDrop}
      />
    </>
  );
}
