import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { SettingsGroup } from './settings-group.tsx';
import type { Settings } from '../../../core/api/settings.ts';

/** How long each kind of record is kept, and what for. */
export function RetentionGroup({ retention }: { retention: Settings['retention'] }) {
  const { t } = useTranslation('settings');
  return (
    <SettingsGroup title={t('retention.title')} words={t('retention.words')}>
      <Facts
        facts={retention.map(({ what, days }) => ({
          name: t(`retention.${what}`),
          value: (
            <BlockStack>
              <Text as="span">{t('retention.days', { count: days })}</Text>
              <Text as="span" tone="subdued">
                {t(`retention.why.${what}`)}
              </Text>
            </BlockStack>
          ),
        }))}
      />
    </SettingsGroup>
  );
}
