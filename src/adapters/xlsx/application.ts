/** The program's name in the extended properties of the files that it writes. An unknown name makes other programs recalculate formulas. */
export const APPLICATION = 'ita-workbook';
