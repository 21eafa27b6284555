/** Selectors that mail services document or set by themselves, tried for every domain: no record lists them. */
const EVERYWHERE = ['default', 'dkim', 'google', 'k1', 'mail', 's1', 's2', 'selector1', 'selector2', 'zoho'];

/** Further selectors of a service, known by a host in MX or in an SPF include. */
const BY_SERVICE: readonly (readonly [service: RegExp, selectors: readonly string[]])[] = [
  [/(^|\.)zoho(mail)?\.(com|in|eu)$/, ['zmail', 'zohomail']],
  [/(^|\.)(mcsv|mandrillapp|mailchimp)\.(net|com)$/, ['k2', 'k3', 'mandrill', 'mte1', 'mte2']],
  [/(^|\.)(sendinblue|brevo)\.com$/, ['brevo1', 'brevo2']],
  [/(^|\.)klaviyo(mail)?\.com$/, ['kl', 'kl2']],
  [/(^|\.)mailgun\.org$/, ['mailo', 'mg', 'pic']],
  [/(^|\.)hostinger\.com$/, ['hostingermail1', 'hostingermail2', 'hostingermail-a']],
  [/(^|\.)(titan\.email|titan-email\.com)$/, ['titan1', 'titan2']],
  [/(^|\.)(messagingengine|fastmail)\.com$/, ['fm1', 'fm2', 'fm3']],
  [/(^|\.)protonmail\.ch$/, ['protonmail', 'protonmail2', 'protonmail3']],
  [/(^|\.)zendesk\.com$/, ['zendesk1', 'zendesk2']],
];

/** Selectors to try for a domain whose mail goes through these hosts. */
export function dkimSelectorsFor(mailHosts: readonly string[]): string[] {
  const further = BY_SERVICE.filter(([service]) => mailHosts.some((host) => service.test(host)));
  return [...new Set([...EVERYWHERE, ...further.flatMap(([, selectors]) => selectors)])].sort();
}
