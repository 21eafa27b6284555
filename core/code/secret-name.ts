/** Words of a type that are not written in small letters. */
const WORDS: Readonly<Record<string, string>> = {
  aws: 'AWS',
  github: 'GitHub',
  gitlab: 'GitLab',
  jwt: 'JSON web token (JWT)',
  msg91: 'MSG91',
  npm: 'npm',
  oauth: 'OAuth',
  openai: 'OpenAI',
  payu: 'PayU',
  sendgrid: 'SendGrid',
  id: 'id',
  sid: 'SID',
  url: 'address',
};

/** A type of credential as people call it: "stripe-secret-key" is "Stripe secret key". */
export function secretName(type: string): string {
  const name = type
    .split('-')
    .map((word) => WORDS[word] ?? word)
    .join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
