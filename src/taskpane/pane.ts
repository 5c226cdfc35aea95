import type { ComponentType } from 'react';
import type { Session } from './session.ts';
import type { FileOpeners, ViewProps } from './view-props.ts';

/** All of the pane that is not needed at once. */
export interface Pane {
  readonly session: Session;
  readonly openers: FileOpeners;
  readonly Work: ComponentType<ViewProps>;
}
