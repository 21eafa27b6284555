import { Badge, BlockStack, Button, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useDisconnectLookUps, useLookUps } from '../../api/gst.ts';
import { useMay } from '../../api/home.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { LookUpKeyForm } from './look-up-key-form.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import type { LookUpState } from '../../../core/api/gst.ts';

/** The service that is asked about the shop's own registrations, under the merchant's own key. */
export function LookUpsGroup() {
  const { t } = useTranslation('settings');
  const lookUps = useLookUps();
  return (
    <SettingsGroup title={t('lookUps.title')} words={t('lookUps.words')}>
      {lookUps.isPending && <SkeletonBodyText lines={3} />}
      {!lookUps.isPending && !lookUps.data && (
        <BlockStack gap="200" inlineAlign="start">
          <ActProblem id="look-ups" error={lookUps.error} />
          <Button onClick={() => void lookUps.refetch()}>{t('common:act.tryAgain')}</Button>
        </BlockStack>
      )}
      {lookUps.data && (lookUps.data.service === null ? <Unconnected /> : <Connected state={lookUps.data} />)}
    </SettingsGroup>
  );
}

function Unconnected() {
  const { t } = useTranslation('settings');
  const may = useMay();
  return (
    <BlockStack gap="400">
      <Text as="p">{t('lookUps.why')}</Text>
      {may.own ? (
        <LookUpKeyForm onDone={() => undefined} />
      ) : (
        <Text as="p" tone="subdued">
          {t('lookUps.ownerOnly')}
        </Text>
      )}
    </BlockStack>
  );
}

function Connected({ state }: { state: LookUpState }) {
  const { t } = useTranslation('settings');
  const { count, date, time } = useFormat();
  const may = useMay();
  const disconnect = useDisconnectLookUps();
  const [open, setOpen] = useState<'change' | 'disconnect' | null>(null);
  const { service } = state;
  if (service === null) return null;
  const { name } = LOOK_UP_SERVICE_FACTS[service];
  const facts = [
    { name: t('lookUps.service'), value: name },
    ...(state.keyEnding === null
      ? []
      : [{ name: t('lookUps.key'), value: t('lookUps.keyEnding', { ending: state.keyEnding.replace(/^…/, '') }) }]),
    ...(state.connectedAt === null ? [] : [{ name: t('lookUps.since'), value: date(state.connectedAt) }]),
    {
      name: t('lookUps.calls'),
      value: t('lookUps.callsOf', { calls: count(state.callsToday), count: state.budgetPerDay }),
    },
    ...(state.pausedUntil === null ? [] : [{ name: t('lookUps.paused'), value: time(state.pausedUntil) }]),
  ];
  const forget = () =>
    disconnect.mutate(undefined, {
      onSuccess: () => {
        setOpen(null);
        toast(t('common:toast.serviceDisconnected'));
      },
    });
  return (
    <BlockStack gap="400">
      <InlineStack gap="200">
        <Badge tone="success" progress="complete" toneAndProgressLabelOverride={t('lookUps.service')}>
          {t('lookUps.connected')}
        </Badge>
        {state.isTestMode && <Badge tone="attention">{t('lookUps.testMode')}</Badge>}
      </InlineStack>
      <Facts facts={facts} />
      {may.own ? (
        <InlineStack gap="200">
          <Button onClick={() => setOpen(open === 'change' ? null : 'change')} ariaExpanded={open === 'change'}>
            {t('lookUps.change')}
          </Button>
          <Button tone="critical" variant="tertiary" onClick={() => setOpen('disconnect')}>
            {t('lookUps.disconnect')}
          </Button>
        </InlineStack>
      ) : (
        <Text as="p" tone="subdued">
          {t('lookUps.ownerOnly')}
        </Text>
      )}
      {open === 'change' && <LookUpKeyForm onDone={() => setOpen(null)} />}
      {open === 'disconnect' && (
        <AdminDialog
          isOpen
          title={t('lookUps.disconnectTitle', { service: name })}
          action={{ label: t('lookUps.disconnect'), run: forget, isBusy: disconnect.isPending }}
          onClose={() => setOpen(null)}
        >
          <BlockStack gap="200">
            <Text as="p">{t('lookUps.disconnectWords')}</Text>
            <ActProblem id="disconnect" error={disconnect.error} />
          </BlockStack>
        </AdminDialog>
      )}
    </BlockStack>
  );
}
