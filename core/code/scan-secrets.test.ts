import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { secretName } from './secret-name.ts';
import { SECRET_RULES } from './secret-rules.ts';
import { scanSecrets } from './scan-secrets.ts';

interface Example {
  readonly id: string;
  readonly template: string;
  readonly expect: { readonly type: string | null; readonly level: 'critical' | 'info' | 'none' };
}

/** The alphabets of the examples: values that scanners of this repository take for none. */
const ALPHABETS: Readonly<Record<string, string>> = {
  hex: '0123456789abcdef',
  alnum: 'a1B2c3D4e5F6g7H8i9J0',
  upper: 'Q7W8E9R1T2Y3U4I5',
  digits: '1357924680',
};
const expanded = (template: string): string =>
  template.replace(/\{(hex|alnum|upper|digits):(\d+)\}/g, (_place, kind: string, length: string) =>
    (ALPHABETS[kind] ?? '').repeat(99).slice(0, Number(length)),
  );
const seen = (template: string) => scanSecrets(expanded(template)).map(({ type, level }) => `${type} ${level}`);

const file = join(import.meta.dirname, '../../test/examples/security/secrets.examples.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Example[] };

const inBase64 = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64url');
const token = (payload: object) => `${inBase64({ alg: 'HS256' })}.${inBase64(payload)}.{alnum:43}`;

describe('secrets in code', () => {
  it.each(cases.map(({ id, template, expect: { type, level } }) => [id, template, type, level] as const))(
    'the example %s',
    (_id, template, type, level) => {
      expect(seen(template)).toEqual(type === null ? [] : [`${type} ${level}`]);
    },
  );

  it.each([
    ['"shpca_{hex:32}"', 'shopify-custom-app-token critical'],
    ['shppa_{hex:32}', 'shopify-private-app-password critical'],
    ['SHOPIFY_API_SECRET=shpss_{hex:32}', 'shopify-app-secret critical'],
    ['shptka_{hex:32}', 'shopify-theme-access-password critical'],
    ['"storefrontAccessToken":"{hex:32}"', 'shopify-storefront-token info'],
    ['"accessToken":"{hex:32}"', 'shopify-storefront-token info'],
    ['key: "rzp_live_{alnum:14}"', 'razorpay-key-id info'],
    ['razorpay_key_secret = "{alnum:24}"', 'razorpay-key-secret critical'],
    ['RAZORPAY_KEY_SECRET={alnum:24}', 'razorpay-key-secret critical'],
    ['sk_live_{alnum:24}', 'stripe-secret-key critical'],
    ['sk_test_{alnum:24}', 'stripe-secret-key critical'],
    ['rk_live_{alnum:24}', 'stripe-restricted-key critical'],
    ['whsec_{alnum:32}', 'stripe-webhook-secret critical'],
    ['pk_test_{alnum:24}', 'stripe-publishable-key info'],
    ['cfsk_ma_prod_{hex:32}_{hex:8}', 'cashfree-secret-key critical'],
    ["headers: {'x-client-secret': '{alnum:40}'}", 'cashfree-secret-key critical'],
    ['payu_salt: "{alnum:32}"', 'payu-salt critical'],
    ['/* PayU */ var merchant = {salt: "{alnum:10}"}', 'payu-salt critical'],
    ['control.msg91.com?authkey={digits:6}{alnum:20}P1', 'msg91-auth-key critical'],
    ['msg91: {authkey: "{alnum:24}"}', 'msg91-auth-key critical'],
    ['AC{hex:32}', 'twilio-account-sid info'],
    ['twilio({authToken: "{hex:32}"})', 'twilio-auth-token critical'],
    ['AKIA{upper:16}', 'aws-access-key critical'],
    ['aws_secret_access_key = "{alnum:40}"', 'aws-secret-key critical'],
    ['{"type": "service_account", "private_key_id": "{hex:40}"}', 'google-service-account-key critical'],
    ['AIza{alnum:35}', 'google-browser-key info'],
    ['GOCSPX-{alnum:28}', 'google-oauth-secret critical'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'private-key critical'],
    ['-----BEGIN PRIVATE KEY-----', 'private-key critical'],
    [token({ role: 'service_role' }), 'jwt-service-role critical'],
    [token({ role: 'anon' }), 'jwt info'],
    [token({ sub: '1' }), 'jwt info'],
    ['ghp_{alnum:36}', 'github-token critical'],
    ['github_pat_{alnum:60}', 'github-token critical'],
    ['glpat-{alnum:20}', 'gitlab-token critical'],
    ['xoxb-{digits:12}-{alnum:24}', 'slack-token critical'],
    ['https://hooks.slack.com/services/T{upper:9}/B{upper:9}/{alnum:24}', 'slack-webhook critical'],
    ['SG.{alnum:22}.{alnum:43}', 'sendgrid-key critical'],
    ['{hex:32}-us14', 'mailchimp-key critical'],
    ['pk_{hex:34}', 'klaviyo-private-key critical'],
    ['sk-ant-api03-{alnum:40}', 'anthropic-key critical'],
    ['sk-proj-{alnum:48}', 'openai-key critical'],
    ['{digits:10}:AA{alnum:33}', 'telegram-bot-token critical'],
    ['EAA{alnum:80}', 'facebook-access-token critical'],
    ['fetch("https://admin:{alnum:12}@erp.example/stock")', 'basic-auth-url critical'],
    ['mongodb+srv://shop:{alnum:16}@db.example/x', 'basic-auth-url critical'],
    ['client_secret: "{alnum:32}"', 'named-secret critical'],
    ["gtag('config', 'G-{upper:10}')", 'analytics-id info'],
    ['GTM-{upper:7}', 'analytics-id info'],
    ['UA-{digits:8}-1', 'analytics-id info'],
    ["fbq('init', '{digits:15}')", 'analytics-id info'],
  ])('%s: %s', (template, expected) => {
    expect(seen(template)).toEqual([expected]);
  });

  it.each([
    ['var version = "3.7.1";'],
    ['sk_live_xxxxxxxxxxxxxxxxxxxxxxxx'],
    ['sk_live_YOUR_SECRET_KEY_HERE'],
    ['key_secret: "your-razorpay-key-secret"'],
    ['AKIAIOSFODNN7EXAMPLE'],
    ['api_secret = "<%= secret %>"'],
    ['client_secret: "{{ settings.client_secret }}"'],
    ['clientSecret: config.payments.clientSecret2'],
    ['https://user:password@host.example/'],
    ['https://cdn.example/@scope/package@1.2.3/index.js'],
    ['class="sk-loading-spinner-with-long-name"'],
    ['data-sitekey="{alnum:40}"'],
    ['<svg class="G-ICON">'],
    ['data:image/png;base64,iVBORw0KGgoAAAANSUhEUg'],
    ['integrity="sha384-{alnum:64}"'],
    ['"checksum":"{hex:32}"'],
    ['"a{hex:40}"'],
    ['salt: "{alnum:10}"'], // nobody says PayU
    ['auth_token="{hex:32}"'], // nobody says Twilio
    ['key_secret: "aaaaaaaaaaaaaaaaaaaaaaaa"'],
    [''],
  ])('%s: nothing', (template) => {
    expect(seen(template)).toEqual([]);
  });

  it('tells line and last four, each value once, and no value', () => {
    const value = expanded('sk_live_{alnum:24}');
    const told = scanSecrets(`a\nb ${value}\nc ${value}\nAIza${'x1Y2'.repeat(8)}abc`);
    expect(told).toMatchObject([
      { type: 'stripe-secret-key', line: 2, lastFour: 'a1B2' },
      { type: 'google-browser-key', line: 4 },
    ]);
    expect(JSON.stringify(told)).not.toContain(value);
  });

  it('keeps nothing of a private key, nor four of a short password', () => {
    expect(scanSecrets('-----BEGIN PRIVATE KEY-----\nMIIEvQ')).toMatchObject([{ lastFour: '' }]);
    expect(scanSecrets('https://a:kite7@erp.example')).toMatchObject([{ lastFour: '' }]);
  });

  it('keeps fifty at most', () => {
    const many = Array.from({ length: 80 }, (_, index) => `rzp_live_${String(index).padStart(3, '0')}aBcDeFgHiJk`);
    expect(scanSecrets(many.join(' '))).toHaveLength(50);
  });

  it.each([
    ['a token without its end', `eyJ${'a'.repeat(500_000)}`],
    ['tokens without end', 'eyJaaaaaaaa.'.repeat(50_000)],
    ['addresses without end', 'https://a:'.repeat(50_000)],
    ['accounts without a key', '"type":"service_account"'.repeat(20_000)],
    ['names without values', 'key_secret: '.repeat(40_000)],
    ['every hint, and blanks', `secret payu salt private eyj sk- ${' '.repeat(500_000)}`],
  ])('finds nothing in %s', (_what, text) => {
    expect(scanSecrets(text)).toEqual([]);
  });

  it('has a name for each type', () => {
    for (const { type } of SECRET_RULES) expect(secretName(type)).toMatch(/^[A-Zn]/);
    expect(['aws-secret-key', 'jwt-service-role', 'stripe-secret-key'].map(secretName)).toEqual([
      'AWS secret key',
      'JSON web token (JWT) service role',
      'Stripe secret key',
    ]);
  });
});
