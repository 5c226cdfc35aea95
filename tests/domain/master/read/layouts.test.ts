import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MASTER_LAYOUT, MASTERS, recordOf } from '../../../fixtures/masters/recorded.ts';

const LAYOUTS = Array.from({ length: MASTER_LAYOUT }, (_, index) => String(index + 1));

describe.each(LAYOUTS)('masters of layout %s', (layout) => {
  const folder = path.join(MASTERS, layout);
  const recorded = JSON.parse(readFileSync(path.join(folder, 'recorded.json'), 'utf8')) as Record<string, unknown>;

  it('are all recorded', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
    expect(Object.keys(recorded).sort()).toEqual(files.map((name) => path.parse(name).name).sort());
  });

  it.each(Object.keys(recorded))('%s reads as recorded', async (name) => {
    expect(await recordOf(path.join(folder, `${name}.xlsx`))).toEqual(recorded[name]);
  });
});
