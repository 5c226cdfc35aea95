import { Button } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { describedPicture, placeTyped } from '../../../../domain/form/answers/typed-texts.ts';
import { cellKey } from '../../../../domain/spreadsheet/address.ts';
import { cellsOf, type CheckedForm } from '../../../../usecases/form-remarks.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';

/** Texts that were typed for cells which are gone, as where somebody has deleted rows meanwhile. */
export function UnplacedTexts({
  session,
  form,
}: Pick<ViewProps, 'session'> & { readonly form: CheckedForm }): ReactNode {
  const { label } = useMessages();
  const typed = useSlice(session, (state) => state.typed);
  const unplaced = useMemo(() => {
    const pictures = new Set(form.measures.flatMap((one) => one.pictures.map(({ name }) => name)));
    return placeTyped(typed, cellsOf(form)).unplaced.filter((one) => !pictures.has(describedPicture(one) ?? ''));
  }, [typed, form]);
  return (
    <div role="status">
      {unplaced.map((one) => (
        <div key={`${one.answers} ${cellKey(one.sheet, one)}`}>
          <p>{label('answer-homeless', { text: one.text })}</p>
          <Button size="small" onClick={() => session.answers.forget(one)}>
            {label('answer-forget')}
          </Button>
        </div>
      ))}
    </div>
  );
}
