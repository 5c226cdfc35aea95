import { Spinner } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import type { Section } from '../session-state.ts';
import type { ViewProps } from '../view-props.ts';
import { VIEWS } from '../views.ts';
import { useVoice } from '../voice.ts';

type Loaded = { readonly View: ComponentType<ViewProps> } | { readonly error: unknown } | undefined;

/** A view that is loaded when it is first shown. Where that fails it fails too, and is loaded again when it is shown again. */
export function LazyView({ section, ...props }: ViewProps & { readonly section: Section }): ReactNode {
  const { label } = useVoice();
  const [loaded, setLoaded] = useState<Loaded>(undefined);
  useEffect(() => {
    VIEWS[section]().then(
      (View) => setLoaded({ View }),
      (error: unknown) => setLoaded({ error }),
    );
  }, [section]);
  if (loaded === undefined) return <Spinner label={label('loading')} />;
  if ('error' in loaded) throw loaded.error;
  return <loaded.View {...props} />;
}
