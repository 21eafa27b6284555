import type { Home } from '../../../core/api/home.ts';
import { NotFoundError } from '../../errors.ts';
import type { AlertStore } from '../../shop/alerts.ts';
import type { MemberStore } from '../../shop/members.ts';
import type { RegistrationStore } from '../../shop/registrations.ts';
import type { ScanStore } from '../../shop/scans.ts';
import type { ShopStore } from '../../shop/shops.ts';
import type { StandingStore } from '../../shop/standings.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { HomeAnswer } from './home.schema.ts';

export interface HomeDeps {
  readonly shops: ShopStore;
  readonly members: MemberStore;
  readonly alerts: AlertStore;
  readonly standings: StandingStore;
  readonly scans: ScanStore;
  readonly registrations: RegistrationStore;
}

/** The first page in one answer, read from what earlier scans wrote. */
export async function presentHome(deps: HomeDeps, { shop, userId, role }: Merchant): Promise<Home> {
  const [record, language, counts, doNext, trend, standing, scan, registered, hasMended] = await Promise.all([
    deps.shops.find(shop),
    deps.members.languageOf(shop, userId),
    deps.alerts.counts(shop),
    deps.alerts.doNext(shop),
    deps.standings.trend(shop),
    deps.standings.newest(shop),
    deps.scans.newest(shop),
    deps.registrations.count(shop),
    deps.alerts.isAnyResolved(shop),
  ]);
  if (!record) throw new NotFoundError();
  const needsVisit = record.status !== 'installed';
  return HomeAnswer.parse({
    shop,
    me: { userId, role, language },
    standing,
    ...counts,
    doNext,
    trend,
    scan,
    nextCheckAt: needsVisit ? null : record.nextCheckAt.toISOString(),
    guide: {
      isHidden: record.guideHidden,
      steps: [
        { id: 'gstin', isDone: registered > 0 },
        { id: 'first-check', isDone: standing !== null },
        { id: 'first-mend', isDone: hasMended },
      ],
    },
    needsVisit,
  });
}
