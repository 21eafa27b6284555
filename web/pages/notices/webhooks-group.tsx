import { BlockStack, Button, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { SettingsGroup } from '../settings/settings-group.tsx';
import { SecretNote } from './secret-note.tsx';
import { WebhookBlock } from './webhook-block.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import type { OutgoingWebhook, WebhookWithSecret } from '../../../core/api/notices.ts';

/** Where notices are posted. A secret stands here once, until it is copied. */
export function WebhooksGroup({ webhooks }: { webhooks: readonly OutgoingWebhook[] }) {
  const { t } = useTranslation('notices');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  return (
    <SettingsGroup title={t('webhooks.title')} words={t('webhooks.words')}>
      <BlockStack gap="400">
        {webhooks.length === 0 && <Text as="p">{t('webhooks.none')}</Text>}
        {webhooks.map((webhook) => (
          <Fragment key={webhook.id}>
            <WebhookBlock webhook={webhook} onSecret={setMade} />
            {made?.webhook.id === webhook.id && <SecretNote made={made} onDone={() => setMade(null)} />}
            <Divider />
          </Fragment>
        ))}
        {may.own ? (
          <InlineStack>
            <Button onClick={() => setAdding(true)}>{t('webhooks.add')}</Button>
          </InlineStack>
        ) : (
          <Text as="p" tone="subdued">
            {t('webhooks.ownerOnly')}
          </Text>
        )}
        {isAdding && <WebhookDialog webhook={null} onMade={setMade} onClose={() => setAdding(false)} />}
      </BlockStack>
    </SettingsGroup>
  );
}
