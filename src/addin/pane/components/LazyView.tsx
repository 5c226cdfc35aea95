import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Section } from '../../session/session-state.ts';
import { useLoaded } from '../use-loaded.ts';
import type { ViewProps } from '../view-props.ts';
import { VIEWS } from '../views.ts';
import { useMessages } from '../use-messages.ts';
import { Failure } from './Failure.tsx';

/** A view that is loaded when it is first shown. */
export function LazyView({ section, ...props }: ViewProps & { readonly section: Section }): ReactNode {
  const { label } = useMessages();
  const [{ value: View, failure }, retry] = useLoaded(VIEWS[section]);
  if (failure) return <Failure error={failure.error} onRetry={retry} />;
  return View ? <View {...props} /> : <Spinner label={label('loading')} />;
}
