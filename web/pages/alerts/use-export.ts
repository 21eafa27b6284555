import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { allAlerts } from '../../api/alerts.ts';
import { indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { alertsCsv, saveFile } from './alerts-csv.ts';
import type { AlertQuery } from './alert-query.ts';

const HEADS = ['severity', 'alert', 'check', 'area', 'status', 'since', 'lastSeen', 'atStake'] as const;

/** Every alert of the filter, not only this page's, as a file. */
export function useExport(query: AlertQuery) {
  const { t } = useTranslation('alerts');
  const { message, title } = useWords();
  const { date, money } = useFormat();
  const file = useMutation({
    mutationFn: () => allAlerts(query),
    onSuccess: (alerts) => {
      const text = alertsCsv(alerts, {
        heads: HEADS.map((head) => t(`head.${head}`)),
        row: (alert) => [
          t(`common:severity.${alert.severity}`),
          message(alert),
          title(alert.checkId),
          t(`common:area.${alert.area}`),
          t(`common:status.${alert.status}`),
          date(alert.firstObservedAt),
          date(alert.lastObservedAt),
          alert.atStakePaise === null ? '' : money(alert.atStakePaise),
        ],
      });
      saveFile(`prahari-alerts-${indiaDay(new Date().toISOString())}.csv`, text);
      toast(t('common:toast.exported'));
    },
  });
  return { run: () => file.mutate(), isPending: file.isPending, error: file.error };
}
