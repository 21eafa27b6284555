import type Router from 'koa-router';
import { alertService } from '../api/alerts/alerts.service.ts';
import { attestationService } from '../api/attestations/attestations.service.ts';
import { auditService } from '../api/audit/audit.service.ts';
import { beaconService } from '../api/beacon/beacon.service.ts';
import { dataAtRestService } from '../api/data-at-rest/data-at-rest.service.ts';
import { evidencePackService } from '../api/evidence-pack/evidence-pack.service.ts';
import { gstProfileService } from '../api/gst-profile/gst-profile.service.ts';
import { hostsService } from '../api/hosts/hosts.service.ts';
import { apiRouter } from '../api/index.ts';
import { invitationService } from '../api/invitations/invitations.service.ts';
import { lookUpService } from '../api/look-ups/look-ups.service.ts';
import { memberService } from '../api/members/members.service.ts';
import { noticeService } from '../api/notices/notices.service.ts';
import { orderService } from '../api/orders/orders.service.ts';
import { outgoingService } from '../api/outgoing/outgoing.service.ts';
import { identityService } from '../api/people/identity.service.ts';
import { peopleService } from '../api/people/people.service.ts';
import { productService } from '../api/products/products.service.ts';
import { questionnaireService } from '../api/questionnaires/questionnaires.service.ts';
import { registrationService } from '../api/registrations/registrations.service.ts';
import { reportService } from '../api/reports/reports.service.ts';
import { rhythmService } from '../api/rhythm/rhythm.service.ts';
import { scriptExportService } from '../api/script-exports/script-exports.service.ts';
import { scriptService } from '../api/scripts/scripts.service.ts';
import { sellerDisclosureService } from '../api/seller-disclosure/seller-disclosure.service.ts';
import { settingsService } from '../api/settings/settings.service.ts';
import { themeBaselineService } from '../api/theme-baseline/theme-baseline.service.ts';
import { vendorService } from '../api/vendors/vendors.service.ts';
import { beaconPublisher } from '../beacon/beacon-publisher.ts';
import { drawReportPdf } from '../exports/report-paper.ts';
import type { AppState } from '../http/state.ts';
import { reportFiles } from '../pack/report-files.ts';
import { productGstReader } from '../product-gst/product-gst-reader.ts';
import { vendorFiles } from '../vendors/vendor-files.ts';
import type { EvidenceSides } from './evidence-sides.ts';
import type { ProductOptions } from './product-options.ts';
import type { RunningSides } from './running-sides.ts';
import type { ProductStores } from './stores.ts';
import type { TellingSides } from './telling-sides.ts';

interface ApiWiring {
  readonly options: ProductOptions;
  readonly stores: ProductStores;
  readonly evidence: EvidenceSides;
  readonly telling: TellingSides;
  readonly running: RunningSides;
}

/** Each resource of the API with what it answers from. */
export function productApi({ options, stores, evidence, telling, running }: ApiWiring): Router<AppState> {
  const { appUrl, clientId, adminFor, clock, log } = options;
  const { shops, members, alerts, scans, snapshots, summaries, registrations, registry, taxProfiles } = stores;
  const { audit, lookUpStore, themeBaselines, dataAtRest, hosts, links, selfChecks, attestations } = stores;
  const { evidenceFiles, questionnaires, readers, noticeSettings, outbox, failedJobs } = stores;
  const { law, people, vendors, register, disclosure, orderGst, shopAddress } = evidence;
  const { mail, outgoing, notices, reports } = telling;
  const { queue, starter, frozen, lifecycle, scanAnswers } = running;

  /** What most services need beside their own: a change makes the shop's checks run again. */
  const changing = { lifecycle, starter, clock };
  const scripts = scriptService({ scripts: evidence.scripts, summaries, register, ...changing });

  return apiRouter({
    ...stores,
    log,
    clock,
    frozen,
    auditService: auditService({ audit, marksOf: (shop) => reports.auditMarks(shop), clock }),
    evidencePackService: evidencePackService({
      snapshots,
      alerts,
      scripts,
      audit,
      clock,
      report: reportFiles({ maker: reports.maker, shops, drawPdf: drawReportPdf, clock }),
    }),
    alertService: alertService({ alerts, people: people.people, members, clock }),
    reportService: reportService({ reports, drawPdf: drawReportPdf, clock }),
    scanService: scanAnswers,
    rhythmService: rhythmService({
      shops,
      scans,
      scanService: scanAnswers,
      failedJobs,
      frozen,
      queue,
      registrationTimes: async (shop) => ({
        lastAt: await registry.lastAskedAt(shop),
        nextAt: await lookUpStore.nextAt(shop),
      }),
      peopleTimes: (shop) => people.connections.times(shop),
      reportTimes: (shop) => reports.times(shop),
    }),
    registrationService: registrationService({ registrations, lifecycle, starter, lookUpStore, queue }),
    lookUpService: lookUpService({ lookUpStore, queue, clock }),
    gstProfileService: gstProfileService({ taxProfiles, ...changing }),
    settingsService: settingsService({ shops, members, needed: options }),
    memberService: memberService({ members }),
    noticeService: noticeService({
      readers,
      settings: noticeSettings,
      webhooks: outgoing.webhooks,
      outbox,
      clock,
      hurry: (lane) => notices.hurry(lane),
      isMailOn: mail.channel !== null,
    }),
    outgoingService: outgoingService({ ...outgoing, settings: noticeSettings, outbox, appUrl, clock }),
    peopleService: peopleService({ people, links, selfChecks, alerts, lifecycle, clock }),
    identityService: identityService({ people, queue, lifecycle, clock }),
    themeBaselineService: themeBaselineService({ themeBaselines, summaries, ...changing }),
    hostsService: hostsService({ hosts, summaries, ...changing }),
    attestationService: attestationService({ attestations, evidenceFiles, ...changing }),
    vendorService: vendorService({
      side: vendors,
      register,
      questions: questionnaires,
      files: vendorFiles({ files: evidenceFiles, clock }),
      ...changing,
    }),
    scriptService: scripts,
    scriptExportService: scriptExportService({ scripts, clock }),
    questionnaireService: questionnaireService({
      questionnaires,
      register,
      side: vendors,
      shopAddress,
      appUrl,
      ...changing,
    }),
    invitationService: invitationService({ links, people: people.people, appUrl }),
    beaconService: beaconService({
      ...evidence.beacon,
      publisher: beaconPublisher({ metafields: evidence.metafields }),
      appUrl,
      clientId,
      ...changing,
    }),
    sellerDisclosureService: sellerDisclosureService({ disclosure, registrations, registry, clientId }),
    productService: productService({
      lifecycle,
      starter,
      products: productGstReader({ adminFor, taxProfiles, law, clock }),
    }),
    orderService: orderService({ orders: orderGst, alerts, lifecycle, starter }),
    dataAtRestService: dataAtRestService({ dataAtRest, shops, summaries, ...changing }),
  });
}
