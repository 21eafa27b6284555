import { useTranslation } from 'react-i18next';
import { HistoryCard } from '../../components/history-card.tsx';
import type { AlertEvent } from '../../../core/api/alerts.ts';

const OURSELVES = 'prahari';

/** What happened to the alert, newest first. People are told apart by their number in the shop's admin only. */
export function AlertHistory({ history }: { history: readonly AlertEvent[] }) {
  const { t } = useTranslation('alerts');
  const words = ({ kind, by }: AlertEvent) =>
    by === OURSELVES ? t(`history.${kind}`) : t('history.byPerson', { what: t(`history.${kind}`), person: by });
  return (
    <HistoryCard
      title={t('history.title')}
      lines={history.toReversed().map((event) => ({
        ...{ at: event.at, words: words(event) },
        ...(event.reason !== undefined && { reason: t('history.reason', { reason: event.reason }) }),
      }))}
    />
  );
}
