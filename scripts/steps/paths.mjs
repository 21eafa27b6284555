/** Where things lie in a working copy. No module here may need a package: they run before node_modules exists. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node 24 that npm brings; every child of ours runs on it, whatever the machine has. */
export const NODE = join(ROOT, 'node_modules/.bin/node');
export const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
export const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');
export const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
export const SHOPIFY = join(ROOT, 'node_modules/@shopify/cli/bin/run.js');
export const WEB_OUTPUT = join(ROOT, 'dist/web');
