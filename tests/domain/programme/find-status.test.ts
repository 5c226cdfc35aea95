import { findStatus } from '../../../src/domain/programme/find-status.ts';
import { SMALL_PROGRAMME } from '../../support/small-programme.ts';

describe('a status', () => {
  it.each(SMALL_PROGRAMME.statuses)(
    '$label is understood with blanks and a full stop around it too',
    ({ id, label }) => {
      for (const text of [label, ` ${label} `, `${label}.`, `${label} .`])
        expect(findStatus(SMALL_PROGRAMME, text)).toBe(id);
    },
  );

  it.each(['', '.', 'เสร็จ', 'ดำเนินการแล้วบางส่วน'])('is none: %j', (text) => {
    expect(findStatus(SMALL_PROGRAMME, text)).toBeUndefined();
  });
});
