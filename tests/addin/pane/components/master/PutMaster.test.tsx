/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen } from '@testing-library/react';
import { PutMaster } from '../../../../../src/addin/pane/components/master/PutMaster.tsx';
import { label, showInPane } from '../../../../support/pane-view.tsx';

const props = { canReplace: false, isNext: true, isLive: false, sheets: [], backups: 0, onPut: () => undefined };

describe('the button that makes a new report', () => {
  it('says beside an open report that the new one does not have its edited wording', () => {
    const { show } = showInPane(<PutMaster {...props} isBesideMaster={false} />);
    expect(screen.getByRole('button').getAttribute('aria-describedby')).toBeNull();
    expect(screen.queryByText(label('put-without-edits'))).toBeNull();
    show(<PutMaster {...props} isBesideMaster />);
    const hint = screen.getByText(label('put-without-edits'));
    expect(screen.getByRole('button').getAttribute('aria-describedby')).toBe(hint.id);
  });
});
