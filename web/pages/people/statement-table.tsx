import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { statementsOf } from './register.ts';
import type { AccountRow } from '../../../core/api/people.ts';
import { ACCOUNT_FACTS, RUNG_OF_SOURCE, type AccountFact, type Stated } from '../../../core/evidence/people.ts';
import type { Instant } from '../../../core/time.ts';

interface StatementRow {
  readonly fact: AccountFact;
  readonly statement: Stated<unknown>;
}

/** Every statement of an account: what, who says so, since when, until when. */
export function StatementTable({ account, now }: { account: AccountRow; now: Instant }) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const rows = ACCOUNT_FACTS.flatMap((fact) =>
    statementsOf(account, fact).map((statement): StatementRow => ({ fact, statement })),
  );
  const worded = useValueWords();
  if (rows.length === 0) return <Text as="p">{t('statements.none')}</Text>;
  return (
    <RowTable
      caption={t('statements.title', { login: account.login })}
      rows={rows}
      keyOf={({ fact, statement }) => `${fact} ${statement.source} ${statement.statedAt}`}
      columns={[
        {
          title: t('statements.what'),
          cell: ({ fact, statement }) => `${t(`fact.${fact}`)}: ${worded(fact, statement.value)}`,
        },
        {
          title: t('statements.who'),
          cell: ({ statement: { source } }) => (
            <>
              {t(`source.${source}`)}
              <Text as="p" variant="bodySm" tone="subdued">
                {t(`alerts:rung.${RUNG_OF_SOURCE[source]}`)}
              </Text>
            </>
          ),
        },
        { title: t('statements.asOf'), cell: ({ statement }) => date(statement.statedAt) },
        {
          title: t('statements.until'),
          cell: ({ statement: { expiresAt } }) =>
            expiresAt === null
              ? t('statements.next')
              : t(expiresAt > now ? 'statements.untilDay' : 'statements.ended', { date: date(expiresAt) }),
        },
      ]}
    />
  );
}

/** A value in words: "App or passkey", "Yes", "20 Nov 2026", "Never". */
function useValueWords() {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  return (fact: AccountFact, value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (fact === 'lastSignInAt') return typeof value === 'string' ? date(value) : t('never');
    const group = fact === 'secondFactor' ? 'factor' : fact === 'kind' ? 'kind' : 'password';
    return t(`${group}.${String(value)}`);
  };
}
