import fc from 'fast-check';
import { cellName } from '../../../../src/domain/spreadsheet/address.ts';
import type { MeasureKey, StatusId } from '../../../../src/domain/programme/programme.ts';
import type { Problem } from '../../../../src/domain/diagnostics/problem.ts';
import { findingsOfExample } from '../../../support/check-example.ts';
import type { ExampleAnswer } from './examples.ts';

const MEASURES = ['1.1.1', '1.1.2', '1.1.3', '1.1.4'];

interface Rows extends Partial<ExampleAnswer> {
  /** The results of the measure's two rows; an empty text is an empty cell. */
  readonly rows: readonly [string, string];
  readonly status?: StatusId | null;
}

/** Of a problem of reading: where something stands that nobody could take for a status. */
const unknownStatus = (measure: string): Problem => ({
  code: 'status-unknown',
  measure: measure as MeasureKey,
  text: 'เสร็จ',
});

interface Found {
  readonly moves: readonly string[];
  readonly codes: readonly string[];
}

/** The moves that are proposed, with a question mark where only a person can tell, and all other codes, where measures with two rows each stand below one another. */
function spilt(...measures: readonly Rows[]): Found {
  return spiltBeside([], measures);
}

/** The same, where the reader told problems. */
function spiltBeside(told: readonly Problem[], measures: readonly Rows[]): Found {
  const answers = measures.map(({ rows, status = null, ...rest }, index): ExampleAnswer => {
    const result = rows.filter((text) => text !== '');
    const gap = rows[0] === '' ? 1 : 0;
    return { measure: MEASURES[index]!, sheet: '๑', row: 6 + 2 * index + gap, result, status, ...rest };
  });
  const findings = findingsOfExample({ answers }, told);
  return {
    moves: findings.flatMap(({ move }) =>
      move === undefined
        ? []
        : [`${move.from.map(cellName).join(' ')} > ${cellName(move.to)}${move.isSure ? '' : ' ?'}`],
    ),
    codes: findings.map(({ code }) => code).filter((code) => code !== 'result-spilt'),
  };
}

const [ONE, TWO, THREE, FOUR, FIVE] = ['จัดอบรม', 'ออกประกาศ', 'ประชุมคณะทำงาน', 'เผยแพร่คู่มือ', 'ติดตามผล'] as const;

describe('paragraphs that were pasted over several measures', () => {
  it('are one answer where only its own measure has a status, and the others are not asked for one', () => {
    expect(spilt({ rows: [ONE, TWO], status: 'done' }, { rows: [THREE, FOUR] }, { rows: [FIVE, ''] })).toEqual({
      moves: ['F8 F9 F10 > F7'],
      codes: [],
    });
  });

  it('may be one answer where no measure has a status', () => {
    const { moves } = spilt({ rows: [ONE, TWO] }, { rows: [THREE, FOUR] }, { rows: [FIVE, ''] });
    expect(moves).toEqual(['F8 F9 F10 > F7 ?']);
  });

  it('may be one answer below a measure that has filled its rows too', () => {
    const answered: Rows = { rows: ['เวียนแจ้ง', 'ปิดประกาศ'], status: 'done' };
    const { moves } = spilt(answered, { ...answered, rows: [ONE, TWO] }, { rows: [THREE, FOUR] }, { rows: [FIVE, ''] });
    expect(moves).toEqual(['F10 F11 F12 > F9 ?']);
  });

  it.each([
    ['๑. จัดอบรม', '๒. ออกประกาศ', '๓. ประชุม'],
    ['(1) จัดอบรม', '(2) ออกประกาศ', '(3) ประชุม'],
    ['ข้อ ๔ จัดอบรม', 'ข้อ ๕ ออกประกาศ', 'ข้อ ๖ ประชุม'],
  ])('are one answer where a list goes on: %s', (first, second, third) => {
    expect(spilt({ rows: [first, second] }, { rows: [third, ''] }).moves).toEqual(['F8 > F7']);
  });

  it('are one answer as they stand below one another, whichever measure they are of', () => {
    const { moves } = spilt({ rows: ['๓. ค', '๔. ง'], row: 8 }, { rows: ['๑. ก', '๒. ข'], row: 6, status: 'done' });
    expect(moves).toEqual(['F8 F9 > F7']);
  });

  it('are moved once, however their list goes on', () => {
    const rows: readonly Rows[] = [
      { rows: ['๑. ก', '๒. ข'], status: 'done' },
      { rows: ['๓. ค', '๔. ง'] },
      { rows: ['๕. จ', ''] },
    ];
    expect(spilt(...rows).moves).toEqual(['F8 F9 F10 > F7']);
  });

  it('end where a list ends', () => {
    const { moves } = spilt(
      { rows: ['๑. ก', '๒. ข'], status: 'done' },
      { rows: ['๓. ค', '๔. ง'] },
      { rows: [ONE, TWO] },
    );
    expect(moves).toEqual(['F8 F9 > F7']);
  });
});

describe('answers of their own', () => {
  it.each<[string, readonly Rows[]]>([
    ['leave a row empty before the next measure', [{ rows: [ONE, ''], status: 'done' }, { rows: [TWO, ''] }]],
    ['begin a list', [{ rows: [ONE, TWO] }, { rows: ['๑. จัดอบรม', ''] }]],
    [
      'have a status',
      [
        { rows: [ONE, TWO], status: 'done' },
        { rows: [THREE, ''], status: 'in-progress' },
      ],
    ],
    [
      'have evidence',
      [
        { rows: [ONE, TWO], status: 'done' },
        { rows: [THREE, ''], evidence: 'ภาพถ่าย' },
      ],
    ],
    [
      'have a date',
      [
        { rows: [ONE, TWO], status: 'done' },
        { rows: [THREE, ''], date: '๑ มีนาคม ๒๕๖๕' },
      ],
    ],
    ['begin below an empty row', [{ rows: [ONE, TWO], status: 'done' }, { rows: ['', THREE] }]],
    ['go on with a list below an empty row', [{ rows: ['๑. ก', '๒. ข'], status: 'done' }, { rows: ['', '๓. ค'] }]],
    ['go on with a list of another style', [{ rows: ['๑. ก', '๒. ข'], status: 'done' }, { rows: ['(๓) ค', ''] }]],
    ['go on with a list below a single row', [{ rows: ['', '๑. ก'], status: 'done' }, { rows: ['๒. ข', ''] }]],
    [
      'go on with a list and have evidence',
      [
        { rows: ['๑. ก', '๒. ข'], status: 'done' },
        { rows: ['๓. ค', ''], evidence: 'ภาพถ่าย' },
      ],
    ],
    [
      'stand on another sheet',
      [
        { rows: [ONE, TWO], status: 'done' },
        { rows: [THREE, FOUR], sheet: '๒' },
        { rows: [FIVE, ''], sheet: '๒' },
      ],
    ],
    ['may be two without a status', [{ rows: [ONE, TWO] }, { rows: [THREE, ''] }]],
    ['may be a single one without a status', [{ rows: [ONE, TWO], status: 'done' }, { rows: [THREE, ''] }]],
    ['may have the same bullets', [{ rows: ['- ก', '- ข'], status: 'done' }, { rows: ['- ค', '- ง'] }]],
    ['begin a list of their own', [{ rows: ['๑. ก', '๒. ข'] }, { rows: ['๑. ค', ''] }]],
    [
      'begin a numbering of their own',
      [{ rows: ['๑.๑ ก', '๑.๒ ข'], status: 'done' }, { rows: ['๒.๑ ค', '๒.๒ ง'] }, { rows: ['๓.๑ จ', ''] }],
    ],
    [
      'end before a measure that has a status',
      [{ rows: [ONE, TWO], status: 'done' }, { rows: [THREE, FOUR] }, { rows: [FIVE, ''], status: 'done' }],
    ],
  ])('%s', (_, measures) => {
    expect(spilt(...measures).moves).toEqual([]);
  });

  it('have a status that nobody can tell, which is no reason to take them for the rest of another answer', () => {
    const measures: readonly Rows[] = [{ rows: ['๑. ก', '๒. ข'], status: 'done' }, { rows: ['๓. ค', ''] }];
    const moves = ['F8 > F7'];
    expect(spiltBeside([unknownStatus('1.1.3')], measures).moves).toEqual(moves);
    expect(
      spiltBeside([{ code: 'measure-text-edited', measure: '1.1.2' as MeasureKey, text: 'ก' }], measures).moves,
    ).toEqual(moves);
    expect(spiltBeside([unknownStatus('1.1.2')], measures).moves).toEqual([]);
  });

  it('stay where they are if they fill the rows of their measures, whichever statuses were forgotten', () => {
    const texts = fc.constantFrom('จัดอบรม', '- ออกประกาศ', '๑. ประชุม', '(๒) เผยแพร่', '๒.๑ ติดตาม', '๓ ครั้ง');
    const answers = fc.array(
      fc.record({ rows: fc.tuple(fc.constant(ONE), texts), status: fc.constantFrom(null, 'done' as const) }),
      { minLength: 1, maxLength: MEASURES.length },
    );
    fc.assert(
      fc.property(answers, (measures) => {
        const { moves, codes } = spilt(...measures);
        expect(moves).toEqual([]);
        const forgotten = measures.filter(({ status }) => status === null);
        expect(codes.filter((code) => code === 'status-missing')).toHaveLength(forgotten.length);
      }),
    );
  });
});
