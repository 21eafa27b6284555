import type { CodeSeen, LibraryFlaws, LibrarySeen } from '../../../core/evidence/code.ts';
import type { PageScript } from '../../../core/evidence/storefront.ts';
import type { CodeScanner, CodeText } from '../../code/code-scanner.ts';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';
import { originOfAddress, originOfHost } from '../../../core/scripts/origins.ts';
import { atMost } from '../at-most.ts';
import type { CollectContext } from '../collector.ts';
import { cspHash, type ScriptRead } from './script-element.ts';

const MAX_FILES = 40;
const MAX_FILE_BYTES = 1024 * 1024;
const FETCHED_AT_ONCE = 6;
const MAX_INLINE_TEXTS = 500;
const MAX_INLINE_CHARS = 8 * 1024 * 1024;
const MAX_KEPT = 100;
const KEPT_AT_ONCE = 4;
const FETCH_MS = 25_000;
const SCAN_MS = 25_000;

/** What the platform itself puts into every shop's pages: nobody but Shopify changes it. */
const PLATFORM_FILES = /^https:\/\/(cdn\.shopify\.com|[^/]+\/cdn)\/(shopifycloud|s\/trekkie|wpm|shopify\/monorail)/;

interface ReadCode {
  readonly hash: string;
  readonly code: CodeSeen;
}

export interface ScriptCodes {
  /** The script as evidence, with what its code shows. */
  readonly seen: (script: ScriptRead) => PageScript;
  readonly libraries: LibraryFlaws;
}

/**
 * Reads the code of all scripts of the shop's pages, each text once: inline ones as they stand, files fetched without
 * any credential, 40 at most, others' before our own host's. A file that does not come leaves its script without code.
 *
 * @throws the reason of `signal` alone
 */
export async function readScriptCode(
  scripts: readonly ScriptRead[],
  {
    code: scanner,
    guardedFetch,
    ownHosts,
    keepScriptText,
    signal,
  }: {
    code: CodeScanner;
    guardedFetch: GuardedFetch;
    ownHosts: ReadonlySet<string>;
    keepScriptText: CollectContext<'storefront'>['keepScriptText'];
    signal: AbortSignal;
  },
): Promise<ScriptCodes> {
  const inline = inlineTexts(scripts);
  const files = await fetched(filesToRead(scripts, ownHosts), { guardedFetch, signal });
  const texts: readonly (CodeText & { readonly key: string; readonly hash: string })[] = [...inline, ...files];
  const scanned = await scannedBy(scanner, texts, signal);
  const codes = new Map<string, ReadCode>();
  texts.forEach(({ key, hash }, at) => {
    const code = scanned[at];
    if (code) codes.set(key, { hash, code });
  });
  const own = [...ownHosts].map((host) => host.toLowerCase().replace(/^www\./, ''));
  const others = texts.filter(({ key }) =>
    key.startsWith('https:')
      ? originOfAddress(key, own) === 'vendor'
      : (codes.get(key)?.code.hosts ?? []).some((host) => originOfHost(host, own) === 'vendor'),
  );
  // The shop's own code is watched file by file; of others' a later text is laid beside this one.
  const kept = [...others].reverse().slice(0, MAX_KEPT); // files come before what stands in the page
  await atMost(KEPT_AT_ONCE, kept, ({ hash, text }) => keepScriptText({ hash, text }).catch(() => undefined));

  const addresses = [...new Set(scripts.flatMap(({ address }) => address ?? []))];
  const byAddress = new Map(addresses.map((address) => [address, scanner.librariesAt(address)]));
  const seenLibraries = [
    ...[...codes.values()].flatMap(({ code }) => code.libraries),
    ...[...byAddress.values()].flat(),
  ];

  return {
    libraries: scanner.flawsOf(distinct(seenLibraries)),
    seen({ text: _text, integrity: _integrity, source: _source, ...script }) {
      const read = codes.get(keyOf(script));
      const named = script.address === null ? [] : (byAddress.get(script.address) ?? []);
      return { ...script, hash: script.hash ?? read?.hash ?? null, code: withNamed(read?.code ?? null, named) };
    },
  };
}

/** What the address gives away stands beside what the text shows. */
function withNamed(code: CodeSeen | null, named: readonly LibrarySeen[]): CodeSeen | null {
  if (named.length === 0) return code;
  if (code === null) return { libraries: named, secrets: [], behaviours: [], hosts: [], isPartial: true };
  return { ...code, libraries: distinct([...code.libraries, ...named]) };
}

function distinct(libraries: readonly LibrarySeen[]): LibrarySeen[] {
  return [...new Map(libraries.map((library) => [`${library.component} ${library.version}`, library])).values()];
}

const keyOf = ({ address, hash }: Pick<ScriptRead, 'address' | 'hash'>): string => address ?? hash ?? '';

function inlineTexts(scripts: readonly ScriptRead[]) {
  const texts = new Map<string, string>();
  let chars = 0;
  for (const { text, hash } of scripts) {
    if (text === null || hash === null || texts.has(hash)) continue;
    if (texts.size >= MAX_INLINE_TEXTS || chars + text.length > MAX_INLINE_CHARS) continue;
    texts.set(hash, text);
    chars += text.length;
  }
  return [...texts].map(([hash, text]) => ({ key: hash, hash, name: 'inline', language: 'javascript' as const, text }));
}

interface FileToRead {
  /** As evidence names it. */
  readonly address: string;
  /** A widget's file is often another one without its query. */
  readonly source: string;
}

function filesToRead(scripts: readonly ScriptRead[], ownHosts: ReadonlySet<string>): FileToRead[] {
  const files = new Map<string, FileToRead>();
  for (const { address, source } of scripts) {
    if (address === null || source === null || files.has(address)) continue;
    if (address.startsWith('https:') && !PLATFORM_FILES.test(address)) files.set(address, { address, source });
  }
  const isOwn = ({ address }: FileToRead) => ownHosts.has(new URL(address).hostname);
  return [...files.values()].sort((a, b) => Number(isOwn(a)) - Number(isOwn(b))).slice(0, MAX_FILES);
}

async function fetched(
  wanted: readonly FileToRead[],
  { guardedFetch, signal }: { guardedFetch: GuardedFetch; signal: AbortSignal },
) {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(FETCH_MS)]);
  const files = await atMost(FETCHED_AT_ONCE, wanted, async ({ address, source }) => {
    try {
      const answer = await guardedFetch(source, { maxBytes: MAX_FILE_BYTES, signal: ends });
      if (answer.status !== 200 || /\bhtml\b/i.test(answer.headers.get('content-type') ?? '')) return [];
      return [
        {
          key: address,
          hash: cspHash(answer.bytes),
          name: address,
          language: 'javascript' as const,
          text: answer.text(),
        },
      ];
    } catch {
      signal.throwIfAborted();
      return []; // not there, too large, not allowed: its script stays without code
    }
  });
  return files.flat();
}

async function scannedBy(
  scanner: CodeScanner,
  texts: readonly CodeText[],
  signal: AbortSignal,
): Promise<readonly (CodeSeen | undefined)[]> {
  if (texts.length === 0) return [];
  try {
    const plain = texts.map(({ name, language, text }) => ({ name, language, text }));
    return await scanner.scan(plain, AbortSignal.any([signal, AbortSignal.timeout(SCAN_MS)]));
  } catch {
    signal.throwIfAborted();
    return [];
  }
}
