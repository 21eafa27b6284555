import { z } from 'zod';
import { readSender } from './mail/mail-address.ts';
import { readMailUrl } from './mail/mail-url.ts';
import { isPasswordHash } from './operator-password.ts';
import { KeyRing } from './store/key-ring.ts';

export const APP_BRIDGE_URL = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
/** Where browsers look up five characters of a password's SHA-1. */
export const BREACH_RANGE_URL = 'https://api.pwnedpasswords.com/range/';

/** They loosen what production relies on, so production does not start with them. */
const DEVELOPMENT_ONLY = [
  'APP_BRIDGE_URL',
  'ADMIN_ORIGIN',
  'BREACH_RANGE_URL',
  'OUTBOUND_CONNECT_TO',
  'OUTBOUND_CA_FILE',
  'CLOCK_FILE',
] as const;

const port = z.coerce.number().int().min(0).max(65_535);

/** "https://host[:port]", nothing after it. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ''))
  .transform((text) => new URL(text).origin);

const redisUrl = z.string().regex(/^(rediss?:\/\/\S+|unix:\/\S+)$/);

const keyRing = z.string().transform((text, context) => {
  try {
    return KeyRing.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'bad key ring' });
    return z.NEVER;
  }
});

const mailUrl = z.string().transform((text, context) => {
  if (text === 'off') return 'off' as const;
  const service = readMailUrl(text);
  if (service) return service;
  context.addIssue({ code: 'custom', message: 'bad mail address' });
  return z.NEVER;
});

const mailFrom = z.string().transform((text, context) => {
  const sender = readSender(text);
  if (sender) return sender;
  context.addIssue({ code: 'custom', message: 'bad sender' });
  return z.NEVER;
});

const connectTo = z
  .string()
  .regex(/^127\.0\.0\.1:\d{1,5}$/)
  .transform((text) => ({ host: '127.0.0.1', port: Number(text.split(':')[1]) }));

const secret = z.string().min(16);

/** What each variable must be, in words that hold no value. */
const VARIABLES = {
  NODE_ENV: [z.enum(['production', 'development', 'test']).default('production'), 'production, development or test'],
  ROLE: [z.enum(['web', 'worker', 'all']).default('all'), 'web, worker or all'],
  HOST: [z.string().min(1).default('127.0.0.1'), 'an address to listen on'],
  PORT: [port.default(3000), 'a port'],
  OPERATOR_HOST: [z.string().min(1).default('127.0.0.1'), 'an address to listen on'],
  OPERATOR_PORT: [port.default(3001), 'a port'],
  TRUSTED_PROXIES: [z.coerce.number().int().min(0).max(8).default(0), 'how many proxies stand in front, 0 to 8'],
  APP_URL: [origin, "the app's own address, https://host"],
  MONGODB_URI: [z.string().regex(/^mongodb(\+srv)?:\/\/\S+$/), 'mongodb://… or mongodb+srv://…'],
  REDIS_URL: [redisUrl, 'redis://…, rediss://… or unix:/path.sock'],
  SHOPIFY_CLIENT_ID: [z.string().regex(/^[A-Za-z0-9_-]{8,64}$/), "the app's client id"],
  SHOPIFY_CLIENT_SECRET: [secret, "the app's client secret, 16 characters or more"],
  SHOPIFY_PREVIOUS_CLIENT_SECRET: [secret.optional(), 'the client secret before the last rotation, or unset'],
  KEY_RING: [keyRing, 'id:base64 of 32 bytes, more after commas; the first is active'],
  LAW_FOLDER: [z.string().startsWith('/').optional(), 'an absolute path of a folder, or unset'],
  LIBRARY_DATA_URL: [
    z.union([z.literal('off'), z.url({ protocol: /^https$/ })]).optional(),
    'off, an https address of the list of library flaws, or unset',
  ],
  MAIL_URL: [mailUrl.optional(), 'smtp://user:password@host:port, smtps://…, or off'],
  MAIL_FROM: [mailFrom.optional(), 'who mails are from: alerts@host, or Name <alerts@host>'],
  REST_USERS: [z.enum(['on', 'off']).default('off'), 'on for a custom app of a store on Plus, otherwise off'],
  METRICS_TOKEN: [secret.optional(), '16 characters or more'],
  OPERATOR_PASSWORD_HASH: [
    z.string().refine(isPasswordHash).optional(),
    'what `npm run operator:password` writes, or unset',
  ],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'a level of pino',
  ],
  APP_BRIDGE_URL: [z.url({ protocol: /^https?$/ }).optional(), "the App Bridge script's address (development only)"],
  ADMIN_ORIGIN: [origin.optional(), 'an origin that may frame the app (development only)'],
  BREACH_RANGE_URL: [
    z
      .url({ protocol: /^https?$/ })
      .regex(/^[^;,\s]+\/$/)
      .optional(),
    'an address that ends in "/" (development only)',
  ],
  OUTBOUND_CONNECT_TO: [connectTo.optional(), '127.0.0.1:port (development only)'],
  CLOCK_FILE: [z.string().startsWith('/').optional(), 'an absolute path (development only)'],
  OUTBOUND_CA_FILE: [z.string().startsWith('/').optional(), 'an absolute path (development only)'],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Name = keyof typeof VARIABLES;
const NAMES = Object.keys(VARIABLES) as Name[];
const ENVIRONMENT = z.object(
  Object.fromEntries(NAMES.map((name) => [name, VARIABLES[name][0]])) as unknown as {
    [N in Name]: (typeof VARIABLES)[N][0];
  },
);

/** The environment, read once. No other file knows a variable's name. */
export type Config = z.infer<typeof ENVIRONMENT>;

/** One line for each bad variable: its name and what it must be, never what it is. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** What the operator's commands need: the store, and the keys of its fields. */
export type StoreConfig = Pick<Config, 'MONGODB_URI' | 'KEY_RING'>;
const STORE_ENVIRONMENT = ENVIRONMENT.pick({ MONGODB_URI: true, KEY_RING: true });

/** @throws {ConfigError} naming every bad variable at once */
export function readStoreConfig(environment: Readonly<Record<string, string | undefined>>): StoreConfig {
  const set = given(environment);
  const parsed = STORE_ENVIRONMENT.safeParse(set);
  if (!parsed.success) throw new ConfigError(linesFor(parsed.error, set));
  return parsed.data;
}

/** @throws {ConfigError} naming every bad variable at once */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = given(environment);
  const parsed = ENVIRONMENT.safeParse(set);
  const lines = linesFor(parsed.error, set);
  if ((set['NODE_ENV'] ?? 'production') === 'production') lines.push(...refusedInProduction(set));
  const sendsMail = set['MAIL_URL'] !== undefined && set['MAIL_URL'] !== 'off';
  if (sendsMail && set['MAIL_FROM'] === undefined) lines.push(`MAIL_FROM is missing: ${VARIABLES.MAIL_FROM[1]}.`);
  if (!parsed.success || lines.length > 0) throw new ConfigError(lines);
  return parsed.data;
}

/** A variable set to nothing is a variable not set. */
function given(environment: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(NAMES.map((name) => [name, environment[name] || undefined]));
}

function linesFor(error: z.ZodError | undefined, set: Readonly<Record<string, string | undefined>>): string[] {
  const bad = new Set(error?.issues.map(({ path }) => path[0] as Name));
  return NAMES.filter((name) => bad.has(name)).map(
    (name) => `${name} ${set[name] === undefined ? 'is missing' : 'is wrong'}: ${VARIABLES[name][1]}.`,
  );
}

function* refusedInProduction(set: Readonly<Record<string, string | undefined>>): Iterable<string> {
  for (const name of DEVELOPMENT_ONLY) if (set[name] !== undefined) yield `${name} is for development only.`;
  if (set['APP_URL']?.startsWith('http:')) yield 'APP_URL must be https in production.';
  if (set['MAIL_URL'] === undefined) yield `MAIL_URL is missing: ${VARIABLES.MAIL_URL[1]}.`;
  if (set['METRICS_TOKEN'] === undefined) yield `METRICS_TOKEN is missing: ${VARIABLES.METRICS_TOKEN[1]}.`;
}
