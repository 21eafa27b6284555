import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useSawAlerts } from '../../api/seen-alerts.ts';
import { KEYS } from '../../api/keys.ts';
import type { Home } from '../../../core/api/home.ts';
import type { Instant } from '../../../core/time.ts';

/** What Home keeps of its banners while the app is open: one that was dismissed does not come back. */
interface Banners {
  readonly news: Home['news'];
  readonly isNewsDismissed: boolean;
  /** The newest critical alert at the time when its banner was dismissed. */
  readonly dismissedCriticalAt: Instant | null;
}
const NONE: Banners = { news: null, isNewsDismissed: false, dismissedCriticalAt: null };

/**
 * The one banner about alerts that Home shows: critical ones that nobody acknowledged, else what is new since the person
 * was last here. News are told by a toast once, and from then on count as told; their banner stays until it is dismissed
 * or the app is opened again.
 */
export function useBanners(home: Home) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate: saw } = useSawAlerts();
  const { data: kept = NONE } = useQuery<Banners>({
    ...{ queryKey: KEYS.banners, queryFn: () => NONE, initialData: NONE },
    ...{ staleTime: Infinity, gcTime: Infinity },
  });
  const keep = (change: Partial<Banners>) =>
    client.setQueryData<Banners>(KEYS.banners, (before = NONE) => ({ ...before, ...change }));

  const { news } = home;
  const isUntold = news !== null && news.since !== kept.news?.since;
  useEffect(() => {
    if (news === null || !isUntold) return;
    client.setQueryData<Banners>(KEYS.banners, (before = NONE) => ({ ...before, news, isNewsDismissed: false }));
    toast(t('toast.news', { count: news.count }));
    saw();
  }, [client, isUntold, news, saw, t]);

  const critical = home.openBySeverity.critical;
  if (critical > 0 && home.newestCriticalAt !== kept.dismissedCriticalAt) {
    const dismiss = () => void keep({ dismissedCriticalAt: home.newestCriticalAt });
    return { kind: 'critical', count: critical, dismiss } as const;
  }
  if (kept.news !== null && !kept.isNewsDismissed) {
    return { kind: 'news', ...kept.news, dismiss: () => void keep({ isNewsDismissed: true }) } as const;
  }
  return null;
}
