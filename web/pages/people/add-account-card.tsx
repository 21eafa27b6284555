import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useWords } from '../../words/use-words.ts';
import { SENSITIVE_SERVICES, SERVICE_NAMES, type SensitiveService } from '../../../core/data/sensitive-services.ts';

/** An account that no list names: a payment gateway, the GST portal, a marketplace. */
export function AddAccountCard({ personId, hasNone }: { personId: string; hasNone: boolean }) {
  const { t } = useTranslation('people');
  const { text } = useWords();
  const add = useChangePeople();
  const [service, setService] = useState<SensitiveService>('shopify');
  const [login, setLogin] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isEmpty = login.trim() === '';

  const submit = () => {
    setAsked(true);
    if (isEmpty) return;
    add.mutate(
      { act: 'add-account', personId, service, login: login.trim() },
      {
        onSuccess: () => {
          setLogin('');
          setAsked(false);
          toast(t('account.added'));
        },
      },
    );
  };
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('account.addTitle')}
            </Text>
            <Text as="p" tone="subdued">
              {hasNone ? t('account.addNone') : t('account.addWords')}
            </Text>
          </BlockStack>
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <Select
              label={t('account.service')}
              options={SENSITIVE_SERVICES.map((value) => ({ value, label: text(SERVICE_NAMES[value]) }))}
              value={service}
              onChange={(value) => setService(SENSITIVE_SERVICES.find((known) => known === value) ?? service)}
            />
            <TextField
              label={t('account.login')}
              helpText={t('account.loginHelp')}
              value={login}
              onChange={setLogin}
              autoComplete="off"
              spellCheck={false}
              maxLength={254}
              error={isAsked && isEmpty && t('account.loginNeeded')}
            />
          </InlineGrid>
          <InlineStack>
            <Button submit loading={add.isPending}>
              {t('account.add')}
            </Button>
          </InlineStack>
          <ActProblem id="add-account" error={add.error} />
        </BlockStack>
      </form>
    </Card>
  );
}
