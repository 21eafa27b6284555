import { BlockStack, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { AllowButton } from '../../components/allow-button.tsx';

const USUAL_SCOPES = { orders: ['read_orders'], products: ['read_products'] } as const;

/** What would be read, what it would show, and what is never read; then the button. */
export function PermissionAsk({ ask, scopes }: { ask: 'orders' | 'products'; scopes: readonly string[] }) {
  const { t } = useTranslation('gst');
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Text as="p">{t(`ask.${ask}.why`)}</Text>
      <List>
        <List.Item>{t(`ask.${ask}.read`)}</List.Item>
        <List.Item>{t(`ask.${ask}.never`)}</List.Item>
        <List.Item>{t('ask.nothingChanges')}</List.Item>
      </List>
      <AllowButton label={t(`ask.${ask}.allow`)} scopes={scopes.length > 0 ? scopes : USUAL_SCOPES[ask]} isPrimary />
    </BlockStack>
  );
}
