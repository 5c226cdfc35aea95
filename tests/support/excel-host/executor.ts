import { isHostObject, type HostObject } from './host-object.ts';
import type { CalledMember } from './undo.ts';
import {
  ActionType,
  HostError,
  PathType,
  type WireAction,
  type WireBatch,
  type WirePath,
  type WireReply,
} from './wire.ts';

/** Carries batches out over the objects below a root; what office.js keeps a reference to lives on between batches. */
export class Executor {
  readonly #root: HostObject;
  readonly #services: ReadonlyMap<string, HostObject>;
  readonly #kept = new Map<string, HostObject | null>();
  #references = 0;

  /** @param services objects that the client makes anew, by their full names */
  constructor(root: HostObject, services: ReadonlyMap<string, HostObject>) {
    this.#root = root;
    this.#services = services;
  }

  /**
   * Stops at the first failure; what was done before it stays done.
   * @param beforeAction may refuse an action by a {@link HostError}
   * @param called gets the methods that were called and the properties that were set
   */
  execute(batch: WireBatch, beforeAction: () => void = () => undefined, called: CalledMember[] = []): WireReply {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    const run = new BatchRun(batch, this, called);
    for (const [index, action] of batch.Actions.entries()) {
      try {
        beforeAction();
        results.push({ ActionId: action.Id, Value: run.act(action) });
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const Error = {
          Code: error.code,
          Message: error.message,
          Location: error.location ?? action.Name,
          ActionIndex: index,
        };
        return { Results: results, TraceIds: traces, Error };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  root(name: string): HostObject {
    const object = name === '' ? this.#root : this.#services.get(name);
    if (object === undefined) throw new HostError('ApiNotFound', `The emulated host does not know ${name}.`);
    return object;
  }

  keep(object: HostObject | null): string {
    const id = `R${++this.#references}`;
    this.#kept.set(id, object);
    return id;
  }

  kept(id: string): HostObject | null {
    const object = this.#kept.get(id);
    if (object === undefined) throw new HostError('InvalidReference', `There is no reference ${id}.`);
    return object;
  }

  release(id: unknown): void {
    this.#kept.delete(String(id));
  }

  /** References that office.js has not given back. */
  get referenceCount(): number {
    return this.#kept.size;
  }
}

/** One batch under way: object paths are followed once, when they are first needed. */
class BatchRun {
  readonly #batch: WireBatch;
  readonly #executor: Executor;
  readonly #called: CalledMember[];
  readonly #objects = new Map<number, HostObject | null>();
  readonly #references = new Map<number, string>();

  constructor(batch: WireBatch, executor: Executor, called: CalledMember[]) {
    this.#batch = batch;
    this.#executor = executor;
    this.#called = called;
  }

  act(action: WireAction): unknown {
    const { ActionType: type, Name: name, ObjectPathId: pathId } = action;
    if (type === ActionType.Trace) return null;
    const args = action.ArgumentInfo?.Arguments ?? [];
    const object = this.#object(pathId);
    if (name === '_KeepReference') {
      this.#references.set(pathId, this.#executor.keep(object));
      return null;
    }
    if (name === '_RemoveReference') {
      this.#executor.release(args[0]);
      return null;
    }
    if (object === null) return null;
    if (type === ActionType.Method || type === ActionType.SetProperty) this.#called.push({ type: object.type, name });
    switch (type) {
      case ActionType.Instantiate:
        return this.#identity(pathId, object);
      case ActionType.Query:
        return query(object, action.QueryInfo?.Select ?? []);
      case ActionType.Method:
        return object.call(name, args) ?? null;
      case ActionType.SetProperty:
        object.set(name, args[0]);
        return null;
      default:
        throw new HostError('NotImplemented', `The emulated host does not know action type ${type}.`);
    }
  }

  #identity(pathId: number, object: HostObject): unknown {
    const reference = this.#references.get(pathId);
    return {
      ...(object.id === undefined ? {} : { Id: object.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  #object(pathId: number): HostObject | null {
    const known = this.#objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.#batch.ObjectPaths[pathId];
    if (path === undefined) throw new HostError('InvalidObjectPath', `There is no object path ${pathId}.`);
    const object = this.#follow(path);
    this.#objects.set(pathId, object);
    return object;
  }

  #follow(path: WirePath): HostObject | null {
    if (path.ObjectPathType === PathType.Global || path.ObjectPathType === PathType.New) {
      return this.#executor.root(path.Name);
    }
    if (path.ObjectPathType === PathType.ReferenceId) return this.#executor.kept(path.Name);
    if (path.ObjectPathType === PathType.Null || path.ParentObjectPathId === undefined) return null;
    const parent = this.#object(path.ParentObjectPathId);
    // What is asked of a null object is a null object.
    if (parent === null) return null;
    const { Arguments: given = [], ReferencedObjectPathIds: references = [] } = path.ArgumentInfo ?? {};
    const args = given.map((argument, index) => this.#argument(argument, references[index]));
    const isIndexer = path.ObjectPathType === PathType.Indexer;
    const member = isIndexer ? 'GetItem' : path.Name;
    const found = locatedAt(parent, member, () => {
      if (isIndexer) return parent.item(String(args[0]));
      return path.ObjectPathType === PathType.Property ? parent.get(member) : parent.call(member, args);
    });
    if (found !== null && !isHostObject(found)) {
      throw new HostError('InvalidObjectPath', `${parent.type}.${path.Name} is no object.`);
    }
    return found;
  }

  /** An argument that names an object path stands for its object. */
  #argument(argument: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference > 0) return this.#object(reference);
    if (typeof argument !== 'object' || argument === null || !('_ObjectPathId' in argument)) return argument;
    return this.#object(Number(argument._ObjectPathId));
  }
}

/** Fails as `find` does, naming the member that was asked for as Excel does in `debugInfo.errorLocation`. */
function locatedAt<Value>({ type }: HostObject, member: string, find: () => Value): Value {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new HostError(error.code, error.message, `${type}.${member.charAt(0).toLowerCase()}${member.slice(1)}`);
  }
}

/** The fields that were asked for, by their original names; all plain fields where none was named. */
function query(object: HostObject, select: readonly string[]): unknown {
  if (object.items) return { _Items: object.items.map((item) => query(item, select)) };
  const identity = object.id === undefined ? {} : { Id: object.id };
  const names = select.length === 0 ? object.scalarNames : select;
  const deeper = new Map<string, string[]>();
  const fields: Record<string, unknown> = identity;
  for (const path of names) {
    const [first = '', ...rest] = path.split('/');
    const name = first.charAt(0).toUpperCase() + first.slice(1);
    if (object.isScalar(name)) fields[name] = object.get(name);
    else deeper.set(name, [...(deeper.get(name) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
  }
  for (const [name, below] of deeper) {
    const child = object.get(name);
    fields[name] = isHostObject(child) ? query(child, below) : child;
  }
  return fields;
}
