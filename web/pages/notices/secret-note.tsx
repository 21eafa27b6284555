import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../storefront/copy-field.tsx';
import type { WebhookWithSecret } from '../../../core/api/notices.ts';

/** The one time that a secret is seen. */
export function SecretNote({ made, onDone }: { made: WebhookWithSecret; onDone: () => void }) {
  const { t } = useTranslation('notices');
  const { webhook, secret } = made;
  return (
    <div role="status">
      <Banner tone="warning" title={t('webhooks.secretTitle', { name: webhook.name })}>
        <BlockStack gap="300">
          <Text as="p">{t('webhooks.secretOnce')}</Text>
          {webhook.format !== 'json' && <Text as="p">{t('webhooks.secretForChats')}</Text>}
          <CopyField label={t('webhooks.secret')} value={secret} />
          <InlineStack>
            <Button onClick={onDone}>{t('webhooks.secretDone')}</Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}
