import { toHostFault } from '../../../src/adapters/excel/faults.ts';
import { describeHostFault } from '../../../src/domain/messages/message.ts';
import type { HostFault } from '../../../src/usecases/ports/workbook-host.ts';

/** An error as office.js throws it. */
const officeError = (code: string, errorLocation = ''): Error =>
  Object.assign(new Error(code), { code, debugInfo: { errorLocation } });

describe('an error of office.js', () => {
  it.each([
    ['InvalidOperationInCellEditMode', 'cell-in-edit'],
    ['AccessDenied', 'protected'],
    ['InvalidOrTimedOutSession', 'session-lost'],
    ['ApiNotFound', 'not-supported'],
    // A group of calls that Excel cannot undo (office-js#6711).
    ['UndoNotSupported', 'undo-not-supported'],
    ['InsertDeleteConflict', 'rows-held'],
    ['FilteredRangeConflict', 'rows-held'],
    ['MergedRangeConflict', 'rows-held'],
    ['GeneralException', 'failed'],
  ] as const)('is a fault with a reason, and a sentence in both languages: %s', (code, reason) => {
    const fault = toHostFault(officeError(code)) as HostFault;
    expect(fault).toMatchObject({ name: 'HostFault', reason });
    const sentences = (['th', 'en'] as const).map((language) => describeHostFault(fault, language));
    for (const { message, remedy } of sentences) expect([message, remedy]).not.toContain('');
    expect(sentences[0]!.message).toMatch(/[ก-๙]/);
  });

  it('means that a sheet is gone only where it says so', () => {
    expect(toHostFault(officeError('ItemNotFound', 'WorksheetCollection.getItem'))).toMatchObject({
      reason: 'sheet-gone',
    });
    expect(toHostFault(officeError('ItemNotFound', 'ConditionalFormat.load'))).toMatchObject({ reason: 'failed' });
  });

  it('is all that is converted: an error of this program stays what it is', () => {
    const bug = new TypeError('bug');
    expect(toHostFault(bug)).toBe(bug);
  });
});
