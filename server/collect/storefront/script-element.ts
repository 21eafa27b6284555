import { createHash } from 'node:crypto';
import type { PageScript } from '../../../core/evidence/storefront.ts';

const MAX_ADDRESS_CHARS = 500;

/** What a script element runs, and what tells two of them apart. */
export interface ScriptRead extends Omit<PageScript, 'code'> {
  /** As it is written; null where missing. */
  readonly integrity: string | null;
  /** Exact text of an inline script. */
  readonly text: string | null;
  /** Where a browser fetches it, query and all. */
  readonly source: string | null;
}

/** Types of script elements that browsers run (HTML, "prepare the script element"); others hold data. */
const JAVASCRIPT =
  /^((application|text)\/(x-)?(java|ecma)script|text\/(javascript1\.[0-5]|jscript|livescript)|module)$/;

export function runs(attributes: Readonly<Record<string, string>>): boolean {
  const type = attributes['type'];
  if (type === undefined) {
    const language = attributes['language'];
    return language === undefined || language === '' || JAVASCRIPT.test(`text/${language.toLowerCase()}`);
  }
  return type === '' || JAVASCRIPT.test(type.trim().toLowerCase());
}

/** "sha256-…" as a Content-Security-Policy writes it. */
export function cspHash(bytes: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

/** A browser reads every line end as "\n" before it looks at a script. */
export function inlineScript(text: string, attributes: Readonly<Record<string, string>>): ScriptRead {
  const exact = text.replace(/\r\n?/g, '\n');
  return {
    address: null,
    host: null,
    scheme: 'inline',
    hash: cspHash(exact),
    hasIntegrity: false,
    integrity: null,
    isModule: isModule(attributes),
    text: exact,
    source: null,
  };
}

/** Null: the address leads nowhere, and a browser runs nothing. */
export function externalScript(
  written: string,
  attributes: Readonly<Record<string, string>>,
  base: string,
): ScriptRead | null {
  const trimmed = written.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  const integrity = attributes['integrity']?.trim() || null;
  const shared = {
    hasIntegrity: integrity !== null,
    integrity,
    isModule: isModule(attributes),
    text: null,
    source: null,
  };
  if (url.protocol === 'data:') {
    return { ...shared, address: null, host: null, scheme: 'data', hash: cspHash(trimmed), text: textOfData(trimmed) };
  }
  if (url.protocol === 'blob:') return { ...shared, address: null, host: null, scheme: 'blob', hash: null };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return {
    ...shared,
    address: `${url.origin}${url.pathname}`.slice(0, MAX_ADDRESS_CHARS),
    host: url.hostname,
    scheme: writtenScheme(trimmed),
    hash: null,
    source: `${url.origin}${url.pathname}${url.search}`,
  };
}

/** What `as` of a preloading link must say for a script; of a module nothing need be said. */
const CODE = /^(script|worker|serviceworker|sharedworker|audioworklet|paintworklet)$/;

/** A script that a link fetches ahead for other code to run. Null: it fetches something else. */
export function preloadedScript(attributes: Readonly<Record<string, string>>, base: string): ScriptRead | null {
  const rel = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  const as = (attributes['as'] ?? '').trim().toLowerCase();
  const isModuleLink = rel.includes('modulepreload') && (as === '' || CODE.test(as));
  if (!isModuleLink && !(rel.includes('preload') && as === 'script')) return null;
  const read = externalScript(attributes['href'] ?? '', attributes, base);
  return read?.address ? { ...read, isModule: isModuleLink, isPreloaded: true } : null;
}

function isModule(attributes: Readonly<Record<string, string>>): boolean {
  return attributes['type']?.trim().toLowerCase() === 'module';
}

/** What a "data:" address holds; null: it does not decode. */
function textOfData(address: string): string | null {
  const [, header = '', body = ''] = /^data:([^,]{0,200}),([^]*)$/i.exec(address) ?? [];
  try {
    const text = decodeURIComponent(body);
    return /;\s*base64\s*$/i.test(header) ? Buffer.from(text, 'base64').toString('utf8') : text;
  } catch {
    return null;
  }
}

/** As written: browsers take "\" for "/", and any case. */
export function writtenScheme(address: string): 'https' | 'http' | 'relative' | 'protocol-relative' {
  const [, scheme] = /^(https?):/i.exec(address) ?? [];
  if (scheme) return scheme.toLowerCase() === 'https' ? 'https' : 'http';
  return /^[\\/]{2}/.test(address) ? 'protocol-relative' : 'relative';
}
