import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccounts } from '../../src/adapters/msal-node/accounts.ts';
import { createNodeSignIn } from '../../src/adapters/msal-node/sign-in.ts';
import { createTokenFile } from '../../src/adapters/msal-node/token-file.ts';
import { SignInFault } from '../../src/usecases/ports/sign-in.ts';
import { ita } from '../support/cli.ts';
import { CLIENT, Entra, PERSON, refusal, SETTINGS, TENANT } from '../support/entra.ts';

let folder: string;
let config: string;
let entra: Entra;
const real = globalThis.fetch;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-sign-in-'));
  config = path.join(folder, 'config.json');
  await writeFile(config, JSON.stringify({ sharePoint: SETTINGS }));
  entra = new Entra();
  globalThis.fetch = entra.fetch;
});
afterEach(async () => {
  globalThis.fetch = real;
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command line with the real accounts of this computer, kept in the test's folder. */
const run = (...argv: readonly string[]) => ita(argv, { accounts: createAccounts(path.join(folder, 'kept')) });

const CERTIFICATE = path.resolve('tests/fixtures/certificate/ita.pem');

describe('ita sign-in', () => {
  it('tells in Thai and English where to enter the code, then who is signed in', async () => {
    const { code, out, err } = await run('sign-in', '--config', config);
    expect([code, out]).toEqual([0, `ลงชื่อเข้าใช้แล้ว: ${PERSON.name}\n\nSigned in: ${PERSON.name}\n`]);
    expect(err).toMatch(/^ลงชื่อเข้าใช้: โปรดเปิด https:\/\/microsoft\.com\/devicelogin .*กรอกรหัส ABC123 .*ภายใน ๑๕ นาที/);
    expect(err).toMatch(/\n\nTo sign in, open .*enter the code ABC123 .*within 15 minutes/);
  });

  it('is remembered on this computer, for its owner alone, until ita sign-out', async () => {
    await run('sign-in', '--config', config);
    const [file = ''] = await readdir(path.join(folder, 'kept'));
    expect(file).toBe(`${TENANT}-${CLIENT}.json`);
    expect((await stat(path.join(folder, 'kept', file))).mode & 0o777).toBe(0o600);
    expect((await run('sign-in', '--config', config)).err).toBe('');
    const { code, out } = await run('sign-out', '--config', config, '--lang', 'en');
    expect([code, out]).toEqual([0, expect.stringContaining('deleted')]);
    expect(await readdir(path.join(folder, 'kept'))).toEqual([]);
  });

  it('tries a certificate, and keeps nothing of it', async () => {
    const { code, out, err } = await run('sign-in', '--config', config, '--certificate', CERTIFICATE, '--lang', 'en');
    expect([code, out, err]).toEqual([0, `Signed in: ${CLIENT}\n`, '']);
    expect(await readdir(folder)).toEqual(['config.json']);
  });

  it('says what is wrong and what to do, in both languages', async () => {
    entra.instead.push(() => refusal('invalid_client', 'AADSTS700016: Application was not found.'));
    const { code, err } = await run('sign-in', '--config', config);
    expect(code).toBe(3);
    expect(err).toMatch(
      /ค่าใน config\.json ไม่ตรงกับการลงทะเบียนแอป.*AADSTS700016.*\n.*do not fit the registration.*AADSTS700016/,
    );
  });

  it.each<[string, string, number, string]>([
    ['settings with a mistake', '{"sharePoint": {"host": "x"}}', 3, 'sharePoint.clientId'],
    ['settings without SharePoint', '{}', 2, 'docs/sharepoint.md'],
  ])('refuses %s', async (_, text, code, word) => {
    await writeFile(config, text);
    const ran = await run('sign-in', '--config', config);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(word)]);
    expect(entra.asked).toEqual([]);
  });

  it('needs the settings, and a file of the certificate that is there', async () => {
    expect((await run('sign-in')).err).toContain('--config');
    expect((await run('sign-in', '--config', config, '--certificate', path.join(folder, 'none.pem'))).code).toBe(3);
  });
});

describe('a command that signs in without being asked to remember', () => {
  it('uses what is remembered, and leaves nothing where nothing is', async () => {
    const accounts = createAccounts(path.join(folder, 'kept'));
    const tell = () => undefined;
    await (await accounts.signIn(SETTINGS, { tell })).token();
    expect(await readdir(folder)).toEqual(['config.json']);
    const kept = createTokenFile(path.join(folder, 'kept', `${TENANT}-${CLIENT}.json`));
    await createNodeSignIn(SETTINGS, { tell, tokens: kept }).token();
    const neverAsked = () => {
      throw new SignInFault('failed', 'asked');
    };
    expect(await (await accounts.signIn(SETTINGS, { tell: neverAsked })).token()).toBe('token 2');
  });
});
