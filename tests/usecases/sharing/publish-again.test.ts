import { openGraphLibrary } from '../../../src/adapters/graph/graph-library.ts';
import { planPublish, publish, type PublishPlan } from '../../../src/usecases/sharing/publish.ts';
import { textIn, workbook } from '../../contracts/document-library.contract.ts';
import { fakeTime, SIGNED_IN } from '../../support/graph-server/client.ts';
import { FAULTS } from '../../support/graph-server/faults.ts';
import { graphInProcess, type GraphInProcess } from '../../support/graph-server/in-process.ts';

const MASTER = 'master/รายงาน.xlsx';

const request = { programme: 'bma-2565', path: 'รายงาน.xlsx', bytes: workbook('the report') };
let runs = 0;

let service: GraphInProcess;

beforeEach(() => {
  service = graphInProcess();
});

afterEach(() => {
  service.checkComplaints();
});

/** Publishes the report, as a run that begins. */
async function publishOnce(): Promise<PublishPlan['step']> {
  const { base, fetch, link } = service;
  const library = await openGraphLibrary(link, { base, fetch, signIn: SIGNED_IN, waiting: fakeTime() });
  const run = String(++runs);
  const ports = { library, clock: { now: () => '2026-01-01T00:00:00.000Z' } };
  const { step } = await planPublish(ports, { ...request, run });
  await publish(ports, { ...request, run });
  return step;
}

/** Ends the run as soon as a workbook was sent, before it is recorded. */
function endAfterSending(): void {
  let isEnded = false;
  service.trouble = ({ method, path }) => {
    if (isEnded) return FAULTS.cutBefore;
    isEnded = method === 'PUT' && path.includes('.xlsx') && path.endsWith('/content');
    return undefined;
  };
}

const masters = (): readonly string[] =>
  service.drive.children(service.drive.at('master') ?? service.drive.root).map(({ name }) => name);

it('takes its own report for nobody else’s, though SharePoint has rewritten it before it was recorded', async () => {
  endAfterSending();
  await expect(publishOnce()).rejects.toMatchObject({ reason: 'unreachable' });
  service.trouble = undefined;
  expect(service.me.read(MASTER)).not.toEqual(request.bytes);
  expect(await publishOnce()).toBe('same');
  expect(masters()).toEqual(['รายงาน.xlsx']);
  expect(await publishOnce()).toBe('replace');
});

it('replaces its own report though SharePoint itself has saved it since, and nobody else', async () => {
  service.switches.promotesAfterwards = true;
  expect(await publishOnce()).toBe('create');
  expect(await publishOnce()).toBe('replace');
  expect(masters()).toEqual(['รายงาน.xlsx']);
});

it('keeps what somebody saved before SharePoint did', async () => {
  await publishOnce();
  const master = service.drive.at(MASTER);
  service.person('Somchai').save(MASTER, workbook('edited'));
  if (master)
    service.drive.save(master, workbook('edited'), { kind: 'application', id: 'app', displayName: 'SharePoint App' });
  expect(await publishOnce()).toBe('keep-both');
  expect(masters()).toHaveLength(2);
});

it('keeps what somebody saved in the same second', async () => {
  await publishOnce();
  const master = service.drive.at(MASTER);
  service.person('Somchai').save(MASTER, workbook('edited'));
  if (master)
    service.drive.save(master, workbook('edited'), { kind: 'application', id: 'app', displayName: 'SharePoint App' });
  const [ours, theirs] = master?.versions ?? [];
  if (master && ours && theirs) master.versions[1] = { ...theirs, at: ours.at };
  expect(await publishOnce()).toBe('keep-both');
});

it('leaves one report beside a master that is open, however often it begins again', async () => {
  const somchai = service.person('Somchai');
  somchai.save(MASTER, workbook('edited'));
  somchai.open(MASTER);
  endAfterSending();
  await expect(publishOnce()).rejects.toMatchObject({ reason: 'unreachable' });
  service.trouble = undefined;
  await publishOnce();
  await publishOnce();
  expect(textIn(somchai.read(MASTER))).toBe('edited');
  const beside = masters().filter((name) => textIn(somchai.read(`master/${name}`)) === 'the report');
  expect(beside).toHaveLength(1);
});
