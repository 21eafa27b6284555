import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Scripts of the pages that the server writes itself, by their names in the sources. */
export const PAGE_SCRIPTS = {
  verify: 'public-verify/verify.ts',
  selfCheck: 'self-check/self-check.ts',
  vendorQuestions: 'vendor-questions/vendor-questions.ts',
  mail: 'mail/mail.ts',
} as const;

/** Address of a built script; null where the build has none. */
export function pageScript(webFolder: string, entry: (typeof PAGE_SCRIPTS)[keyof typeof PAGE_SCRIPTS]): string | null {
  const file = join(webFolder, '.vite/manifest.json');
  if (!existsSync(file)) return null;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { file: string }>;
  const built = manifest[entry];
  return built ? `/${built.file}` : null;
}
