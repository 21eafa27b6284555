import { decodeBase64 } from './base64.ts';

/** How one kind of credential looks in code. */
export interface SecretRule {
  /** "stripe-secret-key", for ever: findings are known by it. */
  readonly type: string;
  /** `info`: made to be public. It is listed, and fails nobody. */
  readonly level: 'critical' | 'info';
  /** Small letters, one of which any text with such a credential contains: most texts end here. */
  readonly hints: readonly string[];
  /** Time linear in the text: no repeated part holds a repeated part. Group 1 is the value where it is not the whole. */
  readonly pattern: RegExp;
  /** What the pattern alone cannot tell. */
  readonly isOne?: (value: string, around: string) => boolean;
}

/** Between a name and its value: `": "`, ` = '`, `=> `. */
const IS = String.raw`["'\]]{0,2}\s{0,4}(?:[:=,]|=>)\s{0,4}`;
const QUOTE = String.raw`["'\x60]`;
/** A value with or without quotes: also in lines of an environment file. */
const named = (name: string, value: string) =>
  new RegExp(String.raw`(?:${name})${IS}${QUOTE}?(${value})(?![\w.(/+=])`, 'gi');
const namedInQuotes = (name: string, value: string) => new RegExp(`(?:${name})${IS}${QUOTE}(${value})${QUOTE}`, 'gi');

const speaksOf = (word: RegExp) => (_value: string, around: string) => word.test(around);

/** Letters and digits in a mix that nobody types by hand. */
const isMixed = (value: string) => /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 3;

const roleOf = (token: string): string | null => {
  const payload = decodeBase64(token.split('.')[1] ?? '');
  return payload === null ? null : (/"role"\s*:\s*"([\w-]{1,40})"/.exec(payload)?.[1] ?? '');
};
const isServiceToken = (token: string, around: string) => {
  const role = roleOf(token);
  return role ? /service|admin|root/.test(role) : /service[_-]?role|admin[_-]?token/i.test(around);
};
const JWT = /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}/g;

/**
 * Credentials of the services that Indian shops use. What a service calls publishable is `info`.
 * Source: each service's own documentation of its keys' form, read up to 2026-11.
 */
export const SECRET_RULES: readonly SecretRule[] = [
  critical('shopify-admin-token', ['shpat_'], /\bshpat_[0-9a-f]{32,64}\b/gi),
  critical('shopify-custom-app-token', ['shpca_'], /\bshpca_[0-9a-f]{32,64}\b/gi),
  critical('shopify-private-app-password', ['shppa_'], /\bshppa_[0-9a-f]{32,64}\b/gi),
  critical('shopify-app-secret', ['shpss_'], /\bshpss_[0-9a-f]{32,64}\b/gi),
  critical('shopify-theme-access-password', ['shptka_'], /\bshptka_[0-9a-f]{32,64}\b/gi),
  critical('shopify-user-token', ['shpua_', 'shprt_', 'shpit_'], /\bshp(?:ua|rt|it)_[0-9a-f]{32,64}\b/gi),
  info(
    'shopify-storefront-token',
    ['storefront', 'accesstoken'],
    named(
      String.raw`x-shopify-storefront-access-token|storefront[_-]?(?:api[_-]?)?(?:access[_-]?)?token|\baccessToken`,
      '[0-9a-f]{32}',
    ),
  ),
  info('razorpay-key-id', ['rzp_'], /\brzp_(?:live|test)_[A-Za-z0-9]{14,24}\b/g),
  critical(
    'razorpay-key-secret',
    ['razorpay', 'rzp', 'key_secret', 'keysecret'],
    named(
      String.raw`(?:razorpay|rzp)[\w.-]{0,24}secret[\w-]{0,8}|\bkey[_-]?secret|\bRAZORPAY_SECRET\w{0,8}`,
      '[A-Za-z0-9]{18,40}',
    ),
    isMixed,
  ),
  critical(
    'razorpay-key-secret',
    ['rzp_'],
    /\brzp_(?:live|test)_[A-Za-z0-9]{14,24}\s{0,4}["']?\s{0,4}[:,]\s{0,4}["']?([A-Za-z0-9]{20,40})(?![A-Za-z0-9])/g,
    isMixed,
  ),
  critical('stripe-secret-key', ['sk_live_', 'sk_test_'], /\bsk_(?:live|test)_[A-Za-z0-9]{16,255}/g),
  critical('stripe-restricted-key', ['rk_live_', 'rk_test_'], /\brk_(?:live|test)_[A-Za-z0-9]{16,255}/g),
  critical('stripe-webhook-secret', ['whsec_'], /\bwhsec_[A-Za-z0-9+/=]{24,255}/g),
  info('stripe-publishable-key', ['pk_live_', 'pk_test_'], /\bpk_(?:live|test)_[A-Za-z0-9]{16,255}/g),
  critical('cashfree-secret-key', ['cfsk_'], /\bcfsk_ma_(?:prod|test)_[A-Za-z0-9_]{16,120}/g),
  critical(
    'cashfree-secret-key',
    ['cashfree', 'x-client-secret'],
    named(
      String.raw`cashfree[\w.-]{0,24}(?:secret|private)[\w-]{0,12}|x-client-secret|\bcf[_-]?secret[_-]?key`,
      '[A-Za-z0-9_]{20,120}',
    ),
    isMixed,
  ),
  critical(
    'payu-salt',
    ['payu'],
    named(String.raw`(?:payu[\w.-]{0,24})(?:salt|secret)[\w-]{0,12}`, '[A-Za-z0-9+/=]{8,2000}'),
    isMixed,
  ),
  critical(
    'payu-salt',
    ['payu'],
    named(String.raw`\b(?:merchant[_-]?)?salt(?:[_-]?v?\d)?`, '[A-Za-z0-9+/=]{8,2000}'),
    (value, around) => /payu/i.test(around) && isMixed(value),
  ),
  critical('msg91-auth-key', ['msg91', 'authkey'], /(?<![A-Za-z0-9])\d{5,6}[A-Za-z]\w{14,26}P1(?![A-Za-z0-9])/g),
  critical(
    'msg91-auth-key',
    ['msg91'],
    named(String.raw`(?:msg91[\w.-]{0,16})?auth[_-]?key|msg91[\w.-]{0,16}(?:key|token)`, '[A-Za-z0-9]{20,40}'),
    (value, around) => /msg91/i.test(around) && isMixed(value),
  ),
  info('twilio-account-sid', ['ac'], /(?<![A-Za-z0-9])AC[0-9a-f]{32}(?![A-Za-z0-9])/g),
  critical('twilio-api-key', ['twilio'], /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/g),
  critical(
    'twilio-auth-token',
    ['twilio'],
    named(String.raw`(?:twilio[\w.-]{0,16})?auth[_-]?token`, '[0-9a-f]{32}'),
    speaksOf(/twilio|\bAC[0-9a-f]{32}/i),
  ),
  critical('aws-access-key', ['akia', 'asia'], /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g),
  critical(
    'aws-secret-key',
    ['aws', 'secretaccesskey', 'secret_access_key'],
    named(
      String.raw`(?:aws[\w.-]{0,24})?secret[_-]?access[_-]?key|aws[\w.-]{0,24}secret[\w-]{0,8}`,
      '[A-Za-z0-9/+=]{40}',
    ),
    isMixed,
  ),
  critical(
    'google-service-account-key',
    ['service_account'],
    /"type"\s{0,4}:\s{0,4}"service_account"[\s\S]{0,400}?"private_key_id"\s{0,4}:\s{0,4}"([0-9a-f]{16,64})"/g,
  ),
  info('google-browser-key', ['aiza'], /(?<![A-Za-z0-9])AIza[\w-]{35}(?![\w-])/g),
  critical('google-oauth-secret', ['gocspx-'], /\bGOCSPX-[\w-]{20,40}/g),
  critical('private-key', ['private key'], /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g),
  critical('jwt-service-role', ['eyj'], JWT, isServiceToken),
  info('jwt', ['eyj'], JWT, (token, around) => !isServiceToken(token, around)),
  critical('github-token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /\bgh[pousr]_[A-Za-z0-9]{36,255}/g),
  critical('github-token', ['github_pat_'], /\bgithub_pat_\w{40,255}/g),
  critical('gitlab-token', ['glpat-'], /\bglpat-[\w-]{20,64}/g),
  critical('npm-token', ['npm_'], /\bnpm_[A-Za-z0-9]{36}\b/g),
  critical(
    'slack-token',
    ['xoxa-', 'xoxb-', 'xoxp-', 'xoxr-', 'xoxs-', 'xoxe-'],
    /\bxox[abeprs]-[A-Za-z0-9-]{10,255}/g,
  ),
  critical(
    'slack-webhook',
    ['hooks.slack.com'],
    /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9_]{6,20}\/[A-Za-z0-9_]{6,20}\/([A-Za-z0-9_]{16,64})/g,
  ),
  critical('sendgrid-key', ['sg.'], /\bSG\.[\w-]{16,32}\.[\w-]{16,64}/g, isMixed),
  critical('mailchimp-key', ['-us'], /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?![A-Za-z0-9])/g),
  critical('mailgun-key', ['key-'], /(?<![\w-])key-[0-9a-f]{32}(?![A-Za-z0-9])/g),
  critical('brevo-key', ['xkeysib-'], /\bxkeysib-[0-9a-f]{64}-[A-Za-z0-9]{8,20}/g),
  critical('klaviyo-private-key', ['pk_'], /(?<![A-Za-z0-9_])pk_[0-9a-f]{34}(?![A-Za-z0-9])/g),
  critical('anthropic-key', ['sk-ant-'], /\bsk-ant-[\w-]{20,255}/g, isMixed),
  critical(
    'openai-key',
    ['sk-'],
    /(?<![\w-])sk-(?!ant-)(?:[a-z]{2,10}-)?[A-Za-z0-9_]{20,255}(?:-[\w-]{1,200})?/g,
    isMixed,
  ),
  critical('telegram-bot-token', [':aa'], /(?<![A-Za-z0-9])\d{8,10}:AA[\w-]{33}(?![\w-])/g),
  critical('facebook-access-token', ['eaa'], /(?<![A-Za-z0-9])EAA[A-Za-z0-9]{60,400}(?![A-Za-z0-9])/g, isMixed),
  critical(
    'basic-auth-url',
    ['://'],
    /\b(?:https?|ftps?|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?):\/\/[^\s"'<>:/@{}$]{1,100}:([^\s"'<>:/@{}$]{4,100})@[\w.-]{3,253}/g,
  ),
  critical(
    'named-secret',
    ['secret', 'private'],
    namedInQuotes(
      String.raw`\b(?:client|api|app|consumer|merchant|webhook|shared)[_-]?secret(?:[_-]?key)?|\bsecret[_-]?(?:api[_-]?)?key|\bprivate[_-]?(?:api[_-]?)?key`,
      '[A-Za-z0-9+/=_.-]{16,200}',
    ),
    (value) => isMixed(value) && !/^(?:pk_|rzp_|AIza)/.test(value),
  ),
  info(
    'analytics-id',
    ['gtm-', 'ua-', 'g-', 'aw-'],
    /(?<![\w-])(?:GTM-(?=[A-Z0-9]{0,8}\d)[A-Z0-9]{5,9}|UA-\d{4,10}-\d{1,4}|G-(?=[A-Z]{0,9}\d)[A-Z0-9]{10}|AW-\d{9,11})(?![\w-])/g,
  ),
  info('analytics-id', ['fbq('], /\bfbq\(\s{0,4}["']init["']\s{0,4},\s{0,4}["'](\d{12,20})["']/g),
];

function critical(type: string, hints: readonly string[], pattern: RegExp, isOne?: SecretRule['isOne']): SecretRule {
  return { type, level: 'critical', hints, pattern, ...(isOne && { isOne }) };
}

function info(type: string, hints: readonly string[], pattern: RegExp, isOne?: SecretRule['isOne']): SecretRule {
  return { type, level: 'info', hints, pattern, ...(isOne && { isOne }) };
}

/** Bits a character, by how often each occurs: 0 for one letter repeated, 4 for random hexadecimal digits. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
