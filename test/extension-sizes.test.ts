import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { readExtensions } from '../sandbox/extensions/extension-list.ts';

/** What Shopify takes of one extension, compressed. */
const MOST_BYTES = 64_000;

const MODULES = readExtensions()
  .filter(({ type }) => type === 'ui_extension')
  .flatMap(({ folder, path, targets }) =>
    targets.map(({ target, module }) => ({ name: `${folder}, ${target}`, path, target, module: module ?? '' })),
  );

/** The script as Shopify's CLI makes it for a deploy: one module with all that it needs, minified. */
async function bundled({ path, target, module }: (typeof MODULES)[number]) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import Run from '${module}'; shopify.extend('${target}', (...args) => Run(...args));`,
      resolveDir: path,
      loader: 'tsx',
    },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es6',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.esnext': 'ts', '.js': 'jsx' },
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.APP_URL': '"https://prahari.example"' },
  });
  return { bytes: gzipSync(outputFiles[0]?.contents ?? '').length, files: Object.keys(metafile.inputs) };
}

describe('scripts of extensions', () => {
  it('are of every extension that has one', () => {
    expect(MODULES.map(({ name }) => name)).toContain('order-block, admin.order-details.block.render');
    expect(MODULES.every(({ module }) => module !== '')).toBe(true);
  });

  it.each(MODULES)('$name: below 64 KB compressed, of our core, our extensions and Preact alone', async (module) => {
    const { bytes, files } = await bundled(module);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    const others = files.filter(
      (file) =>
        !/^(core|extensions)\/|^node_modules\/(preact|@preact\/signals(-core)?|@shopify\/ui-extensions)\/|^<stdin>$/.test(
          file,
        ),
    );
    expect(others).toEqual([]);
  });
});
