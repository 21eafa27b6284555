import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The script's name in the sources of the pages. */
const ENTRY = 'public-verify/verify.ts';

/** Address of the built script of the page; null where the build has none. */
export function verifyScript(webFolder: string): string | null {
  const file = join(webFolder, '.vite/manifest.json');
  if (!existsSync(file)) return null;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { file: string }>;
  const entry = manifest[ENTRY];
  return entry ? `/${entry.file}` : null;
}
