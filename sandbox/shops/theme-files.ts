import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import type { ThemeFileState } from './shop-state.ts';

const THEME_FOLDER = join(import.meta.dirname, 'theme');
const WRITTEN_AT = '2026-05-20T09:15:00Z';

/** The files of the sandbox's own small theme, by the name that Shopify knows them by. */
export function themeFiles(): Record<string, ThemeFileState> {
  const names = readdirSync(THEME_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(names.map((path) => [relative(THEME_FOLDER, path).split(sep).join('/'), fileState(path)]));
}

function fileState(path: string): ThemeFileState {
  const bytes = readFileSync(path);
  if (path.endsWith('.png')) return { encoding: 'base64', content: bytes.toString('base64'), updatedAt: WRITTEN_AT };
  return { content: bytes.toString('utf8'), updatedAt: WRITTEN_AT };
}
