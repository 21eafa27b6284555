import { hasPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { EvidenceByKind } from '../../evidence/kinds.ts';
import { scriptChanges } from '../../scripts/changes.ts';
import { decisionsFor, isAsked, isUnread } from '../../scripts/decisions.ts';
import { scriptInventory } from '../../scripts/inventory.ts';
import { ownDomains } from '../../scripts/origins.ts';
import { pagesRead } from '../../scripts/pages-read.ts';
import type { ScriptItem } from '../../scripts/script-item.ts';
import { approvedHosts, foreignScriptHosts } from '../../scripts/theme-hosts.ts';
import { isKnownByName, vendorWord } from '../../scripts/vendor-word.ts';
import { defineCheck } from '../check.ts';

type Evidence = Pick<EvidenceByKind, 'storefront' | 'scriptBook' | 'theme'> & Partial<Pick<EvidenceByKind, 'domains'>>;

/** The gravest first: of one vendor the first of these is told. */
const TROUBLES = ['rejected', 'changed', 'unapproved', 'form', 'frame'] as const;
type Trouble = (typeof TROUBLES)[number];

/** Inline code that does what skimmers do and names no host: whose it is nobody knows. */
const NOBODY = 'inline';

/**
 * Fails a vendor whose script, frame or form target stands on the pages without anybody's word, with another text than
 * the one approved, or though somebody refused it: an app's script of which nobody wrote down who asked for it. Sure of
 * what the pages load. One finding a vendor; hosts that the theme's own files name are told by theme-foreign-scripts.
 */
export const scriptOwners = defineCheck({
  id: 'security/script-owners',
  area: 'security',
  control: 'MON-02',
  title: {
    en: 'Each script of others has an owner and a reason',
    hi: 'हर बाहरी स्क्रिप्ट का मालिक और कारण लिखा है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Scripts are authorised, with a written reason', hi: 'स्क्रिप्ट की मंज़ूरी और लिखित कारण' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 6.4.3; ISO/IEC 27001:2022, A.5.9 and A.8.9',
    status: 'verified',
  },
  why: {
    en: 'A script of another firm runs with the rights of your page. Its maker can change it on any day.',
    hi: 'दूसरी फ़र्म की स्क्रिप्ट आपके पेज के अधिकार से चलती है। उसे बनाने वाला उसे किसी भी दिन बदल सकता है।',
  },
  cost: {
    en: 'A changed script can read what customers type. Acquirers may ask for the list of scripts and their reasons.',
    hi: 'बदली हुई स्क्रिप्ट ग्राहक का लिखा पढ़ सकती है। भुगतान बैंक स्क्रिप्ट की सूची और कारण माँग सकता है।',
  },
  remedy: [
    {
      en: 'Open Scripts in Prahari and ask in the team who needs this vendor.',
      hi: 'Prahari में स्क्रिप्ट खोलें और टीम में पूछें कि इस वेंडर की ज़रूरत किसे है।',
    },
    {
      en: 'If it is needed, approve its scripts with an owner and a reason.',
      hi: 'अगर ज़रूरत है, तो मालिक और कारण लिखकर उसकी स्क्रिप्ट मंज़ूर करें।',
    },
    {
      en: 'If nobody needs it, remove the app, or its part in the theme editor under App embeds.',
      hi: 'अगर किसी को ज़रूरत नहीं, तो ऐप हटाएँ, या थीम एडिटर में App embeds से उसका हिस्सा हटाएँ।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds an approval for each of the vendor’s scripts, or finds none of them.',
    hi: 'अगली जाँच में वेंडर की हर स्क्रिप्ट की मंज़ूरी मिलेगी, या उसकी कोई स्क्रिप्ट नहीं मिलेगी।',
  },
  // Without the theme nobody knows which hosts it names itself, nor what its apps are called: all would look strange.
  requires: ['storefront', 'scriptBook', 'theme'],
  uses: ['domains'],
  messages: {
    notBegun: {
      en: 'Nobody has approved any script yet. Firms known by name wait for it: {count}, {vendor} among them.',
      hi: 'अब तक किसी ने कोई स्क्रिप्ट मंज़ूर नहीं की। नाम से पहचानी फ़र्म इंतज़ार में हैं: {count}, जैसे {vendor}।',
    },
    unapproved: {
      en: 'Nobody approved what {vendor} runs on your pages, such as {address} on {place}. Scripts: {count}.',
      hi: '{vendor} आपके पेज पर जो चलाता है, उसे किसी ने मंज़ूर नहीं किया, जैसे {place} पर {address}। स्क्रिप्ट: {count}।',
    },
    changed: {
      en: '{vendor} changed what was approved, such as {address} on {place}. Scripts: {count}.',
      hi: '{vendor} ने मंज़ूर की हुई स्क्रिप्ट बदली, जैसे {place} पर {address}। स्क्रिप्ट: {count}।',
    },
    rejected: {
      en: 'A script of {vendor} was refused and is still there: {address} on {place}. Scripts: {count}.',
      hi: '{vendor} की स्क्रिप्ट नामंज़ूर हुई थी और अब भी है: {place} पर {address}। स्क्रिप्ट: {count}।',
    },
    frame: {
      en: 'A page of {vendor} is shown inside yours on {place}, and nobody approved it: {address}.',
      hi: '{vendor} का पेज {place} पर आपके पेज के भीतर दिखता है, और उसे किसी ने मंज़ूर नहीं किया: {address}।',
    },
    form: {
      en: 'A form on {place} sends to {vendor}, and nobody approved it: {address}.',
      hi: '{place} का फ़ॉर्म {vendor} को भेजता है, और उसे किसी ने मंज़ूर नहीं किया: {address}।',
    },
    odd: {
      en: 'Code in the page does unusual things, and nobody approved it: {place}. Scripts: {count}.',
      hi: 'पेज में लिखा कोड असामान्य काम करता है, और उसे किसी ने मंज़ूर नहीं किया: {place}। स्क्रिप्ट: {count}।',
    },
  },
  lacks(evidence) {
    const { storefront } = evidence;
    const unseen = lacksStorefront(storefront, (host) => hasPages(host) && host.pages.every((page) => !page.isPartial));
    if (unseen) return unseen;
    // Code that nobody could read may be anybody's.
    return scriptInventory(evidence).some((item) => item.seenBy === 'visit' && isUnread(item))
      ? { kind: 'storefront', reason: 'too-little' }
      : null;
  },
  *evaluate(evidence, { asOf }) {
    // A shop that has yet to begin hears so once, and not for each firm that everybody knows by name.
    const isBegun = evidence.scriptBook.decisions.length > 0;
    const waiting: string[] = [];
    for (const [subject, { trouble, item, count }] of troublesByVendor(evidence, asOf)) {
      const place = item.place;
      if (!isBegun && isKnownByName(subject, evidence.theme)) {
        waiting.push(vendorWord(subject, evidence.theme));
        continue;
      }
      if (subject === NOBODY) {
        yield { subject, messageId: 'odd', data: { place, count } };
        continue;
      }
      const address = item.address ?? item.host ?? item.namesHosts[0] ?? item.identity;
      const vendor = vendorWord(subject, evidence.theme);
      yield { subject, messageId: trouble, data: { vendor, address, place, ...(isScript(trouble) && { count }) } };
    }
    const [vendor] = waiting;
    if (vendor !== undefined) {
      const data = { vendor, count: waiting.length };
      yield { subject: 'scripts', messageId: 'notBegun', data, severity: 'medium' };
    }
  },
});

interface VendorTrouble {
  readonly trouble: Trouble;
  readonly item: ScriptItem;
  readonly count: number;
}

const isScript = (trouble: Trouble): boolean => trouble !== 'frame' && trouble !== 'form';

function troublesByVendor(evidence: Evidence, asOf: string): Map<string, VendorTrouble> {
  const { storefront, scriptBook, domains, theme } = evidence;
  const items = scriptInventory(evidence);
  const ofTheme = foreignScriptHosts(theme, ownDomains(domains, storefront));
  const approved = approvedHosts(scriptBook);
  const isLeft = ({ what, host }: ScriptItem) =>
    what === 'script' && host !== null && ofTheme.has(host.toLowerCase()) && !approved.has(host.toLowerCase());
  const changes = new Map(
    scriptChanges(items, scriptBook, { asOf, pagesRead: pagesRead(storefront) }).map((change) => [
      change.identity,
      change.kind,
    ]),
  );
  const matches = decisionsFor(items, scriptBook.decisions);
  const found = new Map<string, VendorTrouble>();
  for (const item of items) {
    if (!isAsked(item) || isLeft(item)) continue;
    const isRejected = matches.get(item.identity)?.decision.verdict === 'rejected';
    const trouble = isRejected ? 'rejected' : troubleOf(item, changes.get(item.identity));
    if (trouble === null) continue;
    const key = item.vendorKey ?? NOBODY;
    const before = found.get(key);
    if (!before || TROUBLES.indexOf(trouble) < TROUBLES.indexOf(before.trouble)) {
      found.set(key, { trouble, item, count: 1 });
    } else if (before.trouble === trouble) {
      found.set(key, { ...before, count: before.count + 1 });
    }
  }
  return found;
}

function troubleOf({ what, asks }: ScriptItem, change: string | undefined): Trouble | null {
  // What is approved elsewhere and new near payment is told by near-payment-scripts.
  if (change === undefined || change === 'near-payment') return null;
  if (change === 'changed' || change === 'host-changed') return 'changed';
  if (what === 'form') return asks.length > 0 ? null : 'form'; // one that asks for something is form-targets’
  return what === 'frame' ? 'frame' : 'unapproved';
}
