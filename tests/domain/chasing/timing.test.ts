import fc from 'fast-check';
import { dayOf, timingOf } from '../../../src/domain/chasing/timing.ts';
import { latenessOf } from '../../../src/domain/sharing/agency-state.ts';

const due = '2027-05-31';
const now = '2027-06-10';

describe('how an answer stands to its last day', () => {
  it.each([
    ['saved a week before', { isComplete: true, savedAt: '2027-05-24T08:00:00Z' }, { kind: 'early', days: 7 }],
    ['saved in the last minute', { isComplete: true, savedAt: '2027-05-31T16:59:59Z' }, { kind: 'early', days: 0 }],
    ['saved when the day was over', { isComplete: true, savedAt: '2027-05-31T17:00:00Z' }, { kind: 'late', days: 1 }],
    ['complete without a time', { isComplete: true }, { kind: 'unknown' }],
    ['complete with a time that is none', { isComplete: true, savedAt: 'เมื่อวาน' }, { kind: 'unknown' }],
    ['not complete', { isComplete: false }, { kind: 'overdue', days: 10 }],
    [
      'not complete, but saved in time',
      { isComplete: false, savedAt: '2027-05-01T00:00:00Z' },
      { kind: 'overdue', days: 10 },
    ],
  ] as const)('%s', (_, answer, timing) => {
    expect(timingOf(answer, due, now)).toEqual(timing);
  });

  it('leaves the whole last day to those who are not complete', () => {
    expect(timingOf({ isComplete: false }, due, '2027-05-31T16:59:59Z')).toEqual({ kind: 'open', days: 0 });
    expect(timingOf({ isComplete: false }, due, '2027-05-31T17:00:00Z')).toEqual({ kind: 'overdue', days: 1 });
    expect(timingOf({ isComplete: false }, due, '2027-05-01')).toEqual({ kind: 'open', days: 30 });
  });

  it('is late or overdue in the shared folder if and only if it is so here', () => {
    const instant = fc.date({ min: new Date('2027-05-01'), max: new Date('2027-07-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.boolean(), fc.option(instant, { nil: undefined }), instant, (isComplete, saved, at) => {
        const when = saved === undefined ? {} : { savedAt: saved.toISOString() };
        const { kind } = timingOf({ isComplete, ...when }, due, at.toISOString());
        const lateness = latenessOf({ state: isComplete ? 'answered' : 'answering', ...when }, due, at.toISOString());
        expect(lateness).toBe(kind === 'late' || kind === 'overdue' ? kind : undefined);
      }),
    );
  });

  it('knows the day in Bangkok of an instant', () => {
    expect([dayOf('2027-05-31T17:00:00Z'), dayOf('2027-05-31'), dayOf('31/5/2570')]).toEqual([
      '2027-06-01',
      '2027-05-31',
      undefined,
    ]);
  });
});
