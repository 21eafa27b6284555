import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useDisconnectProvider, useReadProvider } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { PROVIDER_NAMES } from '../people/names.ts';
import { ProviderForm } from './provider-form.tsx';
import type { IdentityProvider, ProviderState } from '../../../core/api/people.ts';

interface ProviderBlockProps {
  readonly provider: IdentityProvider;
  readonly state: ProviderState | undefined;
}

/** One provider: how it stands, what is wrong and what to do, and the way in and out. */
export function ProviderBlock({ provider, state }: ProviderBlockProps) {
  const { t } = useTranslation('people');
  const may = useMay();
  const [open, setOpen] = useState<'form' | 'disconnect' | null>(null);
  const read = useReadProvider();
  const name = PROVIDER_NAMES[provider];
  const isConnected = state?.isConnected === true;
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {name}
        </Text>
        <Badge
          {...(isConnected
            ? { tone: 'success' as const, progress: 'complete' as const }
            : { progress: 'incomplete' as const })}
          toneAndProgressLabelOverride={t('provider.state')}
        >
          {isConnected ? t('provider.connected') : t('provider.notConnected')}
        </Badge>
      </InlineStack>
      {isConnected && <ConnectedFacts state={state} />}
      {isConnected && state.problem !== null && <Text as="p">{t(`provider.problem.${state.problem}`)}</Text>}
      <InlineStack gap="200">
        {may.own && (
          <Button
            onClick={() => setOpen(open === 'form' ? null : 'form')}
            ariaExpanded={open === 'form'}
            disabled={!may.own}
          >
            {t(isConnected ? 'provider.change' : 'provider.connect', { name })}
          </Button>
        )}
        {isConnected && (
          <Button
            loading={read.isPending}
            disabled={!may.manage}
            onClick={() => read.mutate(provider, { onSuccess: () => toast(t('provider.reading')) })}
          >
            {t('provider.readNow', { name })}
          </Button>
        )}
        {isConnected && may.own && (
          <Button tone="critical" variant="tertiary" onClick={() => setOpen('disconnect')}>
            {t('provider.disconnect', { name })}
          </Button>
        )}
      </InlineStack>
      <ActProblem id={`read-${provider}`} error={read.error} />
      {open === 'form' && <ProviderForm provider={provider} onDone={() => setOpen(null)} />}
      {open === 'disconnect' && <DisconnectDialog provider={provider} onClose={() => setOpen(null)} />}
    </BlockStack>
  );
}

function ConnectedFacts({ state }: { state: ProviderState }) {
  const { t } = useTranslation('people');
  const { count, date, dateTime } = useFormat();
  return (
    <Facts
      facts={[
        ...(state.keyEnding === null
          ? []
          : [
              {
                name: t('provider.key'),
                value: t('provider.keyEnding', { ending: state.keyEnding.replace(/^…/, '') }),
              },
            ]),
        ...(state.connectedAt === null ? [] : [{ name: t('provider.since'), value: date(state.connectedAt) }]),
        {
          name: t('provider.lastRead'),
          value: state.lastReadAt === null ? t('provider.neverRead') : dateTime(state.lastReadAt),
        },
        { name: t('provider.accounts'), value: count(state.accounts) },
        ...(state.pausedUntil === null ? [] : [{ name: t('provider.paused'), value: dateTime(state.pausedUntil) }]),
      ]}
    />
  );
}

function DisconnectDialog({ provider, onClose }: { provider: IdentityProvider; onClose: () => void }) {
  const { t } = useTranslation('people');
  const disconnect = useDisconnectProvider();
  const name = PROVIDER_NAMES[provider];
  const run = () =>
    disconnect.mutate(provider, {
      onSuccess: () => {
        toast(t('provider.disconnectedToast'));
        onClose();
      },
    });
  return (
    <AdminDialog
      isOpen
      title={t('provider.disconnectTitle', { name })}
      action={{ label: t('provider.disconnect', { name }), run, isBusy: disconnect.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="200">
        <Text as="p">{t('provider.disconnectWords')}</Text>
        <ActProblem id={`disconnect-${provider}`} error={disconnect.error} />
      </BlockStack>
    </AdminDialog>
  );
}
