import type { DataProblem, Parsed } from '../programme/data-problem.ts';
import { parseJson } from '../programme/parse-json.ts';
import { checked, distinct, follows, list, object, optional, text, UNUSABLE } from '../programme/read-raw.ts';
import type { Deployment } from './deployment.ts';

/**
 * Parses the text of a `config.json`, or returns all its problems. Never throws. There is a value only if there are no
 * problems: with half of the settings a person would be sent to sign in somewhere else.
 */
export function parseDeployment(source: string): Parsed<Deployment> {
  const json = parseJson(source);
  if (json.value === undefined) return { problems: json.problems };
  const problems: DataProblem[] = [...json.problems];
  const deployment = readDeployment()(json.value, '', problems);
  return deployment === UNUSABLE || problems.length > 0 ? { problems } : { value: withoutBlanks(deployment), problems };
}

/** The identifier of a registration or a directory; that of zeros stands in examples. */
const guid = checked(
  text,
  follows('guid', (id) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) && /[^0-]/.test(id)),
);

/** Sites of the worldwide cloud alone: those of national clouds have a Graph of their own. */
const host = checked(
  text,
  follows('sharepoint-host', (name) => /^[a-z\d](?:[a-z\d-]*[a-z\d])?\.sharepoint\.com$/.test(name)),
);

/** Permissions that a person can be asked for by name. One token is for one resource, so all are of Microsoft Graph. */
const scope = follows('graph-scope', (name) =>
  /^(?:https:\/\/graph\.microsoft\.com\/)?[A-Za-z]+(?:\.[A-Za-z]+)+$/.test(name),
);

function readDeployment() {
  const sharePoint = object({
    clientId: guid,
    tenantId: guid,
    host,
    scopes: list(
      checked(
        text,
        scope,
        distinct((name) => name.toLowerCase()),
      ),
    ),
  });
  return object({ sharePoint: optional(sharePoint, undefined) });
}

function withoutBlanks({ sharePoint }: { readonly sharePoint: Deployment['sharePoint'] | undefined }): Deployment {
  return sharePoint === undefined ? {} : { sharePoint };
}
