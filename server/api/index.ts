import Router from 'koa-router';
import type { AppState } from '../http/state.ts';
import { alertRoutes, type AlertRouteDeps } from './alerts/alerts.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import type { AuditService } from './audit/audit.service.ts';
import { audited, type AuditedDeps } from './audited.ts';
import { attestationRoutes } from './attestations/attestations.routes.ts';
import type { AttestationService } from './attestations/attestations.service.ts';
import { beaconRoutes } from './beacon/beacon.routes.ts';
import type { BeaconService } from './beacon/beacon.service.ts';
import { sellerDisclosureRoutes } from './seller-disclosure/seller-disclosure.routes.ts';
import type { SellerDisclosureService } from './seller-disclosure/seller-disclosure.service.ts';
import { evidencePackRoutes } from './evidence-pack/evidence-pack.routes.ts';
import type { EvidencePackService } from './evidence-pack/evidence-pack.service.ts';
import { checkRoutes } from './checks/checks.routes.ts';
import { dataAtRestRoutes } from './data-at-rest/data-at-rest.routes.ts';
import type { DataAtRestService } from './data-at-rest/data-at-rest.service.ts';
import { gstProfileRoutes } from './gst-profile/gst-profile.routes.ts';
import type { GstProfileService } from './gst-profile/gst-profile.service.ts';
import { gstRoutes, type GstRouteDeps } from './gst/gst.routes.ts';
import { hostRoutes } from './hosts/hosts.routes.ts';
import type { HostsService } from './hosts/hosts.service.ts';
import type { HomeDeps } from './home/home.presenter.ts';
import { homeRoutes } from './home/home.routes.ts';
import { invitationRoutes } from './invitations/invitations.routes.ts';
import type { InvitationService } from './invitations/invitations.service.ts';
import { orderRoutes } from './orders/orders.routes.ts';
import type { OrderService } from './orders/orders.service.ts';
import { productRoutes } from './products/products.routes.ts';
import type { ProductService } from './products/products.service.ts';
import { lookUpRoutes } from './look-ups/look-ups.routes.ts';
import type { LookUpService } from './look-ups/look-ups.service.ts';
import type { MemberService } from './members/members.service.ts';
import { memberRoutes } from './members/members.routes.ts';
import { noticeRoutes } from './notices/notices.routes.ts';
import type { NoticeService } from './notices/notices.service.ts';
import { outgoingRoutes } from './outgoing/outgoing.routes.ts';
import type { OutgoingService } from './outgoing/outgoing.service.ts';
import { identityRoutes } from './people/identity.routes.ts';
import type { IdentityService } from './people/identity.service.ts';
import { peopleRoutes } from './people/people.routes.ts';
import type { PeopleService } from './people/people.service.ts';
import { questionnaireRoutes } from './questionnaires/questionnaires.routes.ts';
import type { QuestionnaireService } from './questionnaires/questionnaires.service.ts';
import { registrationRoutes } from './registrations/registrations.routes.ts';
import type { RegistrationService } from './registrations/registrations.service.ts';
import { reportRoutes } from './reports/reports.routes.ts';
import type { ReportService } from './reports/reports.service.ts';
import { rhythmRoutes } from './rhythm/rhythm.routes.ts';
import type { RhythmService } from './rhythm/rhythm.service.ts';
import { scanRoutes } from './scans/scans.routes.ts';
import type { ScanService } from './scans/scans.service.ts';
import type { SecurityDeps } from './security/security.presenter.ts';
import { securityRoutes } from './security/security.routes.ts';
import { settingsRoutes } from './settings/settings.routes.ts';
import type { SettingsService } from './settings/settings.service.ts';
import { scriptExportRoutes } from './script-exports/script-exports.routes.ts';
import type { ScriptExportService } from './script-exports/script-exports.service.ts';
import { scriptRoutes } from './scripts/scripts.routes.ts';
import type { ScriptService } from './scripts/scripts.service.ts';
import { vendorRoutes } from './vendors/vendors.routes.ts';
import type { VendorService } from './vendors/vendors.service.ts';
import { themeBaselineRoutes } from './theme-baseline/theme-baseline.routes.ts';
import type { ThemeBaselineService } from './theme-baseline/theme-baseline.service.ts';

export interface ApiDeps extends HomeDeps, AlertRouteDeps, GstRouteDeps, SecurityDeps, AuditedDeps {
  readonly auditService: AuditService;
  readonly evidencePackService: EvidencePackService;
  readonly scanService: ScanService;
  readonly rhythmService: RhythmService;
  readonly reportService: ReportService;
  readonly registrationService: RegistrationService;
  readonly settingsService: SettingsService;
  readonly memberService: MemberService;
  readonly noticeService: NoticeService;
  readonly outgoingService: OutgoingService;
  readonly peopleService: PeopleService;
  readonly identityService: IdentityService;
  readonly lookUpService: LookUpService;
  readonly gstProfileService: GstProfileService;
  readonly themeBaselineService: ThemeBaselineService;
  readonly dataAtRestService: DataAtRestService;
  readonly hostsService: HostsService;
  readonly beaconService: BeaconService;
  readonly sellerDisclosureService: SellerDisclosureService;
  readonly attestationService: AttestationService;
  readonly invitationService: InvitationService;
  readonly vendorService: VendorService;
  readonly scriptService: ScriptService;
  readonly scriptExportService: ScriptExportService;
  readonly questionnaireService: QuestionnaireService;
  readonly orderService: OrderService;
  readonly productService: ProductService;
}

/** Every route under /api. `ctx.state.merchant` comes from the verified session token, never from the request. */
export function apiRouter(deps: ApiDeps): Router<AppState> {
  const router = new Router<AppState>();
  router.use(audited(deps));
  const resources = [
    auditRoutes(deps),
    evidencePackRoutes(deps),
    homeRoutes(deps),
    alertRoutes(deps),
    scanRoutes(deps),
    rhythmRoutes(deps),
    reportRoutes(deps),
    checkRoutes(deps),
    registrationRoutes(deps),
    settingsRoutes(deps),
    memberRoutes(deps),
    noticeRoutes(deps),
    outgoingRoutes(deps),
    lookUpRoutes(deps),
    gstRoutes(deps),
    gstProfileRoutes(deps),
    securityRoutes(deps),
    themeBaselineRoutes(deps),
    dataAtRestRoutes(deps),
    hostRoutes(deps),
    beaconRoutes(deps),
    sellerDisclosureRoutes(deps),
    peopleRoutes(deps),
    identityRoutes(deps),
    attestationRoutes(deps),
    invitationRoutes(deps),
    vendorRoutes(deps),
    scriptRoutes(deps),
    scriptExportRoutes(deps),
    questionnaireRoutes(deps),
    orderRoutes(deps),
    productRoutes(deps),
  ];
  for (const resource of resources) router.use(resource.routes());
  return router;
}
