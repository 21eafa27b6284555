import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import retire from 'retire';
import type { Repository } from 'retire/lib/types.js';
import { z } from 'zod';
import type { Day } from '../../core/time.ts';

const MAX_COMPONENTS = 1_000;
const MAX_FLAWS = 20_000;
/** Stands for a version in the patterns; the reader puts a pattern of digits in its place. */
const SEVERITY = z.enum(['none', 'low', 'medium', 'high', 'critical']);
/** "Unmaintained third-party component": so the list marks what nobody mends any more. */
const END_OF_LIFE = 'CWE-1104';

const version = z.string().max(60);
const patterns = z.array(z.string().max(4_000)).max(100).optional();
const Flaw = z.object({
  below: version,
  atOrAbove: version.optional(),
  excludes: z.array(version).max(200).optional(),
  severity: SEVERITY,
  cwe: z.array(z.string().max(40)).max(50).default([]),
  identifiers: z.object({ CVE: z.array(z.string().max(40)).max(50).optional() }),
});
const Component = z.object({
  vulnerabilities: z.array(Flaw).max(2_000),
  extractors: z.object({
    uri: patterns,
    filename: patterns,
    filecontent: patterns,
    filecontentreplace: patterns,
    hashes: z.record(z.string(), version).optional(),
    ast: z.array(z.string().max(8_000)).max(100).optional(),
  }),
});
/** The list as its project publishes it, cut to what is read here. */
const Published = z.record(z.string().max(100), Component).superRefine((components, context) => {
  const all = Object.values(components);
  const flaws = all.reduce((sum, { vulnerabilities }) => sum + vulnerabilities.length, 0);
  if (all.length > MAX_COMPONENTS || flaws > MAX_FLAWS) context.addIssue({ code: 'custom', message: 'too long' });
  for (const { extractors } of all) {
    const { uri, filename, filecontent } = extractors;
    for (const pattern of [uri, filename, filecontent].flatMap((list) => list ?? [])) {
      if (!isPattern(pattern)) context.addIssue({ code: 'custom', message: 'a pattern that is none' });
    }
  }
});

/** Libraries, how they are told, and which versions have which flaws, as of a day. */
export interface LibraryList {
  readonly day: Day;
  /** In the shape that retire's functions read. */
  readonly repository: Repository;
  /** Changes when libraries are told in another way; a new flaw alone leaves it. */
  readonly rulesVersion: string;
}

/** What is shipped, and what the worker thread is handed. */
export interface ListText {
  readonly day: Day;
  /** JSON of the components. */
  readonly text: string;
}

/** The list that came with this release: the floor below which no refresh falls. */
export function shippedList(): ListText {
  const text = readFileSync(new URL('./data/libraries.json', import.meta.url), 'utf8');
  const { day } = z.object({ day: z.iso.date() }).parse(JSON.parse(text));
  return { day, text: JSON.stringify((JSON.parse(text) as { components: unknown }).components) };
}

/**
 * What the project publishes, checked and cut: no description, no licence.
 * @throws {SyntaxError | z.ZodError} the text is no such list
 */
export function parsePublished(text: string): Repository {
  const components = Published.parse(JSON.parse(text));
  for (const component of Object.values(components)) {
    for (const flaw of component.vulnerabilities) flaw.cwe = flaw.cwe.filter((cwe) => cwe === END_OF_LIFE);
  }
  // Their test entries.
  delete components['retire-example'];
  delete components['dont check'];
  return components as unknown as Repository;
}

/** @throws {SyntaxError | z.ZodError} the text is no such list */
export function readList({ day, text }: ListText): LibraryList {
  const repository = parsePublished(retire.replaceVersion(text));
  const extractors = Object.entries(repository).map(([name, component]) => [name, component.extractors]);
  const rulesVersion = createHash('sha256').update(JSON.stringify(extractors)).digest('hex').slice(0, 12);
  return { day, repository, rulesVersion };
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
