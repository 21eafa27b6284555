import { CheckCircleIcon, ClockIcon, SearchListIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { useHome } from '../../api/home.ts';
import { EmptyNote } from '../../components/empty-note.tsx';
import { isNarrowed, viewOf, type AlertQuery } from './alert-query.ts';

/** Three kinds of empty: not checked yet, nothing for this filter, nothing in this view. */
export function NoAlerts({ query, onShow }: { query: AlertQuery; onShow: (change: Partial<AlertQuery>) => void }) {
  const { t } = useTranslation('alerts');
  const standing = useHome().data?.standing;

  if (standing === null) {
    return (
      <EmptyNote
        icon={ClockIcon}
        title={t('empty.unchecked.title')}
        words={t('empty.unchecked.words')}
        action={{ label: t('common:act.goHome'), url: '/' }}
      />
    );
  }
  if (isNarrowed(query)) {
    const clear = () => onShow({ severity: [], area: null, check: [], subject: null, q: '' });
    return (
      <EmptyNote
        icon={SearchListIcon}
        title={t('empty.filter.title')}
        words={t('empty.filter.words')}
        action={{ label: t('clearFilters'), run: clear }}
      />
    );
  }
  const view = viewOf(query);
  return (
    <EmptyNote
      icon={CheckCircleIcon}
      title={t(`empty.${view}.title`)}
      words={t(`empty.${view}.words`, { count: standing ? standing.applicable - standing.assessed : 0 })}
      action={{ label: t('empty.seeChecks'), url: '/checks' }}
    />
  );
}
