import type { ReactNode } from 'react';
import { describeRemark } from '../../../../domain/messages/describe-remark.ts';
import type { MessageContext } from '../../../../domain/messages/message.ts';
import { severityOfRemark, type Remark } from '../../../../domain/checks/remark.ts';
import { groupBy } from '../../../../domain/text/group-by.ts';
import { useMessages } from '../../use-messages.ts';
import { RemarkText } from '../remarks/RemarkText.tsx';

/** What was found in a field. */
export interface FieldRemarksProps {
  readonly remarks: readonly Remark[];
  readonly context: MessageContext;
}

/** The remarks about one field, those that say the same once. */
export function FieldRemarks({ remarks, context }: FieldRemarksProps): ReactNode {
  const { language } = useMessages();
  const same = groupBy(remarks, (remark) =>
    JSON.stringify([describeRemark(remark, language, context), severityOfRemark(remark)]),
  );
  return [...same].map(([key, group]) => (
    <RemarkText key={key} message={describeRemark(group[0], language, context)} remarks={group} />
  ));
}
