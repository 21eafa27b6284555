/**
 * `npm run extensions`: what Shopify's own command says of the app before it is deployed. Builds every extension, with
 * the web build and without network, measures each bundle, and runs theme check, whose faults the build alone lets pass.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkNodeVersion } from './steps/node-version.mjs';
import { npmPackages } from './steps/npm-packages.mjs';
import { NODE, ROOT, SHOPIFY } from './steps/paths.mjs';
import { runQuietly } from './steps/run.mjs';
import { main, step, StepError } from './steps/step.mjs';

const EXTENSIONS = join(ROOT, 'extensions');
/** What Shopify takes of one UI extension, compressed. */
const MOST_BYTES = 64_000;
/** No log-in, no count of what is used, no question. */
const ENV = { SHOPIFY_CLI_NO_ANALYTICS: '1', CI: '1', NO_COLOR: '1' };

const shopify = (args, failure) => runQuietly(NODE, [SHOPIFY, ...args], { env: ENV, failure });

await main(async () => {
  checkNodeVersion();
  await npmPackages();
  await step('shopify app build', async () => {
    const words = await shopify(
      ['app', 'build', '--skip-dependencies-installation', '--path', ROOT],
      'Shopify’s command does not build the app',
    );
    // The command ends well although theme check found faults; then its words name them.
    if (/\b[1-9]\d* errors?\b/.test(words)) throw new StepError('The build names faults.', { details: words });
  });
  await step('shopify theme check', () =>
    shopify(
      ['theme', 'check', '--path', join(EXTENSIONS, 'storefront'), '-C', 'theme-check:theme-app-extension'],
      'Theme check finds faults',
    ),
  );
  for (const [name, bytes] of bundles()) {
    if (bytes >= MOST_BYTES) throw new StepError(`${name} has ${bytes} bytes compressed; Shopify takes ${MOST_BYTES}.`);
    console.log(`  ${name.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(5)} KB compressed`);
  }
});

/** What the build made of each UI extension, with its size by gzip. */
function bundles() {
  return readdirSync(EXTENSIONS).flatMap((folder) => {
    const dist = join(EXTENSIONS, folder, 'dist');
    let files;
    try {
      files = readdirSync(dist).filter((name) => name.endsWith('.js'));
    } catch {
      return [];
    }
    return files.map((name) => [folder, gzipSync(readFileSync(join(dist, name))).length]);
  });
}
