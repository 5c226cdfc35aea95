/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen } from '@testing-library/react';
import { FileLines } from '../../../../../src/addin/pane/components/master/FileLines.tsx';
import type { Problem } from '../../../../../src/domain/diagnostics/problem.ts';
import { label, showInPane } from '../../../../support/pane-view.tsx';
import { resultOf, submissionOf } from '../../../../support/report-builders.ts';

const file = { path: '02.xlsx', result: resultOf(submissionOf('02', { '1.1.1': ['ก'] })) };
const repeated: Problem = {
  code: 'submission-repeated',
  file: '02.xlsx',
  usedFile: '02 ใหม่.xlsx',
  parts: [1],
  keptParts: [],
};

describe('the list of files', () => {
  it('counts what the list of problems has for each file, also what was found beside the others', () => {
    const { show } = showInPane(<FileLines files={[file]} />);
    expect(screen.getByText(label('file-read')).textContent).toBe(label('file-read'));
    show(<FileLines files={[file]} problems={[repeated, { code: 'file-damaged', damage: 'xml', detail: '' }]} />);
    expect(screen.getByText(label('file-with-problems', { count: 1 })).textContent).toContain('๑');
    expect(screen.queryByText(label('file-read'))).toBeNull();
  });
});
