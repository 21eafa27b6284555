import { BlockStack, Button, Checkbox, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useConnectLookUps } from '../../api/gst.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import { LOOK_UP_SERVICES, type LookUpService } from '../../../core/evidence/registry.ts';

/** As it may stand in a header: no blanks, no line ends, and long enough that its ending gives nothing away. */
const KEY = /^[\x21-\x7e]{8,2000}$/;

/** The parts of a key go to the server and never come back: the fields are empty each time. */
export function LookUpKeyForm({ onDone }: { onDone: () => void }) {
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
