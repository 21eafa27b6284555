import { createHash } from 'node:crypto';
import retire from 'retire';
import { deepScan } from 'retire/lib/deepscan.js';
import type { Component, Repository } from 'retire/lib/types.js';
import type { LibraryFlaws, LibrarySeen, VulnerableLibrary } from '../../core/evidence/code.ts';
import { wordFinder, type WordFinder } from '../../core/code/word-finder.ts';
import type { LibraryList } from './library-list.ts';
import { requiredText } from './required-text.ts';

const MAX_CVES = 60;
const LEVELS = ['critical', 'high', 'medium', 'low'] as const;
/** A shorter piece of text is in every file. */
const SHORTEST_PIECE = 4;
const hasher = { sha1: (text: string) => createHash('sha1').update(text).digest('hex') };

/** What retire's functions tell by one list. */
export interface LibraryRules {
  /** By the address, or else by the file name at its end; the query is not read. */
  atAddress(address: string): LibrarySeen[];
  inContent(text: string): LibrarySeen[];
  /** By the syntax tree: several hundred ms for a large file. */
  deepIn(text: string): LibrarySeen[];
  flawsOf(libraries: readonly LibrarySeen[]): LibraryFlaws;
}

export function libraryRules({ day, repository }: LibraryList): LibraryRules {
  const pieces = contentPieces(repository);
  return {
    atAddress(address) {
      const bare = address.replace(/[?#].*$/s, '').replace(/\.liquid$/, '');
      const byAddress = seen(retire.scanUri(bare, repository), 'address');
      return byAddress.length > 0 ? byAddress : seen(retire.scanFileName(bare, repository, false), 'file-name');
    },
    inContent: (text) => seen(retire.scanFileContent(text, candidates(text, pieces), hasher), 'content'),
    deepIn: (text) => seen(deepScan(text, repository), 'deep-scan'),
    flawsOf(libraries) {
      const flaws = new Map<string, VulnerableLibrary>();
      for (const { component, version } of libraries) {
        const known = `${component}@${version}`;
        const flaw = flaws.has(known) ? null : flawOf(component, version, repository);
        if (flaw) flaws.set(known, flaw);
      }
      return { dataDay: day, flaws: [...flaws.values()] };
    },
  };
}

function seen(found: readonly Component[], by: LibrarySeen['by']): LibrarySeen[] {
  const once = new Map(found.map(({ component, version }) => [`${component}@${version}`, { component, version, by }]));
  return [...once.values()];
}

function flawOf(component: string, version: string, repository: Repository): VulnerableLibrary | null {
  const rows = retire.check(component, version, repository)[0]?.vulnerabilities ?? [];
  const worst = LEVELS.find((level) => rows.some(({ severity }) => severity === level));
  if (!worst) return null;
  const ranked = rows.toSorted((a, b) => rank(a.severity) - rank(b.severity));
  const cves = [...new Set(ranked.flatMap(({ identifiers }) => identifiers?.CVE ?? []))].slice(0, MAX_CVES);
  return { component, version, worst, cves, isEndOfLife: rows.some(({ cwe }) => (cwe ?? []).length > 0) };
}

const rank = (severity: string): number => {
  const at = LEVELS.findIndex((level) => level === severity);
  return at < 0 ? LEVELS.length : at;
};

interface Piece {
  readonly name: string;
  readonly extractor: 'filecontent' | 'filecontentreplace';
  readonly pattern: string;
  /** Text without which the pattern cannot match; '' where it may. */
  readonly needs: string;
}

interface ContentPieces {
  readonly pieces: readonly Piece[];
  /** Places of the pieces whose needed text is there. */
  readonly findNeeded: WordFinder;
  readonly repository: Repository;
  /** Components told by a hash of the whole file. */
  readonly hashed: Repository;
}

function contentPieces(repository: Repository): ContentPieces {
  const pieces: Piece[] = [];
  const hashed: Repository = {};
  for (const [name, component] of Object.entries(repository)) {
    const { filecontent = [], filecontentreplace = [], hashes } = component.extractors;
    for (const pattern of filecontent) {
      pieces.push({ name, extractor: 'filecontent', pattern, needs: neededText(pattern) });
    }
    for (const pattern of filecontentreplace)
      pieces.push({ name, extractor: 'filecontentreplace', pattern, needs: '' });
    if (hashes) hashed[name] = { ...component, extractors: { hashes }, vulnerabilities: [] };
  }
  const findNeeded = wordFinder(pieces.map(({ needs }) => needs));
  return { pieces, findNeeded, repository, hashed };
}

/** The list cut to the patterns that this text could match: most need a piece of text that is not there. */
function candidates(text: string, { pieces, findNeeded, repository, hashed }: ContentPieces): Repository {
  const cut: Repository = {};
  const there = findNeeded(text);
  for (const [index, { name, extractor, pattern }] of pieces.entries()) {
    if (!there.has(index)) continue;
    const before = cut[name]?.extractors ?? { ...hashed[name]?.extractors };
    const { vulnerabilities: _flaws, ...rest } = repository[name] ?? { vulnerabilities: [], extractors: {} };
    cut[name] = {
      ...rest,
      vulnerabilities: [],
      extractors: { ...before, [extractor]: [...(before[extractor] ?? []), pattern] },
    };
  }
  return { ...hashed, ...cut };
}

/** The finder knows ASCII alone. */
function neededText(pattern: string): string {
  const piece = requiredText(pattern);
  return piece.length < SHORTEST_PIECE || /[^\x00-\x7f]/.test(piece) ? '' : piece;
}
