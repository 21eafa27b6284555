import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { parse } from 'smol-toml';
import { z } from 'zod';

import { wordsOf, type Words } from './locales.ts';

const EXTENSIONS_FOLDER = resolve(import.meta.dirname, '../../extensions');

/** One extension as its `shopify.extension.toml` describes it, as far as a person meets it in a page. */
export interface Extension {
  /** Name of its folder, and the folder itself. */
  readonly folder: string;
  readonly path: string;
  readonly handle: string;
  /** As it stands in the file: plain, or "t:name" of its locales. */
  readonly name: string;
  readonly type: 'ui_extension' | 'admin_link';
  readonly targets: readonly Target[];
  /** What it may do beyond showing itself: "network_access", "api_access". */
  readonly capabilities: readonly string[];
}

export interface Target {
  readonly target: string;
  /** Of a ui_extension: its file, "./src/block.tsx". */
  readonly module: string | null;
  /** Of an admin_link: a path of the app. */
  readonly url: string | null;
}

const ExtensionToml = z.object({
  extensions: z.array(
    z.object({
      name: z.string(),
      handle: z.string(),
      type: z.string(),
      targeting: z
        .array(z.object({ target: z.string(), module: z.string().optional(), url: z.string().optional() }))
        .default([]),
      capabilities: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});

/**
 * The extensions that have pages in which they show: those of types that the host can run. Read anew for each visit, as
 * a developer changes them while looking.
 *
 * @throws {z.ZodError} a file is not what Shopify's CLI would take
 */
export function readExtensions(root = EXTENSIONS_FOLDER): Extension[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) => readExtension(root, folder))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function readExtension(root: string, folder: string): Extension[] {
  const path = join(root, folder);
  const toml = textOf(join(path, 'shopify.extension.toml'));
  if (toml === null) return [];
  const content = parse(toml);
  if (!('extensions' in content)) return []; // of a theme: it stands without a list
  return ExtensionToml.parse(content).extensions.flatMap(({ type, targeting, capabilities, ...rest }) =>
    type === 'ui_extension' || type === 'admin_link'
      ? {
          ...rest,
          folder,
          path,
          type,
          targets: targeting.map(({ target, module = null, url = null }) => ({ target, module, url })),
          capabilities: Object.keys(capabilities).filter((name) => capabilities[name] === true),
        }
      : [],
  );
}

/** Those that a person meets at one place, "admin.order-details.block.render". */
export function extensionsAt(extensions: readonly Extension[], target: string): Extension[] {
  return extensions.filter(({ targets }) => targets.some((one) => one.target === target));
}

/** Its name in the admin's language. */
export function nameOf(extension: Extension, locale: string): string {
  if (!extension.name.startsWith('t:')) return extension.name;
  const key = extension.name.slice(2);
  return wordAt(wordsOf(extension, locale).words, key) ?? key;
}

function wordAt(words: Words, key: string): string | null {
  const found = key
    .split('.')
    .reduce<Words | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words);
  return typeof found === 'string' ? found : null;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
