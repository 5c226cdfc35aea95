/** Years of the Buddhist era are greater by this than those of the Christian era. */
export const BUDDHIST_OFFSET = 543;

/** The months from January, in full and abbreviated. */
export const MONTHS: readonly { readonly name: string; readonly abbreviation: string }[] = [
  { name: 'มกราคม', abbreviation: 'ม.ค.' },
  { name: 'กุมภาพันธ์', abbreviation: 'ก.พ.' },
  { name: 'มีนาคม', abbreviation: 'มี.ค.' },
  { name: 'เมษายน', abbreviation: 'เม.ย.' },
  { name: 'พฤษภาคม', abbreviation: 'พ.ค.' },
  { name: 'มิถุนายน', abbreviation: 'มิ.ย.' },
  { name: 'กรกฎาคม', abbreviation: 'ก.ค.' },
  { name: 'สิงหาคม', abbreviation: 'ส.ค.' },
  { name: 'กันยายน', abbreviation: 'ก.ย.' },
  { name: 'ตุลาคม', abbreviation: 'ต.ค.' },
  { name: 'พฤศจิกายน', abbreviation: 'พ.ย.' },
  { name: 'ธันวาคม', abbreviation: 'ธ.ค.' },
];
