import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './paths.mjs';

/** Where Shopify serves it from: no build of theirs touches assets, so the bundle is part of the repository. */
export const IN_PAGE_ASSET = join(ROOT, 'extensions/storefront/assets/buyer-gstin.js');

/** The script of the buyer's fields as one file, for browsers of some years ago. */
export async function inPageScript() {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'extensions/in-page/buyer-gstin.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return `// Prahari: built from extensions/in-page by scripts/write-in-page.mjs.\n${outputFiles[0].text}`;
}

/** Writes it where it differs, and tells whether it did. */
export async function writeInPageScript() {
  const text = await inPageScript();
  if (readFileSync(IN_PAGE_ASSET, 'utf8') === text) return false;
  writeFileSync(IN_PAGE_ASSET, text);
  return true;
}
