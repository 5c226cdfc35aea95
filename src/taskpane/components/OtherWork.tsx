import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useStartLabel } from '../language.ts';
import { SECTIONS } from '../sections.ts';
import type { Section } from '../session-state.ts';

/** Where one can go. */
export interface OtherWorkProps {
  /** The section that is shown, to which there is no way. */
  readonly shown: Section | undefined;
  readonly onShow: (section: Section) => void;
}

/** The ways to the other sections. */
export function OtherWork({ shown, onShow }: OtherWorkProps): ReactNode {
  const label = useStartLabel();
  return (
    <nav aria-labelledby="other-work">
      <h2 id="other-work">{label('other-work')}</h2>
      {SECTIONS.filter(({ section }) => section !== shown).map(({ section, Icon }) => (
        <Button key={section} icon={<Icon />} onClick={() => onShow(section)}>
          {label(section)}
        </Button>
      ))}
    </nav>
  );
}
