import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { compareWords } from '../../../../domain/master/merge/merge-words.ts';
import { visible } from '../changes/pieces.ts';

const useStyles = makeStyles({
  // As with digits, no line goes through a word, which would hide what it was; lines tell the two apart without colours.
  changed: {
    margin: '0 1px',
    padding: '0 2px',
    borderRadius: tokens.borderRadiusSmall,
    fontWeight: tokens.fontWeightSemibold,
    textUnderlineOffset: '0.3em',
    textDecorationLine: 'underline',
  },
  del: {
    textDecorationStyle: 'dotted',
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
  },
  ins: {
    textDecorationStyle: 'solid',
    color: tokens.colorPaletteGreenForeground1,
    backgroundColor: tokens.colorPaletteGreenBackground1,
  },
});

/** Two versions of a text in one, words that went in red and words that came in green. */
export function Compared({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const styles = useStyles();
  return compareWords(before, after).map(({ kind, text }, index) => {
    if (kind === 'same') return <span key={index}>{text}</span>;
    // Stretches are identified only by their order.
    const Mark = kind === 'gone' ? 'del' : 'ins';
    return (
      <Mark key={index} className={mergeClasses(styles.changed, styles[Mark])}>
        {text.trim() === '' ? visible(text) : text}
      </Mark>
    );
  });
}
