import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../admin/app-bridge.ts';
import { useHome } from '../api/home.ts';
import { KEYS } from '../api/keys.ts';
import { isRunning, useScan } from '../api/scan.ts';

/** Follows the running scan from whatever page is open; when it ends, every figure is asked again. */
export function ScanWatch() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const known = useHome().data?.scan;
  const { data: scan } = useScan(known);
  const running = useRef<string | null>(null);

  useEffect(() => {
    if (known && isRunning(known) && !client.getQueryData(KEYS.scan)) client.setQueryData(KEYS.scan, known);
  }, [known, client]);

  useEffect(() => {
    if (scan && isRunning(scan)) {
      running.current = scan.id;
      return;
    }
    if (!scan || running.current !== scan.id) return;
    running.current = null;
    if (scan.state === 'done') toast(t('toast.checkFinished'));
    for (const queryKey of [KEYS.home, KEYS.allAlerts, KEYS.checks, KEYS.gst])
      void client.invalidateQueries({ queryKey });
  }, [scan, client, t]);

  return null;
}
