import { contentOf, type Actor, type Drive, type StoredItem } from './drive.ts';

/** Somebody who works in the library with Excel and a browser. Paths are below the drive's root, with `/` between names. */
export interface Person {
  readonly actor: Actor;
  /** Saves a file, with the folders above it; another version where it is there. */
  save(path: string, bytes: Uint8Array): void;
  read(path: string): Uint8Array;
  /** Opens a file, which locks it for everybody else's programs until it is closed. */
  open(path: string): void;
  close(path: string): void;
  rename(path: string, name: string): void;
  remove(path: string): void;
  /** Leaves a copy beside a file, under another name. */
  copy(path: string, name: string): void;
}

/** A person of the organisation at work in a drive. */
export function personIn(drive: Drive, displayName: string): Person {
  const email = `${displayName.toLowerCase().replaceAll(' ', '.')}@bma.example`;
  const actor: Actor = { kind: 'user', id: `id-of-${email}`, displayName, email };
  const at = (path: string): StoredItem => {
    const item = drive.at(path);
    if (item === undefined) throw new Error(`nothing at ${path}`);
    return item;
  };
  return {
    actor,
    save(path, bytes) {
      const names = path.split('/');
      const name = names.pop() ?? '';
      const folder = names.reduce(
        (parent, part) => drive.child(parent, part) ?? drive.makeFolder(parent, part, actor),
        drive.root,
      );
      const found = drive.child(folder, name);
      if (found) drive.save(found, bytes, actor);
      else drive.makeFile(folder, name, bytes, actor);
    },
    read: (path) => contentOf(at(path)),
    open: (path) => void (at(path).openedBy = actor),
    close: (path) => void (at(path).openedBy = undefined),
    rename: (path, name) => drive.move(at(path), { name }, actor),
    remove: (path) => drive.remove(at(path), actor),
    copy(path, name) {
      const item = at(path);
      const [folder = drive.root] = drive.above(item);
      drive.makeFile(folder, name, contentOf(item), actor);
    },
  };
}
