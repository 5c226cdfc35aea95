const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`;
const IP_ADDRESS = new RegExp(`^${ADDRESS}(?::\\d{1,5}|/\\d{1,2}|-\\d{1,3}|-${ADDRESS})?$`);

/** Highest number of an item in an outline. */
const MAX_ITEM = 29;

/**
 * Whether a number is an IP address: four octets with an optional port, prefix length or range end, in ASCII digits.
 */
export function isIpAddress(number: string): boolean {
  return IP_ADDRESS.test(number);
}

/** Whether a dotted number could be an outline number: `1.1.2.1`, but not `10.0.0.1`. */
export function isOutlineNumber(number: string): boolean {
  return number.split('.').every((part) => Number(part) >= 1 && Number(part) <= MAX_ITEM);
}

/** Public name servers, which look like items of an outline. */
const NAME_SERVERS: ReadonlySet<string> = new Set(['8.8.8.8', '9.9.9.9']);

/** An ordinal after a Thai word: `แผนงานที่ 1.2.3.4`. */
const ORDINAL = /[ก-์]ที่[ \u00a0]{0,2}$/;
/** Words after which ที่ means “at”: `เข้าใช้ได้ที่ 10.1.1.5`. */
const AT_A_PLACE =
  /(?:ได้|อยู่|ไป|เข้า|ผ่าน|ทาง|เครื่อง|ข่าย|ตั้ง|เว็บ|ไซต์|หมายเลข|ระบบ|ดู|ถึง|ใช้|ต่อ|คือ|สอบ|เซิร์ฟเวอร์|เราเตอร์)ที่[ \u00a0]{0,2}$/;
/** Characters before a number that are examined. */
const LOOKBEHIND = 20;
/** Limit of blanks and bullets between the start of a line and its outline number. */
const MAX_INDENT = 64;

/**
 * Whether a four-part number that may be an IP address is an outline number by its position: at the start of its line, also after blanks;
 * or, unless it begins with 10 as many networks do, after a bullet, a bracket or an ordinal word, or if its line has shorter outline numbers.
 * @param outlines the first two parts of the shorter outline numbers in the line
 */
export function isOutlineByPosition(
  text: string,
  start: number,
  number: string,
  outlines: ReadonlySet<string>,
): boolean {
  if (!isOutlineNumber(number) || NAME_SERVERS.has(number)) return false;
  const opening = openingOf(text, start);
  if (opening === 'line') return true;
  if (number.startsWith('10.')) return false;
  const before = text.slice(Math.max(0, start - LOOKBEHIND), start);
  return opening === 'bullet' || outlines.has(stemOf(number)) || (ORDINAL.test(before) && !AT_A_PLACE.test(before));
}

/** The first two parts of a dotted number. */
export function stemOf(number: string): string {
  return number.split('.', 2).join('.');
}

function openingOf(text: string, start: number): 'line' | 'bullet' | undefined {
  let opening: 'line' | 'bullet' = 'line';
  for (let at = start - 1; at >= start - MAX_INDENT; at--) {
    const mark = text.charAt(at);
    if (mark === '' || mark === '\n' || mark === '\r') return opening;
    if (/[-–•*·●▪(]/.test(mark)) opening = 'bullet';
    else if (!/[ \t\u00a0\u200b\ufeff]/.test(mark)) return undefined;
  }
  return undefined;
}
