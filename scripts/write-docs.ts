import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { CHECKS } from '../core/checks/index.ts';
import { checkIndex, checkPage } from './check-page.ts';

/**
 * Writes docs/checks from the definitions of the checks. `--check` writes nothing and exits 1 when a page is missing,
 * changed by hand, or left over from a check that is gone.
 */
const FOLDER = join(import.meta.dirname, '../docs/checks');

const pages = new Map<string, string>([
  [join(FOLDER, 'README.md'), checkIndex(CHECKS)],
  ...CHECKS.map((check): [string, string] => [join(FOLDER, `${check.id}.md`), checkPage(check)]),
]);

const present = await pagesPresent();
const differing: string[] = [];
for (const [path, page] of pages) if (present.get(path) !== page) differing.push(path);
for (const path of present.keys()) if (!pages.has(path)) differing.push(path);

if (process.argv.includes('--check')) {
  for (const path of differing) console.error(`${relative(process.cwd(), path)} differs: run npm run docs`);
  if (differing.length > 0) process.exitCode = 1;
} else {
  for (const path of differing) await bring(path, pages.get(path));
  console.log(`docs/checks: ${pages.size} pages, ${differing.length} changed`);
}

async function pagesPresent(): Promise<Map<string, string>> {
  await mkdir(FOLDER, { recursive: true });
  const names = await readdir(FOLDER, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.md')).map((name) => join(FOLDER, name));
  return new Map(
    await Promise.all(paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')])),
  );
}

async function bring(path: string, page: string | undefined): Promise<void> {
  if (page === undefined) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
}
