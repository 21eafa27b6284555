import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { PROVIDER_NAMES } from './names.ts';
import type { PeopleRegister } from '../../../core/api/people.ts';
import { ACCOUNT_FACTS, RUNG_OF_SOURCE } from '../../../core/evidence/people.ts';

/** Where the register comes from, and what each source cannot tell. */
export function SourcesCard({ register }: { register: PeopleRegister }) {
  const { t } = useTranslation('people');
  const { count, date, list } = useFormat();
  const troubled = register.providers.filter(({ isConnected, problem }) => isConnected && problem !== null);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('sources.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('sources.words')}
          </Text>
        </BlockStack>
        {register.readings.length === 0 ? (
          <List type="number">
            <List.Item>{t('sources.first')}</List.Item>
            <List.Item>{t('sources.second')}</List.Item>
            <List.Item>{t('sources.third')}</List.Item>
          </List>
        ) : (
          <RowTable
            caption={t('sources.title')}
            rows={register.readings}
            keyOf={({ source, readAt }) => `${source} ${readAt}`}
            columns={[
              { title: t('sources.source'), cell: ({ source }) => t(`source.${source}`) },
              { title: t('sources.rung'), cell: ({ source }) => t(`alerts:rung.${RUNG_OF_SOURCE[source]}`) },
              { title: t('sources.asOf'), cell: ({ readAt }) => date(readAt) },
              { title: t('sources.accounts'), isNumber: true, cell: ({ accounts }) => count(accounts) },
              {
                title: t('sources.silent'),
                cell: ({ tells }) => {
                  const silent = ACCOUNT_FACTS.filter((fact) => !tells.includes(fact));
                  return silent.length === 0 ? t('sources.nothing') : list(silent.map((fact) => t(`fact.${fact}`)));
                },
              },
            ]}
          />
        )}
        {troubled.map(({ provider, problem }) => (
          <Text key={provider} as="p">
            {t('sources.trouble', {
              name: PROVIDER_NAMES[provider],
              words: t(`provider.problem.${problem ?? 'unreachable'}`),
            })}
          </Text>
        ))}
        <InlineStack gap="200">
          <Button url="/people/import">{t('import.open')}</Button>
          <Button url="/settings">{t('sources.connect')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
