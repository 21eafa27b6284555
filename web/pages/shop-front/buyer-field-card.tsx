import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { adminAddress, themeEditorAddress } from '../../admin/app-bridge.ts';
import { useSettings } from '../../api/settings.ts';
import { AllowButton } from '../../components/allow-button.tsx';
import type { SellerDisclosureState } from '../../../core/api/seller-disclosure.ts';

/** Where buyers give their number: in the cart of any theme, at the checkout on Plus, after the order on all plans. */
export function BuyerFieldCard({ editorUrls }: { editorUrls: SellerDisclosureState['editorUrls'] }) {
  const { t } = useTranslation('shopFront');
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('buyer.title')}
          </Text>
          <Text as="p">{t('buyer.words')}</Text>
        </BlockStack>
        <Place title={t('buyer.cart.title')} words={t('buyer.cart.words')}>
          <Button url={themeEditorAddress(editorUrls.cart)} target="_top" icon={ExternalIcon}>
            {t('buyer.cart.add')}
          </Button>
          <Button url={themeEditorAddress(editorUrls.cartEmbed)} target="_top" icon={ExternalIcon}>
            {t('buyer.cart.embed')}
          </Button>
        </Place>
        <Place title={t('buyer.checkout.title')} words={t('buyer.checkout.words')}>
          <Button url={adminAddress('/settings/checkout')} target="_top" icon={ExternalIcon}>
            {t('buyer.checkout.open')}
          </Button>
        </Place>
        <Place title={t('buyer.after.title')} words={t('buyer.after.words')}>
          <WriteAccess scopes={['write_orders']} allow={t('buyer.after.allow')} allowed={t('buyer.after.allowed')} />
        </Place>
        <Place title={t('buyer.company.title')} words={t('buyer.company.words')}>
          <WriteAccess
            scopes={['write_companies', 'read_customers']}
            allow={t('buyer.company.allow')}
            allowed={t('buyer.company.allowed')}
          />
        </Place>
        <List>
          <List.Item>{t('buyer.never')}</List.Item>
          <List.Item>{t('buyer.looked')}</List.Item>
        </List>
      </BlockStack>
    </Card>
  );
}

function Place({ title, words, children }: { title: string; words: string; children: React.ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Text as="p">{words}</Text>
      <InlineStack gap="200">{children}</InlineStack>
    </BlockStack>
  );
}

function WriteAccess({ scopes, allow, allowed }: { scopes: readonly string[]; allow: string; allowed: string }) {
  const { data } = useSettings();
  if (!data) return null;
  if (scopes.every((scope) => data.scopes.granted.includes(scope))) {
    return (
      <Text as="p" tone="success">
        {allowed}
      </Text>
    );
  }
  return <AllowButton label={allow} scopes={scopes} isPrimary={false} />;
}
