import Koa from 'koa';
import Router from 'koa-router';
import type { BeaconIntake } from './beacon/beacon-intake.ts';
import type { BuyerSide } from './buyers/buyer-side.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { APP_BRIDGE_URL, BREACH_RANGE_URL } from './config.ts';
import type { FlowDesk } from './flow/flow-desk.ts';
import { assets, readShell } from './http/app-shell.ts';
import { jsonBody } from './http/body.ts';
import { ADMIN_EXTENSIONS_ORIGIN, cors } from './http/cors.ts';
import { securityHeaders } from './http/headers.ts';
import { hostCheck } from './http/host-check.ts';
import { PAGE_SCRIPTS, pageScript } from './http/page-script.ts';
import { problems } from './http/problem.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import type { AppState } from './http/state.ts';
import type { SelfCheckDesk } from './links/self-check-desk.ts';
import type { Log } from './log.ts';
import type { MailDesk } from './mail/mail-desk.ts';
import type { Metrics } from './metrics.ts';
import { guestRouters } from './public-buyer/guest-router.ts';
import { publicBeaconRoutes } from './public-beacon/public-beacon.routes.ts';
import { publicFlowRoutes } from './public-flow/public-flow.routes.ts';
import { oneClickStopRoutes, publicMailRoutes } from './public-mail/public-mail.routes.ts';
import { publicVerifyRoutes } from './public-verify/public-verify.routes.ts';
import { publicVendorQuestionsRoutes } from './public-vendor-questions/vendor-questions.routes.ts';
import { publicSelfCheckRoutes } from './public-self-check/self-check.routes.ts';
import type { Access } from './shopify/access.ts';
import { documents } from './shopify/document.ts';
import type { MemberDirectory } from './shopify/lifecycle.ts';
import { signIn } from './shopify/sign-in.ts';
import type { WebhookInbox } from './shopify/webhook-inbox.ts';
import { webhookIntake } from './shopify/webhooks.ts';
import type { QuestionnaireDesk } from './vendor-links/questionnaire-desk.ts';

export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly access: Access;
  readonly inbox: WebhookInbox;
  readonly members: MemberDirectory;
  /** The product's routes, mounted under /api behind sign-in. */
  readonly apiRouter: Pick<Router, 'routes' | 'allowedMethods'>;
  /** For people who hold a link and no log-in. */
  readonly selfCheckDesk: SelfCheckDesk;
  /** For vendors who hold a link. */
  readonly questionnaireDesk: QuestionnaireDesk;
  /** For readers of mail who hold a link. */
  readonly mailDesk: MailDesk;
  /** For visitors' browsers, on pages of shops that switched it on. */
  readonly beaconIntake: BeaconIntake;
  /** For workflows of Shopify Flow. */
  readonly flowDesk: FlowDesk;
  /** For extensions and blocks in buyers' pages. */
  readonly buyers: BuyerSide;
  /** dist/web */
  readonly webFolder: string;
}

/** The web role: every request passes these, from top to bottom. */
export function createApp({
  config,
  clock,
  log,
  metrics,
  access,
  inbox,
  members,
  apiRouter,
  selfCheckDesk,
  questionnaireDesk,
  mailDesk,
  beaconIntake,
  flowDesk,
  buyers,
  webFolder,
}: AppParts): Koa {
  const { shopify, verify, tokens, oauth } = access;
  const isDevelopment = config.NODE_ENV === 'development';
  const appBridgeUrl = config.APP_BRIDGE_URL ?? APP_BRIDGE_URL;
  const clientId = config.SHOPIFY_CLIENT_ID;
  const secrets = [config.SHOPIFY_CLIENT_SECRET, config.SHOPIFY_PREVIOUS_CLIENT_SECRET].filter(
    (one) => one !== undefined,
  );

  const read = () => readShell({ folder: webFolder, clientId, appBridgeUrl });
  const built = isDevelopment ? null : read();
  const shell = () => built ?? read();

  const webhooks = new Router<AppState>();
  webhooks.post('/webhooks', webhookIntake({ inbox, secrets, clock, observe: (outcome) => metrics.webhook(outcome) }));

  const adminExtensions = cors({
    under: '/api',
    // While one works on it extensions also run in the sandbox's admin, and in frames that have no origin.
    origins: [ADMIN_EXTENSIONS_ORIGIN, ...(config.ADMIN_ORIGIN ? [config.ADMIN_ORIGIN, 'null'] : [])],
    methods: ['GET', 'POST', 'PUT'],
  });
  const flow = publicFlowRoutes({ desk: flowDesk, secrets });

  const api = new Router<AppState>({ prefix: '/api' });
  api.use(signIn({ verify, tokens, oauth, members }), rateLimit({ clock }), jsonBody);
  api.use(apiRouter.routes(), apiRouter.allowedMethods());

  /** Read once, and while one works on it each time. */
  const scriptOf = (entry: (typeof PAGE_SCRIPTS)[keyof typeof PAGE_SCRIPTS]) => {
    const script = isDevelopment ? null : pageScript(webFolder, entry);
    return () => (isDevelopment ? pageScript(webFolder, entry) : script);
  };
  const publicVerify = publicVerifyRoutes({ clock, script: scriptOf(PAGE_SCRIPTS.verify) });
  const selfCheck = publicSelfCheckRoutes({
    desk: selfCheckDesk,
    clock,
    rangeUrl: config.BREACH_RANGE_URL ?? BREACH_RANGE_URL,
    script: scriptOf(PAGE_SCRIPTS.selfCheck),
  });
  const vendorQuestions = publicVendorQuestionsRoutes({
    desk: questionnaireDesk,
    clock,
    script: scriptOf(PAGE_SCRIPTS.vendorQuestions),
  });
  const mailParts = { desk: mailDesk, clock };
  const mail = publicMailRoutes({ ...mailParts, script: scriptOf(PAGE_SCRIPTS.mail) });
  const oneClickStop = oneClickStopRoutes(mailParts);

  const observe = (outcome: Parameters<Metrics['beacon']>[0]) => metrics.beacon(outcome);
  const publicBeacon = publicBeaconRoutes({ intake: beaconIntake, clock, observe });

  const guests = guestRouters({ buyers, config, secrets, clock });

  const app = new Koa<AppState>({ proxy: config.TRUSTED_PROXIES > 0, maxIpsCount: config.TRUSTED_PROXIES });
  app.silent = true;
  app.on('error', (error: unknown) => log.warn({ err: error }, 'answer broke off'));
  app.use(metrics.http);
  app.use(requestId);
  app.use(securityHeaders);
  app.use(problems({ log }));
  app.use(hostCheck({ appUrl: config.APP_URL, trustedProxies: config.TRUSTED_PROXIES }));
  app.use(webhooks.routes()); // before any parser: its signature is over the raw bytes
  app.use(webhooks.allowedMethods());
  app.use(flow.routes());
  app.use(flow.allowedMethods());
  app.use(adminExtensions); // before sign-in: a browser asks first without a token
  app.use(api.routes());
  app.use(api.allowedMethods());
  app.use(assets({ folder: webFolder, isDevelopment }));
  app.use(guests.cors);
  for (const router of guests.routers) app.use(router.routes()).use(router.allowedMethods());
  app.use(publicVerify.routes()); // before the documents, which send whoever has no shop to Shopify
  app.use(publicVerify.allowedMethods());
  app.use(selfCheck.routes());
  app.use(selfCheck.allowedMethods());
  app.use(vendorQuestions.routes());
  app.use(vendorQuestions.allowedMethods());
  app.use(mail.routes());
  app.use(mail.allowedMethods());
  app.use(oneClickStop.routes());
  app.use(oneClickStop.allowedMethods());
  app.use(publicBeacon.routes());
  app.use(publicBeacon.allowedMethods());
  app.use(documents({ shopify, verify, clientId, appBridgeUrl, adminOrigin: config.ADMIN_ORIGIN, shell }));
  return app;
}
