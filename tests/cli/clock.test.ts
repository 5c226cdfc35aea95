import { createClock } from '../../src/cli/clock.ts';

describe('the clock', () => {
  it('stands still at SOURCE_DATE_EPOCH', () => {
    expect(createClock('0').now()).toBe('1970-01-01T00:00:00.000Z');
    expect(createClock('1651190400').now()).toBe('2022-04-29T00:00:00.000Z');
  });

  it.each([undefined, ''])('tells the time where it is %o', (epoch) => {
    const before = Date.now();
    const now = Date.parse(createClock(epoch).now());
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it.each(['now', '-1', '1.5', '1e9', '0x10', ' 1', '999999999999999'])('refuses %o', (epoch) => {
    expect(() => createClock(epoch).now()).toThrow('bad-clock');
  });
});
