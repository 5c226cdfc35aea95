import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';

/** A text to be copied, and the words around it. */
export interface CopyTextProps {
  readonly label: string;
  readonly text: string;
  /** On the button. */
  readonly copy: string;
  /** What is said when it was copied, and when a person has to do that. */
  readonly outcomes: Readonly<Record<'copied' | 'copy-by-hand', string>>;
}

const useStyles = makeStyles({
  // No wider than the pane, however large its text.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** Shows a text that is ready to be copied. */
export function CopyText({ label, text, copy, outcomes }: CopyTextProps): ReactNode {
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<keyof typeof outcomes>();
  const copyNow = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Excel's frame may not let the pane write to the clipboard.
      area.current?.select();
      setOutcome('copy-by-hand');
    }
  };
  return (
    <>
      <Field className={styles.field} label={label}>
        <Textarea textarea={{ ref: area }} value={text} readOnly rows={8} />
      </Field>
      <Button onClick={() => void copyNow()}>{copy}</Button>
      <p className={styles.text} role="status">
        {outcome && outcomes[outcome]}
      </p>
    </>
  );
}
