import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { groupBy } from '../../../../domain/text/group-by.ts';
import { useMessages } from '../../use-messages.ts';
import { SheetChanges, type SheetChangesProps } from './SheetChanges.tsx';

/** Changes by sheet, the first sheet open, with a checkbox for each cell. */
export function ChangeList({ changes, excluded, onSelect }: SheetChangesProps): ReactNode {
  const { label } = useMessages();
  const sheets = [...groupBy(changes, ({ sheet }) => sheet)];
  const [[first] = []] = sheets;
  return (
    <Accordion multiple collapsible defaultOpenItems={first}>
      {sheets.map(([sheet, own]) => {
        const chosen = own.filter((change) => !excluded.has(change)).length;
        return (
          <AccordionItem key={sheet} value={sheet}>
            <AccordionHeader as="h3">{label('chosen-of', { name: sheet, chosen, total: own.length })}</AccordionHeader>
            <AccordionPanel>
              <SheetChanges changes={own} excluded={excluded} onSelect={onSelect} />
            </AccordionPanel>
          </AccordionItem>
        );
      })}
    </Accordion>
  );
}
