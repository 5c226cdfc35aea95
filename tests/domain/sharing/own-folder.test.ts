import { ownFolderIn } from '../../../src/domain/sharing/own-folder.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';

const agency = { code: '5019' as AgencyCode };

describe('the folder of an agency that its open workbook lies in', () => {
  it.each([
    ['https://bma.sharepoint.com/sites/ITA/Shared%20Documents/ITA%202565/5019/5019-ITA.xlsx', 'ITA 2565/5019'],
    ['https://bma-my.sharepoint.com/personal/a_b_go_th/Documents/ITA/5019/5019-ITA.xlsx?web=1', 'ITA/5019'],
    ['https://bma.sharepoint.com/sites/ITA/%E0%B8%87/5019/100%25.xlsx', 'ง/5019'],
    ['https://bma.sharepoint.com/sites/ITA/100%/5019/a.xlsx', '100%/5019'],
    ['C:\\Users\\somchai\\OneDrive - BMA\\ITA 2565\\5019\\5019-ITA.xlsx', 'ITA 2565/5019'],
    ['/Users/somchai/Library/CloudStorage/OneDrive-BMA/ITA 2565/5019/5019-ITA.xlsx', 'ITA 2565/5019'],
  ])('is told by %s', (address, folder) => {
    expect(ownFolderIn(address, agency)).toBe(folder);
  });

  it.each([
    '',
    '5019.xlsx',
    'C:\\Users\\somchai\\Downloads\\5019\\a.xlsx',
    'C:\\Users\\somchai\\OneDrive - BMA\\ITA 2565\\a.xlsx',
    'https://bma.sharepoint.com/sites/ITA/5020/5019-ITA.xlsx',
    'https://bma.sharepoint.com/sites/5019/Shared%20Documents/a.xlsx',
    'https://bma.sharepoint.com/5019',
    'https://bma.sharepoint.com.example.com/ITA/5019/a.xlsx',
    'http://bma.sharepoint.com/ITA/5019/a.xlsx',
    'https://d.docs.live.net/1a2b/ITA/5019/a.xlsx',
    'OneDrive/5019/a.xlsx',
  ])('is not known by %j', (address) => {
    expect(ownFolderIn(address, agency)).toBeUndefined();
  });
});
