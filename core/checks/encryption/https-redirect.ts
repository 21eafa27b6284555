import { lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { HostProbe, HttpHop } from '../../evidence/storefront.ts';
import { hopOf } from '../../headers/redirection.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a host that leaves people on http, or takes a step over http on the way. Sure of the way that was walked. A
 * host on which nothing answers over http needs no redirect.
 */
export const httpsRedirect = defineCheck({
  id: 'security/https-redirect',
  area: 'security',
  control: 'ENC-04',
  title: { en: 'Whoever comes over http is led to https', hi: 'http से आने वाला हर व्यक्ति https पर पहुँचता है' },
  severity: 'medium',
  rule: {
    name: { en: 'http leads to https at once', hi: 'http सीधे https पर ले जाता है' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.24; PCI DSS 4.0.1, 4.2.1; OWASP Top 10:2025, A02',
    status: 'verified',
  },
  why: {
    en: 'An address typed without https starts over http. What travels that way can be read and changed.',
    hi: 'बिना https लिखा पता http से शुरू होता है। उस रास्ते की हर चीज़ पढ़ी और बदली जा सकती है।',
  },
  cost: {
    en: 'A customer on open Wi-Fi could be led to a copy of your shop.',
    hi: 'खुले Wi-Fi पर ग्राहक को आपके स्टोर की नकल पर भेजा जा सकता है।',
  },
  remedy: [
    {
      en: 'Open Settings, then Domains. Set the main domain and let the others redirect to it.',
      hi: 'सेटिंग में Domains खोलें। मुख्य डोमेन चुनें और बाकी को उसी पर भेजें।',
    },
    {
      en: 'On your own server: send every http address to the same address over https first.',
      hi: 'अपने सर्वर पर: हर http पते को पहले उसी पते के https पर भेजें।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check starts over http and comes to https in the first step.',
    hi: 'अगली जाँच http से शुरू होकर पहले ही कदम में https पर पहुँचेगी।',
  },
  requires: ['storefront'],
  messages: {
    stays: { en: 'Whoever opens http://{host} stays on http.', hi: 'http://{host} खोलने वाला http पर ही रहता है।' },
    detour: {
      en: 'http://{host} leads to {via} over http before it comes to https.',
      hi: 'http://{host} https पर पहुँचने से पहले http से {via} पर जाता है।',
    },
    otherHost: {
      en: 'http://{host} leads to another host, {via}, before its own https.',
      hi: 'http://{host} अपने https से पहले दूसरे होस्ट {via} पर जाता है।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    for (const { host, httpChain, isPlatformHosted } of storefront.hosts) {
      const [first, second, ...rest] = httpChain.map(hopOf);
      const last = rest.at(-1) ?? second ?? first;
      if (!first || !last || !isWalked(httpChain)) continue;
      const subject = host;
      if (!last.isHttps) yield { subject, messageId: 'stays', data: { host } };
      else if (!second?.isHttps) {
        yield { subject, messageId: 'detour', data: { host, via: second?.host ?? host }, severity: 'low' };
      } else if (second.host !== first.host) {
        const data = { host, via: second.host };
        yield { subject, messageId: 'otherHost', data, severity: 'low', isRemark: isPlatformHosted };
      }
    }
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, isWayKnown),
});

/** Either it was walked to its end, or the host answers over https and nothing does over http. */
function isWayKnown({ httpChain, outcome }: HostProbe): boolean {
  return httpChain.length > 0 ? isWalked(httpChain) : outcome === 'answered' || outcome === 'locked';
}

/** A last answer that leads on was not followed, so nobody saw where the way ends. */
function isWalked(chain: readonly HttpHop[]): boolean {
  const status = chain.at(-1)?.status ?? 0;
  return status < 300 || status >= 400;
}
