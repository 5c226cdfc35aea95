const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`;
const IP_ADDRESS = new RegExp(`^${ADDRESS}(?::\\d{1,5}|/\\d{1,2}|-\\d{1,3}|-${ADDRESS})?$`);

/** Highest number of a list, as outlines go. */
const MOST_ITEMS = 29;

/** Four octets, perhaps with a port, a prefix length or the end of a range. Digits are ASCII. */
export function isIpAddress(number: string): boolean {
  return IP_ADDRESS.test(number);
}

/** Whether every part of a number with dots could count the items of a list: `1.1.2.1`, and not `10.0.0.1`. */
export function isOutlineNumber(number: string): boolean {
  return number.split('.').every((part) => Number(part) >= 1 && Number(part) <= MOST_ITEMS);
}
