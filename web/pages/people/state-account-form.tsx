import { BlockStack, Button, ChoiceList, InlineGrid, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { changeOf, stateInputOf, YES_NO_FACTS, type StateInput } from './state-account.ts';
import type { AccountRow } from '../../../core/api/people.ts';

const FACTORS = ['key', 'app', 'sms', 'none'] as const;

/** What the manager knows of an account. It is kept with the person and the day, and ends by itself. */
export function StateAccountForm({ account, onDone }: { account: AccountRow; onDone: () => void }) {
  const { t } = useTranslation('people');
  const change = useChangePeople();
  const [saved] = useState(() => stateInputOf(account));
  const [input, setInput] = useState<StateInput>(saved);
  const changed = changeOf(saved, input);
  const isSame = Object.keys(changed).length === 0;

  const save = () =>
    change.mutate(
      { act: 'change-account', id: account.id, change: changed },
      {
        onSuccess: () => {
          toast(t('state.done'));
          onDone();
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame) save();
      }}
    >
      <BlockStack gap="400">
        <ChoiceList
          title={t('state.factor')}
          choices={[
            ...FACTORS.map((factor) => ({
              value: factor,
              label: t(`factor.${factor}`),
              helpText: t(`factorHelp.${factor}`),
            })),
            { value: '', label: t('state.notSaid') },
          ]}
          selected={[input.secondFactor]}
          onChange={([value]) => setInput({ ...input, secondFactor: FACTORS.find((known) => known === value) ?? '' })}
        />
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          {YES_NO_FACTS.map((fact) => (
            <Select
              key={fact}
              label={t(`fact.${fact}`)}
              options={[
                { value: '', label: t('state.notSaid') },
                { value: 'yes', label: t('yes') },
                { value: 'no', label: t('no') },
              ]}
              value={input[fact]}
              onChange={(word) => setInput({ ...input, [fact]: word })}
            />
          ))}
        </InlineGrid>
        <Text as="p" tone="subdued">
          {t('state.words')}
        </Text>
        <InlineStack gap="200">
          <Button submit variant="primary" loading={change.isPending} disabled={isSame}>
            {t('state.save')}
          </Button>
          <Button onClick={onDone}>{t('common:act.cancel')}</Button>
        </InlineStack>
        <ActProblem id={`state-${account.id}`} error={change.error} />
      </BlockStack>
    </form>
  );
}
