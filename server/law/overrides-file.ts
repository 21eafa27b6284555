import type { LawChanges } from '../../core/gst/law.ts';
import { LawFileError } from './law-file-error.ts';
import { OVERRIDES } from './overrides-schema.ts';

type Rows = Omit<LawChanges, 'hsnList'>;

/**
 * @param file its name, for the error
 * @throws {LawFileError} naming each row and field that is wrong
 */
export function parseOverrides(text: string, file: string): Rows {
  const parsed = OVERRIDES.safeParse(jsonOf(text, file));
  if (!parsed.success) {
    throw new LawFileError(
      parsed.error.issues.map(({ path, message }) => `${file}: ${placeOf(path) || 'the file'} ${said(message)}.`),
    );
  }
  return parsed.data;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? cause.message : 'not JSON';
    throw new LawFileError([`${file}: this is no JSON (${why.slice(0, 150)}). Mend it, or take it out of the folder.`]);
  }
}

/** "rates[0].effectiveFrom" */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** Ours begin with "must", "is" or "repeats"; the library's own are put behind a colon. */
function said(message: string): string {
  return /^(?:must|is|repeats) /.test(message) ? message : `is wrong: ${message}`;
}
