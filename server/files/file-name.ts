import { visibleText } from '../../core/visible-text.ts';
import type { FileType } from './file-type.ts';

const LONGEST = 100;
const ENDINGS: Readonly<Record<FileType, string>> = { pdf: 'pdf', png: 'png', jpeg: 'jpg' };
/** What file systems or headers take for more than a letter. */
const NOT_IN_NAMES = /[\\/:*?"<>|;%]+/g;

/**
 * A name as its owner gave it, made harmless: no path, no control or turning character, no ending but the one that the
 * bytes have. Percent-encoded UTF-8 comes in, since a header holds Latin letters alone.
 */
export function cleanFileName(sent: string, type: FileType): string {
  const path = decoded(sent.slice(0, 2_000));
  const last = path.split(/[\\/]/).at(-1) ?? '';
  const stem = visibleText(last)
    .replace(/\.[^.]{1,8}$/, '')
    .replace(NOT_IN_NAMES, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...stem].slice(0, LONGEST).join('').toWellFormed();
  return `${short || 'evidence'}.${ENDINGS[type]}`;
}

function decoded(sent: string): string {
  try {
    return decodeURIComponent(sent);
  } catch {
    return '';
  }
}

/**
 * The header that makes a browser save and never show: an ASCII name of our own for old programs, the owner's beside it.
 * Source: RFC 6266 and RFC 8187.
 */
export function attachment(ownName: string, name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*!~]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ownName}"; filename*=UTF-8''${encoded}`;
}

/** Nothing in a paper runs, whatever it is and however somebody opens it. */
export const PAPER_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** "prahari-external-audit.pdf" */
export const ownFileName = (questionId: string, type: FileType): string => `prahari-${questionId}.${ENDINGS[type]}`;
