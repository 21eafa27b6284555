import { Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { Home } from '../../../core/api/home.ts';

/** When the shop was checked last, and when it will be by itself. */
export function CheckTimes({ home }: { home: Home }) {
  const { t } = useTranslation('home');
  const { dateTime } = useFormat();
  return (
    <Card>
      <InlineStack gap="400" align="space-between">
        <Text as="p" tone="subdued">
          {home.standing ? t('lastCheck', { time: dateTime(home.standing.takenAt) }) : t('noCheckYet')}
        </Text>
        <Text as="p" tone="subdued">
          {home.nextCheckAt ? t('nextCheck', { time: dateTime(home.nextCheckAt) }) : t('noNextCheck')}
        </Text>
        <Link url="/rhythm">{t('rhythm')}</Link>
      </InlineStack>
    </Card>
  );
}
