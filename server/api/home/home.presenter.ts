import type { Home } from '../../../core/api/home.ts';
import { NotFoundError } from '../../errors.ts';
import type { FrozenShops } from '../../rhythm/frozen-shops.ts';
import type { AlertStore } from '../../shop/alerts.ts';
import type { MemberStore } from '../../shop/members.ts';
import type { RegistrationStore } from '../../shop/registrations.ts';
import type { ScanStore } from '../../shop/scans.ts';
import type { ShopStore } from '../../shop/shops.ts';
import type { StandingStore } from '../../shop/standings.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { HomeAnswer } from './home.schema.ts';

export interface HomeDeps {
  readonly frozen: Pick<FrozenShops, 'visited'>;
  readonly shops: ShopStore;
  readonly members: MemberStore;
  readonly alerts: AlertStore;
  readonly standings: StandingStore;
  readonly scans: ScanStore;
  readonly registrations: RegistrationStore;
}

/** The first page in one answer, read from what earlier scans wrote. */
export async function presentHome(deps: HomeDeps, { shop, userId, role }: Merchant): Promise<Home> {
  const [record, me, figures, trend, standing, scan, registered] = await Promise.all([
    deps.shops.find(shop),
    deps.members.own(shop, userId),
    deps.alerts.figures(shop),
    deps.standings.trend(shop),
    deps.standings.newest(shop),
    deps.scans.newest(shop),
    deps.registrations.count(shop),
  ]);
  if (!record) throw new NotFoundError();
  const { isAnyResolved, newsSince, ...counts } = figures;
  const news = me && { count: newsSince(me.alertsSeenAt), since: me.alertsSeenAt.toISOString() };
  const isFrozen = record.status === 'frozen';
  const needsVisit = record.status !== 'installed' && !isFrozen;
  return HomeAnswer.parse({
    shop,
    me: { userId, role, language: me?.language ?? null },
    standing,
    ...counts,
    news: news && news.count > 0 ? news : null,
    trend,
    scan,
    nextCheckAt: needsVisit || isFrozen ? null : record.nextCheckAt.toISOString(),
    guide: {
      isHidden: record.guideHidden,
      steps: [
        { id: 'gstin', isDone: registered > 0 },
        { id: 'first-check', isDone: standing !== null },
        { id: 'first-mend', isDone: isAnyResolved },
      ],
    },
    needsVisit,
    isFrozen,
  });
}
