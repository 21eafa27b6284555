import { BlockStack, Button, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeHosts, useHosts, useStorefront } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { OwnHosts } from '../storefront/own-hosts.tsx';
import { SignatureForm } from '../storefront/signature-form.tsx';
import { SettingsGroup } from './settings-group.tsx';
import type { HostBook } from '../../../core/api/hosts.ts';

/** Hosts of the shop's own, with their proofs, and the signatures that let our visits in. */
export function HostsGroup() {
  const { t } = useTranslation('storefront');
  const may = useMay();
  const hosts = useHosts();
  return (
    <SettingsGroup title={t('ownHost.groupTitle')} words={t('ownHost.groupWords')}>
      {may.isKnown && !may.manage ? (
        <Text as="p" tone="subdued">
          {t('ownHost.managersOnly')}
        </Text>
      ) : hosts.data ? (
        <BlockStack gap="500">
          <OwnHosts book={hosts.data} />
          <Signatures book={hosts.data} />
        </BlockStack>
      ) : hosts.isPending ? (
        <SkeletonBodyText lines={3} />
      ) : (
        <BlockStack gap="200" inlineAlign="start">
          <ActProblem id="hosts" error={hosts.error} />
          <Button onClick={() => void hosts.refetch()}>{t('common:act.tryAgain')}</Button>
        </BlockStack>
      )}
    </SettingsGroup>
  );
}

function Signatures({ book }: { book: HostBook }) {
  const { t } = useTranslation('storefront');
  const { day } = useFormat();
  const may = useMay();
  const board = useStorefront();
  const change = useChangeHosts();
  const [isOpen, setOpen] = useState(false);
  const hosts = [
    ...new Set([...(board.data?.hosts ?? []).map(({ host }) => host), ...book.signatures.map(({ host }) => host)]),
  ];
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t('signature.title')}
        </Text>
        <Text as="p" tone="subdued">
          {t('signature.words')}
        </Text>
      </BlockStack>
      {book.signatures.map(({ host, endsOn }) => (
        <InlineStack key={host} align="space-between" blockAlign="center" gap="200">
          <Text as="span">{t('signature.row', { host, day: day(endsOn) })}</Text>
          <Button
            variant="plain"
            tone="critical"
            disabled={!may.own || change.isPending}
            accessibilityLabel={t('signature.removeOf', { host })}
            onClick={() =>
              change.mutate({ act: 'remove-signature', host }, { onSuccess: () => toast(t('signature.removed')) })
            }
          >
            {t('signature.remove')}
          </Button>
        </InlineStack>
      ))}
      <ActProblem id="signatures" error={change.error} />
      {hosts.length > 0 && (
        <InlineStack>
          <Button onClick={() => setOpen(!isOpen)} ariaExpanded={isOpen} disabled={!may.own}>
            {t('signature.enter')}
          </Button>
        </InlineStack>
      )}
      {may.isKnown && !may.own && (
        <Text as="p" tone="subdued">
          {t('signature.ownerOnly')}
        </Text>
      )}
      {isOpen && <SignatureForm hosts={hosts} onDone={() => setOpen(false)} />}
    </BlockStack>
  );
}
