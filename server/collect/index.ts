import type { EvidenceKind } from '../../core/evidence/kinds.ts';
import { appAccess, type NeededScopes } from './access.ts';
import { catalogue } from './catalogue/catalogue.ts';
import type { Collector } from './collector.ts';
import { dataSample } from './data-sample/data-sample.ts';
import { dns } from './dns/dns.ts';
import { domains } from './domains.ts';
import { law } from './law.ts';
import { locations } from './locations.ts';
import { companyBuyers } from './orders/company-buyers.ts';
import { orders } from './orders/orders.ts';
import { attestations } from './own/attestations.ts';
import { fileScans } from './own/file-scans.ts';
import { people } from './own/people.ts';
import { records } from './own/records.ts';
import { scriptBook } from './own/script-book.ts';
import { selfChecks } from './own/self-checks.ts';
import { themeBaseline } from './own/theme-baseline.ts';
import { vendorBook } from './own/vendor-book.ts';
import { policies } from './policies.ts';
import { privacy } from './privacy.ts';
import { registrations } from './registrations.ts';
import { registry } from './registry.ts';
import { shopPosture } from './shop.ts';
import { storefront } from './storefront/storefront.ts';
import { taxProfile } from './tax-profile.ts';
import { mainTheme } from './theme/main-theme.ts';
import { vendorTraces } from './vendor-traces/vendor-traces.ts';

/** One collector for each kind of evidence; a kind without one does not compile. */
export type Collectors = { readonly [K in EvidenceKind]: Collector<K> };

/** Every collector. */
export function collectorsFor(scopes: NeededScopes): Collectors {
  return {
    shop: shopPosture,
    access: appAccess(scopes),
    domains,
    locations,
    policies,
    privacy,
    theme: mainTheme,
    registrations,
    registry,
    taxProfile,
    orders,
    companyBuyers,
    catalogue,
    law,
    storefront,
    dns,
    people,
    selfChecks,
    attestations,
    dataSample,
    fileScans,
    themeBaseline,
    records,
    vendorTraces,
    vendorBook,
    scriptBook,
  };
}

/** Kinds whose collector reads what it found last time. */
export const READS_PREVIOUS: ReadonlySet<EvidenceKind> = new Set(['theme']);
