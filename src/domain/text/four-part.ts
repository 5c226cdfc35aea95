const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`;
const IP_ADDRESS = new RegExp(`^${ADDRESS}(?::\\d{1,5}|/\\d{1,2}|-\\d{1,3}|-${ADDRESS})?$`);

/** Highest item number in an outline. */
const MOST_ITEMS = 29;

/**
 * Whether a number is an IP address: four octets with an optional port, prefix length or range end, in ASCII digits.
 */
export function isIpAddress(number: string): boolean {
  return IP_ADDRESS.test(number);
}

/** Whether a dotted number could be an outline number: `1.1.2.1`, but not `10.0.0.1`. */
export function isOutlineNumber(number: string): boolean {
  return number.split('.').every((part) => Number(part) >= 1 && Number(part) <= MOST_ITEMS);
}
