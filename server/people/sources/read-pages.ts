import { MOST_ACCOUNTS, ReadingProblem, type SourceClient, type SourceReply } from './source.ts';

/** More pages than this are no list but a loop. */
const MOST_PAGES = 200;

/** Everything that a list holds, page by page. An address that comes twice is a loop. */
export async function readPages<T>(
  client: Pick<SourceClient, 'send'>,
  {
    first,
    headers,
    page,
    most = MOST_ACCOUNTS,
  }: {
    readonly first: string;
    readonly headers: Readonly<Record<string, string>>;
    /** What stands on a page, and where the next one is. @throws {ReadingProblem} */
    readonly page: (reply: SourceReply) => { readonly items: readonly T[]; readonly next: string | null };
    readonly most?: number;
  },
): Promise<T[]> {
  const visited = new Set<string>();
  const all: T[] = [];
  for (let url: string | null = first; url !== null;) {
    if (visited.has(url) || visited.size >= MOST_PAGES) throw new ReadingProblem('unexpected-shape');
    visited.add(url);
    const { items, next } = page(await client.send({ method: 'GET', url, headers }));
    for (const item of items) all.push(item);
    if (all.length > most) throw new ReadingProblem('too-many');
    url = next;
  }
  return all;
}
