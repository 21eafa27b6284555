import { z } from 'zod';
import type { MainTheme } from '../../../core/evidence/kinds.ts';

/** The file in which a theme says its name and version. */
export const RELEASE_FILE = 'config/settings_schema.json';

const Schema = z.array(z.unknown()).max(1_000);
const Info = z.object({
  name: z.literal('theme_info'),
  theme_name: z.string().trim().min(1).max(200),
  theme_version: z
    .union([z.string().trim().min(1).max(60), z.number().transform(String)])
    .nullish()
    .catch(null),
});

/** What a theme says of itself; null where it says nothing that can be read. */
export function themeRelease(source: string): MainTheme['release'] {
  let settings: unknown;
  try {
    settings = JSON.parse(source.replace(/^\s*\/\*[\s\S]*?\*\//, ''));
  } catch {
    return null;
  }
  const rows = Schema.safeParse(settings);
  for (const row of rows.success ? rows.data : []) {
    const info = Info.safeParse(row);
    if (info.success) return { name: info.data.theme_name, version: info.data.theme_version ?? null };
  }
  return null;
}
