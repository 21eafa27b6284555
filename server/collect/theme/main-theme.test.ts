import { describe, expect, it } from '@jest/globals';
import { aCollectContext } from '../../../test/collect-context.ts';
import { shopAnswers, type FakeThemeFile } from '../../../test/fake-admin.ts';
import { noCode, noFlaws } from '../../../test/security-factories.ts';
import type { CodeSeen } from '../../../core/evidence/code.ts';
import type { MainTheme } from '../../../core/evidence/kinds.ts';
import type { CodeScanner } from '../../code/code-scanner.ts';
import { createCodeScanner } from '../../code/create-code-scanner.ts';
import { mainTheme } from './main-theme.ts';

const script = (host: string) => `<script src="https://${host}/a.js"></script>`;

const NOTES: CodeSeen = noCode({ hosts: ['noted.example'] });

/** Reads no code, and says which it was given. */
function aScanner(over: Partial<CodeScanner> = {}) {
  const given: string[] = [];
  const scanner: CodeScanner = {
    version: '1',
    scan: async (texts) => {
      given.push(...texts.map(({ name, language }) => `${name} ${language}`));
      return texts.map(() => NOTES);
    },
    librariesAt: () => [],
    flawsOf: () => noFlaws(),
    close: async () => undefined,
    ...over,
  };
  return { scanner, given };
}

async function collect(
  files: readonly FakeThemeFile[],
  previous: MainTheme | null = null,
  scanner: CodeScanner = aScanner().scanner,
) {
  const context = aCollectContext(shopAnswers({ files }));
  const theme = await mainTheme.collect({ ...context, world: { ...context.world, code: scanner }, previous });
  return { theme, asked: context.admin.asked };
}

describe('the main theme', () => {
  it('reads only files whose checksum changed', async () => {
    const layout = { filename: 'layout/theme.liquid', checksumMd5: 'a', content: script('one.example') };
    const section = { filename: 'sections/hero.liquid', checksumMd5: 'b', content: script('two.example') };
    const first = await collect([layout, section]);
    expect(first.asked).toEqual(['ThemeFileList', 'ThemeFileBodies']);
    expect(first.theme.files.flatMap(({ resources }) => resources.map(({ host }) => host))).toEqual([
      'one.example',
      'two.example',
    ]);

    const same = await collect([layout, section], first.theme);
    expect(same.asked).toEqual(['ThemeFileList']);
    expect(same.theme).toEqual(first.theme);

    // Only the changed file is read again: the other's new words, under its old checksum, are not seen.
    const changed = { ...section, checksumMd5: 'c', content: script('three.example') };
    const { theme } = await collect([{ ...layout, content: script('unread.example') }, changed], first.theme);
    expect(theme.files.flatMap(({ resources }) => resources.map(({ host }) => host))).toEqual([
      'one.example',
      'three.example',
    ]);
  });

  it('asks for fifty names at a time, and never for files that hold no code', async () => {
    const pages = Array.from({ length: 120 }, (_, index) => ({
      filename: `snippets/part-${index}.liquid`,
      checksumMd5: `${index}`,
      content: script('part.example'),
    }));
    const others = ['assets/base.css', 'assets/logo.png', 'locales/hi.json', 'locales/en.default.schema.json'].map(
      (filename) => ({ filename, checksumMd5: 'x', content: script('never.example') }),
    );
    const { theme, asked } = await collect([...others, ...pages]);
    expect(asked).toEqual(['ThemeFileList', ...Array.from({ length: 3 }, () => 'ThemeFileBodies')]);
    expect(theme.files).toHaveLength(124);
    expect(theme.files.flatMap(({ resources }) => resources)).toHaveLength(120);
  });

  it('lists 500 files at most, those that write pages first, and reads none above 512 KB', async () => {
    const assets = Array.from({ length: 600 }, (_, index) => ({
      filename: `assets/${index}.css`,
      checksumMd5: 'x',
      content: '',
    }));
    const huge = {
      filename: 'sections/huge.liquid',
      checksumMd5: 'h',
      content: script('huge.example').padEnd(530_000),
    };
    const page = { filename: 'layout/theme.liquid', checksumMd5: 'p', content: script('page.example') };
    const { theme } = await collect([...assets, huge, page]);
    expect(theme.files).toHaveLength(500);
    expect(theme.files.slice(0, 2)).toMatchObject([
      { filename: 'sections/huge.liquid', resources: [] },
      { filename: 'layout/theme.liquid', resources: [{ host: 'page.example' }] },
    ]);
    expect(theme.files.flatMap(({ resources }) => resources)).toHaveLength(1);
    expect(theme.files.filter(({ isRead }) => !isRead).map(({ filename }) => filename)).toEqual([
      'sections/huge.liquid',
    ]);
    expect(theme.moreFiles).toBe(102);
  });

  it('says which release it is, and whether it is of the vintage generation', async () => {
    const schema = (content: string) => ({ filename: 'config/settings_schema.json', checksumMd5: content, content });
    const info = '/* made by the editor */ [{"name": "theme_info", "theme_name": "Haldi", "theme_version": "1.2.0"}]';
    const template = { filename: 'templates/index.json', checksumMd5: 't', content: '{}' };
    const first = await collect([schema(info), template]);
    expect(first.theme).toMatchObject({ release: { name: 'Haldi', version: '1.2.0' }, isVintage: false });
    expect(first.theme.files.map(({ code }) => code)).toEqual([null, NOTES]);

    const same = await collect([schema(info), template], first.theme);
    expect([same.asked, same.theme]).toEqual([['ThemeFileList'], first.theme]);
    const vintage = await collect([
      schema('[{"name": "Colours"}]'),
      { ...template, filename: 'templates/index.liquid' },
    ]);
    expect(vintage.theme).toMatchObject({ release: null, isVintage: true });
  });

  it.each(['', '{', '{"name": "theme_info"}', '[{"name": "theme_info"}]', '[null, 5]'])(
    'does not guess a release from %j',
    async (content) => {
      const { theme } = await collect([{ filename: 'config/settings_schema.json', checksumMd5: 's', content }]);
      expect(theme.release).toBeNull();
    },
  );

  it('hands its scripts and pages to the scanner, each in its language', async () => {
    const { scanner, given } = aScanner();
    const names = ['layout/theme.liquid', 'assets/cart.js.liquid', 'assets/theme.js', 'templates/index.json', 'a.css'];
    await collect(
      names.map((filename) => ({ filename, checksumMd5: 'x', content: '{}' })),
      null,
      scanner,
    );
    expect(given).toEqual([
      'layout/theme.liquid liquid',
      'assets/cart.js.liquid javascript',
      'assets/theme.js javascript',
      'templates/index.json json',
    ]);
  });

  it('reads every file again under other rules, and those of a snapshot that knew none', async () => {
    const file = { filename: 'layout/theme.liquid', checksumMd5: 'a', content: script('one.example') };
    const { theme } = await collect([file]);
    const { scanner } = aScanner({ version: '2' });
    expect((await collect([file], theme, scanner)).asked).toHaveLength(2);
    const { scannerVersion: _rules, libraries: _list, release: _release, isVintage: _kind, ...old } = theme;
    const bare = old.files.map(({ code: _code, ...rest }) => rest);
    const again = await collect([file], { ...old, files: bare } as unknown as MainTheme);
    expect(again.theme).toEqual(theme);
  });

  it('keeps what the code shows and none of the code', async () => {
    const scanner = createCodeScanner();
    const token = `shpat_${'0123456789abcdef'.repeat(2)}`;
    const { theme } = await collect(
      [
        {
          filename: 'layout/theme.liquid',
          checksumMd5: 'a',
          content: `<script src="https://code.jquery.com/jquery-1.12.4.min.js"></script>\n<script>var t='${token}'</script>`,
        },
        { filename: 'sections/open.liquid', checksumMd5: 'b', content: '{% if a %}' },
      ],
      null,
      scanner,
    );
    await scanner.close();
    expect(theme.files[0]?.code).toMatchObject({
      libraries: [{ component: 'jquery', version: '1.12.4', by: 'file-name' }],
      secrets: [{ type: 'shopify-admin-token', line: 2, lastFour: 'cdef' }],
      isPartial: false,
    });
    expect(theme.files[1]?.code?.isPartial).toBe(true);
    expect(theme.libraries.flaws).toMatchObject([{ component: 'jquery', version: '1.12.4', worst: 'medium' }]);
    expect(JSON.stringify(theme)).not.toContain(token);
  });

  it('does not know a script too large to read', async () => {
    const content = 'x'.repeat(530_000);
    const { theme } = await collect([{ filename: 'assets/huge.js', checksumMd5: 'h', content }]);
    expect(theme.files).toMatchObject([{ isRead: false, code: null }]);
  });

  const embeds = (handle: string, disabled = false) => ({
    filename: 'config/settings_data.json',
    checksumMd5: handle,
    content: `/* by the editor */ {"current": {"blocks": {"1": {"type": "shopify://apps/${handle}/blocks/all/0-0", "disabled": ${disabled}}}}}`,
  });

  it('names the parts of apps in each file, and asks about an app once', async () => {
    const first = await collect([embeds('invented-reviews')]);
    expect(first.theme.files[0]?.appBlocks).toEqual([
      { appHandle: 'invented-reviews', blockHandle: 'all', isEmbed: true, isDisabled: false },
    ]);
    expect(first.theme.apps).toMatchObject([{ handle: 'invented-reviews', record: null }]);
    expect(first.asked).toEqual(['ThemeFileList', 'ThemeFileBodies', 'AppByHandle']);

    const same = await collect([embeds('invented-reviews')], first.theme);
    expect([same.asked, same.theme]).toEqual([['ThemeFileList'], first.theme]);
    const changed = await collect([embeds('invented-chat')], first.theme);
    expect(changed.theme.apps?.map(({ handle }) => handle)).toEqual(['invented-chat']);
  });

  it('reads a theme again of which a snapshot knew no parts of apps', async () => {
    const { theme } = await collect([embeds('invented-reviews')]);
    const old = { ...theme, files: theme.files.map(({ appBlocks: _new, ...file }) => file) };
    const again = await collect([embeds('invented-reviews')], old);
    expect([again.theme, again.asked]).toEqual([theme, ['ThemeFileList', 'ThemeFileBodies']]);
  });

  it.each([
    ['of 1.4 MB', embeds('invented-reviews').content.padEnd(1_400_000), true],
    ['above 1.5 MB', embeds('invented-reviews').content.padEnd(1_600_000), false],
    ['that is not JSON', '{ broken', false],
  ])('knows the embeds of a settings file %s: %#', async (_what, content, isRead) => {
    const { theme } = await collect([{ ...embeds('x'), content }]);
    expect(theme.files[0]).toMatchObject({ isRead, appBlocks: isRead ? [{ appHandle: 'invented-reviews' }] : [] });
    const same = await collect([{ ...embeds('x'), content }], theme);
    expect(same.theme).toEqual(theme);
  });

  it('holds 2,000 parts of apps at most, however many files place them', async () => {
    const template = (file: number) => {
      const blocks = Array.from({ length: 500 }, (_, at) => [
        `b${at}`,
        { type: `shopify://apps/a${file}-${at}/blocks/b/0` },
      ]);
      const content = JSON.stringify({ sections: { main: { blocks: Object.fromEntries(blocks) as unknown } } });
      return { filename: `templates/page.${file}.json`, checksumMd5: `${file}`, content };
    };
    const { theme } = await collect([0, 1, 2, 3, 4, 5].map(template));
    expect(theme.files.map(({ appBlocks }) => appBlocks?.length)).toEqual([500, 500, 500, 500, 0, 0]);
  });
});
