import type { Connection } from 'mongoose';
import type { AttestationStore } from '../attestations/attestation-store.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../clock.ts';
import type { World } from '../collect/collector.ts';
import type { Collectors } from '../collect/index.ts';
import type { FlowSide } from '../flow/flow-side.ts';
import type { HostStore } from '../hosts/host-store.ts';
import type { LawSource } from '../law/law-folder.ts';
import type { SelfCheckStore } from '../links/self-check-store.ts';
import type { StaffLinkStore } from '../links/staff-links.ts';
import type { Log } from '../log.ts';
import type { InAppNotifier } from '../notify/in-app.ts';
import type { NoticeSide } from '../outbox/notice-side.ts';
import type { PeopleSide } from '../people/people-side.ts';
import type { ReportSide } from '../report/report-side.ts';
import type { PageSummaryStore } from '../shop/page-summaries.ts';
import type { ScriptSide } from '../scripts/script-side.ts';
import type { RegistrationStore } from '../shop/registrations.ts';
import type { ScanStore } from '../shop/scans.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { SnapshotStore } from '../shop/snapshots.ts';
import type { ThinSnapshots } from '../shop/thin-snapshots.ts';
import type { DataAtRestStore } from '../shop/data-at-rest.ts';
import type { ThemeBaselineStore } from '../shop/theme-baselines.ts';
import type { TaxProfileStore } from '../shop/tax-profiles.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import type { Budgets } from '../rhythm/budgets.ts';
import type { FailedJobStore } from '../rhythm/failed-jobs.ts';
import type { FrozenShops } from '../rhythm/frozen-shops.ts';
import type { ShopLifecycle } from '../shopify/lifecycle.ts';
import type { SellerDisclosures } from '../disclosure/seller-disclosure.ts';
import type { LookUpStore } from '../verify/look-up-store.ts';
import type { LookUps } from '../verify/look-ups.ts';
import type { RegistryStore } from '../verify/registry-store.ts';
import type { VendorSide } from '../vendors/vendor-side.ts';
import type { PipelineMetrics } from './pipeline-metrics.ts';
import type { ScanQueue } from './scan-queue.ts';

/** What jobs work with; worker.ts wires it. */
export interface Pipeline {
  readonly connection: Connection;
  readonly shops: ShopStore;
  readonly scans: ScanStore;
  readonly snapshots: SnapshotStore;
  readonly summaries: PageSummaryStore;
  readonly registrations: RegistrationStore;
  readonly registry: RegistryStore;
  readonly taxProfiles: TaxProfileStore;
  readonly themeBaselines: ThemeBaselineStore;
  readonly hosts: HostStore;
  readonly dataAtRest: DataAtRestStore;
  readonly links: StaffLinkStore;
  readonly selfChecks: SelfCheckStore;
  readonly attestations: AttestationStore;
  readonly vendors: Pick<VendorSide, 'book'>;
  readonly scripts: Pick<ScriptSide, 'book' | 'keepText'>;
  readonly lookUpStore: LookUpStore;
  readonly lookUps: LookUps;
  readonly disclosure: Pick<SellerDisclosures, 'renew'>;
  readonly people: PeopleSide;
  readonly law: LawSource;
  readonly audit: Pick<AuditLog, 'append' | 'prune'>;
  /** The ways out, for collectors. */
  readonly world: World;
  readonly collectors: Collectors;
  readonly adminFor: (shop: string) => AdminApi;
  readonly lifecycle: Pick<ShopLifecycle, 'accessLost' | 'changed'>;
  readonly frozen: FrozenShops;
  readonly failedJobs: FailedJobStore;
  readonly budgets: Budgets;
  readonly thinSnapshots: ThinSnapshots;
  readonly notifier: InAppNotifier;
  readonly reports: Pick<ReportSide, 'due' | 'run' | 'later'>;
  readonly notices: Pick<NoticeSide, 'scanned' | 'sweep'>;
  readonly flow: Pick<FlowSide, 'work' | 'teller'>;
  readonly queue: Pick<
    ScanQueue,
    'add' | 'holds' | 'verify' | 'readPeople' | 'lookAtTheme' | 'probeFrozen' | 'report' | 'flowActions'
  >;
  readonly metrics: PipelineMetrics;
  readonly clock: Clock;
  readonly log: Log;
}
