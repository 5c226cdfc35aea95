import {
  LibraryFault,
  type FileVersion,
  type LibraryItem,
  type Person,
} from '../../usecases/ports/document-library.ts';
import { fieldOf, textOf } from './json.ts';

/** What is asked of every item; without it, some calls leave out `webDavUrl`. */
export const ITEM_FIELDS =
  'id,name,size,eTag,cTag,file,folder,parentReference,lastModifiedBy,lastModifiedDateTime,webUrl,webDavUrl';

/**
 * A file or folder of a driveItem; undefined for anything else that lies in a library, such as a notebook.
 * @throws {LibraryFault} `unexpected` if something is missing that every driveItem has
 */
export function itemOf(row: unknown): LibraryItem | undefined {
  const name = textOf(row, 'name') ?? '';
  const need = <T>(value: T | undefined, field: string): T => {
    if (value === undefined) throw new LibraryFault('unexpected', name, `driveItem without ${field}`);
    return value;
  };
  const modifiedAt = textOf(row, 'lastModifiedDateTime');
  const modifiedBy = personOf(fieldOf(row, 'lastModifiedBy'));
  const webUrl = textOf(row, 'webUrl');
  const facts = {
    id: need(textOf(row, 'id'), 'id'),
    name: need(textOf(row, 'name'), 'name'),
    parent: textOf(fieldOf(row, 'parentReference'), 'id') ?? '',
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(modifiedBy && { modifiedBy }),
    ...(webUrl !== undefined && { webUrl }),
  };
  if (fieldOf(row, 'folder') !== undefined) return { kind: 'folder', ...facts };
  if (fieldOf(row, 'file') === undefined) return undefined;
  const contentTag = textOf(row, 'cTag');
  const excelUrl = textOf(row, 'webDavUrl');
  return {
    kind: 'file',
    ...facts,
    size: need(numberOf(row, 'size'), 'size'),
    tag: need(textOf(row, 'eTag'), 'eTag'),
    ...(contentTag !== undefined && { contentTag }),
    ...(excelUrl !== undefined && { excelUrl }),
  };
}

/**
 * A version of a driveItemVersion.
 * @throws {LibraryFault} `unexpected` if it has no id
 */
export function versionOf(row: unknown, item: string): FileVersion {
  const id = textOf(row, 'id');
  if (id === undefined) throw new LibraryFault('unexpected', item, 'driveItemVersion without id');
  const modifiedAt = textOf(row, 'lastModifiedDateTime');
  const modifiedBy = personOf(fieldOf(row, 'lastModifiedBy'));
  return {
    id,
    size: numberOf(row, 'size') ?? 0,
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(modifiedBy && { modifiedBy }),
  };
}

/** The person of an identitySet; none for a program, which has `application` alone. */
function personOf(identities: unknown): Person | undefined {
  const user = fieldOf(identities, 'user');
  const email = textOf(user, 'email');
  const name = textOf(user, 'displayName') ?? email;
  return name === undefined ? undefined : { name, ...(email !== undefined && { email }) };
}

function numberOf(value: unknown, name: string): number | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'number' ? field : undefined;
}
