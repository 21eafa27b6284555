import { Parser } from 'htmlparser2';
import type { ScriptBook } from '../../core/evidence/scripts.ts';
import type { PageScript, Storefront } from '../../core/evidence/storefront.ts';
import { scriptChanges } from '../../core/scripts/changes.ts';
import { scriptInventory } from '../../core/scripts/inventory.ts';
import { pagesRead } from '../../core/scripts/pages-read.ts';
import type { ScriptItem } from '../../core/scripts/script-item.ts';
import { readPage } from '../../server/collect/storefront/page-reader.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, YESTERDAY } from '../security-factories.ts';
import { aScriptBook, aScriptDecision, aScriptSighting } from '../vendor-factories.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const SCRIPTS = 3_000;
const PAGE_BYTES = 300_000;
const PAGE_GOAL_MS = 100;
const COMPARED = 1_000;
const COMPARE_GOAL_MS = 10;
const PAGE_URL = 'https://www.shop.example/';

/**
 * From the HTML of a page to the inventory of its scripts, hashes of inline ones included; and an inventory of a thousand
 * against what was seen and decided of a thousand before. Peers: htmlparser2 by itself, collecting attributes of script
 * elements and nothing more; and addresses as two sets, which tell new and gone and nothing of texts, pages or decisions.
 */
export async function benchScripts(): Promise<BenchLine[]> {
  const html = aLargePage();
  const inventory = () => scriptInventory({ storefront: storefrontOf(readPage(html, PAGE_URL).scripts) });
  const ours = await medianMs(15, inventory);
  const peer = await medianMs(15, () => scriptsByParser(html));
  const items = inventory();

  const now = itemsOf(0);
  const book = bookOf(itemsOf(COMPARED / 10)); // a tenth is new, a tenth is gone
  const pages = pagesRead(storefrontOf([]));
  const changes = () => scriptChanges(now, book, { asOf: YESTERDAY, pagesRead: pages });
  const compared = await medianMs(30, changes);
  const bySets = await medianMs(30, () => {
    const before = new Set(book.decisions.map(({ identity }) => identity));
    const after = new Set(now.map(({ identity }) => identity));
    return [[...after].filter((one) => !before.has(one)), [...before].filter((one) => !after.has(one))];
  });
  return [
    {
      what: `inventory of a page of ${Math.round(html.length / 1_000)} KB: ${items.length} scripts`,
      ours: ms(ours),
      peer: `htmlparser2 12.0.0, attributes of scripts alone ${ms(peer)}`,
      ratio: times(ours / peer),
      goal: `< ${PAGE_GOAL_MS} ms`,
      isMet: ours < PAGE_GOAL_MS,
    },
    {
      what: `${changes().length} changes between two inventories of ${COMPARED}, with decisions`,
      ours: ms(compared),
      peer: `two sets of addresses ${ms(bySets)}`,
      ratio: times(compared / bySets),
      goal: `< ${COMPARE_GOAL_MS} ms`,
      isMet: compared < COMPARE_GOAL_MS,
    },
  ];
}

/** Half of the scripts come from elsewhere, half are written into the page. */
function aLargePage(): string {
  const scripts = Array.from({ length: SCRIPTS }, (_, at) =>
    at % 2 === 0
      ? `<script src="//cdn-${at % 40}.vendor.example/v${at}/w.js" async></script>`
      : `<script>window.x${at}=${at};</script>`,
  );
  const text = '<p>Soft cotton, printed by hand.</p>\n';
  const missing = PAGE_BYTES - scripts.join('').length;
  const each = Math.max(0, Math.floor(missing / text.length / 10));
  const parts = Array.from(
    { length: 10 },
    (_, at) => scripts.slice(at * 300, at * 300 + 300).join('') + text.repeat(each),
  );
  return `<!doctype html><html><head><title>Shop</title></head><body>${parts.join('')}</body></html>`;
}

function scriptsByParser(html: string): number {
  let found = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' && (attributes['src'] ?? '') !== 'none') found += 1;
    },
  });
  parser.end(html);
  return found;
}

type Read = Pick<PageScript, 'address' | 'host' | 'scheme' | 'hash' | 'hasIntegrity' | 'isModule'>;

function storefrontOf(scripts: readonly Read[]): Storefront {
  const seen = scripts.map(({ address, host, scheme, hash, hasIntegrity, isModule }) =>
    aPageScript({ address, host, scheme, hash, hasIntegrity, isModule }),
  );
  return aStorefront({ hosts: [aHostProbe({ host: 'www.shop.example', pages: [aPage({ scripts: seen })] })] });
}

/** A thousand vendors' files; `from` moves which. */
function itemsOf(from: number): ScriptItem[] {
  const scripts = Array.from({ length: COMPARED }, (_, at) => {
    const host = `cdn-${(from + at) % 40}.vendor.example`;
    return aPageScript({
      address: `https://${host}/v${from + at}/w.js`,
      host,
      scheme: 'https',
      hash: hashOf(from + at),
    });
  });
  return scriptInventory({ storefront: storefrontOf(scripts) });
}

/** Every tenth text is another one than the one decided on. */
function bookOf(items: readonly ScriptItem[]): ScriptBook {
  return aScriptBook({
    sightings: items.map(({ identity, hash, pageKinds }) => aScriptSighting({ identity, hash, pageKinds })),
    decisions: items.map(({ identity, hash, pageKinds }, at) =>
      aScriptDecision({ identity, pageKinds, hash: at % 10 === 0 ? hashOf(-at - 1) : hash }),
    ),
  });
}

const hashOf = (at: number): string => `sha256-${String(Math.abs(at)).padStart(42, at < 0 ? 'b' : 'a')}=`;
