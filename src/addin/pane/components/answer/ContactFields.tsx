import { Accordion, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { messageContext } from '../../../../domain/messages/message.ts';
import { isFinding } from '../../../../domain/checks/remark.ts';
import { cellKey } from '../../../../domain/spreadsheet/address.ts';
import { remarksOfContact, type CheckedForm } from '../../../../usecases/form-remarks.ts';
import { programmeInUse } from '../../../session/programmes.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { Details } from '../Details.tsx';
import { CellField } from './CellField.tsx';
import { FixedCell } from './FixedCell.tsx';
import { useTyped } from './use-typed.ts';

/** The contact person of the form. */
export interface ContactFieldsProps extends Pick<ViewProps, 'session'> {
  readonly form: CheckedForm;
}

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

/** The contact person, to be opened; nothing where the workbook has no cover. */
export function ContactFields({ session, form }: ContactFieldsProps): ReactNode {
  const { label } = useMessages();
  if (form.contact.length === 0) return null;
  return (
    <Accordion collapsible>
      <Details name="contact" heading={label('answer-contact')}>
        <Fields session={session} form={form} />
      </Details>
    </Accordion>
  );
}

function Fields({ session, form }: ContactFieldsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const context = messageContext(useSlice(session, programmeInUse), 'agency');
  const { typed, rules } = useTyped(session);
  const remarks = useMemo(() => remarksOfContact(form, typed, rules), [form, typed, rules]);
  return (
    <div className={styles.fields}>
      {form.contact.map(({ field, cell }) => {
        const key = cellKey(cell.sheet, cell);
        const own = remarks.filter((remark) => {
          if (remark.cell !== undefined) return cellKey(remark.sheet ?? '', remark.cell) === key;
          return isFinding(remark) && remark.contact === field;
        });
        const shared = { name: label(`contact-${field}`), cell, remarks: own, context };
        const fix = form.checked.changes.find((change) => cellKey(change.sheet, change) === key);
        return cell.fixed === undefined ? (
          <CellField key={field} {...shared} session={session} kind="contact" statuses={[]} fix={fix} />
        ) : (
          <FixedCell key={field} {...shared} reason={cell.fixed} />
        );
      })}
    </div>
  );
}
