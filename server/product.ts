import type Router from 'koa-router';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import { alertService } from './api/alerts/alerts.service.ts';
import { auditService } from './api/audit/audit.service.ts';
import { evidencePackService } from './api/evidence-pack/evidence-pack.service.ts';
import { beaconService } from './api/beacon/beacon.service.ts';
import { dataAtRestService } from './api/data-at-rest/data-at-rest.service.ts';
import { gstProfileService } from './api/gst-profile/gst-profile.service.ts';
import { apiRouter } from './api/index.ts';
import { questionnaireService } from './api/questionnaires/questionnaires.service.ts';
import { attestationService } from './api/attestations/attestations.service.ts';
import { invitationService } from './api/invitations/invitations.service.ts';
import { identityService } from './api/people/identity.service.ts';
import { peopleService } from './api/people/people.service.ts';
import { lookUpService } from './api/look-ups/look-ups.service.ts';
import { memberService } from './api/members/members.service.ts';
import { noticeService } from './api/notices/notices.service.ts';
import { outgoingService } from './api/outgoing/outgoing.service.ts';
import { reportService } from './api/reports/reports.service.ts';
import { registrationService } from './api/registrations/registrations.service.ts';
import { rhythmService } from './api/rhythm/rhythm.service.ts';
import { scanService } from './api/scans/scans.service.ts';
import { scriptExportService } from './api/script-exports/script-exports.service.ts';
import { scriptService } from './api/scripts/scripts.service.ts';
import { settingsService } from './api/settings/settings.service.ts';
import { vendorService } from './api/vendors/vendors.service.ts';
import { themeBaselineService } from './api/theme-baseline/theme-baseline.service.ts';
import { attestationStore } from './attestations/attestation-store.ts';
import { auditLog } from './audit/audit-log.ts';
import { beaconIntake, type BeaconIntake } from './beacon/beacon-intake.ts';
import { toldAlerts, toldLifecycle, toldOutbox, toldReaders, toldVendors } from './audit/told-deeds.ts';
import { beaconPublisher } from './beacon/beacon-publisher.ts';
import { beaconStore } from './beacon/beacon-store.ts';
import { beaconTokens } from './beacon/beacon-token.ts';
import { hostsService } from './api/hosts/hosts.service.ts';
import type { Clock } from './clock.ts';
import type { World } from './collect/collector.ts';
import { collectorsFor } from './collect/index.ts';
import { evidenceFileStore } from './files/evidence-files.ts';
import { hostStore } from './hosts/host-store.ts';
import { drawReportPdf } from './exports/report-paper.ts';
import type { GuardedFetch } from './http/guarded-fetch.ts';
import type { AppState } from './http/state.ts';
import { pipelineMetrics } from './jobs/pipeline-metrics.ts';
import type { Pipeline } from './jobs/pipeline.ts';
import { scanQueue } from './jobs/scan-queue.ts';
import { scanStarter } from './jobs/scan-starter.ts';
import { SWEEP_EVERY_MS, sweep, type SweepResult } from './jobs/sweep.ts';
import { OUR_LAW, type LawSource } from './law/law-folder.ts';
import { selfCheckDesk, type SelfCheckDesk } from './links/self-check-desk.ts';
import { selfCheckStore } from './links/self-check-store.ts';
import { staffLinkStore } from './links/staff-links.ts';
import type { Log } from './log.ts';
import type { MailDesk } from './mail/mail-desk.ts';
import { mailSide, type MailOutlet } from './mail/mail-side.ts';
import { erasureReceiptModel } from './models/erasure-receipt.ts';
import { privacyRequestModel } from './models/privacy-request.ts';
import { mailCaps } from './notices/mail-caps.ts';
import { noticeSettingsStore } from './notices/notice-settings.ts';
import { accessReaders, readerListeners } from './notices/reader-listeners.ts';
import { readerStore } from './notices/readers.ts';
import { roomForMail } from './notices/room-for-mail.ts';
import { reportFiles } from './pack/report-files.ts';
import { inAppNotifier } from './notify/in-app.ts';
import { noticeSide } from './outbox/notice-side.ts';
import { createOutbox } from './outbox/outbox.ts';
import { outgoingSide } from './outgoing/outgoing-side.ts';
import { peopleSide } from './people/people-side.ts';
import { scriptSide } from './scripts/script-side.ts';
import { combinedReaders } from './report/combined-readers.ts';
import { alertStore } from './shop/alerts.ts';
import { dataAtRestStore } from './shop/data-at-rest.ts';
import { reportSide } from './report/report-side.ts';
import { pageSummaryStore } from './shop/page-summaries.ts';
import { shopLifecycle } from './shop/lifecycle.ts';
import { memberStore } from './shop/members.ts';
import { createBudgets } from './rhythm/budgets.ts';
import { failedJobStore } from './rhythm/failed-jobs.ts';
import { frozenShops } from './rhythm/frozen-shops.ts';
import { operatorDesk, type OperatorDesk } from './rhythm/operator-desk.ts';
import { registrationStore } from './shop/registrations.ts';
import { scanStore } from './shop/scans.ts';
import { shopStore } from './shop/shops.ts';
import { snapshotStore } from './shop/snapshots.ts';
import { standingStore } from './shop/standings.ts';
import { taxProfileStore } from './shop/tax-profiles.ts';
import { themeBaselineStore } from './shop/theme-baselines.ts';
import { thinSnapshots } from './shop/thin-snapshots.ts';
import type { AdminApi } from './shopify/admin-api.ts';
import { adminLinks } from './shopify/admin-link.ts';
import type { MemberDirectory, ShopLifecycle } from './shopify/lifecycle.ts';
import type { RestUsers } from './shopify/rest-users.ts';
import type { FieldCipher } from './store/field-cipher.ts';
import type { KeyRing } from './store/key-ring.ts';
import { askedVendors } from './vendor-links/asked-vendors.ts';
import { questionnaireDesk, type QuestionnaireDesk } from './vendor-links/questionnaire-desk.ts';
import { createQuestionnaires } from './vendor-links/questionnaires.ts';
import { shopAddresses } from './vendor-links/shop-address.ts';
import { foundCache } from './vendors/found-cache.ts';
import { liveRegister } from './vendors/live-register.ts';
import { vendorFiles } from './vendors/vendor-files.ts';
import { vendorSide } from './vendors/vendor-side.ts';
import { lookUpStore as createLookUpStore } from './verify/look-up-store.ts';
import { lookUps as createLookUps } from './verify/look-ups.ts';
import { pace } from './verify/pace.ts';
import { registryStore } from './verify/registry-store.ts';
import { STALLED_MS, startWorker, type RunningWorker } from './worker.ts';

export interface ProductOptions {
  /** Our own origin: links that people get begin with it. */
  readonly appUrl: string;
  /** Our number at Shopify, which stands in links to the theme editor. */
  readonly clientId: string;
  readonly connection: Connection;
  readonly redisUrl: string;
  readonly cipher: FieldCipher;
  /** Signs what stands in public on shops' pages. */
  readonly ring: Pick<KeyRing, 'activeId' | 'derive'>;
  readonly adminFor: (shop: string) => AdminApi;
  readonly forgetAccess: (shop: string) => Promise<void>;
  /** The way out for mail; without it mail waits. */
  readonly mail?: MailOutlet;
  /** The admin's origin, where it is not Shopify's own. */
  readonly adminOrigin?: string;
  /** The way out to look-up services. */
  readonly guardedFetch: GuardedFetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly metricsRegistry: Registry;
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  /** The operator's changes of the law; without it the tables are ours. */
  readonly law?: LawSource;
  /** Who the store's users are, by REST: for a custom app on Plus. */
  readonly restUsers?: RestUsers;
  /** The ways out that collectors use, beside the guarded fetch. */
  readonly world: Omit<World, 'guardedFetch'>;
  /** How long the jobs of a dead worker wait for another. */
  readonly stalledMs?: number;
  readonly sweepEveryMs?: number;
}

/** What Prahari does, apart from how it is reached. */
export interface Product {
  readonly lifecycle: ShopLifecycle;
  readonly members: MemberDirectory;
  readonly apiRouter: Router<AppState>;
  /** For people who hold a link and no log-in. */
  readonly selfCheckDesk: SelfCheckDesk;
  /** For vendors who hold a link. */
  readonly questionnaireDesk: QuestionnaireDesk;
  /** For readers of mail who hold a link. */
  readonly mailDesk: MailDesk;
  /** For visitors' browsers, on pages of shops that switched it on. */
  readonly beaconIntake: BeaconIntake;
  /** Runs jobs and sweeps in this process. Once. */
  startWorker(): Promise<void>;
  /** One sweep now, beside those that a worker makes by itself. */
  sweep(): Promise<SweepResult>;
  /** For the operator's own page. */
  readonly operatorDesk: OperatorDesk;
  /** Whether Redis answers; the store's state its owner knows. */
  ready(): Promise<boolean>;
  /** Jobs end first, then the connections to Redis. The store's connection is its owner's. */
  close(): Promise<void>;
}

/** Wires the product. All its models are made here, so `ensureIndexes` may follow. */
export async function createProduct(options: ProductOptions): Promise<Product> {
  const { connection, redisUrl, cipher, adminFor, clock, log, requiredScopes, optionalScopes } = options;
  erasureReceiptModel(connection);
  privacyRequestModel(connection);
  const audit = auditLog({ connection, ring: options.ring, clock });
  const shops = shopStore({ connection, clock });
  const members = memberStore({ connection, clock });
  const registrations = registrationStore({ connection, cipher, clock });
  const alerts = alertStore({ connection, cipher, clock });
  const scans = scanStore({ connection, cipher, shops, clock });
  const snapshots = snapshotStore({ connection, cipher });
  const standings = standingStore({ connection });
  const summaries = pageSummaryStore({ connection, cipher });
  const registry = registryStore({ connection, cipher, registrations, clock });
  const taxProfiles = taxProfileStore({ connection, cipher, registrations, clock });
  const lookUpStore = createLookUpStore({ connection, cipher, clock });
  const budgets = createBudgets({ redisUrl, clock, log });
  const lookUps = createLookUps({
    ...{ store: lookUpStore, registry, clock, log },
    ...{
      guardedFetch: options.guardedFetch,
      pace: pace({ clock }),
      sharedWaitMs: (...of) => budgets.callWaitMs(...of),
    },
  });

  const themeBaselines = themeBaselineStore({ connection, clock });
  const dataAtRest = dataAtRestStore({ connection, clock });
  const hosts = hostStore({ connection, cipher, clock });

  const beacon = beaconStore({ connection, clock });
  const tokensOfBeacon = beaconTokens(options.ring);
  const intake = beaconIntake({
    ...{ store: beacon, tokens: tokensOfBeacon, clock },
    ownHosts: async (shop) => (await hosts.hosts(shop)).map(({ host }) => host),
  });

  const people = peopleSide({
    ...{ connection, cipher, clock, log, guardedFetch: options.guardedFetch },
    ...(options.restUsers && { restUsers: options.restUsers }),
  });

  const links = staffLinkStore({ connection, clock });
  const selfChecks = selfCheckStore({ connection, clock });
  const evidenceFiles = evidenceFileStore({ connection, cipher, clock });
  const attestations = attestationStore({ connection, files: evidenceFiles, clock });

  const questionnaires = createQuestionnaires({ connection, cipher, clock });
  const vendors = vendorSide({ connection, cipher, files: evidenceFiles, questionnaires, clock });
  const newestFound = foundCache({ connection, summaries, clock });
  const register = liveRegister({ side: vendors, newestFound, clock });
  const scripts = scriptSide({ connection, cipher, beacon, clock, log });
  const shopAddress = shopAddresses({ summaries });
  const isInstalled = async (shop: string) => ((await shops.find(shop))?.status ?? 'uninstalled') !== 'uninstalled';

  const adminLink = adminLinks({ origin: options.adminOrigin });
  const readers = readerStore({ connection, cipher, ring: options.ring, clock });
  const mail = mailSide({
    ...{ readers: toldReaders(readers, audit), alerts: toldAlerts(alerts, audit) },
    ...{ connection, ring: options.ring, isInstalled, appUrl: options.appUrl, adminLink, clock },
    combined: combinedReaders({ connection, ring: options.ring }),
    ...{ outlet: options.mail ?? null, weeklyLetter: (...of) => reports.letters.mail(...of) },
  });

  people.onRemoval(async (shop, personId) => {
    await links.withdraw(shop, personId);
    await selfChecks.forget(shop, personId);
    await alerts.handOn(shop, personId, null);
  });

  const noticeSettings = noticeSettingsStore({ connection });
  const outbox = createOutbox({ connection, cipher, clock });
  const outgoing = outgoingSide({
    ...{ connection, cipher, clock, adminFor, guardedFetch: options.guardedFetch, settings: noticeSettings },
    ...{ adminLink, weekly: (...of) => reports.letters.single(...of) },
  });

  const notices = noticeSide({
    ...{ connection, redisUrl, isInstalled, clock, log },
    outbox: toldOutbox(outbox, audit),
    channels: [...(mail.channel ? [mail.channel] : []), ...outgoing.channels],
    listeners: [readerListeners(readers), ...outgoing.listeners],
    quietHoursOf: (shop) => noticeSettings.quietHours(shop),
    accessReaders: (shop) => accessReaders(readers, shop),
    roomFor: roomForMail({ caps: mailCaps({ connection, ring: options.ring, clock }), readers, shops }),
  });

  const reports = reportSide({
    ...{
      connection,
      cipher,
      ring: options.ring,
      clock,
      log,
      snapshots,
      shops,
      readers,
      isInstalled,
      adminLink,
      outbox,
    },
    mayHear: (delivery) => readerListeners(readers).mayHear(delivery),
    webhooks: async (shop) =>
      (await outgoing.webhooks.listeners(shop)).filter(({ getsWeekly }) => getsWeekly).map(({ id }) => id),
    quietHoursOf: (shop) => noticeSettings.quietHours(shop),
    hurry: (lane) => notices.hurry(lane),
    async onMade(shop, monday) {
      await audit.append(shop, { actor: { kind: 'job', id: null }, action: 'report.made', subjects: [monday] });
    },
  });

  const queue = scanQueue({ redisUrl, log });
  const starter = scanStarter({
    ...{ scans, queue },
    forgetElsewhere: [(shop) => notices.forget(shop), (shop) => budgets.scansOfShop.forget(shop)],
  });
  const failedJobs = failedJobStore({ connection, clock });
  const frozen = frozenShops({ shops, scans, starter, log });
  /** With the shop's tokens go its keys of other services. */
  async function forgetAccess(shop: string): Promise<void> {
    await lookUpStore.disconnect(shop);
    await people.connections.disconnectAll(shop);
    await hosts.forgetSignatures(shop);
    await beacon.forget(shop);
    await outgoing.webhooks.forget(shop);
    await options.forgetAccess(shop);
  }
  const lifecycle = shopLifecycle({
    ...{ connection, cipher, forgetAccess, shops, scans, snapshots, starter, clock, log },
    visitNeeded: (...of) => notices.visitNeeded(...of),
  });
  const needed = { requiredScopes, optionalScopes };
  const pipeline: Pipeline = {
    connection,
    shops,
    scans,
    snapshots,
    summaries,
    registrations,
    registry,
    taxProfiles,
    themeBaselines,
    dataAtRest,
    hosts,
    links,
    selfChecks,
    attestations,
    vendors,
    scripts,
    lookUpStore,
    lookUps,
    people,
    law: options.law ?? OUR_LAW,
    audit,
    world: { guardedFetch: options.guardedFetch, ...options.world },
    collectors: collectorsFor(needed),
    adminFor,
    lifecycle,
    frozen,
    failedJobs,
    budgets,
    thinSnapshots: thinSnapshots({ connection, audit, clock }),
    notifier: inAppNotifier({ scans }),
    reports,
    notices,
    queue,
    metrics: pipelineMetrics(options.metricsRegistry),
    clock,
    log,
  };
  const scriptAnswers = scriptService({ scripts, summaries, register, lifecycle, starter, clock });
  const scanAnswers = scanService({ scans, starter, clock });
  let worker: RunningWorker | undefined;
  let noticeWorker: RunningWorker | undefined;

  return {
    lifecycle: toldLifecycle(lifecycle, { audit, isKnown: async (shop) => (await shops.find(shop)) !== null }),
    members,
    apiRouter: apiRouter({
      shops,
      members,
      registrations,
      alerts,
      scans,
      standings,
      snapshots,
      summaries,
      registry,
      taxProfiles,
      audit,
      log,
      clock,
      auditService: auditService({ audit, marksOf: (shop) => reports.auditMarks(shop), clock }),
      evidencePackService: evidencePackService({
        ...{ snapshots, alerts, scripts: scriptAnswers, audit, clock },
        report: reportFiles({ maker: reports.maker, shops, drawPdf: drawReportPdf, clock }),
      }),
      alertService: alertService({ alerts, people: people.people, members, clock }),
      frozen,
      reportService: reportService({ reports, drawPdf: drawReportPdf, clock }),
      scanService: scanAnswers,
      rhythmService: rhythmService({
        ...{ shops, scans, scanService: scanAnswers, failedJobs, frozen, queue },
        registrationTimes: async (shop) => ({
          lastAt: await registry.lastAskedAt(shop),
          nextAt: await lookUpStore.nextAt(shop),
        }),
        peopleTimes: (shop) => people.connections.times(shop),
        reportTimes: (shop) => reports.times(shop),
      }),
      registrationService: registrationService({ registrations, lifecycle, starter, lookUpStore, queue }),
      lookUpService: lookUpService({ lookUpStore, queue, clock }),
      gstProfileService: gstProfileService({ taxProfiles, lifecycle, starter, clock }),
      settingsService: settingsService({ shops, members, needed }),
      memberService: memberService({ members }),
      noticeService: noticeService({
        ...{ readers, settings: noticeSettings, webhooks: outgoing.webhooks, outbox, clock },
        ...{ hurry: (lane) => notices.hurry(lane), isMailOn: mail.channel !== null },
      }),
      outgoingService: outgoingService({
        ...{ ...outgoing, settings: noticeSettings, outbox, appUrl: options.appUrl, clock },
      }),
      peopleService: peopleService({ people, links, selfChecks, alerts, lifecycle, clock }),
      identityService: identityService({ people, queue, lifecycle, clock }),
      themeBaselineService: themeBaselineService({ themeBaselines, summaries, lifecycle, starter, clock }),
      hostsService: hostsService({ hosts, summaries, lifecycle, starter, clock }),
      attestationService: attestationService({ attestations, evidenceFiles, lifecycle, starter, clock }),
      vendorService: vendorService({
        ...{ side: vendors, register, questions: questionnaires, lifecycle, starter, clock },
        files: vendorFiles({ files: evidenceFiles, clock }),
      }),
      scriptService: scriptAnswers,
      scriptExportService: scriptExportService({ scripts: scriptAnswers, clock }),
      questionnaireService: questionnaireService({
        ...{ questionnaires, register, side: vendors, shopAddress, appUrl: options.appUrl, lifecycle, starter, clock },
      }),
      invitationService: invitationService({ links, people: people.people, appUrl: options.appUrl }),
      beaconService: beaconService({
        ...{ store: beacon, intake, tokens: tokensOfBeacon, publisher: beaconPublisher({ adminFor }) },
        ...{ appUrl: options.appUrl, clientId: options.clientId, lifecycle, starter, clock },
      }),
      dataAtRestService: dataAtRestService({ dataAtRest, shops, summaries, lifecycle, starter, clock }),
    }),
    mailDesk: mail.desk,
    beaconIntake: intake,
    selfCheckDesk: selfCheckDesk({
      ...{ links, results: selfChecks, people: people.people },
      isInstalled,
      async changed(shop) {
        await audit.append(shop, { actor: { kind: 'link', id: null }, action: 'link.self-check' });
        await lifecycle.changed(shop, 'self-checks');
      },
    }),
    questionnaireDesk: questionnaireDesk({
      ...{ questionnaires, isInstalled, shopAddress },
      vendors: toldVendors(askedVendors({ side: vendors, lifecycle, starter, clock }), audit),
    }),
    async startWorker() {
      const { stalledMs = STALLED_MS, sweepEveryMs = SWEEP_EVERY_MS } = options;
      noticeWorker ??= notices.startWorker({ stalledMs });
      worker ??= await startWorker(pipeline, { redisUrl, stalledMs, sweepEveryMs });
    },
    operatorDesk: operatorDesk({ connection, failedJobs, starter, queue, shops, scans }),
    sweep: () => sweep(pipeline),
    ready: () => queue.ready(),
    async close() {
      await worker?.close();
      await noticeWorker?.close();
      await queue.close();
      await notices.close();
      budgets.close();
    },
  };
}
