import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { UndoLast } from '../UndoLast.tsx';
import { DigitChoice } from './DigitChoice.tsx';
import { DigitPreview } from './DigitPreview.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** Conversion of digits: its options, its preview, and undo. */
export function DigitsView({ session }: ViewProps): ReactNode {
  const styles = useStyles();
  const preview = useSlice(session, (state) => state.preview);
  const onSelect = session.isLive ? (location: CellLocation) => void session.select(location) : undefined;
  return (
    <div className={styles.view}>
      <DigitChoice
        isLive={session.isLive}
        isNext={preview === undefined}
        onPreview={(to, scope) => void session.preview(to, scope)}
      />
      {preview && (
        <DigitPreview
          plan={preview}
          onConvert={(wanted) => void session.convertPreviewed(wanted)}
          onCancel={() => session.discardPreview()}
          onSelect={onSelect}
        />
      )}
      <UndoLast session={session} />
    </div>
  );
}
