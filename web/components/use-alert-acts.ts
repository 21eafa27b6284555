import { useTranslation } from 'react-i18next';
import { toast } from '../admin/app-bridge.ts';
import { useAlertAct } from '../api/alerts.ts';

/** Acknowledging and opening again, each with its opposite in the toast. */
export function useAlertActs(onDone: () => void) {
  const { t } = useTranslation();
  const act = useAlertAct();

  const acknowledge = (ids: readonly string[]) =>
    act.mutate(
      { kind: 'acknowledge', ids },
      {
        onSuccess: () => {
          onDone();
          toast(t('toast.acknowledged', { count: ids.length }), {
            label: t('act.undo'),
            run: () => act.mutate({ kind: 'reopen', ids }),
          });
        },
      },
    );
  const reopen = (ids: readonly string[]) =>
    act.mutate(
      { kind: 'reopen', ids },
      {
        onSuccess: () => {
          onDone();
          toast(t('toast.reopened', { count: ids.length }));
        },
      },
    );
  const told = (ids: readonly string[]) => {
    onDone();
    toast(t('toast.muted', { count: ids.length }), {
      label: t('act.undo'),
      run: () => act.mutate({ kind: 'reopen', ids }),
    });
  };

  return { acknowledge, reopen, muted: told, isPending: act.isPending, error: act.error };
}
