import { createHash } from 'node:crypto';
import type { MainTheme } from '../../../core/evidence/kinds.ts';

/** As much of a theme as its list of files tells. */
export interface ListedTheme extends Pick<MainTheme, 'id' | 'moreFiles'> {
  readonly files: readonly { readonly filename: string; readonly checksumMd5: string | null }[];
}

/** One text for a theme's names and checksums, in whatever order they come: two that are equal hold the same files. */
export function themeDigest({ id, moreFiles, files }: ListedTheme): string {
  const lines = files.map(({ filename, checksumMd5 }) => `${filename}\0${checksumMd5 ?? ''}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([id, moreFiles, lines]))
    .digest('hex');
}
