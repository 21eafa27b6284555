import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

const BROWSER_FOLDER = path.resolve(import.meta.dirname, '../browser');

/** Modules of the App Bridge stand-in, each after those that it needs. */
export const BRIDGE_MODULES = [
  'channel',
  'watch-children',
  'config',
  'signed-fetch',
  'menu',
  'navigation',
  'bars',
  'modal',
  'web-vitals',
  'main',
] as const;

/** One module as the browser takes it: its types blanked out, line and column unchanged. */
function withoutTypes(file: string): string {
  return stripTypeScriptTypes(readFileSync(path.join(BROWSER_FOLDER, file), 'utf8'));
}

/**
 * The App Bridge stand-in as one classic script: it must define `window.shopify` before the page's own script runs, and a
 * script of that kind imports nothing. So its modules share one function scope, where a name used twice is an error.
 */
export function bridgeScript(): string {
  const bodies = BRIDGE_MODULES.map((name) =>
    withoutTypes(`bridge/${name}.ts`)
      .replaceAll(/^import [^;]*;$/gm, '')
      .replaceAll(/^export (?=(async )?(function|const|let|class) )/gm, ''),
  );
  return `(() => {\n'use strict';\n${bodies.join('\n')}\n})();\n`;
}

/** A module of the admin's own page: browsers import it as it stands, by its `.ts` name. Null: there is none. */
export function adminModule(name: string): string | null {
  if (!/^[a-z-]+\.ts$/.test(name)) return null;
  try {
    return withoutTypes(`admin/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function styleSheet(): string {
  return readFileSync(path.join(import.meta.dirname, 'style.css'), 'utf8');
}
