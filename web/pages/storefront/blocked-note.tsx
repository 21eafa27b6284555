import { BlockStack, Button, InlineStack, List, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminAddress } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useFormat } from '../../format/use-format.ts';
import { SignatureForm } from './signature-form.tsx';
import type { Day } from '../../../core/time.ts';

/** How the merchant lets our visit in: a signature of the platform for crawlers, sent to this host alone. */
export function BlockedNote({ host, endsOn }: { host: string; endsOn: Day | null }) {
  const { t } = useTranslation('storefront');
  const { day } = useFormat();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  return (
    <BlockStack gap="300">
      {endsOn !== null && <Text as="p">{t('signature.sentUntil', { day: day(endsOn) })}</Text>}
      <List type="number">
        <List.Item>{t('signature.step1')}</List.Item>
        <List.Item>{t('signature.step2', { host })}</List.Item>
        <List.Item>{t('signature.step3')}</List.Item>
      </List>
      <InlineStack gap="200">
        <Button url={adminAddress('/online_store/preferences')} target="_top">
          {t('signature.openAdmin')}
        </Button>
        <Button onClick={() => setOpen(!isOpen)} ariaExpanded={isOpen} disabled={!may.own}>
          {t('signature.enter')}
        </Button>
      </InlineStack>
      {may.isKnown && !may.own && (
        <Text as="p" tone="subdued">
          {t('signature.ownerOnly')}
        </Text>
      )}
      {isOpen && <SignatureForm hosts={[host]} onDone={() => setOpen(false)} />}
    </BlockStack>
  );
}
