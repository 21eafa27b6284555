import {
  Badge,
  BlockStack,
  Button,
  Checkbox,
  InlineStack,
  Select,
  SkeletonBodyText,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useConnectLookUps, useDisconnectLookUps, useLookUps } from '../../api/gst.ts';
import { useMay } from '../../api/home.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SettingsGroup } from './settings-group.tsx';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import type { LookUpState } from '../../../core/api/gst.ts';
import { LOOK_UP_SERVICES, type LookUpService } from '../../../core/evidence/registry.ts';

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
        <KeyForm onDone={() => undefined} />
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
      {open === 'change' && <KeyForm onDone={() => setOpen(null)} />}
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

/** As it may stand in a header: no blanks, no line ends, and long enough that its ending gives nothing away. */
const KEY = /^[\x21-\x7e]{8,2000}$/;

/** The parts of a key go to the server and never come back: the fields are empty each time. */
function KeyForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('settings');
  const connect = useConnectLookUps();
  const [service, setService] = useState<LookUpService>(LOOK_UP_SERVICES[0]);
  const [credentials, setCredentials] = useState<Readonly<Record<string, string>>>({});
  const [isTestMode, setTestMode] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const names = LOOK_UP_SERVICE_FACTS[service].credentials;
  const valueOf = (name: string) => (credentials[name] ?? '').trim();
  const isFull = names.every((name) => KEY.test(valueOf(name)));

  const choose = (value: string) => {
    setService(LOOK_UP_SERVICES.find((known) => known === value) ?? service);
    setCredentials({});
    setAsked(false);
    connect.reset();
  };
  const submit = () => {
    setAsked(true);
    if (!isFull) return;
    connect.mutate(
      { service, isTestMode, credentials: Object.fromEntries(names.map((name) => [name, valueOf(name)])) },
      {
        onSuccess: () => {
          setCredentials({});
          toast(t('common:toast.serviceConnected'));
          onDone();
        },
      },
    );
  };
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <BlockStack gap="400">
        <Select
          label={t('lookUps.service')}
          helpText={t('lookUps.getKey')}
          options={LOOK_UP_SERVICES.map((value) => ({ value, label: LOOK_UP_SERVICE_FACTS[value].name }))}
          value={service}
          onChange={choose}
        />
        {names.map((name) => (
          <TextField
            key={name}
            type="password"
            label={name}
            value={credentials[name] ?? ''}
            onChange={(value) => setCredentials({ ...credentials, [name]: value })}
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            error={
              isAsked && !KEY.test(valueOf(name)) && t(valueOf(name) === '' ? 'lookUps.missing' : 'lookUps.notAKey')
            }
          />
        ))}
        <Checkbox
          label={t('lookUps.useTestMode')}
          helpText={t('lookUps.testModeHelp')}
          checked={isTestMode}
          onChange={setTestMode}
        />
        <Text as="p" tone="subdued">
          {t('lookUps.kept')}
        </Text>
        <InlineStack>
          <Button submit variant="primary" loading={connect.isPending}>
            {t('lookUps.connect')}
          </Button>
        </InlineStack>
        <ActProblem id="connect" error={connect.error} />
      </BlockStack>
    </form>
  );
}
