import type { AlertNews } from './news.ts';

/**
 * News that waited together, as one piece for each alert, the newest words in the place of the first. What came and went
 * while nobody was told is told to nobody; what went and came back is told as come back.
 */
export function foldNews(news: readonly AlertNews[]): AlertNews[] {
  const folded = new Map<string, AlertNews>();
  for (const one of news) {
    const before = folded.get(one.fingerprint);
    const kind = before ? kindOf(before.kind, one.kind) : one.kind;
    if (kind === null) folded.delete(one.fingerprint);
    else folded.set(one.fingerprint, { ...one, kind });
  }
  return [...folded.values()];
}

function kindOf(first: AlertNews['kind'], then: AlertNews['kind']): AlertNews['kind'] | null {
  if (then === 'resolved') return first === 'opened' || first === 'reopened' ? null : 'resolved';
  return first === 'opened' || first === 'reopened' || first === 'woken' ? first : then;
}
