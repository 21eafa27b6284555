import { BlockStack, Box, Card, Icon, InlineStack, Text } from '@shopify/polaris';
import { AlertTriangleIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';

/** The last check did not reach its end; the figures below are those of the one before. */
export function FailedScanCard() {
  const { t } = useTranslation('home');
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" wrap={false} blockAlign="center">
          <Box>
            <Icon source={AlertTriangleIcon} tone="caution" />
          </Box>
          <Text as="h2" variant="headingMd">
            {t('scan.failed')}
          </Text>
        </InlineStack>
        <Text as="p">{t('scan.state.failed')}</Text>
      </BlockStack>
    </Card>
  );
}
