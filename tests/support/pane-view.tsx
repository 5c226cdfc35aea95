import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { LanguageContext } from '../../src/addin/pane/language.ts';
import { paneMessages } from '../../src/addin/pane/use-messages.ts';

/** What the parts of the pane say in these tests. */
export const { label } = paneMessages('th');

/** A part of the pane as a person has it before them. */
export interface ShownView {
  readonly person: UserEvent;
  /** Shows the part with other properties. */
  readonly show: (view: ReactNode) => void;
}

/** Shows a part of the pane, in the theme and the language that the pane gives it. */
export function showInPane(view: ReactNode): ShownView {
  const { rerender } = render(inPane(view));
  return { person: userEvent.setup(), show: (next) => rerender(inPane(next)) };
}

function inPane(view: ReactNode): ReactNode {
  return (
    <FluentProvider theme={webLightTheme}>
      <LanguageContext.Provider value="th">{view}</LanguageContext.Provider>
    </FluentProvider>
  );
}
