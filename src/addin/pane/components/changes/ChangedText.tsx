import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../use-messages.ts';
import { piecesOf, visible, type Piece } from './pieces.ts';
import type { ShownChange } from './shown-change.ts';

const useStyles = makeStyles({
  // Both lines start at the same offset, so that they are easy to compare.
  pair: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: tokens.spacingHorizontalS, margin: 0 },
  name: { color: tokens.colorNeutralForeground3 },
  text: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  // Changes are bold and underlined; strikethrough would hide digits.
  changed: { fontWeight: tokens.fontWeightSemibold, textUnderlineOffset: '0.3em' },
  before: { textDecorationLine: 'underline', textDecorationStyle: 'dotted' },
  after: { textDecorationLine: 'underline', textDecorationStyle: 'solid' },
});

/** A text before and after a change, one above the other, with the changes marked. */
export function ChangedText({ change }: { readonly change: Pick<ShownChange, 'text' | 'edits'> }): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const pieces = piecesOf(change.text, change.edits);
  return (
    <dl className={styles.pair}>
      <dt className={styles.name}>{label('before')}</dt>
      <dd className={styles.text}>
        <Side pieces={pieces} side="before" />
      </dd>
      <dt className={styles.name}>{label('after')}</dt>
      <dd className={styles.text}>
        <Side pieces={pieces} side="after" />
      </dd>
    </dl>
  );
}

function Side({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: 'before' | 'after' }): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const Mark = side === 'before' ? 'del' : 'ins';
  const shown = pieces.filter((piece) => (piece.kind === 'same' ? piece.text : piece[side]) !== '');
  if (shown.length === 0) return label('nothing-there');
  return shown.map((piece, index) =>
    // Pieces are identified only by their order.
    piece.kind === 'same' ? (
      <span key={index}>{piece.text}</span>
    ) : (
      <Mark key={index} className={`${styles.changed} ${styles[side]}`}>
        {visible(piece[side])}
      </Mark>
    ),
  );
}
