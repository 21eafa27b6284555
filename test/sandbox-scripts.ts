import { PAGE_KINDS } from '../core/evidence/storefront.ts';
import { COUNTER, MAP_HOST } from '../sandbox/script-defects.ts';
import type { Sandbox } from '../sandbox/start.ts';
import { partScript } from '../sandbox/vendors/app-embeds.ts';
import { CHAT_APP, REVIEWS_APP } from '../sandbox/vendors/vendor-state.ts';
import type { CollectContext } from '../server/collect/collector.ts';
import { cspHash } from '../server/collect/storefront/script-element.ts';
import { aScriptBook, aScriptDecision, aScriptSighting } from './vendor-factories.ts';

const WEEKS_AGO_MS = 21 * 24 * 60 * 60 * 1000;

/** The merchant approved the apps' scripts as the sandbox ships them, and a counter for the product page. */
export function approvedScripts({ clock }: Sandbox): Pick<CollectContext<never>, 'scriptBook'> {
  const now = clock.now();
  const decidedAt = now.toISOString();
  const weeksAgo = new Date(now.getTime() - WEEKS_AGO_MS).toISOString();
  const apps = [REVIEWS_APP, CHAT_APP].map(({ handle }) => {
    const { address: identity, text } = partScript(handle);
    return aScriptDecision({ identity, hash: cspHash(text), pageKinds: PAGE_KINDS, decidedAt });
  });
  const counter = aScriptDecision({ identity: COUNTER, pageKinds: ['product'], decidedAt });
  const map = aScriptSighting({ identity: `frame:${MAP_HOST}`, firstSeenAt: weeksAgo, lastSeenAt: weeksAgo });
  const book = aScriptBook({ decisions: [...apps, counter], sightings: [map], lastComparedAt: decidedAt });
  return { scriptBook: async () => book };
}
