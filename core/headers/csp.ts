/** Directive in lower case → its sources in lower case. */
export type CspSources = ReadonlyMap<string, ReadonlySet<string>>;

export interface Csp {
  readonly directives: CspSources;
  /** report-uri or report-to stands twice in one policy: the second is without effect. */
  readonly repeatsReporting: boolean;
}

/** Shorter than the shortest directive, "img-src": no policy. */
const SHORTEST_POLICY = 6;
const NONE: ReadonlySet<string> = new Set(["'none'"]);
const MAY_REPEAT = ['report-uri', 'report-to'];

/** The policies of some headers or meta elements: a comma ends one, since no directive may hold it. */
export function policiesIn(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).map((policy) => policy.replace(/[\r\n]/g, '').trim());
}

/**
 * What several policies allow together: each must agree. As the reference grades it, a directive that only a later
 * policy names counts as 'none', and one that only the first names stays as it is. Null where one of them is no policy
 * or repeats a directive, which browsers read in a way that nobody means.
 */
export function combinedCsp(policies: readonly string[]): Csp | null {
  let repeatsReporting = false;
  const directives = new Map<string, ReadonlySet<string>>();
  for (const [index, policy] of policies.entries()) {
    const parsed = parseCsp(policy);
    if (!parsed) return null;
    repeatsReporting ||= parsed.repeatsReporting;
    for (const [directive, sources] of parsed.directives) {
      directives.set(directive, index === 0 ? sources : inBoth(directives.get(directive), sources));
    }
  }
  return { directives, repeatsReporting };
}

/** One policy; null where it is too short to be one, or repeats a directive that is not for reports. */
export function parseCsp(policy: string): Csp | null {
  if (policy.length < SHORTEST_POLICY) return null;
  let repeatsReporting = false;
  const directives = new Map<string, ReadonlySet<string>>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name === '') continue;
    const directive = name.toLowerCase();
    if (directives.has(directive)) {
      if (!MAY_REPEAT.includes(directive)) return null;
      repeatsReporting = true;
      continue;
    }
    const isEmptyList = sources.length === 0 && directive.endsWith('-src');
    directives.set(directive, isEmptyList ? NONE : new Set(sources.map((source) => source.toLowerCase())));
  }
  return { directives, repeatsReporting };
}

/** The narrower of each two sources of which one covers the other; nothing in common is 'none'. */
function inBoth(before: ReadonlySet<string> = NONE, sources: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const source of sources) if (before.has(source)) kept.add(source);
  keepInFolders(before, sources, kept);
  keepInFolders(sources, before, kept);
  return kept.size > 0 ? kept : NONE;
}

/** "https://cdn.example/a/" covers what lies in that folder; without the slash at its end a source covers itself alone. */
function keepInFolders(wider: ReadonlySet<string>, narrower: ReadonlySet<string>, kept: Set<string>): void {
  const folders = [...wider].filter((source) => source.endsWith('/'));
  if (folders.length === 0) return;
  for (const source of narrower) if (folders.some((folder) => source.startsWith(folder))) kept.add(source);
}
