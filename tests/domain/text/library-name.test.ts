import { isLibraryName } from '../../../src/domain/text/library-name.ts';

it.each([
  ...[
    '5019',
    'รายงาน ๒๕๖๕.xlsx',
    'a.b.c',
    '.ita',
    'a~b',
    '100% #1 & (x)',
    'console',
    'com',
    'com10',
    'lpt',
    'x_vti',
    'lock',
  ],
  'ก'.repeat(255),
])('takes %j', (name) => {
  expect(isLibraryName(name)).toBe(true);
});

it.each([
  ...['', '.', '..', 'a.', 'a ', ' a', '~a', '~$a.xlsx', 'a\tb', 'a\u0000', 'a\u001fb'],
  ...['a"b', 'a*b', 'a:b', 'a<b', 'a>b', 'a?b', 'a/b', 'a\\b', 'a|b'],
  ...['con', 'PRN', 'Aux', 'nul', 'COM0', 'com9', 'LPT1', '.lock', 'Desktop.ini', '_vti_', 'a_VTI_b'],
  'ก'.repeat(256),
])('refuses %j', (name) => {
  expect(isLibraryName(name)).toBe(false);
});
