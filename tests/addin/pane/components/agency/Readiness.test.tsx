/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen } from '@testing-library/react';
import { Readiness } from '../../../../../src/addin/pane/components/agency/Readiness.tsx';
import { label, showInPane } from '../../../../support/pane-view.tsx';

const props = { folder: '', isLive: true, isStale: false, isWhole: false };
const ready = { ready: true, remarks: [] };
const usual = label('save-in', { location: label('usual-folder') });
const onlySave = label('only-save', { folder: 'ITA 2565/5019' });

describe('a workbook that is ready to send', () => {
  it('needs only to be saved where it lies in the folder of its agency', () => {
    showInPane(<Readiness {...props} checked={ready} ownFolder="ITA 2565/5019" />);
    screen.getByText(onlySave);
    expect(screen.queryByText(usual)).toBeNull();
  });

  it('is to be saved where the office wants it, where that is not known', () => {
    showInPane(<Readiness {...props} checked={ready} ownFolder={undefined} />);
    expect(screen.getByText(usual)).toBeTruthy();
    expect(screen.queryByText(onlySave)).toBeNull();
  });

  it('is told so only when it is ready', () => {
    showInPane(<Readiness {...props} checked={{ ...ready, ready: false }} ownFolder="ITA 2565/5019" />);
    expect(screen.queryByText(onlySave)).toBeNull();
  });
});
