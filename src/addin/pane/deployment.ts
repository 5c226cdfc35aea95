import { parseDeployment } from '../../domain/deployment/parse-deployment.ts';
import type { DataProblem } from '../../domain/programme/data-problem.ts';
import type { Deployment } from '../../domain/deployment/deployment.ts';

/**
 * The settings of the deployment, from the file that the page names. A page that names none asks for none.
 * @throws {TypeError} if the server does not answer, or if somebody has edited the file since the build looked at it
 */
export async function loadDeployment(): Promise<Deployment> {
  const file = document.querySelector<HTMLMetaElement>('meta[name=config]')?.content;
  if (file === undefined) return {};
  const response = await fetch(file, { cache: 'no-cache' });
  if (!response.ok) throw new TypeError(`${file}: ${response.status}`);
  const { value, problems } = parseDeployment(await response.text());
  if (value === undefined) throw new TypeError(`${file}: ${problems.map(placeOf).join(', ')}`);
  return value;
}

function placeOf(problem: DataProblem): string {
  return `${problem.code} ${'path' in problem ? problem.path : problem.line}`;
}
