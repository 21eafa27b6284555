import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { domainRows, type DomainRow } from './domain-rows.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import type { DomainRecords } from '../../../core/evidence/dns.ts';
import type { Instant } from '../../../core/time.ts';

/** Told by the resolver and by the registry, not by a record of the zone. */
const RECORDLESS: ReadonlySet<string> = new Set(['dnssec', 'registration']);

/** Mail and DNS of one domain, each verdict with the record that it stands on. */
export function DomainCard({ domain, asOf }: { domain: DomainRecords; asOf: Instant }) {
  const { t } = useTranslation('storefront');
  const { date } = useFormat();
  const rows = domainRows(domain, asOf);
  const words = ({ subject, word, data }: DomainRow) => {
    const end = data['expiresAt'];
    return t(`dns.${subject}.${word}`, {
      ...data,
      ...(typeof data['days'] === 'number' && { count: Math.abs(data['days']) }),
      ...(typeof end === 'string' && end !== '' && { date: date(end) }),
    });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('dns.title', { domain: domain.domain })}
          </Text>
          <Text as="p" tone="subdued">
            {t('dns.words')}
          </Text>
        </BlockStack>
        {rows.length === 0 ? (
          <Text as="p">{t('dns.platform')}</Text>
        ) : (
          <RowTable
            caption={t('dns.title', { domain: domain.domain })}
            rows={rows}
            keyOf={({ subject }) => subject}
            columns={[
              { title: t('dns.subject'), cell: ({ subject }) => t(`dns.${subject}.name`) },
              { title: t('common:outcome.label'), cell: ({ outcome }) => <VerdictBadge outcome={outcome} /> },
              { title: t('dns.meaning'), cell: words },
              {
                title: t('dns.record'),
                cell: ({ subject, records }) =>
                  records.length === 0 ? (
                    t(RECORDLESS.has(subject) ? 'dns.recordless' : 'dns.noRecord')
                  ) : (
                    <BlockStack gap="100">
                      {records.map((record) => (
                        <code key={record} className="prahari-wrap">
                          {record}
                        </code>
                      ))}
                    </BlockStack>
                  ),
              },
            ]}
          />
        )}
      </BlockStack>
    </Card>
  );
}
