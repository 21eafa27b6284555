import type { AlertNews, NewsKind } from './news.ts';

/**
 * News that waited together, as one piece for each alert: what changed between the first and the last of them, in the
 * words of the last. What came and went while nobody was told is told to nobody.
 */
export function foldNews(news: readonly AlertNews[]): AlertNews[] {
  const byAlert = new Map<string, { readonly first: NewsKind; readonly last: AlertNews }>();
  for (const one of news) {
    byAlert.set(one.fingerprint, { first: byAlert.get(one.fingerprint)?.first ?? one.kind, last: one });
  }
  return [...byAlert.values()].flatMap(({ first, last }) => {
    const kind = kindOf(first, last.kind);
    return kind === null ? [] : [{ ...last, kind }];
  });
}

function kindOf(first: NewsKind, last: NewsKind): NewsKind | null {
  if (last === 'resolved') return first === 'opened' || first === 'reopened' ? null : 'resolved';
  if (first === 'resolved') return 'reopened';
  return first === 'graver' ? last : first;
}
