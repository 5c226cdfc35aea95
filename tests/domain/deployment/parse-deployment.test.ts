import fc from 'fast-check';
import { parseDeployment } from '../../../src/domain/deployment/parse-deployment.ts';

const SHARE_POINT = {
  clientId: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  tenantId: '6fa459ea-ee8a-4ca4-894e-db77e160355e',
  host: 'example.sharepoint.com',
  scopes: ['Sites.Selected'],
};

const parsed = (sharePoint: unknown) => parseDeployment(JSON.stringify({ sharePoint }));

describe('the settings of a deployment', () => {
  it('are read as they are written, also after a byte order mark', () => {
    const value = { sharePoint: SHARE_POINT };
    expect(parseDeployment(`\ufeff${JSON.stringify(value)}`)).toEqual({ value, problems: [] });
  });

  it('may leave SharePoint out', () => {
    expect(parseDeployment('{}')).toEqual({ value: {}, problems: [] });
  });

  it.each<[string, string, unknown, string, string]>([
    ['no client ID', 'clientId', undefined, 'data-missing', 'sharePoint.clientId'],
    ['the zeros of an example', 'clientId', '00000000-0000-0000-0000-000000000000', 'data-rule', 'sharePoint.clientId'],
    ['a tenant that is anybody', 'tenantId', 'common', 'data-rule', 'sharePoint.tenantId'],
    ['an ID in braces', 'tenantId', `{${SHARE_POINT.tenantId}}`, 'data-rule', 'sharePoint.tenantId'],
    ['an address for a host', 'host', 'https://example.sharepoint.com', 'data-rule', 'sharePoint.host'],
    ['a host with a folder', 'host', 'example.sharepoint.com/sites/ita', 'data-rule', 'sharePoint.host'],
    ['a host with a policy behind it', 'host', 'a.sharepoint.com; connect-src *', 'data-rule', 'sharePoint.host'],
    ['another host', 'host', 'sharepoint.com.example.org', 'data-rule', 'sharePoint.host'],
    ['no scope', 'scopes', [], 'data-rule', 'sharePoint.scopes'],
    ['one text for scopes', 'scopes', 'Sites.Selected', 'data-type', 'sharePoint.scopes'],
    ['two scopes in one', 'scopes', ['Sites.Selected Files.Read'], 'data-rule', 'sharePoint.scopes[0]'],
    [
      'a scope of another service',
      'scopes',
      ['https://vault.azure.net/user_impersonation'],
      'data-rule',
      'sharePoint.scopes[0]',
    ],
    ['a scope twice', 'scopes', ['Files.Read', 'files.read'], 'data-duplicate', 'sharePoint.scopes[1]'],
    ['a secret', 'clientSecret', 'x', 'data-unknown-field', 'sharePoint.clientSecret'],
  ])('name the fault: %s', (_, field, wrong, code, path) => {
    const { value, problems } = parsed({ ...SHARE_POINT, [field]: wrong });
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code, path })]);
  });

  it('name every fault at once, and one of the syntax by its place', () => {
    expect(parsed({}).problems.map((problem) => 'path' in problem && problem.path)).toEqual([
      'sharePoint.clientId',
      'sharePoint.tenantId',
      'sharePoint.host',
      'sharePoint.scopes',
    ]);
    expect(parseDeployment('{\n  "sharePoint": }').problems).toEqual([{ code: 'data-syntax', line: 2, column: 17 }]);
  });

  it('never let a host through that could say more in a policy or an address than a name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((name) => `${name}.sharepoint.com`),
          fc.domain(),
        ),
        (host) => {
          const { value } = parsed({ ...SHARE_POINT, host });
          return value === undefined || new URL(`https://${host}`).host === host;
        },
      ),
    );
  });
});
