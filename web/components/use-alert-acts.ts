import { useTranslation } from 'react-i18next';
import { toast } from '../admin/app-bridge.ts';
import { useAlertAct } from '../api/alerts.ts';
import type { AlertBefore, ChangedAlerts } from '../../core/api/alerts.ts';

/** What people do to alerts, each with the way back in the toast: to what every single alert was before. */
export function useAlertActs(onDone: () => void) {
  const { t } = useTranslation();
  const act = useAlertAct();
  const undo = (run: () => void) => ({ label: t('act.undo'), run });

  const acknowledge = (ids: readonly string[]) =>
    act.mutate(
      { kind: 'acknowledge', ids },
      {
        onSuccess: ({ was }) => {
          onDone();
          toast(
            t('toast.acknowledged', { count: was.length }),
            undo(() => act.mutate({ kind: 'reopen', ids: idsOf(was) })),
          );
        },
      },
    );

  const reopen = (ids: readonly string[]) =>
    act.mutate(
      { kind: 'reopen', ids },
      {
        onSuccess: ({ was }) => {
          onDone();
          toast(t('toast.reopened', { count: was.length }));
        },
      },
    );

  /** A silence that is taken back leaves what was acknowledged before acknowledged again. */
  const muted = ({ was }: ChangedAlerts) => {
    onDone();
    const acknowledged = was.filter(({ status }) => status === 'acknowledged');
    toast(
      t('toast.muted', { count: was.length }),
      undo(() =>
        act.mutate(
          { kind: 'reopen', ids: idsOf(was) },
          {
            onSuccess: () => {
              if (acknowledged.length > 0) act.mutate({ kind: 'acknowledge', ids: idsOf(acknowledged) });
            },
          },
        ),
      ),
    );
  };

  const assigned = ({ was }: ChangedAlerts, personId: string | null) => {
    onDone();
    const words = personId === null ? 'toast.unassigned' : 'toast.assigned';
    toast(
      t(words, { count: was.length }),
      undo(() => {
        const before = Map.groupBy(was, ({ assigneeId }) => assigneeId);
        for (const [assigneeId, alerts] of before) {
          act.mutate({ kind: 'assign', ids: idsOf(alerts), personId: assigneeId });
        }
      }),
    );
  };

  return { acknowledge, reopen, muted, assigned, isPending: act.isPending, error: act.error };
}

const idsOf = (alerts: readonly AlertBefore[]) => alerts.map(({ id }) => id);
