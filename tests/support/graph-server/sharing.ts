import type { StoredGrant, StoredItem } from './drive.ts';
import { itemJson } from './item-json.ts';
import type { Answer, Asked } from './requests.ts';
import { bodyOf, LIBRARY_URL, objectOf, onlyQuery, Refusal, type World } from './world.ts';

/** `GET /shares/{u!…}/driveItem` (docs: shares-get.md): the item behind an address that a person pasted. */
export function sharedItem(world: World, asked: Asked, token: string): Answer {
  onlyQuery(asked, '$select');
  if (!/^u![\w-]+$/.test(token)) throw new Refusal(400, 'invalidRequest', 'not a sharing token, or padded');
  const link = Buffer.from(token.slice(2), 'base64url').toString('utf8');
  const shared = world.links.get(link);
  if (shared && asked.headers.prefer !== 'redeemSharingLinkIfNecessary')
    throw new Refusal(403, 'accessDenied', 'the link has to be redeemed');
  const address = link.replace(/\?.*$/, '');
  const path = address.startsWith(LIBRARY_URL) ? decodeURIComponent(address.slice(LIBRARY_URL.length)) : undefined;
  const item = shared ?? (path === undefined ? undefined : world.drive.at(path));
  if (item === undefined) throw new Refusal(404, 'itemNotFound');
  return { status: 200, json: itemJson(world, item, asked.query.get('$select')) };
}

/** `POST I/invite` (docs: driveitem-invite.md, resources/driverecipient.md). */
export function invite(world: World, asked: Asked, item: StoredItem): Answer {
  onlyQuery(asked);
  const body = bodyOf(asked, ['recipients', 'roles'], ['requireSignIn', 'sendInvitation', 'message']);
  if (!Array.isArray(body.recipients) || body.recipients.length === 0) throw new Refusal(400, 'invalidRequest');
  if (!Array.isArray(body.roles) || body.roles.some((role) => role !== 'read' && role !== 'write'))
    throw new Refusal(400, 'invalidRequest', 'unknown role');
  if (body.sendInvitation !== false) world.complaints.push('an invitation is sent by mail');
  if (body.requireSignIn !== true) world.complaints.push('an invitation without signing in');
  const roles = body.roles as readonly string[];
  const recipients = body.recipients.map(recipientOf);
  if (recipients.some(({ key }) => world.switches.unknownRecipients.has(key)))
    throw new Refusal(400, 'invalidRequest', 'noResolvedUsers');
  const added = recipients.map(({ key, ...recipient }) => grantTo(item, { id: key, roles, recipient }));
  return { status: 200, json: { value: added.map((grant) => grantJson(grant)) } };
}

/** `GET I/permissions` (docs: driveitem-list-permissions.md): own ones and those of the folders above. */
export function listPermissions(world: World, asked: Asked, item: StoredItem): Answer {
  onlyQuery(asked);
  const inherited = world.drive
    .above(item)
    .flatMap((from) => from.grants.map((grant) => grantJson(grant, { driveId: world.drive.id, id: from.id })));
  return { status: 200, json: { value: [...item.grants.map((grant) => grantJson(grant)), ...inherited] } };
}

/** The same person invited again keeps one permission. */
function grantTo(item: StoredItem, grant: StoredGrant): StoredGrant {
  const found = item.grants.find(({ id }) => id === grant.id);
  if (found === undefined) item.grants.push(grant);
  return found ?? grant;
}

function recipientOf(value: unknown): StoredGrant['recipient'] & { readonly key: string } {
  const { email, objectId } = objectOf(value, [], ['email', 'objectId']);
  // "Only one of these values is required; multiple values are not accepted."
  if (typeof email === 'string' && objectId === undefined && /^[^@\s]+@[^@\s]+$/.test(email))
    return { key: email, kind: 'user', id: `id-of-${email}`, email };
  if (
    typeof objectId === 'string' &&
    email === undefined &&
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(objectId)
  )
    return { key: objectId, kind: 'group', id: objectId };
  throw new Refusal(400, 'invalidRequest', 'not a recipient');
}

function grantJson({ id, roles, recipient }: StoredGrant, inheritedFrom?: object): object {
  const { kind, ...who } = recipient;
  return {
    id,
    roles,
    grantedTo: { [kind]: who },
    grantedToV2: { [kind]: who, siteUser: { id: '7', loginName: `i:0#.f|membership|${who.email ?? who.id}` } },
    ...(inheritedFrom && { inheritedFrom }),
  };
}
