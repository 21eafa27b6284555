import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** The way to the report of the week. */
export function WeekCard() {
  const { t } = useTranslation('home');
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t('week.title')}
        </Text>
        <Text as="p" tone="subdued">
          {t('week.words')}
        </Text>
        <Link url="/report">{t('week.open')}</Link>
      </BlockStack>
    </Card>
  );
}
