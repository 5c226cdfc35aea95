import { useEffect, useState } from 'react';

/** The outcome of loading something; `value` and `failure` are undefined while it is loading. */
export interface Loaded<Value> {
  readonly value?: Value;
  readonly failure?: { readonly error: unknown };
}

/** Loads something when a component is first shown. The second result tries again after a failure. */
export function useLoaded<Value>(load: () => Promise<Value>): readonly [Loaded<Value>, retry: () => void] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => isWanted && setLoaded({ value }),
      (error: unknown) => isWanted && setLoaded({ failure: { error } }),
    );
    return () => {
      isWanted = false;
    };
  }, [load, attempt]);
  const retry = (): void => {
    setLoaded({});
    setAttempt(attempt + 1);
  };
  return [loaded, retry];
}
