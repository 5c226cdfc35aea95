import { AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** What can be opened in an accordion. */
export interface DetailsProps {
  readonly name: string;
  readonly heading: string;
  readonly children: ReactNode;
}

/** A part of an accordion, whose content is made when it is opened. */
export function Details({ name, heading, children }: DetailsProps): ReactNode {
  return (
    <AccordionItem value={name}>
      <AccordionHeader as="h3">{heading}</AccordionHeader>
      <AccordionPanel>{children}</AccordionPanel>
    </AccordionItem>
  );
}
