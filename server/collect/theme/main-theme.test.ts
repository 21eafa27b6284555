import { describe, expect, it } from '@jest/globals';
import { aCollectContext } from '../../../test/collect-context.ts';
import { shopAnswers, type FakeThemeFile } from '../../../test/fake-admin.ts';
import type { MainTheme } from '../../../core/evidence/kinds.ts';
import { mainTheme } from './main-theme.ts';

const script = (host: string) => `<script src="https://${host}/a.js"></script>`;

async function collect(files: readonly FakeThemeFile[], previous: MainTheme | null = null) {
  const context = aCollectContext(shopAnswers({ files }));
  const theme = await mainTheme.collect({ ...context, previous });
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

  it('asks for fifty names at a time, and never for files that write no page', async () => {
    const pages = Array.from({ length: 120 }, (_, index) => ({
      filename: `snippets/part-${index}.liquid`,
      checksumMd5: `${index}`,
      content: script('part.example'),
    }));
    const others = ['assets/theme.js', 'assets/logo.png', 'locales/hi.json', 'config/settings_schema.json'].map(
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
});
