import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import { agencyState, latenessOf, type AgencyFacts } from '../../../src/domain/sharing/agency-state.ts';
import { emptyRecord, withEvents, type SharingEvent } from '../../../src/domain/sharing/record.ts';

const agency = '5019' as AgencyCode;
const FACTS: AgencyFacts = { agency, hasFile: true, isAsAccepted: false, answered: 0, expected: 48 };
const SENT_BACK: SharingEvent = {
  event: 'sent-back',
  at: '2026-01-02T00:00:00Z',
  agency,
  remarks: 3,
  item: 'a',
  tag: '1',
};
const ACCEPTED: SharingEvent = { event: 'accepted', at: '2026-01-03T00:00:00Z', agency, versions: [] };

const stateOf = (facts: Partial<AgencyFacts>, ...events: readonly SharingEvent[]) =>
  agencyState({ ...FACTS, ...facts }, withEvents(emptyRecord('bma-2565'), events));

describe('the state of an agency', () => {
  it('follows what is answered', () => {
    expect(stateOf({ hasFile: false })).toBe('not-sent');
    expect(stateOf({})).toBe('sent');
    expect(stateOf({ answered: 1 })).toBe('answering');
    expect(stateOf({ answered: 48 })).toBe('answered');
  });

  it('is sent back until the agency saves again', () => {
    expect(stateOf({ answered: 48 }, SENT_BACK)).toBe('sent-back');
    expect(stateOf({ answered: 48, savedAt: '2026-01-01T00:00:00Z' }, SENT_BACK)).toBe('sent-back');
    expect(stateOf({ answered: 48, savedAt: '2026-01-02T00:00:01Z' }, SENT_BACK)).toBe('answered');
  });

  it('is accepted as long as nothing is saved after that', () => {
    expect(stateOf({ answered: 48, isAsAccepted: true }, ACCEPTED)).toBe('accepted');
    expect(stateOf({ answered: 48, isAsAccepted: false }, ACCEPTED)).toBe('answered');
  });

  it('is accepted after it was sent back, and sent back after it was accepted, by what came last', () => {
    expect(stateOf({ isAsAccepted: true }, SENT_BACK, ACCEPTED)).toBe('accepted');
    expect(stateOf({ isAsAccepted: true }, { ...SENT_BACK, at: '2026-01-04T00:00:00Z' }, ACCEPTED)).toBe('sent-back');
  });

  it('is not sent where the file is gone, whatever was recorded', () => {
    expect(stateOf({ hasFile: false, isAsAccepted: true }, ACCEPTED, SENT_BACK)).toBe('not-sent');
  });
});

describe('being late', () => {
  const due = '2026-01-31';

  it('begins when the day is over in Bangkok', () => {
    expect(latenessOf({ state: 'answering' }, due, '2026-01-31T16:59:59Z')).toBeUndefined();
    expect(latenessOf({ state: 'answering' }, due, '2026-01-31T17:00:00Z')).toBe('overdue');
    expect(latenessOf({ state: 'not-sent' }, due, '2026-01-31T17:00:00Z')).toBe('overdue');
  });

  it('is told of those who were ready only afterwards', () => {
    const now = '2026-03-01T00:00:00Z';
    expect(latenessOf({ state: 'answered', savedAt: '2026-01-31T16:59:59Z' }, due, now)).toBeUndefined();
    expect(latenessOf({ state: 'accepted', savedAt: '2026-01-31T17:00:00Z' }, due, now)).toBe('late');
    expect(latenessOf({ state: 'answered' }, due, now)).toBeUndefined();
  });
});
