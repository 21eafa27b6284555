import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';
import { checkOf } from '../../words/alert-words.ts';
import type { AlertDetail } from '../../../core/api/alerts.ts';

/** Why it matters, and what it can cost. */
export function WhyCard({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation('alerts');
  const { text } = useWords();
  const check = checkOf(alert);
  if (!check) {
    return (
      <Card>
        <Text as="p">{t('oldCheck')}</Text>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('why')}
          </Text>
          <Text as="p">{text(check.why)}</Text>
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t('cost')}
          </Text>
          <Text as="p">{text(check.cost)}</Text>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
