import { StepError } from './step.mjs';

/**
 * What both roles of the app are told on a developer's machine. Variables that the person has set win over ours.
 *
 * @param {{
 *   role: 'web' | 'worker',
 *   ports: { app: number, operator: number, admin: number },
 *   secrets: import('./data-folder.mjs').Secrets,
 *   mongodbUri: string, redisUrl: string,
 *   sandbox: { connectTo: string, caFile: string, clockFile: string, adminUrl: string, mailUrl: string } | null,
 *   own?: Record<string, string | undefined>,
 * }} known `sandbox` is null when the app talks to the real Shopify
 * @returns {Record<string, string>}
 */
export function appEnvironment({ role, ports, secrets, mongodbUri, redisUrl, sandbox, own = process.env }) {
  return {
    NODE_ENV: 'development',
    ROLE: role,
    HOST: own.PRAHARI_HOST ?? '127.0.0.1',
    PORT: String(ports.app),
    // The web role's operators' address, and the next port for the worker's.
    OPERATOR_PORT: String(ports.operator),
    MONGODB_URI: mongodbUri,
    REDIS_URL: redisUrl,
    KEY_RING: own.KEY_RING ?? secrets.keyRing,
    METRICS_TOKEN: own.METRICS_TOKEN ?? secrets.metricsToken,
    LOG_LEVEL: own.LOG_LEVEL ?? 'info',
    ...(sandbox ? sandboxEnvironment(sandbox, ports, secrets) : realEnvironment(own)),
    ...(own.MAIL_URL && { MAIL_URL: own.MAIL_URL }),
    ...(own.MAIL_FROM && { MAIL_FROM: own.MAIL_FROM }),
  };
}

function sandboxEnvironment({ connectTo, caFile, clockFile, adminUrl, mailUrl }, ports, secrets) {
  const admin = new URL(adminUrl).origin;
  return {
    APP_URL: appUrl(ports.app),
    SHOPIFY_CLIENT_ID: secrets.clientId,
    SHOPIFY_CLIENT_SECRET: secrets.clientSecret,
    APP_BRIDGE_URL: `${admin}/shopifycloud/app-bridge.js`,
    ADMIN_ORIGIN: admin,
    BREACH_RANGE_URL: `${admin}/pwned-passwords/range/`,
    OUTBOUND_CONNECT_TO: connectTo,
    OUTBOUND_CA_FILE: caFile,
    CLOCK_FILE: clockFile,
    // Mails go nowhere but to the sandbox's page of mails, unless the person names a service.
    MAIL_URL: mailUrl,
    MAIL_FROM: 'Prahari <alerts@prahari.example>',
  };
}

/** `shopify app dev` names things in its own way; our own names win. */
function realEnvironment(own) {
  const found = {
    APP_URL: own.APP_URL ?? own.SHOPIFY_APP_URL ?? (own.HOST?.startsWith('https://') ? own.HOST : undefined),
    SHOPIFY_CLIENT_ID: own.SHOPIFY_CLIENT_ID ?? own.SHOPIFY_API_KEY,
    SHOPIFY_CLIENT_SECRET: own.SHOPIFY_CLIENT_SECRET ?? own.SHOPIFY_API_SECRET,
  };
  const missing = Object.keys(found).filter((name) => !found[name]);
  if (missing.length > 0) {
    throw new StepError(`For a real shop set ${missing.join(', ')}, or run: shopify app dev.`, { exitCode: 2 });
  }
  return found;
}

export function appUrl(port) {
  return `http://localhost:${port}`;
}
