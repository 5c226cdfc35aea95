import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCertificate } from '../../../src/adapters/msal-node/certificate.ts';
import { createNodeSignIn, type NodeSignInOptions } from '../../../src/adapters/msal-node/sign-in.ts';
import { createTokenFile } from '../../../src/adapters/msal-node/token-file.ts';
import type { LibraryFault } from '../../../src/usecases/ports/document-library.ts';
import { SignInFault, type DeviceCode } from '../../../src/usecases/ports/sign-in.ts';
import { CLIENT, Entra, PERSON, refusal, SETTINGS } from '../../support/entra.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-sign-in-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const DEVICE = 'device_code';

/** A certificate of the program's own, as docs/sharepoint.md says to make it. */
const CERTIFICATE = path.resolve('tests/fixtures/certificate/ita.pem');

/** A sign-in against the organisation, what the person was told, and the milliseconds that it waited. */
function signInTo(entra: Entra, options: Partial<NodeSignInOptions> = {}) {
  const told: DeviceCode[] = [];
  const waited: number[] = [];
  const signIn = createNodeSignIn(SETTINGS, {
    fetch: entra.fetch,
    delay: (milliseconds) => Promise.resolve(void waited.push(milliseconds)),
    tell: (prompt) => void told.push(prompt),
    ...options,
  });
  return { signIn, told, waited };
}

/** What a sign-in fails with: the reason, and for a person also what can be done. */
async function faultOf(work: Promise<unknown>): Promise<readonly [string, string | undefined, string]> {
  const fault = await work.then(
    () => {
      throw new Error('It went well.');
    },
    (error: unknown) => error as LibraryFault & Partial<SignInFault>,
  );
  return [fault.reason, fault.why, fault.detail];
}

describe('signing in on the command line, as a person', () => {
  it('tells where to enter which code, waits for it, and knows who it was', async () => {
    const entra = new Entra();
    entra.pending = 2;
    const { signIn, told } = signInTo(entra);
    expect(signIn.account).toBeUndefined();
    expect(await signIn.token()).toBe('token 1');
    expect(told).toEqual([{ code: 'ABC123', url: 'https://microsoft.com/devicelogin', minutes: 15 }]);
    expect(entra.grants).toEqual(['devicecode', DEVICE, DEVICE, DEVICE]);
    expect(signIn.account).toEqual({ name: PERSON.name });
  });

  it('asks for the permissions of the settings', async () => {
    const entra = new Entra();
    await signInTo(entra).signIn.token();
    expect(entra.asked[0]!.form.scope!.split(' ')).toEqual(expect.arrayContaining(SETTINGS.scopes));
  });

  it('asks once, however many need a token at the same time', async () => {
    const entra = new Entra();
    const { signIn, told } = signInTo(entra);
    expect(await Promise.all([signIn.token(), signIn.token(), signIn.token()])).toEqual(Array(3).fill('token 1'));
    expect(await signIn.token()).toBe('token 1');
    expect([told.length, entra.asked.length]).toEqual([1, 2]);
  });

  it('renews a token that is over without asking the person', async () => {
    const entra = new Entra();
    entra.lifetime = 1;
    const { signIn, told } = signInTo(entra);
    await signIn.token();
    expect(await signIn.token()).toBe('token 2');
    expect([told.length, entra.grants.at(-1)]).toEqual([1, 'refresh_token']);
  });

  it('asks the person again when the sign-in was taken back', async () => {
    const entra = new Entra();
    entra.lifetime = 1;
    const { signIn, told } = signInTo(entra);
    await signIn.token();
    entra.isRevoked = true;
    expect(await signIn.token()).toBe('token 2');
    expect(entra.grants).toEqual(['devicecode', DEVICE, 'refresh_token', 'devicecode', DEVICE]);
    expect(told).toHaveLength(2);
  });

  it('passes on what the service asks for in addition, past the cache', async () => {
    const entra = new Entra();
    const { signIn } = signInTo(entra);
    await signIn.token();
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1735689600"}}}';
    expect(await signIn.token(claims)).toBe('token 2');
    expect(entra.asked.at(-1)!.form.grant_type).toBe('refresh_token');
    expect(JSON.parse(entra.asked.at(-1)!.form.claims!)).toMatchObject(JSON.parse(claims) as object);
  });

  it.each<[string, () => Response, string, string | undefined, string]>([
    [
      'the person declined',
      () => refusal('authorization_declined', 'AADSTS70000: Declined.'),
      'signed-out',
      'cancelled',
      'authorization_declined',
    ],
    [
      'the code was not entered in time',
      () => refusal('expired_token', 'AADSTS70020: Expired.'),
      'signed-out',
      'timed-out',
      'expired_token',
    ],
    [
      'an administrator must consent',
      () => refusal('invalid_grant', 'AADSTS65001: Not consented.'),
      'signed-out',
      'not-approved',
      'AADSTS65001',
    ],
    [
      'the organisation forbids it',
      () => refusal('access_denied', 'AADSTS53003: Blocked.'),
      'signed-out',
      'forbidden',
      'AADSTS53003',
    ],
    [
      'the registration is another',
      () => refusal('invalid_client', 'AADSTS7000218: No.', 401),
      'signed-out',
      'misconfigured',
      'AADSTS7000218',
    ],
    ['a refusal is new', () => refusal('teapot', 'AADSTS1: No.'), 'signed-out', 'failed', 'teapot AADSTS1: No.'],
    ['a proxy answers with a page', () => new Response('<html>', { status: 200 }), 'unreachable', undefined, 'no JSON'],
  ])('says why nobody is signed in: %s', async (_, answer, reason, why, detail) => {
    const entra = new Entra();
    // The code is given out, and then this is the answer to it, however often it is asked for.
    entra.instead.push(() =>
      Response.json({ device_code: 'd', user_code: 'A', verification_uri: 'u', expires_in: 900, interval: 0 }),
    );
    entra.instead.push(...Array.from({ length: 9 }, () => answer));
    const fault = await faultOf(signInTo(entra).signIn.token());
    expect(fault).toEqual([reason, why, expect.stringContaining(detail)]);
  });

  it('shows no code where none was given out', async () => {
    const entra = new Entra();
    entra.instead.push(() => refusal('invalid_client', 'AADSTS7000218: Public client flows are off.', 401));
    const { signIn, told } = signInTo(entra);
    expect(await faultOf(signIn.token())).toEqual(['signed-out', 'misconfigured', expect.stringContaining('7000218')]);
    expect([told, entra.grants]).toEqual([[], ['devicecode']]);
  });

  it('waits as long as it is told when it asks too often, and then goes on', async () => {
    const entra = new Entra();
    const busy = (value: string) => () => Response.json({}, { status: 429, headers: { 'Retry-After': value } });
    entra.instead.push(busy('7'), busy(new Date(Date.now() + 60_000).toUTCString()));
    const { signIn, waited } = signInTo(entra);
    expect(await signIn.token()).toBe('token 1');
    expect(waited[0]).toBe(7000);
    expect(waited[1]).toBeGreaterThan(50_000);
    expect(waited).toHaveLength(2);
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    ['too many requests', () => Response.json({}, { status: 429 }), 'busy'],
    ['a fault of the service', () => new Response('', { status: 503 }), 'unreachable'],
    [
      'no network',
      () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })),
      'unreachable',
    ],
  ])('tries again in growing pauses, and gives up: %s', async (_, answer, reason) => {
    const entra = new Entra();
    entra.instead.push(...Array.from({ length: 4 }, () => answer));
    const { signIn, waited, told } = signInTo(entra);
    expect((await faultOf(signIn.token()))[0]).toBe(reason);
    expect(waited).toEqual([1000, 3000, 9000]);
    // The service is back, and nothing holds against it what was before.
    expect(await signIn.token()).toBe('token 1');
    expect(told).toHaveLength(1);
  });

  it('does not wait for an hour', async () => {
    const entra = new Entra();
    entra.instead.push(() => Response.json({}, { status: 429, headers: { 'Retry-After': '3600' } }));
    const { signIn, waited } = signInTo(entra);
    expect(await faultOf(signIn.token())).toEqual(['busy', undefined, 'login.microsoftonline.com 429']);
    expect(waited).toEqual([]);
  });

  it('does not ask the person for what only the network lacks', async () => {
    const entra = new Entra();
    entra.lifetime = 1;
    const { signIn, told } = signInTo(entra);
    await signIn.token();
    entra.instead.push(...Array.from({ length: 4 }, () => () => Promise.reject(new TypeError('fetch failed'))));
    expect((await faultOf(signIn.token()))[0]).toBe('unreachable');
    expect(told).toHaveLength(1);
  });

  it('ends at once when it is interrupted, while it waits for the code', async () => {
    const controller = new AbortController();
    const entra = new Entra();
    entra.pending = Infinity;
    const reason = new Error('Ctrl-C');
    const { signIn } = signInTo(entra, { signal: controller.signal, tell: () => controller.abort(reason) });
    await expect(signIn.token()).rejects.toBe(reason);
    await expect(signIn.token()).rejects.toBe(reason);
  });
});

describe('a sign-in that is interrupted', () => {
  it.each([
    ['as a person', {}],
    ['as a scheduled run', { certificate: readFileSync(CERTIFICATE, 'utf8') }],
  ])('does not wait until the service has time: %s', async (_, options) => {
    const controller = new AbortController();
    const reason = new Error('Ctrl-C');
    const entra = new Entra();
    entra.instead.push(() => {
      setTimeout(() => controller.abort(reason));
      return Response.json({}, { status: 429, headers: { 'Retry-After': '100' } });
    });
    // Not the test's own delay, which waits for nothing.
    const signIn = createNodeSignIn(SETTINGS, {
      fetch: entra.fetch,
      tell: () => undefined,
      signal: controller.signal,
      ...options,
    });
    await expect(signIn.token()).rejects.toBe(reason);
    expect(entra.asked).toHaveLength(1);
  });
});

describe('what a sign-in leaves on the computer', () => {
  it('is nothing, unless it was asked to', async () => {
    await signInTo(new Entra()).signIn.token();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is one file that nobody else can read, and the next run needs no code', async () => {
    const file = path.join(folder, 'deep', 'sign-in.json');
    const entra = new Entra();
    await signInTo(entra, { tokens: createTokenFile(file) }).signIn.token();
    expect(await readdir(path.dirname(file))).toEqual(['sign-in.json']);
    expect([(await stat(file)).mode & 0o777, (await stat(path.dirname(file))).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(await readFile(file, 'utf8')).toContain('"r"');
    const next = signInTo(entra, { tokens: createTokenFile(file) });
    expect(await next.signIn.token()).toBe('token 1');
    expect([next.told, next.signIn.account]).toEqual([[], { name: PERSON.name }]);
  });

  it('is written anew where it was damaged', async () => {
    const file = path.join(folder, 'sign-in.json');
    await writeFile(file, '{"Account":');
    const { signIn, told } = signInTo(new Entra(), { tokens: createTokenFile(file) });
    expect(await signIn.token()).toBe('token 1');
    expect(told).toHaveLength(1);
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('RefreshToken');
  });

  it('stays so narrow when it is written again, and is gone when it is removed', async () => {
    const file = path.join(folder, 'sign-in.json');
    const tokens = createTokenFile(file);
    expect(await tokens.read()).toBeUndefined();
    await tokens.write('1');
    await tokens.write('2');
    expect([await tokens.read(), (await stat(file)).mode & 0o777]).toEqual(['2', 0o600]);
    await tokens.remove();
    await tokens.remove();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('signing in on the command line, as a scheduled run', () => {
  const certificate = (): Promise<string> => readFile(CERTIFICATE, 'utf8');

  it('shows the certificate, asks for the rights that the program was given, and asks nobody', async () => {
    const entra = new Entra();
    const { signIn, told } = signInTo(entra, { certificate: await certificate() });
    expect([await signIn.token(), await signIn.token()]).toEqual(['token 1', 'token 1']);
    expect(entra.grants).toEqual(['client_credentials']);
    const [header = ''] = entra.asked[0]!.form.client_assertion!.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
      'x5t#S256': expect.any(String) as string,
    });
    expect([told, signIn.account]).toEqual([[], { name: CLIENT }]);
  });

  it('passes on what the service asks for in addition, past the cache', async () => {
    const entra = new Entra();
    const { signIn } = signInTo(entra, { certificate: await certificate() });
    await signIn.token();
    expect(await signIn.token('{"access_token":{"nbf":null}}')).toBe('token 2');
    expect(JSON.parse(entra.asked.at(-1)!.form.claims!)).toMatchObject({ access_token: { nbf: null } });
  });

  it('says that the certificate is not the registered one', async () => {
    const entra = new Entra();
    entra.instead.push(() => refusal('invalid_client', 'AADSTS700027: Invalid signature.', 401));
    const { signIn } = signInTo(entra, { certificate: await certificate() });
    expect(await faultOf(signIn.token())).toEqual([
      'signed-out',
      'certificate-refused',
      expect.stringContaining('700027'),
    ]);
  });

  it.each<[string, (pem: string) => string, string | RegExp]>([
    ['no key in it', (pem) => pem.replace(/-----BEGIN PRIVATE[^]*?END PRIVATE KEY-----/, ''), 'no private key'],
    ['no certificate in it', (pem) => pem.replace(/-----BEGIN CERT[^]*?END CERTIFICATE-----/, ''), /./],
    [
      'the key of another',
      (pem) => pem.replace(/-----BEGIN PRIVATE[^]*?END PRIVATE KEY-----\n/, anotherKey()),
      'another private key',
    ],
    ['no PEM at all', () => 'ใบรับรอง', 'no private key'],
  ])('takes no file with %s', async (_, spoil, detail) => {
    const spoilt = spoil(await certificate());
    const refused = refusalOf(() => signInTo(new Entra(), { certificate: spoilt }));
    expect(refused).toEqual(['certificate-refused', expect.stringMatching(detail)]);
  });

  it('takes no certificate that is over', async () => {
    const pem = await certificate();
    expect(readCertificate(pem, new Date()).thumbprintSha256).toMatch(/^[\dA-F]{64}$/);
    const refused = refusalOf(() => readCertificate(pem, new Date('2200-01-01')));
    expect(refused).toEqual(['certificate-refused', expect.stringContaining('valid to')]);
  });
});

/** Why something is refused at once. */
function refusalOf(work: () => unknown): readonly [string, string] {
  try {
    work();
  } catch (error) {
    if (error instanceof SignInFault) return [error.why, error.detail];
  }
  throw new Error('It was not refused.');
}

function anotherKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}
