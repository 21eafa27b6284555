import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { alertsAsCsv } from '../../api/alerts.ts';
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

/** Hands a text to the browser as a file. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
