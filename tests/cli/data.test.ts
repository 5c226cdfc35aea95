import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import programme2565 from '../../src/domain/programme/data/programme-bma-2565.json';
import roster2565 from '../../src/domain/programme/data/roster-bma-2565.json';
import { documentOf, ita } from '../support/cli.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function dataFile(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return file;
}

interface MeasureJson {
  readonly key: string;
  readonly agencies: readonly string[];
}

describe('ita programme', () => {
  it('gives the measures in printed order as one JSON document', async () => {
    const ran = await ita(['programme', '--year', '2565', '--format', 'json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const { year, title, parts, measures } = documentOf(ran) as {
      year: number;
      title: string;
      parts: { id: string }[];
      measures: MeasureJson[];
    };
    expect([year, parts.map(({ id }) => id), measures.length]).toEqual([2565, ['IIT', 'EIT'], 59]);
    expect(title).toContain('คุณธรรมและความโปร่งใส');
    expect(Object.keys(measures[0]!)).toEqual(
      expect.arrayContaining([
        'key',
        'part',
        'issue',
        'issueTitle',
        'group',
        'number',
        'responsible',
        'text',
        'agencies',
      ]),
    );
    const order = measures.map(({ key }) =>
      key
        .split('.')
        .map((part) => part.padStart(3))
        .join(),
    );
    expect(order).toEqual(order.toSorted());
  });

  it('shows every measure and who is responsible, with labels of both languages', async () => {
    const { code, out } = await ita(['programme']);
    expect(code).toBe(0);
    expect(out.match(/^ {2}\d+\.\d+\.\d+ /gm)).toHaveLength(59);
    expect(out).toContain('ผู้รับผิดชอบ / Responsible: ');
  });

  it('takes the year in Thai digits', async () => {
    expect((await ita(['programme', '--year', '๒๕๖๕', '--format', 'json'])).code).toBe(0);
  });
});

describe('ita agencies', () => {
  it('gives the roster as one JSON list', async () => {
    const { code, out } = await ita(['agencies', '--format', 'json']);
    const agencies = JSON.parse(out) as object[];
    expect([code, agencies.length]).toEqual([0, 77]);
    expect(agencies[2]).toEqual({
      code: '0103',
      kind: 'office',
      name: 'สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานคร',
      aliases: ['สำนักงาน ก.ก.'],
    });
  });

  it('shows an agency a line', async () => {
    const { out } = await ita(['agencies']);
    expect(out.trimEnd().split('\n')).toHaveLength(77);
    expect(out).toContain('5019  สำนักงานเขตบางกอกน้อย\n');
  });
});

describe('data files', () => {
  it('take the place of the built-in ones', async () => {
    const programme = await dataFile('p.json', { ...programme2565, year: 2566 });
    const roster = await dataFile('r.json', roster2565);
    const ran = await ita(['programme', '--programme', programme, '--roster', roster, '--format', 'json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(documentOf(ran)).toMatchObject({ year: 2566 });
  });

  it('may be a roster alone: who is responsible is found anew', async () => {
    const roster = await dataFile('fewer.json', {
      ...roster2565,
      agencies: roster2565.agencies.filter(({ code }) => code !== '5050'),
    });
    const builtIn = documentOf(await ita(['programme', '--format', 'json'])).measures as MeasureJson[];
    const ran = await ita(['programme', '--roster', roster, '--format', 'json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((documentOf(ran).measures as MeasureJson[]).map(({ key, agencies }) => [key, agencies])).toEqual(
      builtIn.map(({ key, agencies }) => [key, agencies.filter((code) => code !== '5050')]),
    );
  });

  it('may be a roster alone that changes nothing', async () => {
    const roster = await dataFile('same.json', roster2565);
    const builtIn = await ita(['programme', '--format', 'json']);
    expect(await ita(['programme', '--roster', roster, '--format', 'json'])).toEqual(builtIn);
  });

  it('that cannot be used end the run with every problem, its place and its remedy, in both languages', async () => {
    const programme = await dataFile('broken.json', {
      ...programme2565,
      year: '2565',
      due: '29/4/2565',
      colour: 'red',
    });
    const { code, out, err } = await ita(['programme', '--programme', programme, '--format', 'json']);
    expect([code, out]).toEqual([3, '']);
    for (const location of ['year', 'due', 'colour']) {
      expect(err).toContain(`ที่ ${location}\n`);
      expect(err).toContain(`at ${location}\n`);
    }
    expect(err).toContain(programme);
    expect(err.match(/→/g)).toHaveLength(6);
  });

  it('that are no JSON are told the line', async () => {
    const roster = await dataFile('text.json', '{\n  "id": "x",\n  agencies\n}');
    const { code, err } = await ita(['agencies', '--roster', roster, '--lang', 'en']);
    expect(code).toBe(3);
    expect(err).toContain('line 3, character 3');
  });

  it('that can be used in spite of a problem are used, and the problem is told', async () => {
    const text = JSON.stringify(programme2565).replace('"responsible":"', '"responsible":"กองที่ไม่มีอยู่จริง ');
    const programme = await dataFile('doubtful.json', text);
    const ran = await ita(['programme', '--programme', programme, '--format', 'json']);
    expect(ran.code).toBe(1);
    expect(documentOf(ran).measures).toHaveLength(59);
    expect(ran.err).toContain('กองที่ไม่มีอยู่จริง');
  });

  it('that are not there are a fault', async () => {
    const { code, out, err } = await ita(['programme', '--programme', path.join(folder, 'none.json')]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('none.json');
    expect(err).not.toContain('ENOENT');
  });

  it('must be of the year that is asked for', async () => {
    const programme = await dataFile('p66.json', { ...programme2565, year: 2566 });
    const { code, err } = await ita(['programme', '--programme', programme, '--year', '2565']);
    expect(code).toBe(2);
    expect(err).toContain('2566');
  });
});
