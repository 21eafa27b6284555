import { BROWSER_RELEASES, type BrowserRelease } from '../../data/browser-releases.ts';
import type { BrowserName } from '../../evidence/attestations.ts';
import { dayInIndia } from '../../gst/days.ts';
import { devicesOf } from '../../people/device-checks.ts';
import type { Day } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** What a browser said of itself counts for so long: control SW-03. */
const MAX_AGE_DAYS = 30;
const MOST_BEHIND = 2;

const NAMES: Readonly<Record<BrowserName, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  opera: 'Opera',
};

/**
 * Fails a browser that was more than two major versions behind when it told its version; one that is newer than our table
 * is current. Sure of the version as far as browsers tell the truth. A branch with long support counts by its number.
 */
export const browserCurrent = defineCheck({
  id: 'security/browser-current',
  area: 'security',
  control: 'SW-03',
  title: { en: 'The browser used for the admin is current', hi: 'एडमिन के लिए इस्तेमाल ब्राउज़र नया है' },
  severity: 'medium',
  rule: {
    name: { en: 'Only supported browsers', hi: 'सिर्फ़ समर्थित ब्राउज़र' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 6.3.3; CIS Controls 8.1, 9.1',
    status: 'verified',
  },
  why: {
    en: 'Each release mends gaps that are public from that day on.',
    hi: 'हर नया संस्करण वे कमियाँ ठीक करता है जो उस दिन से सबको पता होती हैं।',
  },
  cost: {
    en: 'A page or an advertisement can then read what is open in the other tabs.',
    hi: 'तब कोई पेज या विज्ञापन दूसरे टैब में खुली चीज़ें पढ़ सकता है।',
  },
  remedy: [
    {
      en: 'Open the menu of the browser, then About, and let it update.',
      hi: 'ब्राउज़र के मेनू में About खोलें और उसे अपडेट होने दें।',
    },
    {
      en: 'Close it and open it again, and run the self-check once more.',
      hi: 'उसे बंद करके फिर खोलें और स्वयं-जाँच दोबारा करें।',
    },
  ],
  proof: {
    en: 'A self-check not older than 30 days shows a version at most two behind.',
    hi: '30 दिन के अंदर की स्वयं-जाँच में संस्करण ज़्यादा से ज़्यादा दो पीछे हो।',
  },
  requires: ['selfChecks'],
  uses: ['people'],
  messages: {
    old: {
      en: '{label}: {browser} {version} is more than two versions behind {newest}.',
      hi: '{label}: {browser} {version} नए {newest} से दो से ज़्यादा संस्करण पीछे है।',
    },
  },
  *evaluate({ selfChecks, people }, { asOf }) {
    for (const { personId, label, browser, checkedAt } of devicesOf(people, selfChecks, asOf, MAX_AGE_DAYS).live) {
      const range = browser && rangeOf(browser.name, dayInIndia(checkedAt));
      if (!browser || !range || browser.majorVersion >= range.oldest) continue;
      const data = { label, browser: NAMES[browser.name], version: browser.majorVersion, newest: range.newest };
      yield { subject: personId, messageId: 'old', data };
    }
  },
  lacks({ selfChecks, people }, { asOf }) {
    const { live, gap } = devicesOf(people, selfChecks, asOf, MAX_AGE_DAYS);
    if (gap !== null) return { kind: 'selfChecks', reason: gap };
    const isUnknown = live.some(
      ({ browser, checkedAt }) => browser === null || rangeOf(browser.name, dayInIndia(checkedAt)) === null,
    );
    return isUnknown ? { kind: 'selfChecks', reason: 'too-little' } : null;
  },
  standsOn: () => 'self-check',
});

/** The newest version as of a day, and the oldest that is at most two releases behind. Null: our table is younger. */
function rangeOf(browser: BrowserName, day: Day): { readonly newest: number; readonly oldest: number } | null {
  const releases: readonly BrowserRelease[] = BROWSER_RELEASES[browser];
  const out = releases.filter(({ releasedOn }) => releasedOn <= day);
  const newest = out.at(-1);
  const oldest = out.at(-1 - MOST_BEHIND);
  return newest && oldest ? { newest: newest.majorVersion, oldest: oldest.majorVersion } : null;
}
