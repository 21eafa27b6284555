import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const GOOD = {
  NODE_ENV: 'production',
  APP_URL: 'https://prahari.example',
  MONGODB_URI: 'mongodb://db.example/prahari',
  REDIS_URL: 'rediss://redis.example',
  SHOPIFY_CLIENT_ID: '0123456789abcdef',
  SHOPIFY_CLIENT_SECRET: 'an-invented-client-secret',
  KEY_RING: `k1:${KEY}`,
  METRICS_TOKEN: 'an-invented-metrics-token',
  MAIL_URL: 'smtps://prahari:invented%20word@smtp.example',
  MAIL_FROM: 'Prahari <alerts@prahari.example>',
};

const linesOf = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
};

describe('configuration', () => {
  it('has sensible defaults', () => {
    expect(readConfig(GOOD)).toMatchObject({
      ROLE: 'all',
      HOST: '127.0.0.1',
      PORT: 3000,
      OPERATOR_HOST: '127.0.0.1',
      TRUSTED_PROXIES: 0,
    });
  });

  it('names every bad variable at once, and no value', () => {
    const lines = linesOf({
      NODE_ENV: 'production',
      PORT: 'eighty',
      APP_URL: 'prahari',
      KEY_RING: 'k1:hunter2',
      ROLE: 'boss',
    });
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'ROLE',
      'PORT',
      'APP_URL',
      'MONGODB_URI',
      'REDIS_URL',
      'SHOPIFY_CLIENT_ID',
      'SHOPIFY_CLIENT_SECRET',
      'KEY_RING',
      'MAIL_URL',
      'METRICS_TOKEN',
    ]);
    expect(lines.join()).not.toMatch(/eighty|hunter2|boss/);
  });

  it.each(['APP_BRIDGE_URL', 'ADMIN_ORIGIN', 'BREACH_RANGE_URL', 'OUTBOUND_CONNECT_TO', 'OUTBOUND_CA_FILE'])(
    'refuses %s in production',
    (name) => {
      const value = {
        APP_BRIDGE_URL: 'http://localhost:4000/a.js',
        BREACH_RANGE_URL: 'http://localhost:4000/range/',
        ADMIN_ORIGIN: 'http://localhost:4000',
        OUTBOUND_CONNECT_TO: '127.0.0.1:4443',
        OUTBOUND_CA_FILE: '/ca.pem',
      }[name];
      expect(linesOf({ ...GOOD, [name]: value })).toEqual([`${name} is for development only.`]);
      expect(linesOf({ ...GOOD, NODE_ENV: undefined, [name]: value })).toEqual([`${name} is for development only.`]);
      expect(linesOf({ ...GOOD, NODE_ENV: 'development', [name]: value })).toEqual([]);
    },
  );

  it.each([
    ['APP_URL', 'http://prahari.example'],
    ['APP_URL', 'https://prahari.example/path'],
    ['REDIS_URL', 'http://redis.example'],
    ['KEY_RING', `k1:${KEY},k1:${KEY}`],
    ['PORT', '70000'],
    ['MAIL_URL', 'http://smtp.example'],
    ['MAIL_URL', 'smtp://smtp.example/?proxy=http://evil.example'],
    ['MAIL_URL', 'smtp://smtp.example?tls.rejectUnauthorized=false'],
    ['MAIL_URL', 'smtp://'],
    ['MAIL_URL', 'smtps://a:%E0%A4@smtp.example'],
    ['MAIL_FROM', 'Prahari'],
    ['MAIL_FROM', 'Prahari <alerts@prahari.example>, b@evil.example'],
    ['MAIL_FROM', '"x" <alerts@prahari.example>'],
    ['MAIL_FROM', 'a\r\nBcc: b@evil.example <alerts@prahari.example>'],
    ['LAW_FOLDER', 'law'],
    ['LIBRARY_DATA_URL', 'http://lists.example/libraries.json'],
    ['OUTBOUND_CONNECT_TO', '10.0.0.1:443'],
  ])('refuses %s=%s', (name, value) => {
    expect(linesOf({ ...GOOD, [name]: value })[0]).toContain(name);
  });

  it.each([
    ['REDIS_URL', 'unix:/tmp/redis.sock'],
    ['LAW_FOLDER', '/srv/prahari/law'],
    ['LIBRARY_DATA_URL', 'off'],
    ['LIBRARY_DATA_URL', 'https://lists.example/libraries.json'],
    ['REDIS_URL', 'redis://localhost:6379/0'],
    ['MONGODB_URI', 'mongodb://%2Ftmp%2Fstore.sock/prahari?directConnection=true'],
    ['SHOPIFY_PREVIOUS_CLIENT_SECRET', ''],
  ])('takes %s=%s', (name, value) => {
    expect(linesOf({ ...GOOD, [name]: value })).toEqual([]);
  });

  it.each([
    ['production', { MAIL_URL: undefined, MAIL_FROM: undefined }, ['MAIL_URL']],
    ['production', { MAIL_FROM: undefined }, ['MAIL_FROM']],
    ['production', { MAIL_URL: 'off', MAIL_FROM: undefined }, []],
    ['development', { MAIL_URL: undefined, MAIL_FROM: undefined }, []],
    ['development', { MAIL_FROM: undefined }, ['MAIL_FROM']],
  ])('in %s with %j misses %j', (NODE_ENV, mail, missing) => {
    const lines = linesOf({ ...GOOD, NODE_ENV, ...mail });
    expect(lines.map((line) => line.split(' ')[0])).toEqual(missing);
  });

  it('reads where mail goes and who it is from', () => {
    expect(readConfig(GOOD)).toMatchObject({
      MAIL_URL: { host: 'smtp.example', port: 465, isTls: true, user: 'prahari', password: 'invented word' },
      MAIL_FROM: { name: 'Prahari', address: 'alerts@prahari.example' },
    });
  });
});
