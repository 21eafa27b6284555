import { statSync } from 'node:fs';
import { resolve } from 'node:path';

import { build } from 'esbuild';

import type { Extension } from './extension-list.ts';

interface Bundle {
  readonly text: string;
  /** Files that it was made of, with the moment of each. */
  readonly madeOf: readonly (readonly [file: string, changedMs: number])[];
}

const ROOT = resolve(import.meta.dirname, '../..');
const HOST_FOLDER = resolve(import.meta.dirname, '../browser/extension-host');
const made = new Map<string, Bundle>();

/**
 * The script of one target, made as Shopify's CLI makes it: one classic script that hands its function to
 * `shopify.extend`. `appUrl` stands where the code asks for process.env.APP_URL. Not minified: faults are to be read.
 *
 * @throws {Error} esbuild cannot build it; the message names file and line
 */
export async function targetScript(extension: Extension, target: string, appUrl: string): Promise<string> {
  const module = extension.targets.find((one) => one.target === target)?.module ?? null;
  if (module === null) throw new RangeError(`${extension.folder} has no module for ${target}.`);
  const contents = `import Run from ${JSON.stringify(module)};
    shopify.extend(${JSON.stringify(target)}, (...args) => Run(...args));`;
  return script(`${extension.path} ${target} ${appUrl}`, {
    stdin: { contents, resolveDir: extension.path, loader: 'tsx' },
    define: { 'process.env.APP_URL': JSON.stringify(appUrl), 'process.env.NODE_ENV': '"production"' },
  });
}

/** One script of the host itself: "frame" runs in the extension's own page, "host" in the page around it. */
export function hostScript(name: 'frame' | 'host'): Promise<string> {
  return script(name, { entryPoints: [resolve(HOST_FOLDER, `${name}.ts`)] });
}

async function script(key: string, what: Parameters<typeof build>[0]): Promise<string> {
  const known = made.get(key);
  if (known?.madeOf.every(([file, changedMs]) => changedAtMs(file) === changedMs)) return known.text;
  const { outputFiles = [], metafile } = await build({
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.esnext': 'ts', '.js': 'jsx' },
    legalComments: 'none',
    logLevel: 'silent',
    ...what,
  });
  const text = outputFiles[0]?.text ?? '';
  const files = Object.keys(metafile?.inputs ?? {}).filter((file) => file !== '<stdin>');
  made.set(key, { text, madeOf: files.map((file) => [resolve(ROOT, file), changedAtMs(resolve(ROOT, file))]) });
  return text;
}

function changedAtMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
