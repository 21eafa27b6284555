import { BlockStack, Card, InlineStack, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useWords } from '../../words/use-words.ts';
import { FactorBadge } from './factor-badge.tsx';
import { factorState } from './register.ts';
import { useNow } from './use-now.ts';
import type { PeopleRegister } from '../../../core/api/people.ts';
import { SERVICE_NAMES } from '../../../core/data/sensitive-services.ts';

/** Accounts that nobody was found for: a shared mailbox, or an address that no list of people has. */
export function UnmatchedCard({ register: { people, unmatched } }: { register: PeopleRegister }) {
  const { t } = useTranslation('people');
  const { text } = useWords();
  const now = useNow();
  const change = useChangePeople();
  const options = [
    { value: '', label: t('unmatched.nobody') },
    ...people.filter(({ leftAt }) => leftAt === null).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('unmatched.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('unmatched.words')}
          </Text>
        </BlockStack>
        <RowTable
          caption={t('unmatched.title')}
          rows={unmatched}
          keyOf={({ id }) => id}
          columns={[
            { title: t('account.login'), cell: ({ login }) => login },
            { title: t('account.service'), cell: ({ service }) => text(SERVICE_NAMES[service]) },
            { title: t('factor.label'), cell: (account) => <FactorBadge state={factorState(account, now)} /> },
            {
              title: t('unmatched.whose'),
              cell: (account) => (
                <InlineStack align="start">
                  <Select
                    label={t('unmatched.whoseOf', { login: account.login })}
                    labelHidden
                    options={options}
                    value=""
                    disabled={change.isPending}
                    onChange={(personId) => {
                      if (personId === '') return;
                      change.mutate(
                        { act: 'change-account', id: account.id, change: { personId } },
                        { onSuccess: () => toast(t('unmatched.done')) },
                      );
                    }}
                  />
                </InlineStack>
              ),
            },
          ]}
        />
        <ActProblem id="unmatched" error={change.error} />
      </BlockStack>
    </Card>
  );
}
