/** RFC 5321: 64 characters before the @; 254 in all is what fits between the brackets of a path. */
const LONGEST = 254;
const LOCAL = /^(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * One address as mail is sent to it: "Asha@shop.example", its domain in lower case. Null: it is none, or it is one of the
 * forms that mail programs read in different ways, such as quoted names, comments, lists and groups; or it is not ASCII.
 */
export function mailAddress(text: string): string | null {
  if (text.length > LONGEST) return null;
  const [local = '', domain = '', ...rest] = text.split('@');
  const host = domain.toLowerCase();
  return rest.length === 0 && LOCAL.test(local) && DOMAIN.test(host) ? `${local}@${host}` : null;
}

/** An address for a list that others see: "a…@shop.example". */
export function maskedAddress(address: string): string {
  return `${address.slice(0, 1)}…${address.slice(address.lastIndexOf('@'))}`;
}
