import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { adminAddress } from '../../admin/app-bridge.ts';

/** Where staff meet Prahari without opening it. Shopify lets nobody but the merchant pin a block. */
export function AdminPlacesCard() {
  const { t } = useTranslation('shopFront');
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('admin.title')}
        </Text>
        <List>
          <List.Item>{t('admin.order')}</List.Item>
          <List.Item>{t('admin.product')}</List.Item>
          <List.Item>{t('admin.selection')}</List.Item>
          <List.Item>{t('admin.flow')}</List.Item>
        </List>
        <InlineStack gap="200">
          <Button url={adminAddress('/orders')} target="_top" icon={ExternalIcon}>
            {t('admin.openOrders')}
          </Button>
          <Button url="/notices">{t('admin.openFlow')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
