/** Names of the master's sheets beside those of the issues. */
export const COVER_SHEET = 'ปก';
export const MATRIX_SHEET = 'ความครบถ้วน';
export const PROBLEMS_SHEET = 'ปัญหา';
export const TABLE_SHEET = 'ตารางรวม';
