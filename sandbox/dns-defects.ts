import type { ShopDefect } from './defect.ts';
import { dnsOf, type DnsState } from './dns/dns-state.ts';
import type { ShopState } from './shops/shop-state.ts';

/** A field of the shop's zone or registration that is not as it should be. Nobody fires a webhook for it. */
function dnsDefect<K extends keyof DnsState>(defect: {
  id: string;
  title: string;
  checkId: string;
  field: K;
  planted: (shop: ShopState) => DnsState[K];
}): ShopDefect {
  const { id, title, checkId, field, planted } = defect;
  /** As on the first day: made of a shop that has no zone yet. */
  const clean = ({ dns: _planted, ...bare }: ShopState): DnsState[K] => dnsOf(bare)[field];
  return {
    ...{ where: 'shop', id, title, checkId, webhookTopic: null },
    isPresent: (shop) => JSON.stringify(dnsOf(shop)[field]) === JSON.stringify(planted(shop)),
    plant: (shop) => void (dnsOf(shop)[field] = planted(shop)),
    mend(shop) {
      if (JSON.stringify(dnsOf(shop)[field]) === JSON.stringify(planted(shop))) dnsOf(shop)[field] = clean(shop);
    },
  };
}

/** What is wrong with the shop's domain. */
export const DNS_DEFECTS: readonly ShopDefect[] = [
  dnsDefect({
    id: 'spf-for-everybody',
    title: 'The SPF record lets every server send mail in the shop’s name',
    checkId: 'security/spf',
    field: 'spf',
    planted: () => 'v=spf1 include:_spf.google.com +all',
  }),
  dnsDefect({
    id: 'dmarc-missing',
    title: 'The domain has no DMARC record',
    checkId: 'security/dmarc',
    field: 'dmarc',
    planted: () => null,
  }),
  dnsDefect({
    id: 'dkim-missing',
    title: 'Mail goes out through Google without a DKIM key',
    checkId: 'security/dkim',
    field: 'hasDkim',
    planted: () => false,
  }),
  dnsDefect({
    id: 'no-mail-transport-policy',
    title: 'Nothing tells other mail servers to insist on encryption',
    checkId: 'security/mail-transport',
    field: 'hasMailTransport',
    planted: () => false,
  }),
  dnsDefect({
    id: 'domain-runs-out',
    title: 'The domain runs out in 12 days, and a stranger may ask for its transfer',
    checkId: 'security/domain-registration',
    field: 'registration',
    planted: () => ({ isTransferLocked: false, daysLeft: 12 }),
  }),
  dnsDefect({
    id: 'caa-missing',
    title: 'Every authority may issue a certificate for the domain',
    checkId: 'security/caa',
    field: 'caa',
    planted: () => [],
  }),
  dnsDefect({
    id: 'dangling-alias',
    title: 'The blog’s name still leads to a service that was given up',
    checkId: 'security/dangling-dns',
    field: 'aliases',
    planted: ({ handle }) => ({ blog: `${handle}.purana-blog-host.example` }),
  }),
];
