import { cookiesFrom } from '../../../core/headers/cookies.ts';
import type { HostProbe, PageKind, PageSeen } from '../../../core/evidence/storefront.ts';
import type { Instant } from '../../../core/time.ts';
import { cspFindings } from '../../csp/csp-findings.ts';
import type { Probe, ProbeAnswer, ProbeRequest, ProbeVisit } from '../../http/probe.ts';
import type { CrawlerSignature } from '../collector.ts';
import { corsSeen, PREFLIGHT } from './cors-seen.ts';
import { EXPOSED_BYTES, exposedPaths } from './exposed-paths.ts';
import { pagesLinked } from './page-links.ts';
import { readPage, type PageRead } from './page-reader.ts';
import { pageText } from './page-text.ts';
import { SECURITY_TXT, SECURITY_TXT_BYTES, securityTxtOf } from './security-txt.ts';
import { headerOf, isBlocked, outcomeOf } from './visited-answer.ts';

const HOST_MS = 40_000;
const MAX_HEADERS = 100;
const MAX_HEADER_CHARS = 16_384;
/** The value that a signature of Shopify's crawler access goes with. */
const SIGNATURE_AGENT = '"https://shopify.com"';

export interface HostToVisit {
  readonly host: string;
  readonly listedBy: HostProbe['listedBy'];
  /** Its pages are read beyond the first one, and its security.txt. */
  readonly isMain: boolean;
  readonly signature: CrawlerSignature | null;
}

export interface PageVisited extends Pick<PageSeen, 'kind' | 'path' | 'status' | 'isPartial'> {
  readonly url: string;
  readonly read: PageRead;
}

/** A host without the code of its scripts, which is read for all hosts at once. */
export interface HostVisited {
  readonly probe: Omit<HostProbe, 'pages'>;
  readonly pages: readonly PageVisited[];
}

/** What is known of a host before anybody went there. */
export function unvisited(
  { host, listedBy, signature }: HostToVisit,
  outcome: HostProbe['outcome'],
  visitedAt: Instant,
): HostVisited {
  return {
    probe: {
      ...{ host, listedBy, outcome, visitedAt, isPlatformHosted: listedBy === 'shopify' },
      signatureEndsOn: signature?.endsOn ?? null,
      ...{ tls: null, httpChain: [], headers: [], cookies: [], metaPolicies: [], cspFindings: [], cors: null },
      ...{ exposedPaths: null, securityTxt: null },
    },
    pages: [],
  };
}

/**
 * One host as a stranger sees it, within 40 seconds: what did not answer by then is not there.
 * @throws the reason of `signal` alone
 */
export async function visitHost(
  to: HostToVisit,
  { probe, asOf, signal }: { probe: Omit<Probe, 'close'>; asOf: Instant; signal: AbortSignal },
): Promise<HostVisited> {
  const { host, listedBy, isMain, signature } = to;
  const ends = AbortSignal.timeout(HOST_MS);
  const either = AbortSignal.any([signal, ends]);
  // A signature that ended opens nothing, and is a secret still.
  const isSent = signature !== null && signature.endsOn >= asOf.slice(0, 10);
  const secret = isSent ? { host, headers: { ...signature.headers, 'signature-agent': SIGNATURE_AGENT } } : undefined;

  async function visit(url: string, request: ProbeRequest = {}): Promise<ProbeVisit> {
    try {
      return await probe.visit(url, { ...request, secret, signal: either });
    } catch {
      signal.throwIfAborted();
      return { hops: [], answer: null, failure: 'timed-out' };
    }
  }
  const tlsOf = () => probe.lookAtTls(host, either).catch(() => (signal.throwIfAborted(), null));

  const [tls, plain, home] = await Promise.all([
    tlsOf(),
    visit(`http://${host}/`, { maxBytes: 1_024 }),
    visit(`https://${host}/`),
  ]);
  const outcome = outcomeOf(home, titleOf);
  const base = unvisited(to, outcome, asOf);
  const known = { ...base.probe, tls, httpChain: plain.hops };
  const { answer } = home;
  if (!answer || (outcome !== 'answered' && outcome !== 'locked')) return { probe: known, pages: [] };

  const isPlatformHosted = isPlatform(answer) || (listedBy === 'shopify' && outcome === 'locked');
  const isOwnPage = answer.url.hostname === host && outcome === 'answered';
  const first = isOwnPage && isHtml(answer) ? pageOf('home', answer) : null;
  const pages = first ? [first] : [];
  if (first && isMain) pages.push(...(await otherPages(first, { host, isPlatformHosted, visit })));
  const at = (path: string, maxBytes: number) => visit(`https://${host}${path}`, { maxBytes, follows: false });
  const metaPolicies = first?.read.metaPolicies ?? [];
  return {
    probe: {
      ...known,
      isPlatformHosted,
      headers: keptHeaders(answer),
      cookies: cookiesFrom(valuesOf(answer, 'set-cookie'), answer.url.hostname),
      metaPolicies,
      cspFindings: cspFindings([...valuesOf(answer, 'content-security-policy'), ...metaPolicies]),
      cors: isOwnPage ? corsSeen(await visit(`https://${host}/`, PREFLIGHT)) : null,
      securityTxt:
        isOwnPage && (isMain || listedBy === 'own')
          ? securityTxtOf(await visit(`https://${host}${SECURITY_TXT}`, { maxBytes: SECURITY_TXT_BYTES }))
          : null,
      exposedPaths: listedBy === 'own' ? await exposedPaths((path) => at(path, EXPOSED_BYTES)) : null,
    },
    pages,
  };
}

async function otherPages(
  home: PageVisited,
  {
    host,
    isPlatformHosted,
    visit,
  }: { host: string; isPlatformHosted: boolean; visit: (url: string) => Promise<ProbeVisit> },
): Promise<PageVisited[]> {
  const pages: PageVisited[] = [];
  const linked = new Map(pagesLinked(home.read.links, host, { isPlatformHosted }));
  for (const kind of ['collection', 'product', 'cart', 'account'] as const) {
    const path = linked.get(kind);
    if (path === undefined) continue;
    const { answer } = await visit(`https://${host}${path}`);
    // An account on the platform's own host is no page of the shop's.
    if (!answer || answer.url.hostname !== host || answer.status >= 400) continue;
    if (!isHtml(answer) || isBlocked(answer, titleOf)) continue;
    const page = pageOf(kind, answer);
    pages.push(page);
    if (kind !== 'collection' || linked.has('product')) continue;
    const product = pagesLinked(page.read.links, host, { isPlatformHosted: false }).get('product');
    if (product !== undefined) linked.set('product', product);
  }
  return pages;
}

function pageOf(kind: PageKind, answer: ProbeAnswer): PageVisited {
  const read = readPage(textOf(answer), answer.url.href);
  return {
    kind,
    path: answer.url.pathname.slice(0, 300),
    status: answer.status,
    isPartial: answer.isPartial || read.isCut,
    url: answer.url.href,
    read,
  };
}

const textOf = (answer: ProbeAnswer): string => pageText(answer.body, headerOf(answer, 'content-type'));

function titleOf(answer: ProbeAnswer): string {
  return /<title[^>]{0,200}>\s*([^<]{0,200})/i.exec(answer.body.toString('latin1', 0, 100_000))?.[1]?.trim() ?? '';
}

function isHtml(answer: ProbeAnswer): boolean {
  const type = headerOf(answer, 'content-type');
  return type === null || /\b(html|xhtml\+xml)\b/i.test(type);
}

function valuesOf(answer: ProbeAnswer, name: string): string[] {
  return answer.headers.filter(([known]) => known === name).map(([, value]) => value);
}

function keptHeaders(answer: ProbeAnswer): HostProbe['headers'] {
  return answer.headers
    .filter(([name]) => name !== 'set-cookie')
    .slice(0, MAX_HEADERS)
    .map(([name, value]) => [name, value.slice(0, MAX_HEADER_CHARS)] as const);
}

/** Headers that Shopify's storefronts send, and nobody else. */
function isPlatform(answer: ProbeAnswer): boolean {
  return (
    /^shopify$/i.test(headerOf(answer, 'powered-by') ?? '') ||
    answer.headers.some(([name]) =>
      /^(x-shopid|x-sorting-hat-shopid|x-shopify-stage|shopify-complexity-score)/.test(name),
    )
  );
}
