import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Shopify learns of the app when its shopify.app.toml is deployed. */
export interface AppConfig {
  readonly scopes: AppScopes;
  /** Topics that the app subscribes to; the three compliance topics among them. */
  readonly topics: readonly string[];
}

export interface AppScopes {
  /** Granted when the merchant installs. */
  readonly required: readonly string[];
  /** Asked for at the feature that needs them. */
  readonly optional: readonly string[];
}

/** Path at which the app takes webhooks. */
export const WEBHOOK_PATH = '/webhooks';

const CONFIG_FILE = join(import.meta.dirname, '..', 'shopify.app.toml');

/** Reads the file itself, so that the sandbox grants and fires what a real shop would. */
export function readAppConfig(path = CONFIG_FILE): AppConfig {
  const toml = readFileSync(path, 'utf8').replace(/^\s*#.*$/gm, '');
  const [, required = ''] = /^\s*scopes\s*=\s*"([^"]*)"/m.exec(toml) ?? [];
  return {
    scopes: { required: required.split(',').filter(Boolean), optional: listsNamed(toml, 'optional_scopes') },
    topics: [...listsNamed(toml, 'topics'), ...listsNamed(toml, 'compliance_topics')],
  };
}

/** The members of every array of strings under this name. */
function listsNamed(toml: string, name: string): string[] {
  const arrays = toml.matchAll(new RegExp(`^\\s*${name}\\s*=\\s*\\[([^\\]]*)\\]`, 'gm'));
  return [...arrays].flatMap(([, members = '']) =>
    [...members.matchAll(/"([^"]+)"/g)].map(([, member = '']) => member),
  );
}
