import fc from 'fast-check';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import {
  emptyRecord,
  formatLog,
  formatRecord,
  lastEvent,
  lastPublished,
  parseLog,
  parseRecord,
  withEvents,
  type SharingEvent,
} from '../../../src/domain/sharing/record.ts';

const EMPTY = emptyRecord('bma-2565');
const DISTRICT = '5019' as AgencyCode;

const versions = fc.record({ item: fc.constantFrom('a', 'b'), tag: fc.string({ maxLength: 3 }) });
const when = fc.record({ at: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z') });
const agency = fc.record({ agency: fc.constantFrom(DISTRICT, '5020' as AgencyCode) });

const events: fc.Arbitrary<readonly SharingEvent[]> = fc.array(
  fc.oneof(
    fc
      .tuple(when, agency, versions, fc.constantFrom('given-out' as const, 'collected' as const))
      .map(([at, of, version, event]) => ({ event, ...at, ...of, ...version })),
    fc
      .tuple(when, agency, fc.array(fc.emailAddress(), { maxLength: 2 }))
      .map(([at, of, recipients]) => ({ event: 'shared' as const, ...at, ...of, recipients })),
    fc
      .tuple(when, agency, fc.array(versions, { maxLength: 2 }))
      .map(([at, of, accepted]) => ({ event: 'accepted' as const, ...at, ...of, versions: accepted })),
    fc
      .tuple(when, agency, versions, fc.nat(9))
      .map(([at, of, version, remarks]) => ({ event: 'sent-back' as const, ...at, ...of, ...version, remarks })),
    fc.tuple(when, versions).map(([at, version]) => ({ event: 'published' as const, ...at, ...version })),
  ),
  { maxLength: 12 },
);

describe('the record of a shared folder', () => {
  it('is the same in whatever order, and how often, its events are added', () => {
    fc.assert(
      fc.property(events, events, (one, other) => {
        const both = withEvents(withEvents(EMPTY, one), other);
        expect(withEvents(withEvents(EMPTY, other), one)).toEqual(both);
        expect(withEvents(both, [...one, ...other])).toEqual(both);
      }),
    );
  });

  it('reads as it was written, and from its log', () => {
    fc.assert(
      fc.property(events, (added) => {
        const record = withEvents(EMPTY, added);
        expect(parseRecord(formatRecord(record))).toEqual(record);
        expect(withEvents(EMPTY, parseLog(formatLog(added)))).toEqual(record);
      }),
    );
  });

  it('keeps the last event of its kind about an agency and a file', () => {
    const first = givenOut('2026-01-01T00:00:00Z', '1');
    const second = givenOut('2026-01-02T00:00:00Z', '2');
    const record = withEvents(EMPTY, [second, first]);
    expect(record.events).toEqual([second]);
    expect(lastEvent(record, 'given-out', DISTRICT)).toEqual(second);
    expect(lastEvent(record, 'collected', DISTRICT)).toBeUndefined();
  });

  it('keeps what was published apart by file', () => {
    const one: SharingEvent = { event: 'published', at: '2026-01-01T00:00:00Z', item: 'a', tag: '1' };
    const other: SharingEvent = { event: 'published', at: '2026-01-02T00:00:00Z', item: 'b', tag: '2' };
    const record = withEvents(EMPTY, [one, other]);
    expect(lastPublished(record, 'a')).toEqual(one);
    expect(lastPublished(record, 'c')).toBeUndefined();
  });

  it('keeps every event of a kind that only a later version of the program knows', () => {
    const asked = [1, 2].map((round) => ({ event: 'asked', at: `2026-01-0${round}T00:00:00Z`, agency: '5019', round }));
    const text = JSON.stringify({ format: 2, programme: 'bma-2565', events: asked, more: true });
    const record = parseRecord(text);
    expect(record?.events).toEqual(asked);
    expect(record && withEvents(record, [givenOut('2026-01-03T00:00:00Z', '1')]).events).toHaveLength(3);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"events":[]}',
    '{"programme":"bma-2565"}',
    '{"programme":"bma-2565","events":[{"event":"given-out"}]}',
    '{"programme":"bma-2565","events":[{"event":"accepted","at":"x","agency":"5019","versions":[{}]}]}',
  ])('is not read from %j', (text) => {
    expect(parseRecord(text)).toBeUndefined();
  });

  it('reads the whole lines of a log that was cut off', () => {
    const lines = formatLog([givenOut('2026-01-01T00:00:00Z', '1'), givenOut('2026-01-02T00:00:00Z', '2')]);
    expect(parseLog(lines.slice(0, -10))).toEqual([givenOut('2026-01-01T00:00:00Z', '1')]);
  });
});

function givenOut(at: string, tag: string): SharingEvent {
  return { event: 'given-out', at, agency: DISTRICT, item: 'a', tag };
}
