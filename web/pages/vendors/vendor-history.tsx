import { useTranslation } from 'react-i18next';
import { HistoryCard } from '../../components/history-card.tsx';
import { useVendorWords } from './use-vendor-words.ts';
import type { VendorEvent } from '../../../core/api/vendors.ts';

const OURSELVES = 'prahari';
const VENDOR = 'vendor';

/** What happened, newest first. People are told apart by their number in the shop's admin only. */
export function VendorHistory({ history }: { history: readonly VendorEvent[] }) {
  const { t } = useTranslation('vendors');
  const { about: aboutWords } = useVendorWords();
  const words = ({ kind, about, by }: VendorEvent) => {
    const what =
      about === null ? t(`event.${kind}`) : t('event.about', { what: t(`event.${kind}`), about: aboutWords(about) });
    if (by === OURSELVES) return what;
    return by === VENDOR ? t('event.byVendor', { what }) : t('event.byPerson', { what, person: by });
  };
  return (
    <HistoryCard
      title={t('event.title')}
      lines={history.map((event) => ({ at: event.at, words: words(event) }))}
      none={t('event.none')}
    />
  );
}
