import { attestationStore } from '../attestations/attestation-store.ts';
import { auditLog } from '../audit/audit-log.ts';
import { beaconStore } from '../beacon/beacon-store.ts';
import { evidenceFileStore } from '../files/evidence-files.ts';
import { hostStore } from '../hosts/host-store.ts';
import { selfCheckStore } from '../links/self-check-store.ts';
import { staffLinkStore } from '../links/staff-links.ts';
import { erasureReceiptModel } from '../models/erasure-receipt.ts';
import { privacyRequestModel } from '../models/privacy-request.ts';
import { noticeSettingsStore } from '../notices/notice-settings.ts';
import { readerStore } from '../notices/readers.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { failedJobStore } from '../rhythm/failed-jobs.ts';
import { alertStore } from '../shop/alerts.ts';
import { dataAtRestStore } from '../shop/data-at-rest.ts';
import { memberStore } from '../shop/members.ts';
import { pageSummaryStore } from '../shop/page-summaries.ts';
import { registrationStore } from '../shop/registrations.ts';
import { scanStore } from '../shop/scans.ts';
import { shopStore } from '../shop/shops.ts';
import { snapshotStore } from '../shop/snapshots.ts';
import { standingStore } from '../shop/standings.ts';
import { taxProfileStore } from '../shop/tax-profiles.ts';
import { themeBaselineStore } from '../shop/theme-baselines.ts';
import { createQuestionnaires } from '../vendor-links/questionnaires.ts';
import { lookUpStore } from '../verify/look-up-store.ts';
import { registryStore } from '../verify/registry-store.ts';
import type { ProductOptions } from './product-options.ts';

export type ProductStores = ReturnType<typeof productStores>;

/** Where everything is kept. Stores know each other at most; none knows what is done with what it keeps. */
export function productStores({ connection, cipher, ring, clock }: ProductOptions) {
  erasureReceiptModel(connection);
  privacyRequestModel(connection);
  const shops = shopStore({ connection, clock });
  const registrations = registrationStore({ connection, cipher, clock });
  const evidenceFiles = evidenceFileStore({ connection, cipher, clock });
  return {
    audit: auditLog({ connection, ring, clock }),
    shops,
    members: memberStore({ connection, clock }),
    registrations,
    alerts: alertStore({ connection, cipher, clock }),
    scans: scanStore({ connection, cipher, shops, clock }),
    snapshots: snapshotStore({ connection, cipher }),
    standings: standingStore({ connection }),
    summaries: pageSummaryStore({ connection, cipher }),
    registry: registryStore({ connection, cipher, registrations, clock }),
    taxProfiles: taxProfileStore({ connection, cipher, registrations, clock }),
    lookUpStore: lookUpStore({ connection, cipher, clock }),
    themeBaselines: themeBaselineStore({ connection, clock }),
    dataAtRest: dataAtRestStore({ connection, clock }),
    hosts: hostStore({ connection, cipher, clock }),
    beaconStore: beaconStore({ connection, clock }),
    links: staffLinkStore({ connection, clock }),
    selfChecks: selfCheckStore({ connection, clock }),
    evidenceFiles,
    attestations: attestationStore({ connection, files: evidenceFiles, clock }),
    questionnaires: createQuestionnaires({ connection, cipher, clock }),
    readers: readerStore({ connection, cipher, ring, clock }),
    noticeSettings: noticeSettingsStore({ connection }),
    outbox: createOutbox({ connection, cipher, clock }),
    failedJobs: failedJobStore({ connection, clock }),
    isInstalled: async (shop: string) => ((await shops.find(shop))?.status ?? 'uninstalled') !== 'uninstalled',
  };
}
