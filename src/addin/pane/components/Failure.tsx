import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isLoadFailure } from '../../../usecases/load-failure.ts';
import { useStartLabel } from '../language.ts';

/** An error and how to try again. */
export interface FailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Says that a part of the pane cannot be shown, and lets the person try again. It needs nothing that would have to be loaded. */
export function Failure({ error, onRetry }: FailureProps): ReactNode {
  const label = useStartLabel();
  const isOffline = isLoadFailure(error);
  return (
    <div className="failure" role="alert">
      <strong>{label(isOffline ? 'not-loaded' : 'not-shown')}</strong>
      <p>{isOffline ? label('not-loaded-remedy') : label('not-shown-remedy', { detail: String(error) })}</p>
      <Button onClick={onRetry}>{label('try-again')}</Button>
    </div>
  );
}
