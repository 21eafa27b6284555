import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { alertsAsCsv } from '../../api/alerts.ts';
import { saveFile } from '../../components/save-file.ts';
import { indiaDay } from '../../format/calendar.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { AlertQuery } from './alert-query.ts';

/** Every alert of the filter, not only this page's, as a file in the reader's language. */
export function useExport(query: AlertQuery) {
  const { t } = useTranslation('alerts');
  const language = useLanguage();
  const file = useMutation({
    mutationFn: () => alertsAsCsv(query, language),
    onSuccess: (text) => {
      saveFile(`prahari-alerts-${indiaDay(new Date().toISOString())}.csv`, text);
      toast(t('common:toast.exported'));
    },
  });
  return { run: () => file.mutate(), isPending: file.isPending, error: file.error };
}
