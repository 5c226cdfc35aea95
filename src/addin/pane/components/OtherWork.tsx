import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useStartLabel } from '../language.ts';
import { isStart, lacksWorkbook, otherSections, type Known } from '../sections.ts';
import type { Section } from '../../session/session-state.ts';

/** The current section and how to open another. */
export interface OtherWorkProps {
  readonly known: Known;
  readonly onShow: (section: Section) => void;
}

/** Buttons for the other sections. */
export function OtherWork({ known, onShow }: OtherWorkProps): ReactNode {
  const label = useStartLabel();
  return (
    <nav aria-labelledby="other-work">
      <h2 id="other-work">{label(isStart(known) && lacksWorkbook(known) ? 'without-workbook' : 'other-work')}</h2>
      {otherSections(known).map(({ section, Icon }) => (
        <Button key={section} icon={<Icon />} onClick={() => onShow(section)}>
          {label(section)}
        </Button>
      ))}
    </nav>
  );
}
