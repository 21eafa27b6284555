import { BlockStack, Button, InlineStack, List, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useConnectProvider } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { PROVIDER_NAMES } from '../people/names.ts';
import { CREDENTIAL_FORMS, LEAST_SCOPES, PROVIDER_STEPS, SCOPE_STEP } from './provider-credentials.ts';
import { PROVIDER_CREDENTIALS, type IdentityProvider } from '../../../core/api/people.ts';

/** What to create at the provider, step by step, then its parts. They go to the server and never come back. */
export function ProviderForm({ provider, onDone }: { provider: IdentityProvider; onDone: () => void }) {
  const { t } = useTranslation('people');
  const connect = useConnectProvider();
  const [credentials, setCredentials] = useState<Readonly<Record<string, string>>>({});
  const [isAsked, setAsked] = useState(false);
  const names = PROVIDER_CREDENTIALS[provider];
  const valueOf = (name: string) => (credentials[name] ?? '').trim();
  const isFull = names.every((name) => CREDENTIAL_FORMS[name].pattern.test(valueOf(name)));

  const submit = () => {
    setAsked(true);
    if (!isFull) return;
    connect.mutate(
      { provider, credentials: Object.fromEntries(names.map((name) => [name, valueOf(name)])) },
      {
        onSuccess: () => {
          setCredentials({});
          connect.reset();
          toast(t('provider.connectedToast'));
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
        <Text as="h4" variant="headingSm">
          {t('provider.howTo')}
        </Text>
        <List type="number">
          {PROVIDER_STEPS[provider].map((step) => (
            <List.Item key={step}>
              {t(`provider.steps.${provider}.${step}`)}
              {step === SCOPE_STEP[provider] && (
                <List>
                  {LEAST_SCOPES[provider].map((scope) => (
                    <List.Item key={scope}>
                      <code className="prahari-wrap">{scope}</code>
                    </List.Item>
                  ))}
                </List>
              )}
            </List.Item>
          ))}
        </List>
        {names.map((name) => {
          const value = valueOf(name);
          const form = CREDENTIAL_FORMS[name];
          const isWrong = isAsked && !form.pattern.test(value);
          return (
            <TextField
              key={name}
              {...(form.isSecret && !form.isLong && { type: 'password' as const })}
              {...(form.isLong && { multiline: 4, maxHeight: '12rem', monospaced: true })}
              label={t(`provider.credential.${name}`)}
              value={credentials[name] ?? ''}
              onChange={(typed) => setCredentials({ ...credentials, [name]: typed })}
              autoComplete="off"
              spellCheck={false}
              maxLength={form.isLong ? 10_000 : 2_000}
              error={isWrong && t(value === '' ? 'provider.missing' : `provider.fault.${name}`)}
            />
          );
        })}
        <Text as="p" tone="subdued">
          {t('provider.kept')}
        </Text>
        <InlineStack gap="200">
          <Button submit variant="primary" loading={connect.isPending}>
            {t('provider.connect', { name: PROVIDER_NAMES[provider] })}
          </Button>
          <Button onClick={onDone}>{t('common:act.cancel')}</Button>
        </InlineStack>
        <ActProblem id={`connect-${provider}`} error={connect.error} />
      </BlockStack>
    </form>
  );
}
