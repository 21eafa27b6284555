import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../admin/app-bridge.ts';
import { useHome } from '../api/home.ts';
import { KEYS } from '../api/keys.ts';
import { isRunning, useScan } from '../api/scan.ts';
import type { ScanProgress } from '../../core/api/home.ts';
import type { Instant } from '../../core/time.ts';

const MADE_STALE_BY_A_SCAN = [
  KEYS.home,
  KEYS.allAlerts,
  KEYS.checks,
  KEYS.gst,
  KEYS.security,
  KEYS.evidence,
  KEYS.baseline,
  KEYS.people,
  KEYS.storefront,
  KEYS.vendors,
  KEYS.scripts,
  KEYS.hosts,
  KEYS.dataAtRest,
];

/**
 * Follows the running scan from whatever page is open; when it ends, every figure is asked again. So it is when Home
 * tells of a newer scan that began and ended unseen, after an event in the shop.
 */
export function ScanWatch() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const known = useHome().data?.scan;
  const { data: scan } = useScan(known);
  const running = useRef<string | null>(null);
  const newest = useRef<Instant | null>(null);
  const end = useRef<(ended: ScanProgress) => void>(() => undefined);
  end.current = ({ state }) => {
    if (state === 'done') toast(t('toast.checkFinished'));
    for (const queryKey of MADE_STALE_BY_A_SCAN) void client.invalidateQueries({ queryKey });
  };

  useEffect(() => {
    if (known === undefined) return;
    const before = newest.current;
    newest.current = known?.requestedAt ?? '';
    if (known === null) return;
    if (isRunning(known)) {
      if (client.getQueryData<ScanProgress | null>(KEYS.scan)?.id !== known.id) client.setQueryData(KEYS.scan, known);
    } else if (before !== null && known.requestedAt > before && running.current !== known.id) {
      end.current(known);
    }
  }, [known, client]);

  useEffect(() => {
    if (scan && isRunning(scan)) {
      running.current = scan.id;
      return;
    }
    if (!scan || running.current !== scan.id) return;
    running.current = null;
    end.current(scan);
  }, [scan]);

  return null;
}
