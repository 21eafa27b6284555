/** A machine of one's own has no certificate for its own name. */
const THIS_MACHINE = new Set(['localhost', '127.0.0.1']);

/**
 * An address as it may stand behind a link of a mail.
 *
 * @throws {TypeError} it is not https: whoever wrote the letter made a mistake, and the mail is not sent
 */
export function letterLink(href: string): string {
  const url = URL.parse(href);
  const isHttps = url?.protocol === 'https:';
  const isHere = url?.protocol === 'http:' && THIS_MACHINE.has(url.hostname);
  if (!url || (!isHttps && !isHere) || url.username !== '' || url.password !== '') {
    throw new TypeError('A link of a mail is not https.');
  }
  return url.href;
}
