/** One place of a data file, as a list of field names and indexes. */
export type Steps = readonly (string | number)[];

/** A data file with one thing wrong, and the place of it; the file is made when it is asked for. */
export interface Corruption {
  readonly title: string;
  readonly path: string;
  readonly data: () => unknown;
}

/**
 * Every way to spoil one field of a data file: gone (unless it may be missing), of another type, empty, null,
 * and an unknown field in every object.
 */
export function corruptionsOf(data: unknown, mayBeMissing: readonly string[]): readonly Corruption[] {
  return locationsOf(data).flatMap((steps) => {
    const value = steps.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], data);
    const path = pathOf(steps);
    const spoilt: Corruption[] = [];
    const spoil = (title: string, to: unknown): void => {
      spoilt.push({ title: `${path} ${title}`, path, data: () => withValue(data, steps, to) });
    };
    const field = steps.at(-1);
    if (typeof field === 'string' && !mayBeMissing.includes(field)) spoil('is missing', undefined);
    spoil('is null', null);
    spoil('has another type', typeof value === 'object' ? 'x' : { value });
    if (typeof value === 'string') {
      spoil('is blank', ' \u00a0');
      spoil('is a number', 7);
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      spoilt.push({
        title: `${path} has an unknown field`,
        path: pathOf([...steps, 'x']),
        data: () => withValue(data, [...steps, 'x'], 1),
      });
    }
    return spoilt;
  });
}

function locationsOf(data: unknown, steps: Steps = []): readonly Steps[] {
  if (typeof data !== 'object' || data === null) return [steps];
  const inner = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  const here = steps.length === 0 ? [] : [steps];
  return [
    ...here,
    ...inner.flatMap((step) => locationsOf((data as Record<string | number, unknown>)[step], [...steps, step])),
  ];
}

function pathOf(steps: Steps): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

/** A copy of the data with another value in one place; undefined takes the field away. */
export function withValue(data: unknown, steps: Steps, value: unknown): unknown {
  const copy: unknown = structuredClone(data);
  const holder = steps
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], copy) as Record<
    string | number,
    unknown
  >;
  const last = steps.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}
