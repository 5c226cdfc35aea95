import type { ComponentType } from 'react';
import type { Session } from '../session/session.ts';
import type { FileOpeners, ViewProps } from './view-props.ts';

/** All of the pane that is not needed at once. */
export interface Pane {
  readonly session: Session;
  readonly openers: FileOpeners;
  readonly OpenWorkbook: ComponentType<Pick<ViewProps, 'session'>>;
  readonly Work: ComponentType<ViewProps>;
}
