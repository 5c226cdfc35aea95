import { HostError } from './wire.ts';

/** The members of one office.js class over the part of the model that stands behind it. */
export interface TypeDefinition<Self> {
  /** What every answer about the object carries as `Id`. */
  readonly id?: (self: Self) => string;
  readonly scalars?: Readonly<Record<string, (self: Self) => unknown>>;
  readonly setters?: Readonly<Record<string, (self: Self, value: unknown) => void>>;
  /** Navigation properties; null is a null object. */
  readonly objects?: Readonly<Record<string, (self: Self) => HostObject | null>>;
  /** A method gives a value, an object, or null for a null object. */
  readonly methods?: Readonly<Record<string, (self: Self, args: readonly unknown[]) => unknown>>;
  /** The members of a collection. */
  readonly items?: (self: Self) => readonly HostObject[];
  /** The indexer of a collection. */
  readonly item?: (self: Self, key: string) => HostObject;
}

/** An object of the host, as the executor sees it. */
export interface HostObject {
  readonly type: string;
  readonly id: string | undefined;
  readonly scalarNames: readonly string[];
  readonly items: readonly HostObject[] | undefined;
  isScalar(name: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  call(name: string, args: readonly unknown[]): unknown;
  item(key: string): HostObject;
}

/** Names of the members of a class; the drift test compares them with the real prototypes. */
export interface TypeNames {
  readonly type: string;
  readonly scalars: readonly string[];
  readonly setters: readonly string[];
  readonly objects: readonly string[];
  readonly methods: readonly string[];
}

/** Every class that was defined. */
export const DEFINED: TypeNames[] = [];

/** Defines a class; the result wraps a part of the model. A member that is not defined fails with its full name. */
export function defineType<Self>(type: string, definition: TypeDefinition<Self>): (self: Self) => HostObject {
  const { scalars = {}, setters = {}, objects = {}, methods = {} } = definition;
  const names = [scalars, setters, objects, methods].map((members) => Object.keys(members));
  const [scalarNames = [], setterNames = [], objectNames = [], methodNames = []] = names;
  DEFINED.push({ type, scalars: scalarNames, setters: setterNames, objects: objectNames, methods: methodNames });
  const member = <Member>(members: Readonly<Record<string, Member>>, name: string): Member => {
    const found = Object.hasOwn(members, name) ? members[name] : undefined;
    if (found === undefined) throw new HostError('ApiNotFound', `The emulated host does not know ${type}.${name}.`);
    return found;
  };
  return (self) => ({
    type,
    id: definition.id?.(self),
    scalarNames,
    get items() {
      return definition.items?.(self);
    },
    isScalar: (name) => Object.hasOwn(scalars, name),
    get: (name) => (Object.hasOwn(scalars, name) ? scalars[name]!(self) : member(objects, name)(self)),
    set: (name, value) => member(setters, name)(self, value),
    call: (name, args) => member(methods, name)(self, args),
    item: (key) => {
      if (!definition.item) throw new HostError('ApiNotFound', `The emulated host does not know ${type}[].`);
      return definition.item(self, key);
    },
  });
}

/** Whether a value of the model is an object of the host. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'scalarNames' in value;
}
