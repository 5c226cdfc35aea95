import { LibraryFault, type LibraryItem, type LibrarySharing } from '../../usecases/ports/document-library.ts';
import { allPages, pathOf, type GraphDrive } from './drive.ts';
import { Refused } from './errors.ts';
import { fieldOf, listOf, textOf } from './json.ts';

/** Object identifier of a person or group in the directory. */
const OBJECT_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Statuses of which sharing itself is not the reason. */
const OTHER_REASONS: readonly number[] = [401, 404, 423, 429, 503];

/** Giving access to items of a drive by permissions. */
export function sharingIn(drive: GraphDrive): LibrarySharing {
  return {
    async writers(item) {
      const isFresh = drive.fresh.has(item.id);
      const rows = await allPages(drive, pathOf(drive, item.id, '/permissions'), item.name, isFresh);
      return [...new Set(rows.filter(isOwnAndWrites).flatMap(recipientsOf))];
    },
    async grant(item, recipients) {
      try {
        const { json } = await drive.client.request(invitation(drive, item, recipients));
        const failed = listOf(json, 'value').find((row) => fieldOf(row, 'error') !== undefined);
        const reason = textOf(fieldOf(failed, 'error'), 'code');
        if (reason !== undefined) throw new LibraryFault('not-shared', item.name, reason);
      } catch (error) {
        if (!(error instanceof Refused) || error.status >= 500 || OTHER_REASONS.includes(error.status)) throw error;
        throw new LibraryFault('not-shared', item.name, error.detail, { cause: error });
      }
    },
  };
}

function invitation(
  drive: GraphDrive,
  item: LibraryItem,
  recipients: readonly string[],
): Parameters<GraphDrive['client']['request']>[0] {
  return {
    method: 'POST',
    url: pathOf(drive, item.id, '/invite'),
    item: item.name,
    json: {
      recipients: recipients.map((who) => (OBJECT_ID.test(who) ? { objectId: who } : { email: who })),
      roles: ['write'],
      requireSignIn: true,
      sendInvitation: false,
    },
    // Who is invited twice has one permission, and gets no message.
    isRepeatable: true,
    isFresh: drive.fresh.has(item.id),
  };
}

function isOwnAndWrites(permission: unknown): boolean {
  const roles = listOf(permission, 'roles');
  return !fieldOf(permission, 'inheritedFrom') && (roles.includes('write') || roles.includes('owner'));
}

/** Everything by which a permission names whom it is for; a link to certain people names them in a list. */
function recipientsOf(permission: unknown): string[] {
  const sets = [fieldOf(permission, 'grantedToV2'), ...listOf(permission, 'grantedToIdentitiesV2')];
  return sets
    .flatMap((set) => ['user', 'group', 'siteUser', 'siteGroup'].map((kind) => fieldOf(set, kind)))
    .flatMap((who) => [textOf(who, 'id'), textOf(who, 'email'), textOf(who, 'loginName')?.replace(/^.*\|/, '')])
    .flatMap((name) => name?.toLowerCase() ?? []);
}
