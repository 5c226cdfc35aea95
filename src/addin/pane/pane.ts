import type { ComponentType } from 'react';
import type { OpenWorkbookProps } from './components/OpenWorkbook.tsx';
import type { Session } from '../session/session.ts';
import type { FileOpeners, ViewProps } from './view-props.ts';

/** All of the pane that is not needed at once. */
export interface Pane {
  readonly session: Session;
  readonly openers: FileOpeners;
  readonly OpenWorkbook: ComponentType<OpenWorkbookProps>;
  readonly Work: ComponentType<ViewProps>;
}
