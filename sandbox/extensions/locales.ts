import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

/** Words of one language, under keys that may hold keys. */
export interface Words {
  readonly [key: string]: string | Words;
}

const WordsFile: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), WordsFile])));

/**
 * The words that an extension speaks where its host speaks `locale`, as Shopify chooses them: the language with its
 * region, the language, the default. `locale` of the answer is that of the words.
 *
 * @throws {z.ZodError} a file holds something else than words
 */
export function wordsOf({ path }: { readonly path: string }, locale: string): { locale: string; words: Words } {
  const files = localeFiles(path);
  const fallback = files.find(({ isDefault }) => isDefault);
  const [language = locale] = locale.split('-');
  const chosen =
    files.find((file) => file.locale === locale) ?? files.find((file) => file.locale === language) ?? fallback;
  if (!chosen) return { locale: 'en', words: {} };
  // A word that the language lacks is shown in the default one.
  return { locale: chosen.locale, words: { ...(fallback ? read(fallback.file) : {}), ...read(chosen.file) } };
}

interface LocaleFile {
  readonly file: string;
  readonly locale: string;
  readonly isDefault: boolean;
}

function localeFiles(path: string): LocaleFile[] {
  const folder = join(path, 'locales');
  try {
    return readdirSync(folder).flatMap((name) => {
      const [, locale, mark] = /^([a-z]{2}(?:-[A-Z]{2})?)(\.default)?\.json$/.exec(name) ?? [];
      return locale === undefined ? [] : [{ file: join(folder, name), locale, isDefault: mark !== undefined }];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function read(file: string): Words {
  return WordsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}
