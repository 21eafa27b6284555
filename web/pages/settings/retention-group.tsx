import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { SettingsGroup } from './settings-group.tsx';
import type { Settings } from '../../../core/api/settings.ts';

/** How long each kind of record is kept. */
export function RetentionGroup({ retention }: { retention: Settings['retention'] }) {
  const { t } = useTranslation('settings');
  return (
    <SettingsGroup title={t('retention.title')} words={t('retention.words')}>
      <Facts
        facts={retention.map(({ what, days }) => ({
          name: t(`retention.${what}`),
          value: t('retention.days', { count: days }),
        }))}
      />
    </SettingsGroup>
  );
}
